import type { undoImport } from '#contract/imports.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { whyItStays } from '#domain/imports/built-on.ts'
import { allow } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { goesAt } from '#domain/trash/kept.ts'
import { dropText } from '#server/entries/public.ts'
import type { Act } from '#server/platform/act.ts'
import { visibleSpaces } from '#server/spaces/public.ts'
import { sql } from 'kysely'
import { lockRun, runById } from './queries.ts'
import type { RunRow } from './queries.ts'
import { addedBy, openedBy } from './undo-queries.ts'
import type { Added, Opened } from './undo-queries.ts'
import { viewRun } from './views.ts'

/** As many of those that stay as are named; how many there are is told beside. */
const NAMED_MAX = 100

/**
 * Takes back what an import brought and nobody has built on, all of it or nothing: it is deleted, as if its authors had done
 * so, and forgotten as imported, so that the same import brings it anew. What stands in spaces that the actor does not see
 * stays, and is not told. With `dryRun` nothing changes.
 * @throws {Refusal} `conflict` while it goes on
 */
export async function undo(act: Act, { id, dryRun }: InputOf<typeof undoImport>): Promise<OutputOf<typeof undoImport>> {
  allow(act.actor, 'import.run')
  const run = await lockRun(act, id)
  if (run.state === 'running') throw new Refusal('conflict', said`This import has not ended.`, said`Let it end, or import the same again and let that end; then take it back.`)
  const spaceIds = (await visibleSpaces(act)).map((space) => space.id)
  const opened = await openedBy(act, id, spaceIds)
  const added = await addedBy(act, id, spaceIds)
  const stays = [...opened, ...added].flatMap(({ number, title, built }) => { const why = whyItStays(built); return why === null ? [] : [{ number, title, why }] }).toSorted((a, b) => a.number - b.number)
  const [threads, replies] = [opened.filter(({ built }) => whyItStays(built) === null), added.filter(({ built }) => whyItStays(built) === null)]
  if (!dryRun) await takeBack(act, run, { threads, replies })
  return { run: viewRun(await runById(act, id)), taken: threads.length, replies: replies.reduce((sum, { replyIds }) => sum + replyIds.length, 0), stays: stays.slice(0, NAMED_MAX), stayCount: stays.length }
}

async function takeBack(act: Act, run: RunRow, { threads, replies }: { threads: readonly Opened[]; replies: readonly Added[] }): Promise<void> {
  const { workspaceId, personId } = act.actor
  await hideAll(act, threads.map((one) => one.id))
  for (const one of replies) await hideReplies(act, one)
  const [entryIds, replyIds] = [threads.map((one) => one.id), replies.flatMap((one) => one.replyIds)]
  await sql`delete from import_item where workspace_id = ${workspaceId} and run_id = ${run.id} and (entry_id = any(${entryIds}::uuid[]) or reply_id = any(${replyIds}::uuid[]))`.execute(act.tx)
  await act.tx.updateTable('import_run').set({ undone_at: act.now, undone_by: personId }).where('workspace_id', '=', workspaceId).where('id', '=', run.id).execute()
  for (const spaceId of new Set([...threads, ...replies].map((one) => one.spaceId))) await act.emit({ kind: 'imports.taken_back', spaceId, payload: { importId: run.id } })
  await act.emit({ kind: 'imports.progressed', personId, payload: { importId: run.id } })
}

/** What nobody was told of goes as quietly as it came: no event for each, but the same rows as when somebody deletes, and the timers with which it is gone. */
async function hideAll(act: Act, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const { workspaceId } = act.actor
  for (const [table, column] of [['entry', 'id'], ['thread', 'entry_id']] as const) {
    await sql`update ${sql.table(table)} set deleted_at = ${act.now}::timestamptz where workspace_id = ${workspaceId} and ${sql.ref(column)} = any(${[...ids]}::uuid[])`.execute(act.tx)
  }
  await sql`update entry_text set hidden = true where workspace_id = ${workspaceId} and entry_id = any(${[...ids]}::uuid[])`.execute(act.tx)
  await goneLater(act, { kind: 'trash.entry', names: 'entryId', ids })
}

/** One statement for thousands. */
async function goneLater({ tx, actor: { workspaceId }, now }: Act, { kind, names, ids }: { kind: string; names: string; ids: readonly string[] }): Promise<void> {
  await sql`insert into timer (workspace_id, id, kind, key, due_at, next_try_at, payload)
    select ${workspaceId}::uuid, gen_random_uuid(), ${kind}, t.id, g.at, g.at, jsonb_build_object(${names}::text, t.id) from unnest(${[...ids]}::text[]) as t(id), (select ${goesAt(now)}::timestamptz as at) g
    on conflict (workspace_id, kind, key) do update set due_at = excluded.due_at, next_try_at = excluded.next_try_at`.execute(tx)
}

async function hideReplies(act: Act, { entryId, replyIds }: Added): Promise<void> {
  const { workspaceId } = act.actor
  await sql`update reply set deleted_at = ${act.now}::timestamptz, undone = true where workspace_id = ${workspaceId} and id = any(${replyIds}::uuid[])`.execute(act.tx)
  for (const id of replyIds) await dropText(act, id)
  await goneLater(act, { kind: 'trash.reply', names: 'replyId', ids: replyIds })
  await sql`update thread t set reply_count = s.standing, active_at = coalesce(s.last, e.published_at) from entry e,
      (select count(*) as standing, max(r.posted_at) as last from reply r where r.workspace_id = ${workspaceId} and r.entry_id = ${entryId} and r.deleted_at is null) s
    where t.workspace_id = ${workspaceId} and t.entry_id = ${entryId} and e.workspace_id = t.workspace_id and e.id = t.entry_id`.execute(act.tx)
}
