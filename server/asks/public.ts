import type { AskView } from '#contract/asks.ts'
import { OPEN_STATES } from '#domain/asks/ask-table.ts'
import type { Act } from '#server/platform/act.ts'
import { owedBy } from './lists.ts'
import { post } from './post.ts'
import { isSeen, selectAsks } from './queries.ts'
import { viewAsks } from './views.ts'

export { list as listAsks } from './lists.ts'
export { startAsksOf } from './timers.ts'

type Looking = Pick<Act, 'tx' | 'actor' | 'now'>

/** What the actor owes an answer, most pressing first, without what they put aside; for briefs. */
export async function openAsksFor(act: Looking): Promise<AskView[]> {
  return (await viewAsks(act, await owedBy(act))).filter((view) => view.snoozedUntil === null)
}

type Made = { fromEntryId: string; spaceId: string; title: string; body: string; to: string; needBy: string | null }

/** Asks one person for an answer, from an entry of another room; both ends are linked. Refuses what `asks.post` refuses. */
export function askFrom(act: Act, { fromEntryId, ...said }: Made): Promise<AskView> {
  return post(act, { ...said, files: [], kind: 'answer', others: [], dueAt: null, scope: 'brief', criteria: '', blockedPath: '', urgentReason: '', silentDefault: null, fromReplyId: null }, fromEntryId)
}

/** Asks that were made from these entries, as far as the actor may see them, by entry; the oldest first. */
export async function asksFrom(act: Looking, entryIds: readonly string[]): Promise<Map<string, AskView[]>> {
  if (entryIds.length === 0) return new Map()
  const rows = await selectAsks(act).innerJoin('entry_link as k', (join) => join.onRef('k.workspace_id', '=', 'a.workspace_id').onRef('k.to_id', '=', 'a.entry_id').on('k.how', '=', 'elevated'))
    .select('k.from_id').where('k.from_id', 'in', [...entryIds]).orderBy('a.asked_at').orderBy('a.entry_id').execute()
  const seen = rows.filter((row) => isSeen(act, row))
  const views = await viewAsks(act, seen)
  return new Map([...Map.groupBy(views.map((view, at) => ({ view, from: seen[at]?.from_id ?? '' })), ({ from }) => from)].map(([from, some]) => [from, some.map(({ view }) => view)]))
}

/** These asks by the id of their entry, as far as the actor may see them. */
export async function asksById(act: Looking, ids: readonly string[]): Promise<Map<string, AskView>> {
  if (ids.length === 0) return new Map()
  const seen = (await selectAsks(act).where('a.entry_id', 'in', [...ids]).execute()).filter((row) => isSeen(act, row))
  const views = await viewAsks(act, seen)
  return new Map(seen.flatMap((row, at) => views[at] ? [[row.entry_id, views[at]] as const] : []))
}

/** What came of an ask, for rooms that wait for it; null where there is none. */
export async function outcomeOf(act: Looking, id: string): Promise<{ open: boolean; answered: boolean; answer: string | null; byId: string | null } | null> {
  const row = await selectAsks(act).where('a.entry_id', '=', id).executeTakeFirst()
  return row ? { open: OPEN_STATES.has(row.state), answered: row.state === 'answered', answer: row.answer, byId: row.answered_by } : null
}
