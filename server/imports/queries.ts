import type { ImportCounts } from '#domain/imports/types.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { sql } from 'kysely'

type Viewer = Pick<Act, 'tx' | 'actor'>

/** As many runs as a list shows. */
const RUNS_MAX = 100

export const NOTHING: ImportCounts = { conversations: 0, messages: 0, pages: 0, known: 0, matched: 0, placeholders: 0, spaces: 0 }

function runs({ tx, actor }: Viewer) {
  return tx.selectFrom('import_run as r').innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 'r.workspace_id').onRef('p.id', '=', 'r.by_id'))
    .select(['r.id', 'r.kind', 'r.source', 'r.name', 'r.space_id', 'r.state', 'r.began_at', 'r.finished_at', 'r.counts', 'r.problems', 'r.problem_count', 'r.undone_at', 'p.name as by_name'])
    .select(sql<boolean>`exists (select from import_item i where i.workspace_id = r.workspace_id and i.run_id = r.id)`.as('holds'))
    .where('r.workspace_id', '=', actor.workspaceId)
}
export type RunRow = Awaited<ReturnType<ReturnType<typeof runs>['executeTakeFirstOrThrow']>>

/** The newest runs. Index: import_run_newest. */
export const newestRuns = (act: Viewer): Promise<RunRow[]> => runs(act).orderBy('r.began_at', 'desc').orderBy('r.id', 'desc').limit(RUNS_MAX).execute()

/** @throws {Refusal} `not_found` where there is no such import */
export async function runById(act: Viewer, id: string): Promise<RunRow> {
  const row = await runs(act).where('r.id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not_found', said`There is no such import.`, said`Look at the list of imports.`)
  return row
}

/** The run of a source that is not finished. Index: import_run_open. */
export const openRun = (act: Viewer, source: string): Promise<RunRow | undefined> => runs(act).where('r.source', '=', source).where('r.state', '=', 'running').executeTakeFirst()

/** Holds a run until the commit, so that batches of one source come in one after the other. */
export async function lockRun(act: Viewer, id: string): Promise<RunRow> {
  await act.tx.selectFrom('import_run').select('id').where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).forUpdate().execute()
  return runById(act, id)
}

type Item = { entryId: string; replyId: string | null; hash: string | null }

/** What keys of a source became here. Index: import_item. */
export async function itemsOf({ tx, actor }: Viewer, source: string, kinds: readonly ('conversation' | 'message' | 'page')[], keys: readonly string[]): Promise<Map<string, Item>> {
  if (keys.length === 0) return new Map()
  const rows = await tx.selectFrom('import_item').select(['key', 'entry_id', 'reply_id', 'hash']).where('workspace_id', '=', actor.workspaceId).where('source', '=', source)
    .where('kind', 'in', [...kinds]).where('key', 'in', [...keys]).execute()
  return new Map(rows.map((row) => [row.key, { entryId: row.entry_id, replyId: row.reply_id, hash: row.hash }]))
}

/** Who keys of a source are here. */
export async function peopleOf({ tx, actor }: Viewer, source: string, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map()
  const rows = await tx.selectFrom('import_person').select(['key', 'person_id']).where('workspace_id', '=', actor.workspaceId).where('source', '=', source).where('key', 'in', [...keys]).execute()
  return new Map(rows.map((row) => [row.key, row.person_id]))
}

/** People of the workspace by address in lower case, whatever their state. Index: person_email. */
export async function peopleByEmail({ tx, actor }: Viewer, emails: readonly string[]): Promise<Map<string, { id: string; placeholder: boolean }>> {
  if (emails.length === 0) return new Map()
  const rows = await tx.selectFrom('person').select(['id', 'email', 'placeholder_source']).where('workspace_id', '=', actor.workspaceId)
    .where((is) => is(is.fn<string>('lower', ['email']), 'in', emails.map((email) => email.toLowerCase()))).execute()
  return new Map(rows.map((row) => [row.email.toLowerCase(), { id: row.id, placeholder: row.placeholder_source !== null }]))
}
