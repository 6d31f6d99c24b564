import { presetText } from '#domain/agreement/preset-text.ts'
import { completeSettings, defaultSettings } from '#domain/agreement/settings.ts'
import type { AgreementSettings, PresetName } from '#domain/agreement/settings.ts'
import type { Act } from '#server/platform/act.ts'
import { kept } from '#server/platform/kept.ts'
import type { Kept } from '#server/platform/kept.ts'
import { insertVersion } from './queries.ts'

export { pushText } from './commands.ts'
export { readAgreementText } from './read-text.ts'
export { versionFor } from './views.ts'

/** The settings of the newest version, with defaults for what came into being after it; preset 002 where nobody has adopted one yet. */
export async function settingsOf(act: Pick<Act, 'tx' | 'actor'> & { kept?: Kept }): Promise<AgreementSettings> {
  const { workspaceId } = act.actor
  const settings = await kept(act, 'agreement', [workspaceId], async () => new Map([[workspaceId, await newestSettings(act)]]))
  return settings.get(workspaceId) ?? defaultSettings('002')
}

async function newestSettings(act: Pick<Act, 'tx' | 'actor'>): Promise<AgreementSettings> {
  const row = await act.tx.selectFrom('agreement_version').select('settings').where('workspace_id', '=', act.actor.workspaceId)
    .orderBy('version', 'desc').limit(1).executeTakeFirst()
  return row ? completeSettings(row.settings as AgreementSettings) : defaultSettings('002')
}

/** Version 1, made at set-up from the preset that the team chose. */
export async function adoptPreset(act: Act, preset: PresetName, authorId: string): Promise<void> {
  await insertVersion(act, { version: 1, text: presetText(preset), settings: defaultSettings(preset), reason: 'Chosen at set-up.', authorId })
}

export type AgreementNews = { version: number; reason: string; authorId: string; authorName: string; createdAt: Temporal.Instant }

/** Changes made after a moment, newest first. The first version is what a team began with, and no change. */
export async function versionsSince(act: Pick<Act, 'tx' | 'actor'>, since: Temporal.Instant): Promise<AgreementNews[]> {
  const rows = await act.tx.selectFrom('agreement_version as v')
    .innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 'v.workspace_id').onRef('p.id', '=', 'v.author_id'))
    .select(['v.version', 'v.reason', 'v.author_id', 'v.created_at', 'p.name'])
    .where('v.workspace_id', '=', act.actor.workspaceId).where('v.created_at', '>', since).where('v.version', '>', 1).orderBy('v.version', 'desc').limit(20).execute()
  return rows.map((row) => ({ version: row.version, reason: row.reason, authorId: row.author_id, authorName: row.name, createdAt: row.created_at }))
}
