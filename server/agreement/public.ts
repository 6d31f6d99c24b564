import { defaultSettings } from '#domain/agreement/settings.ts'
import type { AgreementSettings, PresetName } from '#domain/agreement/settings.ts'
import type { Act } from '#server/platform/act.ts'
import { json } from '#server/platform/db/columns.ts'

/** The settings of the newest version; the defaults of preset 002 where nobody has adopted one yet. */
export async function settingsOf(act: Pick<Act, 'tx' | 'actor'>): Promise<AgreementSettings> {
  const row = await act.tx.selectFrom('agreement_version').select('settings').where('workspace_id', '=', act.actor.workspaceId)
    .orderBy('version', 'desc').limit(1).executeTakeFirst()
  return row ? row.settings as AgreementSettings : defaultSettings('002')
}

/** Version 1, made at set-up from the preset that the team chose. */
export async function adoptPreset(act: Act, preset: PresetName, authorId: string): Promise<void> {
  await act.tx.insertInto('agreement_version').values({
    workspace_id: act.actor.workspaceId, version: 1, text: '', settings: json(defaultSettings(preset)), reason: 'Chosen at set-up.',
    author_id: authorId, created_at: act.now,
  }).execute()
}
