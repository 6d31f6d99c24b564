import type { CallView } from '#contract/threads.ts'
import { proposeTimes } from '#domain/asks/call-times.ts'
import { callOfferSentence } from '#domain/asks/offer-words.ts'
import { CALL_MINUTES, LONG_CALL_MINUTES } from '#domain/asks/rounds.ts'
import { may } from '#domain/policy.ts'
import type { EntryRights } from '#domain/policy.ts'
import { focusSpansOf } from '#server/attention/public.ts'
import { calendarsOf, namesOf } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'

type Viewer = Pick<Act, 'tx' | 'actor' | 'now'>

/** How far ahead focus is laid out where a time is looked for. Unit: days. */
const AHEAD_DAYS = 15

export function selectCalls({ tx, actor: { workspaceId } }: Pick<Act, 'tx' | 'actor'>) {
  return tx.selectFrom('thread_call as c').leftJoin('reply as o', (join) => join.onRef('o.workspace_id', '=', 'c.workspace_id').onRef('o.id', '=', 'c.outcome_reply_id'))
    .select(['c.id', 'c.entry_id', 'c.question_ids', 'c.state', 'c.why', 'c.rounds', 'c.messages', 'c.open_days', 'c.limit_was', 'c.people', 'c.agenda', 'c.offered_at',
      'c.starts_at', 'c.minutes', 'c.reason', 'o.body as outcome'])
    .where('c.workspace_id', '=', workspaceId)
}
export type CallRow = Awaited<ReturnType<ReturnType<typeof selectCalls>['executeTakeFirstOrThrow']>>

/** The newest call of a thread, for the people concerned; null for everybody else, and once it was declined. */
export async function callOf(act: Viewer, threadId: string, rights: EntryRights): Promise<CallView | null> {
  const row = await selectCalls(act).where('c.entry_id', '=', threadId).orderBy('c.offered_at', 'desc').orderBy('c.id', 'desc').limit(1).executeTakeFirst()
  if (!row || row.state === 'dismissed' || !may(act.actor, 'call.see', { call: { people: row.people, entry: rights } })) return null
  return viewCall(act, row)
}

async function viewCall(act: Viewer, row: CallRow): Promise<CallView> {
  const names = await namesOf(act, row.people)
  const people = row.people.flatMap((id) => names.get(id) ?? [])
  return {
    id: row.id, state: row.state, why: await whyOf(act, row), rounds: row.rounds, messages: row.messages, openDays: row.open_days, people: people.map(({ id, name, zone }) => ({ id, name, zone })),
    agenda: row.agenda, slots: row.state === 'offered' ? await slotsFor(act, row.people, CALL_MINUTES) : [], startsAt: row.starts_at?.toString() ?? null, minutes: row.minutes,
    reason: row.reason, outcome: row.outcome, can: CAN[row.state],
  }
}

/** One sentence on why a call is offered, for the actor. */
export async function whyOf(act: Viewer, row: CallRow): Promise<string> {
  const count = { rounds: row.rounds, messages: row.messages, days: row.open_days }[row.why]
  return callOfferSentence({
    why: row.why, count, limit: row.limit_was, peopleIds: row.people, agenda: row.agenda.map((text) => ({ askId: null, text, peopleIds: row.people })),
    options: [{ kind: 'call', minutes: CALL_MINUTES, longMinutes: LONG_CALL_MINUTES }, { kind: 'decision' }],
  }, await namesOf(act, row.people), { id: act.actor.personId, zone: act.actor.zone, now: act.now, words: wordsOf(act) })
}

const CAN: Readonly<Record<CallRow['state'], CallView['can']>> = { offered: ['propose', 'dismiss', 'close'], proposed: ['propose', 'dismiss', 'close'], dismissed: [], closed: [] }

/** When all of them could talk. */
async function slotsFor(act: Viewer, personIds: readonly string[], minutes: number): Promise<CallView['slots']> {
  const calendars = await calendarsOf(act, personIds)
  const focus = await focusSpansOf(act, calendars, { start: act.now, end: act.now.add({ hours: AHEAD_DAYS * 24 }) })
  const readers = [...calendars].map(([id, calendar]) => ({ id, calendar, focus: focus.get(id) ?? [] }))
  return proposeTimes(readers, minutes, act.now).map(({ start, end }) => ({ start: start.toString(), end: end.toString() }))
}
