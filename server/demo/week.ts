import type { readWeek, readWeekDeliveries } from '#contract/demo.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { planFromJson } from '#domain/attention/types.ts'
import type { Plan, ReasonCode } from '#domain/attention/types.ts'
import { reasonWords } from '#domain/attention/reason-words.ts'
import type { Named, Viewer } from '#domain/attention/reason-words.ts'
import { Refusal } from '#domain/refusal.ts'
import { ENGLISH, inWords, said } from '#domain/words/said.ts'
import type { Said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'
import { pageOf, readCursor } from '#server/platform/http/cursor.ts'
import { visibleSpaces } from '#server/spaces/public.ts'
import { sql } from 'kysely'

type Week = OutputOf<typeof readWeek>

const DAYS = 7
/** About so many deliveries of each person are listed with their reasons, and all that were urgent. */
const LISTED_EACH = 24

/**
 * A week of the demo team, person by person. Only where everybody is invented: in a real workspace nobody's week can be
 * asked for by anybody else.
 */
export async function viewWeek(act: Act, { from }: InputOf<typeof readWeek>): Promise<Week> {
  const { workspaceId } = act.actor
  const span = await spanOf(act, from)
  const [people, batches, states, asks, texts, deliveries] = await Promise.all([
    act.tx.selectFrom('person').select(['id', 'name', 'zone']).where('workspace_id', '=', workspaceId).where('state', '=', 'active').orderBy('id').execute(),
    batchesIn(act, span), statesIn(act, span), asksIn(act, span), textsIn(act, span), deliveriesIn(act, span),
  ])
  return {
    from: span.start.toString(), until: span.end.toString(), texts, asks, deliveries,
    people: people.map((person) => {
      const mine = batches.filter((batch) => batch.person_id === person.id)
      const count = (state: string) => Number(states.find((row) => row.person_id === person.id && row.state === state)?.count ?? 0)
      return {
        ...person, interruptions: mine.filter((batch) => !batch.urgent && (batch.in_focus || batch.off_hours)).length, urgent: mine.filter((batch) => batch.urgent).length,
        batches: mine.filter((batch) => batch.kind === 'window' || batch.kind === 'focus_end').length, digests: mine.filter((batch) => batch.kind === 'digest').length,
        items: mine.reduce((sum, batch) => sum + batch.items, 0), readMeanwhile: count('read'), withdrawn: count('withdrawn'), waiting: count('waiting'),
      }
    }),
  }
}

type Span = { start: Temporal.Instant; end: Temporal.Instant }

/** @throws {Refusal} `not_found` in a real workspace */
async function spanOf(act: Act, from: string | undefined): Promise<Span> {
  const { workspaceId, zone } = act.actor
  const workspace = await act.tx.selectFrom('workspace').select('demo').where('id', '=', workspaceId).executeTakeFirstOrThrow()
  if (!workspace.demo) throw new Refusal('not_found', said`This is shown of the demo team alone.`, said`Your own week stands on the page Focus and delivery.`)
  const start = from === undefined ? act.now.subtract({ hours: DAYS * 24 }) : Temporal.PlainDate.from(from).toZonedDateTime(zone).toInstant()
  return { start, end: start.add({ hours: DAYS * 24 }) }
}

/** What reached one person, without leaving any out; as far as the reader of the page may see it. */
export async function viewDeliveries(act: Act, { personId, from, cursor, limit }: InputOf<typeof readWeekDeliveries>): Promise<OutputOf<typeof readWeekDeliveries>> {
  const span = await spanOf(act, from)
  const after = cursor === undefined ? null : readCursor(cursor)
  let query = (await delivered(act, span)).innerJoin('person as p', (join) => join.onRef('p.id', '=', 'i.person_id').onRef('p.workspace_id', '=', 'i.workspace_id'))
    .select(['i.id', 'i.kind', 'i.settled_at', 'i.plan', 'i.urgent', 'e.number', 'e.title', 'p.name', 'p.zone']).where('i.person_id', '=', personId)
  if (after) query = query.where((is) => is(is.refTuple('i.settled_at', 'i.id'), '>', is.tuple(after.at, after.id)))
  const rows = await query.orderBy('i.settled_at').orderBy('i.id').limit(limit + 1).execute()
  return pageOf(rows, limit, { keyset: (row) => ({ at: row.settled_at ?? span.start, id: row.id }), item: (row) => viewDelivery(act, row, span.start) })
}

/** Items that left in a span, with the entry of their conversation, in spaces that the reader of the page may see. */
async function delivered(act: Act, { start, end }: Span) {
  const spaces = (await visibleSpaces(act)).map((space) => space.id)
  return act.tx.selectFrom('attention_item as i')
    .innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'i.workspace_id').onRef('e.id', '=', 'i.conversation_id'))
    .where('i.workspace_id', '=', act.actor.workspaceId).where('i.state', 'in', ['delivered', 'digest']).where('i.settled_at', '>=', start).where('i.settled_at', '<', end)
    .where('e.deleted_at', 'is', null).where('i.space_id', 'in', [...spaces, NOWHERE])
}

type Delivered = Named & { kind: string; settled_at: Temporal.Instant | null; plan: Parameters<typeof planFromJson>[0]; urgent: boolean; number: number; title: string }

const viewDelivery = (act: Act, row: Delivered, start: Temporal.Instant): Week['deliveries'][number] => ({
  at: (row.settled_at ?? start).toString(), name: row.name, zone: row.zone, number: row.number, title: row.title, urgent: row.urgent, what: inWords(WHAT[row.kind] ?? said`A text`, wordsOf(act)),
  why: whyThen(planFromJson(row.plan), row, { side: 'sender', zone: act.actor.zone, now: act.now, words: wordsOf(act) }),
})

const batchesIn = (act: Act, { start, end }: Span) => act.tx.selectFrom('attention_batch').select(['person_id', 'kind', 'items', 'urgent', 'in_focus', 'off_hours'])
  .where('workspace_id', '=', act.actor.workspaceId).where('at', '>=', start).where('at', '<', end).execute()

const statesIn = (act: Act, { start, end }: Span) => act.tx.selectFrom('attention_item').select((of) => ['person_id', 'state', of.fn.countAll<number>().as('count')])
  .where('workspace_id', '=', act.actor.workspaceId).where('created_at', '>=', start).where('created_at', '<', end).groupBy(['person_id', 'state']).execute()

async function asksIn(act: Act, { start, end }: Span): Promise<Week['asks']> {
  const rows = await act.tx.selectFrom('ask').select(['state', 'due_at', 'settled_at']).where('workspace_id', '=', act.actor.workspaceId).where('asked_at', '>=', start).where('asked_at', '<', end).execute()
  const answered = rows.filter((row) => row.state === 'answered' && row.settled_at !== null)
  return {
    asked: rows.length, answered: answered.length, inTime: answered.filter((row) => row.settled_at !== null && Temporal.Instant.compare(row.settled_at, row.due_at) <= 0).length,
    open: rows.filter((row) => row.settled_at === null).length,
  }
}

async function textsIn(act: Act, { start, end }: Span): Promise<number> {
  const { workspaceId } = act.actor
  const [replies, threads] = await Promise.all([
    act.tx.selectFrom('reply').select((of) => of.fn.countAll<number>().as('count')).where('workspace_id', '=', workspaceId).where('posted_at', '>=', start).where('posted_at', '<', end).executeTakeFirstOrThrow(),
    act.tx.selectFrom('entry').select((of) => of.fn.countAll<number>().as('count')).where('workspace_id', '=', workspaceId).where('kind', 'in', ['thread', 'change', 'learning']).where('published_at', '>=', start).where('published_at', '<', end).executeTakeFirstOrThrow(),
  ])
  return Number(replies.count) + Number(threads.count)
}

/** A few of each person, evenly spread over what reached them, and all that was urgent; as far as the reader of the page may see it. */
async function deliveriesIn(act: Act, span: Span): Promise<Week['deliveries']> {
  const all = (await delivered(act, span))
    .select((of) => ['i.id', 'i.person_id', 'i.kind', 'i.settled_at', 'i.plan', 'i.urgent', 'e.number', 'e.title',
      of.fn.agg<number>('row_number').over((over) => over.partitionBy('i.person_id').orderBy('i.settled_at').orderBy('i.id')).as('place'),
      of.fn.countAll<number>().over((over) => over.partitionBy('i.person_id')).as('of_all')])
  const rows = await act.tx.selectFrom(all.as('d')).innerJoin('person as p', (join) => join.onRef('p.id', '=', 'd.person_id').on('p.workspace_id', '=', act.actor.workspaceId))
    .select(['d.kind', 'd.settled_at', 'd.plan', 'd.urgent', 'd.number', 'd.title', 'p.name', 'p.zone'])
    .where((is) => is.or([is('d.urgent', '=', true), sql<boolean>`(d.place - 1) % greatest(1, ceil(d.of_all / ${LISTED_EACH}::numeric)) = 0`]))
    .orderBy('d.settled_at').orderBy('d.id').execute()
  return rows.map((row) => viewDelivery(act, row, span.start))
}

const NOWHERE = '00000000-0000-0000-0000-000000000000'

/** When it reached them, and what held it until then. */
function whyThen(plan: Plan, person: Named, viewer: Viewer): string {
  const held = HELD_BY[plan.reason.code]
  return [reasonWords(plan, person, viewer), ...held ? [inWords(held, viewer.words ?? ENGLISH)] : []].filter((part) => part !== '').join(' ')
}

/** A mute is its reader's own matter, so nothing is said of one. */
const HELD_BY: Readonly<Partial<Record<ReasonCode, Said>>> = {
  off_hours: said`It happened while they were off.`, away: said`It happened while they were away.`, in_focus: said`It happened in their focus.`, next_window: said`It happened between two moments at which they read.`,
  for_digest: said`It asks nothing and names nobody, so a digest is soon enough.`, focus_ended: said`Their focus ended early.`, late: said`The moment before had passed.`,
}

/** What somebody was told of, by kind. */
const WHAT: Readonly<Record<string, Said>> = {
  ask: said`An ask`, 'question-back': said`A question back`, answer: said`An answer`, clarification: said`A clarification`, mention: said`A mention`, reply: said`A reply`, thread: said`A new thread`, change: said`A change`,
  reminder: said`A reminder`, call: said`An offer of a call`, silence: said`A default that holds`, overdue: said`A late ask`, urgent: said`An urgent ask`, redirect: said`An ask that went on`, decision: said`A decision`,
}
