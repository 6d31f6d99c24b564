import type { readWeek } from '#contract/demo.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { planFromJson } from '#domain/attention/types.ts'
import { reasonWords } from '#domain/attention/reason-words.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Act } from '#server/platform/act.ts'

const DAYS = 7
/** So many deliveries are listed with their reasons. */
const LISTED = 200

/**
 * A week of the demo team, person by person. Only where everybody is invented: in a real workspace nobody's week can be
 * asked for by anybody else.
 */
export async function viewWeek(act: Act, { from }: InputOf<typeof readWeek>): Promise<OutputOf<typeof readWeek>> {
  const { workspaceId, zone } = act.actor
  const workspace = await act.tx.selectFrom('workspace').select('demo').where('id', '=', workspaceId).executeTakeFirstOrThrow()
  if (!workspace.demo) throw new Refusal('not_found', 'This is shown of the demo team alone.', 'Your own week stands on the page Focus and delivery.')
  const start = from === undefined ? act.now.subtract({ hours: DAYS * 24 }) : Temporal.PlainDate.from(from).toZonedDateTime(zone).toInstant()
  const span = { start, end: start.add({ hours: DAYS * 24 }) }
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

const batchesIn = (act: Act, { start, end }: Span) => act.tx.selectFrom('attention_batch').select(['person_id', 'kind', 'items', 'urgent', 'in_focus', 'off_hours'])
  .where('workspace_id', '=', act.actor.workspaceId).where('at', '>=', start).where('at', '<', end).execute()

const statesIn = (act: Act, { start, end }: Span) => act.tx.selectFrom('attention_item').select((of) => ['person_id', 'state', of.fn.countAll<number>().as('count')])
  .where('workspace_id', '=', act.actor.workspaceId).where('created_at', '>=', start).where('created_at', '<', end).groupBy(['person_id', 'state']).execute()

async function asksIn(act: Act, { start, end }: Span): Promise<OutputOf<typeof readWeek>['asks']> {
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

/** As far as the reader of the page may see what was delivered. */
async function deliveriesIn(act: Act, { start, end }: Span): Promise<OutputOf<typeof readWeek>['deliveries']> {
  const rows = await act.tx.selectFrom('attention_item as i')
    .innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'i.workspace_id').onRef('e.id', '=', 'i.conversation_id'))
    .innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.id', '=', 'i.person_id'))
    .select(['i.settled_at', 'i.plan', 'i.urgent', 'e.number', 'e.title', 'p.name', 'p.zone']).where('i.workspace_id', '=', act.actor.workspaceId)
    .where('i.state', 'in', ['delivered', 'digest']).where('i.settled_at', '>=', start).where('i.settled_at', '<', end).where('e.deleted_at', 'is', null)
    .where('i.space_id', 'in', [...act.actor.memberOf, NOWHERE]).orderBy('i.settled_at', 'desc').orderBy('i.id').limit(LISTED).execute()
  return rows.map((row) => ({
    at: (row.settled_at ?? start).toString(), name: row.name, zone: row.zone, number: row.number, title: row.title, urgent: row.urgent,
    why: reasonWords(planFromJson(row.plan), row, { side: 'sender', zone: act.actor.zone, now: act.now }),
  }))
}

const NOWHERE = '00000000-0000-0000-0000-000000000000'
