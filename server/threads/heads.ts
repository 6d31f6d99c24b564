import type { PlaceRights } from '#domain/policy.ts'
import type { Act } from '#server/platform/act.ts'
import { placeOf } from '#server/spaces/public.ts'
import { sql } from 'kysely'

type Viewer = Pick<Act, 'tx' | 'actor'>

/**
 * Threads with everything that stands at their top, and how the actor stands to each. The one place that counts what
 * is unread: texts after the mark that stand and that somebody else wrote. Few tables are joined, because PostgreSQL
 * takes longer to plan eight of them than to read fifty threads.
 */
export function selectHeads({ tx, actor: { workspaceId, personId } }: Viewer) {
  return tx.selectFrom('thread as t')
    .innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 't.workspace_id').onRef('e.id', '=', 't.entry_id'))
    .innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 't.workspace_id').onRef('p.id', '=', 't.author_id'))
    .leftJoin('thread_person as m', (join) => join.onRef('m.workspace_id', '=', 't.workspace_id').onRef('m.entry_id', '=', 't.entry_id').on('m.person_id', '=', personId))
    .select(['t.entry_id', 'e.number', 'e.kind', 'e.title', 'e.tldr', 'e.published_at', 't.space_id', 't.author_id', 'p.name as author_name', 'p.zone as author_zone',
      't.deleted_at', 't.active_at', 't.reply_count', 't.last_seq', 't.stands_in', 't.state_text', 't.outcome', 't.resolved_at', 'm.follow'])
    .select([sql<number>`${readTo}`.as('read_seq'), unreadOf(personId).as('unread'), askOf.as('ask')])
    .where('t.workspace_id', '=', workspaceId)
}

/** The same with the space that each stands in. */
export function selectPlaced(act: Viewer) {
  return selectHeads(act).innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 't.workspace_id').onRef('s.id', '=', 't.space_id'))
    .select(['s.name as space_name', 's.visibility', 's.archived_at'])
}

/** Up to where the reader has read: what was imported counts as read by whoever has no mark in it. */
export const readTo = sql<number>`coalesce(nullif(m.read_seq, -1), t.known_seq)`
/** Index: reply_place. Nothing is counted where the mark is at the last text already. */
const unreadOf = (personId: string) => sql<number>`case when ${readTo} >= t.last_seq then 0 else
  (select count(*) from reply r where r.workspace_id = t.workspace_id and r.entry_id = t.entry_id and r.seq > ${readTo}
    and r.author_id <> ${personId} and r.deleted_at is null)
  + case when ${readTo} < 0 and t.author_id <> ${personId} then 1 else 0 end end`

/** Asked for where it is an ask only. */
const askOf = sql<{ state: string; dueAt: string | null; answererName: string } | null>`case when e.kind = 'ask' then (
  select jsonb_build_object('state', k.state, 'dueAt', k.due_at, 'answererName', a.name) from thread_ask k
  join person a on a.workspace_id = k.workspace_id and a.id = k.answerer_id where k.workspace_id = t.workspace_id and k.ask_id = t.entry_id) end`

export type HeadRow = Awaited<ReturnType<ReturnType<typeof selectHeads>['executeTakeFirstOrThrow']>>
export type PlacedRow = Awaited<ReturnType<ReturnType<typeof selectPlaced>['executeTakeFirstOrThrow']>>
type Placed = { author_id: string; deleted_at: Temporal.Instant | null; space_id: string; visibility: 'open' | 'private'; archived_at: Temporal.Instant | null }

/** What the policy needs to know of a thread. */
export const rightsOf = (workspaceId: string, row: Placed) =>
  ({ workspaceId, authorId: row.author_id, deleted: row.deleted_at !== null, place: placeIn(workspaceId, row) })

const placeIn = (workspaceId: string, row: Placed): PlaceRights =>
  placeOf(workspaceId, { id: row.space_id, visibility: row.visibility, archived_at: row.archived_at })
