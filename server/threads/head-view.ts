import type { listThreads, ThreadHead } from '#contract/threads.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Act } from '#server/platform/act.ts'
import { pageOf, readCursor } from '#server/platform/http/cursor.ts'
import { spaceFor, visibleSpaces } from '#server/spaces/public.ts'
import { sql } from 'kysely'
import { readTo, selectHeads } from './heads.ts'
import type { HeadRow } from './heads.ts'

type Viewer = Pick<Act, 'tx' | 'actor'>

export const viewHead = (row: HeadRow, spaceName: string): ThreadHead => ({
  number: row.number, kind: row.kind as ThreadHead['kind'], title: row.title, tldr: row.tldr, spaceId: row.space_id, spaceName, authorId: row.author_id,
  authorName: row.author_name, publishedAt: row.published_at.toString(), activeAt: row.active_at.toString(), replies: row.reply_count, unread: row.unread,
  currentState: row.state_text, resolved: row.resolved_at !== null, outcome: row.outcome, following: row.follow ?? 'off',
  ask: row.ask && { state: row.ask.state.replaceAll('_', '-'), answererName: row.ask.answererName, dueAt: row.ask.dueAt === null ? null : Temporal.Instant.from(row.ask.dueAt).toString() },
})

/** Latest activity first, from the spaces that the actor may see. Indexes: thread_active, thread_by_space, thread_followed. */
export async function viewHeads(act: Viewer, input: InputOf<typeof listThreads>): Promise<{ items: ThreadHead[]; next: string | null }> {
  const spaces = new Map((input.spaceId === undefined ? await visibleSpaces(act) : [await spaceFor(act, input.spaceId, 'space.see')]).map((space) => [space.id, space.name]))
  if (spaces.size === 0) return { items: [], next: null }
  const after = input.cursor === undefined ? null : readCursor(input.cursor)
  let query = within(selectHeads(act).where('t.deleted_at', 'is', null).where('t.stands_in', 'is', null), [...spaces.keys()])
  query = ofKind(act, query, input.of)
  if (after) query = query.where((is) => is(is.refTuple('t.active_at', 't.entry_id'), '<', is.tuple(after.at, after.id)))
  const found = await query.orderBy('t.active_at', 'desc').orderBy('t.entry_id', 'desc').limit(rows(input.limit + 1)).execute()
  return pageOf(found, input.limit, { keyset: (row) => ({ at: row.active_at, id: row.entry_id }), item: (row) => viewHead(row, spaces.get(row.space_id) ?? '') })
}

/** What most callers ask for stands in the statement itself, so that its plan is made once and kept. */
const USUAL = 51
const rows = (limit: number) => limit === USUAL ? sql.lit(USUAL) : limit

type Heads = ReturnType<typeof selectHeads>

/** As many spaces as PostgreSQL should weigh: their own index each, or the common one. */
const FEW = 8

/**
 * One space is read from the end of its own index. Many are read from the end of the common one; there the list is hidden
 * from the estimate, since with it every reader's list would be planned anew, which takes longer than reading it.
 */
function within(query: Heads, spaces: readonly string[]): Heads {
  const [first] = spaces
  if (spaces.length === 1 && first !== undefined) return query.where('t.space_id', '=', first)
  return spaces.length <= FEW ? query.where('t.space_id', 'in', spaces) : query.where(sql<boolean>`array_position(${spaces}::uuid[], t.space_id) is not null`)
}

function ofKind({ actor }: Viewer, query: Heads, of: InputOf<typeof listThreads>['of']): Heads {
  switch (of) {
    case 'all': return query
    case 'unread': return query.where(sql<boolean>`${readTo} < t.last_seq`).where(hasUnread(actor.personId))
    case 'following': return query.where('m.follow', '=', sql.lit('following'))
    case 'mine': return query.where('t.author_id', '=', actor.personId)
    case 'saved': return query.where('m.saved', '=', true)
    case 'open': return query.where('t.resolved_at', 'is', null)
    case 'resolved': return query.where('t.resolved_at', 'is not', null)
  }
}

/** Whether anything counts as unread; stops at the first such text. */
const hasUnread = (personId: string) => sql<boolean>`(${readTo} < 0 and t.author_id <> ${personId} or exists (
  select from reply r where r.workspace_id = t.workspace_id and r.entry_id = t.entry_id and r.seq > ${readTo}
    and r.author_id <> ${personId} and r.deleted_at is null))`
