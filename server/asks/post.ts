import type { AskView, postAsk, previewAsk } from '#contract/asks.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { AgreementSettings } from '#domain/agreement/settings.ts'
import { latenessFor } from '#domain/asks/lateness.ts'
import { checkAsk, openAsk, termsOf } from '#domain/asks/open-ask.ts'
import type { Given, NewAsk } from '#domain/asks/open-ask.ts'
import { latenessOfferSentence, latenessSentence } from '#domain/asks/offer-words.ts'
import { outsideHoursSentence } from '#domain/asks/outside-hours.ts'
import { planAsk } from '#domain/asks/plan-ask.ts'
import type { Answerers, AskPlan } from '#domain/asks/plan-ask.ts'
import { termOf } from '#domain/asks/clock.ts'
import { silenceOf } from '#domain/asks/kinds.ts'
import { planSentence } from '#domain/asks/words.ts'
import { urgentState } from '#domain/attention/escalation.ts'
import { Refusal } from '#domain/refusal.ts'
import { inWords, said } from '#domain/words/said.ts'
import type { Span } from '#domain/time/types.ts'
import { settingsOf } from '#server/agreement/public.ts'
import { landingsOf } from '#server/attention/public.ts'
import { knownTo, viewCalendar, viewSpan } from '#server/people/public.ts'
import { undoEnd } from '#server/platform/act.ts'
import type { Act } from '#server/platform/act.ts'
import { json } from '#server/platform/db/columns.ts'
import { wordsOf } from '#server/platform/words.ts'
import { membersOf, placeOf, spaceFor } from '#server/spaces/public.ts'
import type { Space } from '#server/spaces/public.ts'
import { insist } from '#server/writing/public.ts'
import { openThread, threadFor } from '#server/threads/public.ts'
import { record } from './apply.ts'
import { TIMERS } from './names.ts'
import { answerersOf, castOf } from './people.ts'
import { changing, urgentToJson } from './rows.ts'
import { viewAskByNumber } from './views.ts'

type Fields = InputOf<typeof previewAsk>
/** How much of the focus of a reader is drawn: from now on. Unit: hours. */
const DRAWN_H = 72
/** So many other people are looked at for a sooner answer. */
const CANDIDATES_MAX = 30

/** What the asker wrote, with the urgency that holds where none was chosen: the first that is not urgent and ends with a working day. */
function wantedOf(act: Act, input: Omit<Fields, 'spaceId' | 'text'>, settings: AgreementSettings): NewAsk {
  const [, ...others] = settings.responses
  const usual = others.find(({ allowance }) => 'working_days' in allowance) ?? others[0] ?? settings.responses[0]
  return {
    askerId: act.actor.personId, kind: input.kind, answererId: input.to, otherIds: input.others, urgency: input.urgency ?? usual?.name ?? '', reason: input.urgentReason, scope: input.scope,
    criteria: input.criteria, blockedPath: input.blockedPath, silentDefault: input.silentDefault, chosenDue: input.dueAt === null ? null : Temporal.Instant.from(input.dueAt),
  }
}

type Prepared = { wanted: NewAsk; given: Given; who: Answerers; plan: AskPlan; settings: AgreementSettings }

/** Everything decided before an ask is written; the composer shows the same. */
async function prepare(act: Act, space: Space, input: Omit<Fields, 'spaceId' | 'text'>, also: readonly string[] = []): Promise<Prepared> {
  const settings = await settingsOf(act)
  const wanted = wantedOf(act, input, settings)
  const given = termsOf(wanted, settings.responses)
  const place = placeOf(act.actor.workspaceId, space)
  const asked = [wanted.answererId, ...wanted.otherIds]
  const [who, known] = await Promise.all([answerersOf(act, { place, askerId: act.actor.personId, personIds: [...asked, ...also], settings }), knownTo(act, asked)])
  const stranger = asked.find((id) => !who.mayAnswer.has(id) || !known.has(id))
  if (stranger !== undefined) throw new Refusal('bad_input', said`One of these people cannot see this space.`, said`Add them to ${space.name}, or ask somebody who is in it.`)
  return { wanted, given, who, settings, plan: planAsk(wanted.answererId, given, act.now, who) }
}

/**
 * When each reader would read an ask and when it would be due, by the very rules that run once it is sent. What is
 * missing for sending is said, not refused, so that the composer can show the moments while somebody still writes.
 */
export async function preview(act: Act, input: Fields): Promise<OutputOf<typeof previewAsk>> {
  const [space] = await Promise.all([spaceFor(act, input.spaceId, 'space.write'), settingsOf(act)])
  const candidates = input.needBy === null ? [] : (await membersOf(act, space.id)).filter((id) => id !== act.actor.personId).slice(0, CANDIDATES_MAX)
  const [{ wanted, given, who, plan, settings }] = await Promise.all([prepare(act, space, input, candidates), castOf(act, [input.to, ...input.others, act.actor.personId])])
  const cast = await castOf(act, [...who.readers.keys(), act.actor.personId])
  const viewer = { id: act.actor.personId, zone: act.actor.zone, now: act.now, words: wordsOf(act) }
  const [first] = settings.responses
  const lateness = input.needBy === null ? null : latenessFor(plan, Temporal.Instant.from(input.needBy), given, act.now, who, {
    candidateIds: candidates, urgent: given.urgent || !first ? null : termOf(first.allowance, null),
  })
  const readers = [{ personId: plan.answererId, standing: 'asked' as const }, ...wanted.otherIds.filter((id) => id !== plan.answererId).map((personId) => ({ personId, standing: 'mentioned' as const }))]
  const told = await landingsOf(act, { readers, spaceId: space.id, urgent: given.urgent })
  const draw = (personId: string): { calendar: ReturnType<typeof viewCalendar>; focus: ReturnType<typeof viewSpan>[] } => {
    const reader = who.readers.get(personId)
    const near = (span: Span) => span.end.epochMilliseconds > act.now.epochMilliseconds && span.start.epochMilliseconds < act.now.add({ hours: DRAWN_H }).epochMilliseconds
    return { calendar: viewCalendar(reader?.calendar ?? { periods: [], holidays: new Set(), absences: [], given: new Set(), taken: [] }), focus: (reader?.focus ?? []).filter(near).map(viewSpan) }
  }
  return {
    landings: readers.map(({ personId }) => {
      const answers = personId === plan.answererId
      const covered = answers && plan.answererId !== plan.firstAnswererId
      return {
        personId, name: cast.get(personId)?.name ?? '', zone: cast.get(personId)?.zone ?? 'UTC', ...draw(personId), role: answers ? 'answerer' as const : 'other' as const,
        viaCover: covered, coverFor: covered ? cast.get(plan.firstAnswererId)?.name ?? null : null,
        readsAt: (answers ? plan.readsAt : told.get(personId)?.at)?.toString() ?? null, dueAt: answers ? plan.dueAt.toString() : null,
        sentence: answers ? planSentence(plan, silenceOf(wanted), cast, viewer) : told.get(personId)?.senderSentence ?? '', why: told.get(personId)?.senderSentence ?? '',
      }
    }),
    warning: [lateness && latenessSentence(lateness, plan, cast, viewer), given.term.kind === 'chosen' ? outsideHoursSentence(plan, who, cast, viewer) : null].filter((one) => one !== null).join(' ') || null,
    offers: (lateness?.offers ?? []).map((offer) => {
      const sentence = latenessOfferSentence(offer, cast, viewer)
      const { answererId, dueAt } = offer.plan
      return offer.kind === 'urgent' ? { kind: 'urgent' as const, sentence } : { kind: offer.kind, personId: answererId, name: cast.get(answererId)?.name ?? '', dueAt: dueAt.toString(), sentence }
    }),
    problems: problemsOf(act, wanted, given),
  }
}

function problemsOf(act: Act, wanted: NewAsk, given: Given): { field: string; message: string }[] {
  try {
    checkAsk(wanted, given, act.now)
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return [{ field: fieldOf(wanted, given), message: inWords(said`${error.said.message} ${error.said.next}`, wordsOf(act)) }]
  }
}

function fieldOf(wanted: NewAsk, { urgent }: Given): string {
  if (wanted.answererId === wanted.askerId) return 'to'
  if (urgent && wanted.reason.trim() === '') return 'urgentReason'
  if (urgent && wanted.blockedPath.trim() === '') return 'blockedPath'
  return urgent || wanted.silentDefault?.trim() === '' ? 'silentDefault' : 'dueAt'
}

/** What the form says already, so that the text need not say it again. */
const filledIn = ({ criteria }: NewAsk) => ['due' as const, 'scope' as const, 'responder' as const, ...(criteria === '' ? [] : ['criteria' as const])]

/**
 * Asks. Nobody is told while it can be taken back; the clock is shown at once.
 * @param fromEntryId the entry of another room that it was made from
 */
export async function post(act: Act, input: InputOf<typeof postAsk>, fromEntryId: string | null = null): Promise<AskView> {
  const { threadNumber, spaceId } = input
  if ((threadNumber === undefined) === (spaceId === undefined)) throw new Refusal('bad_input', said`An ask stands in a space or in a thread.`, said`Send spaceId, or threadNumber, and not both.`)
  const thread = threadNumber === undefined ? null : await threadFor(act, threadNumber, 'thread.write')
  const space = await spaceFor(act, thread?.spaceId ?? spaceId ?? '', 'space.write')
  const { wanted, given, plan } = await prepare(act, space, input)
  checkAsk(wanted, given, act.now)
  await insist(act, { text: `${input.title}\n\n${input.body}`, kind: 'thread', ask: wanted.kind, filled: filledIn(wanted) })
  const opened = await openThread(act, { kind: 'ask', space, title: input.title, body: input.body, files: input.files, inThread: thread?.id ?? null, fromReplyId: input.fromReplyId, fromEntryId, asked: [plan.answererId, ...input.others] })
  const change = openAsk(opened.id, wanted, given, plan, act.now)
  const urgent = change.ask.urgent ? urgentState(undoEnd(act), [change.ask.answererId]) : null
  await act.tx.insertInto('ask').values({
    workspace_id: act.actor.workspaceId, entry_id: opened.id, thread_id: thread?.id ?? opened.id, asker_id: change.ask.askerId, kind: change.ask.kind, urgency: change.ask.urgency, urgent: change.ask.urgent,
    urgent_reason: change.ask.reason, scope: change.ask.scope, criteria: change.ask.criteria, blocked_path: change.ask.blockedPath, silent_default: change.ask.silentDefault,
    need_by: input.needBy === null ? null : Temporal.Instant.from(input.needBy), asked_at: act.now, reads_at: plan.readsAt, ...changing(change.ask),
    urgent_state: urgent && json(urgentToJson(urgent)), rated_at: null, answer_reply_id: null,
  }).execute()
  if (change.ask.otherIds.length > 0) {
    await act.tx.insertInto('ask_other').values(change.ask.otherIds.map((personId, position) => ({ workspace_id: act.actor.workspaceId, ask_id: opened.id, person_id: personId, position }))).execute()
  }
  await record(act, { entry_id: opened.id, thread_id: thread?.id ?? opened.id, number: opened.number, space_id: space.id }, change)
  await act.timer({ kind: TIMERS.owed, key: opened.id, at: undoEnd(act), payload: { askId: opened.id } })
  if (urgent) await act.timer({ kind: TIMERS.urgent, key: opened.id, at: urgent.leftAt, payload: { askId: opened.id } })
  return viewAskByNumber(act, opened.number)
}
