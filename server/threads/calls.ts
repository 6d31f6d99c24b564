import type { closeCall, dismissCall, proposeCall, ThreadView } from '#contract/threads.ts'
import type { InputOf } from '#contract/operation.ts'
import { CALL_MINUTES, offerCall } from '#domain/asks/rounds.ts'
import { may } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { isBefore } from '#domain/time/spans.ts'
import { settleItems, tell } from '#server/attention/public.ts'
import { settingsOf } from '#server/agreement/public.ts'
import type { Act } from '#server/platform/act.ts'
import { json } from '#server/platform/db/columns.ts'
import { whoSees } from '#server/spaces/public.ts'
import { selectCalls } from './call-view.ts'
import type { CallRow } from './call-view.ts'
import { holds } from './holds.ts'
import { lockWhole } from './load.ts'
import type { Thread } from './load.ts'
import { insertReply } from './reply.ts'
import { closeThread } from './state.ts'
import { asksIn, roundsOf, spokenIn, talkOf } from './talk.ts'
import { viewThread } from './thread-view.ts'

/** Fewer replies are over no limit. */
const TALK_MIN = 4

/**
 * Looks after each reply whether talking is better than writing on. The offer is told to the people concerned alone, and
 * made once for each question.
 */
export async function offerAfter(act: Act, thread: Thread): Promise<void> {
  if (!mayBeOver(thread)) return
  const [asks, spoken, settings, calls] = await Promise.all([
    thread.mayHoldAsks ? asksIn(act, thread.id) : [], spokenIn(act, thread.id), settingsOf(act), thread.hasCalls ? selectCalls(act).where('c.entry_id', '=', thread.id).execute() : [],
  ])
  const asked = new Set(calls.flatMap((call) => call.question_ids))
  const talk = talkOf({ ...thread, resolved: thread.resolvedAt !== null }, asks, spoken)
  const openPoints = talk.openPoints.filter(({ askId }) => !asked.has(askId ?? thread.id))
  const { rounds_limit: rounds, rounds_messages: messages, rounds_days: days } = settings.asks
  const offer = offerCall({ ...talk, openPoints }, { rounds, messages, days }, act.now)
  if (!offer) return
  const people = await whoSees(act, { id: thread.spaceId, visibility: thread.rights.place.visibility, archived_at: null }, offer.peopleIds)
  if (people.length < 2) return
  const id = act.newId()
  const since = talk.exchanges[0]?.at ?? act.now
  await act.tx.insertInto('thread_call').values({
    workspace_id: act.actor.workspaceId, id, entry_id: thread.id, question_ids: json(offer.agenda.map(({ askId }) => askId ?? thread.id)), state: 'offered', why: offer.why,
    rounds: offer.why === 'rounds' ? offer.count : roundsOf({ ...talk, openPoints }), messages: talk.exchanges.length, open_days: offer.why === 'days' ? offer.count : Math.floor(since.until(act.now).total('hours') / 24),
    limit_was: offer.limit, people: json(people), agenda: json(offer.agenda.map(({ text }) => text)), offered_at: act.now, starts_at: null, minutes: null,
    settled_by: null, settled_at: null, outcome_reply_id: null,
  }).execute()
  await holds(act, thread.id, 'has_calls')
  await tellCall(act, thread, { id, people, key: `call:${id}` })
}

/** Most replies are far from any limit, and cost nothing here: a thread without asks is one question, and is offered one call. */
function mayBeOver({ kind, noise, replyCount, openAsks, hasCalls, resolvedAt }: Thread): boolean {
  if (noise !== 'work' || replyCount + 1 < TALK_MIN) return false
  return openAsks > 0 || (kind === 'thread' && resolvedAt === null && !hasCalls)
}

async function tellCall(act: Act, thread: Thread, { id, people, key }: { id: string; people: readonly string[]; key: string }): Promise<void> {
  await tell(act, {
    key, kind: 'call', source: 'threads.call', subjectId: id, conversationId: thread.id, spaceId: thread.spaceId, obliges: true,
    readers: people.map((personId) => ({ personId, standing: 'asked' })),
  })
  for (const personId of people) await act.emit({ kind: 'thread.changed', personId, payload: { entryId: thread.id, number: thread.number, threadId: thread.id } })
}

/**
 * The open call of a thread, for one of its people.
 * @throws {Refusal} `not_found` for everybody else, as if there were none
 */
async function callFor(act: Act, thread: Thread): Promise<CallRow> {
  const row = await selectCalls(act).where('c.entry_id', '=', thread.id).orderBy('c.offered_at', 'desc').orderBy('c.id', 'desc').limit(1).executeTakeFirst()
  if (!row || !may(act.actor, 'call.see', { call: { people: row.people, entry: thread.rights } })) {
    throw new Refusal('not_found', said`No call is offered to you in this thread.`, said`Reply in the thread, or ask.`)
  }
  if (row.state === 'dismissed' || row.state === 'closed') throw new Refusal('conflict', said`This call is settled already.`, said`Reply in the thread.`)
  return row
}

/** Proposes when the offered call begins; 15 minutes are enough unless somebody says why not. */
export async function propose(act: Act, { number, startsAt, minutes, reason }: InputOf<typeof proposeCall>): Promise<ThreadView> {
  const thread = await lockWhole(act, number, 'thread.write')
  const call = await callFor(act, thread)
  const at = Temporal.Instant.from(startsAt)
  if (!isBefore(act.now, at)) throw new Refusal('bad_input', said`This moment has passed.`, said`Choose one that lies ahead.`)
  if (minutes > CALL_MINUTES && reason.trim() === '') throw new Refusal('bad_input', said`A call of more than ${CALL_MINUTES} minutes needs a reason.`, said`Say why it takes longer, or keep it short.`)
  await act.tx.updateTable('thread_call').set({ state: 'proposed', starts_at: at, minutes, reason }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', call.id).execute()
  await tellCall(act, thread, { id: call.id, people: call.people, key: `call:${call.id}:${at.toString()}` })
  return viewThread(act, { number })
}

/** Declines the offered call for everybody concerned; it is not offered again for its questions. */
export async function dismiss(act: Act, { number, reason }: InputOf<typeof dismissCall>): Promise<ThreadView> {
  const thread = await lockWhole(act, number, 'thread.write')
  const call = await callFor(act, thread)
  await settle(act, call, { state: 'dismissed', reason })
  return viewThread(act, { number })
}

/** A call ends with its outcome in the thread, and in no other way. */
export async function close(act: Act, { number, outcome, resolve }: InputOf<typeof closeCall>): Promise<ThreadView> {
  const thread = await lockWhole(act, number, 'thread.write')
  const call = await callFor(act, thread)
  const { id } = await insertReply(act, thread, { body: outcome, kind: 'outcome' })
  await settle(act, call, { state: 'closed', outcome_reply_id: id })
  if (resolve && thread.resolvedAt === null) await closeThread(act, thread, outcome)
  return viewThread(act, { number })
}

async function settle(act: Act, call: CallRow, how: { state: 'dismissed'; reason: string } | { state: 'closed'; outcome_reply_id: string }): Promise<void> {
  await act.tx.updateTable('thread_call').set({ ...how, settled_by: act.actor.personId, settled_at: act.now }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', call.id).execute()
  await settleItems(act, { source: 'threads.call', subjectIds: [call.id], reason: 'settled' })
}
