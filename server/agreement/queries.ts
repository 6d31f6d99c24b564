import { completeSettings } from '#domain/agreement/settings.ts'
import type { AgreementSettings } from '#domain/agreement/settings.ts'
import type { Act } from '#server/platform/act.ts'
import { json } from '#server/platform/db/columns.ts'

type Reading = Pick<Act, 'tx' | 'actor'>
export type Version = {
  version: number; text: string; settings: AgreementSettings; reason: string; authorId: string; createdAt: Temporal.Instant
}

const COLUMNS = ['version', 'text', 'settings', 'reason', 'author_id', 'created_at'] as const
type Row = { version: number; text: string; settings: Record<string, unknown>; reason: string; author_id: string; created_at: Temporal.Instant }
/** Settings were checked when they were written. */
const versionOf = (row: Row): Version => ({
  version: row.version, text: row.text, settings: completeSettings(row.settings as AgreementSettings), reason: row.reason, authorId: row.author_id, createdAt: row.created_at,
})

/** One version, or the newest. */
export async function findVersion(act: Reading, version?: number): Promise<Version | undefined> {
  const newest = act.tx.selectFrom('agreement_version').select(COLUMNS).where('workspace_id', '=', act.actor.workspaceId)
    .orderBy('version', 'desc').limit(1)
  const row = await (version === undefined ? newest : newest.where('version', '=', version)).executeTakeFirst()
  return row && versionOf(row)
}

/** Versions up to one, newest first, so many at a time. */
export async function versionsUpTo(act: Reading, version: number, limit: number): Promise<Version[]> {
  const rows = await act.tx.selectFrom('agreement_version').select(COLUMNS).where('workspace_id', '=', act.actor.workspaceId)
    .where('version', '<=', version).orderBy('version', 'desc').limit(limit).execute()
  return rows.map(versionOf)
}

/** Who changed it, when and why, newest first; without the texts. Later than `after`, where given. */
export async function versionHeads(act: Reading, after = 0): Promise<Pick<Version, 'version' | 'reason' | 'authorId' | 'createdAt'>[]> {
  const rows = await act.tx.selectFrom('agreement_version').select(['version', 'reason', 'author_id', 'created_at'])
    .where('workspace_id', '=', act.actor.workspaceId).where('version', '>', after).orderBy('version', 'desc').execute()
  return rows.map((row) => ({ version: row.version, reason: row.reason, authorId: row.author_id, createdAt: row.created_at }))
}

export async function insertVersion(act: Act, version: Omit<Version, 'createdAt'>): Promise<void> {
  await act.tx.insertInto('agreement_version').values({
    workspace_id: act.actor.workspaceId, version: version.version, text: version.text, settings: json(version.settings), reason: version.reason,
    author_id: version.authorId, created_at: act.now,
  }).execute()
  act.kept.forget()
}

/** Two pushes at once take turns, so that the second one sees what the first one wrote. */
export async function lockAgreement(act: Reading): Promise<void> {
  await act.tx.selectFrom('workspace').select('id').where('id', '=', act.actor.workspaceId).forNoKeyUpdate().executeTakeFirst()
}

export async function acknowledgements(act: Reading, version: number): Promise<{ personId: string; name: string; at: Temporal.Instant }[]> {
  const rows = await act.tx.selectFrom('agreement_acknowledgement as a')
    .innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 'a.workspace_id').onRef('p.id', '=', 'a.person_id'))
    .select(['a.person_id', 'p.name', 'a.at']).where('a.workspace_id', '=', act.actor.workspaceId).where('a.version', '=', version)
    .orderBy('a.at').orderBy('a.person_id').execute()
  return rows.map((row) => ({ personId: row.person_id, name: row.name, at: row.at }))
}

/** Once is enough; saying it again changes nothing. */
export async function insertAcknowledgement(act: Act, version: number, personId: string): Promise<void> {
  await act.tx.insertInto('agreement_acknowledgement').values({ workspace_id: act.actor.workspaceId, version, person_id: personId, at: act.now })
    .onConflict((row) => row.doNothing()).execute()
}
