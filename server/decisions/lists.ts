import type { listDecisions } from '#contract/decisions.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { OPEN_STATES, RECORD_STATES } from '#domain/decisions/decision-table.ts'
import { json } from '#server/platform/db/columns.ts'
import { pageOf, readCursor } from '#server/platform/http/cursor.ts'
import { spaceFor, visibleSpaces } from '#server/spaces/public.ts'
import { sql } from 'kysely'
import { dutiesOf } from './duties.ts'
import { viewHeads } from './head-view.ts'
import type { Reading } from './head-view.ts'
import { selectHeads } from './queries.ts'
import { stateFrom } from './wire.ts'

type Asked = InputOf<typeof listDecisions>
/** More words make nothing easier to find. */
const WORDS_MAX = 12

/** Newest first, records by the day of their decision, as far as the actor may see. Index: decision_newest. */
export async function list(act: Reading, asked: Asked): Promise<OutputOf<typeof listDecisions>> {
  const spaces = asked.spaceId === undefined ? (await visibleSpaces(act)).map((space) => space.id) : [(await spaceFor(act, asked.spaceId, 'space.see')).id]
  if (spaces.length === 0) return { items: [], next: null }
  const after = asked.cursor === undefined ? null : readCursor(asked.cursor)
  let query = await narrowed(act, asked, selectWithMoment(act).where('e.space_id', 'in', spaces))
  if (after) query = query.where(sql<boolean>`(coalesce(d.decided_at, d.created_at), d.entry_id) < (${after.at.toString()}::timestamptz, ${after.id}::uuid)`)
  const rows = await query.orderBy(newest, 'desc').orderBy('d.entry_id', 'desc').limit(asked.limit + 1).execute()
  const views = new Map((await viewHeads(act, rows.slice(0, asked.limit))).map((view) => [view.number, view]))
  const page = pageOf(rows, asked.limit, { keyset: (row) => ({ at: row.moment, id: row.entry_id }), item: (row) => views.get(row.number) })
  return { items: page.items.filter((view) => view !== undefined), next: page.next }
}

const newest = sql<Temporal.Instant>`coalesce(d.decided_at, d.created_at)`
type Query = ReturnType<typeof selectWithMoment>
const selectWithMoment = (act: Reading) => selectHeads(act).select(newest.as('moment'))

async function narrowed(act: Reading, { state, of, tag, q }: Asked, all: Query): Promise<Query> {
  const { personId } = act.actor
  let query = all
  if (state !== undefined) query = query.where('d.state', '=', stateFrom(state))
  if (of === 'open') query = query.where('d.state', 'in', [...OPEN_STATES])
  if (of === 'records') query = query.where('d.state', 'in', [...RECORD_STATES])
  if (of === 'mine') query = query.where((is) => is.or([is('d.accountable_id', '=', personId), is('e.author_id', '=', personId)]))
  if (of === 'waiting') query = query.where('d.entry_id', 'in', await idsOrNone(act))
  if (tag !== undefined) query = query.where(sql<boolean>`d.tags @> ${json([tag])}`)
  for (const word of (q ?? '').split(/\s+/).filter((one) => one !== '').slice(0, WORDS_MAX)) query = query.where(sql<boolean>`${words} ilike ${`%${literal(word)}%`}`)
  return query
}

const NO_ID = '00000000-0000-0000-0000-000000000000'
async function idsOrNone(act: Reading): Promise<string[]> {
  const ids = (await dutiesOf(act)).map(({ row }) => row.entry_id)
  return ids.length === 0 ? [NO_ID] : ids
}

/** Everything that a decision says, without the ids in it. */
const words = sql<string>`concat_ws(' ', e.title, '#' || e.number, d.file_name, d.reason, d.tags::text, d.deciders::text,
  d.content->>'needed', d.content->>'context', d.content->>'criteria', d.content->'recommendation'->>'why', d.content->>'objectionsForeseen', d.content->>'consequences', d.content->>'confirmation', d.content->>'more',
  (select string_agg(concat_ws(' ', o->>'title', o->>'body', (select string_agg(t->>'text', ' ') from jsonb_array_elements(o->'tradeOffs') as t)), ' ') from jsonb_array_elements(d.content->'options') as o),
  (select string_agg(c->>'text', ' ') from jsonb_array_elements(d.content->'claims') as c))`

const literal = (word: string): string => word.replace(/[\\%_]/g, '\\$&')
