import type { AskView } from '#contract/asks.ts'
import type { Ask } from '#domain/asks/ask.ts'
import { ASK_STEPS } from '#domain/asks/ask.ts'
import type { AskEventKind } from '#domain/asks/ask-table.ts'
import { canHappen } from '#domain/asks/change-ask.ts'
import { countedMinutes } from '#domain/asks/clock.ts'
import { OPEN_STATES } from '#domain/asks/ask-table.ts'
import type { Cast, Viewer } from '#domain/asks/moment-words.ts'
import type { Answerers } from '#domain/asks/plan-ask.ts'
import { clockTime } from '#domain/asks/reader.ts'
import { whyStill } from '#domain/asks/still.ts'
import { stepSentence } from '#domain/asks/step-words.ts'
import { dueInWords, statusSentence, stillSentence } from '#domain/asks/words.ts'
import { may } from '#domain/policy.ts'
import type { Action } from '#domain/policy.ts'
import { settingsOf } from '#server/agreement/public.ts'
import type { Act } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'
import { castOf, clockReaders } from './people.ts'
import { askFor, besideOf } from './queries.ts'
import type { AskRow, StepRow } from './queries.ts'
import { askOf, rightsOf } from './rows.ts'

/** What each verb needs: the right, and an event that the state allows. */
const VERBS: readonly (readonly [AskView['can'][number], Action, AskEventKind | null])[] = [
  ['answer', 'ask.answer', 'answer'], ['ask-back', 'ask.ask-back', 'ask_back'], ['clarify', 'ask.clarify', 'clarify'], ['decline', 'ask.decline', 'decline'], ['add', 'ask.add', 'add'],
  ['reassign', 'ask.reassign', 'reassign'], ['withdraw', 'ask.withdraw', 'withdraw'], ['change-due', 'ask.change-due', 'change_due'], ['acknowledge', 'ask.acknowledge', 'acknowledge'],
  ['rate', 'ask.rate', 'rate'], ['snooze', 'ask.snooze', null], ['not-answered', 'ask.not-answered', 'reopen'],
]

/** These asks as the actor reads them, in the given order. All of them may be seen; a handful of queries, however many. */
export async function viewAsks(act: Looker, rows: readonly AskRow[]): Promise<AskView[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.entry_id)
  const open = rows.filter((row) => OPEN_STATES.has(row.state)).map((row) => row.answerer_id)
  const [{ others, steps, asleep }, settings, readers] = await Promise.all([besideOf(act, ids), settingsOf(act), clockReaders(act, open)])
  const who = { readers, stopsInFocus: settings.asks.clock_stops_in_focus }
  const cast = await castOf(act, [...rows.flatMap((row) => [row.asker_id, row.answerer_id, row.first_answerer_id, row.takeover?.coverId ?? null, row.answered_by, ...row.escalated_to]), ...[...others.values()].flat(), ...steps.flatMap((step) => [step.actor_id, step.person_id])])
  const stepsByAsk = Map.groupBy(steps, (step) => step.ask_id)
  const viewer: Viewer = { id: act.actor.personId, zone: act.actor.zone, now: act.now, words: wordsOf(act) }
  return rows.map((row) => {
    const ask = askOf(row, others.get(row.entry_id) ?? [])
    return { ...shape(act, row, { ask, cast, viewer, who }), steps: (stepsByAsk.get(row.entry_id) ?? []).map((step) => viewStep(step, cast, viewer)), snoozedUntil: asleep.get(row.entry_id)?.toString() ?? null }
  })
}

type Looker = Pick<Act, 'tx' | 'actor' | 'now'>
type Known = { ask: Ask; cast: Cast; viewer: Viewer; who: Pick<Answerers, 'readers' | 'stopsInFocus'> }

function shape(act: Looker, row: AskRow, known: Known): Omit<AskView, 'steps' | 'snoozedUntil'> {
  const { ask, cast } = known
  const [asker, answerer] = [cast.get(ask.askerId), cast.get(ask.answererId)]
  const rights = rightsOf(act.actor.workspaceId, row)
  const clock = clockOf(known)
  return {
    number: row.number, threadNumber: row.thread_number, title: row.title, body: row.body, spaceId: row.space_id, spaceName: row.space_name,
    askerId: ask.askerId, askerName: asker?.name ?? '', askerZone: asker?.zone ?? 'UTC', answererId: ask.answererId, answererName: answerer?.name ?? '', answererZone: answerer?.zone ?? 'UTC',
    firstAnswererName: ask.firstAnswererId === ask.answererId ? null : cast.get(ask.firstAnswererId)?.name ?? null,
    others: ask.otherIds.map((id) => ({ id, name: cast.get(id)?.name ?? '' })), kind: ask.kind, urgency: ask.urgency, urgent: ask.urgent, scope: ask.scope, criteria: ask.criteria,
    blockedPath: ask.blockedPath, urgentReason: ask.reason, silentDefault: ask.silentDefault, needBy: row.need_by?.toString() ?? null, state: ask.state === 'question_back' ? 'question-back' : ask.state,
    askedAt: ask.askedAt.toString(), readsAt: row.reads_at?.toString() ?? null, dueAt: OPEN_STATES.has(ask.state) ? ask.clock.dueAt.toString() : null, running: clock.running, clock: clock.words,
    seenAt: ask.seenAt?.toString() ?? null, acknowledgedAt: ask.acknowledgedAt?.toString() ?? null, settledAt: ask.settledAt?.toString() ?? null, question: ask.question, answer: row.answer, answerReplyId: row.answer_reply_id,
    rating: rights.answererIds.includes(act.actor.personId) ? ask.rating : null, status: statusSentence(ask, cast, known.viewer),
    can: VERBS.flatMap(([verb, action, event]) => may(act.actor, action, { ask: rights }) && (event === null ? OPEN_STATES.has(ask.state) : canHappen(ask.state, event)) && (verb !== 'rate' || ask.urgent) && (verb !== 'acknowledge' || (ask.urgent && ask.acknowledgedAt === null)) ? [verb] : []),
  }
}

function clockOf({ ask, cast, viewer, who }: Known): { running: boolean; words: string } {
  if (!OPEN_STATES.has(ask.state)) return { running: false, words: '' }
  const reader = who.readers.get(ask.answererId)
  if (!reader) return { running: false, words: '' }
  const still = whyStill(ask, reader, who.stopsInFocus, viewer.now)
  const left = countedMinutes(ask.clock.term, viewer.now, ask.clock.dueAt, clockTime(reader, { urgent: ask.urgent, stopsInFocus: who.stopsInFocus }))
  const due = `${dueInWords(ask, left, viewer)}.`
  if (still === null) return { running: true, words: due }
  const words = stillSentence(still, ask, cast, viewer)
  return { running: false, words: still.why === 'question' ? words : `${due} ${words}` }
}

function viewStep(row: StepRow, cast: Cast, viewer: Viewer): AskView['steps'][number] {
  const kind = ASK_STEPS.find((one) => one === row.kind) ?? 'asked'
  return {
    at: row.at.toString(), kind, actorName: row.actor_id === null ? null : cast.get(row.actor_id)?.name ?? '', dueAt: row.due_at?.toString() ?? null,
    sentence: stepSentence({ kind, actorId: row.actor_id, personId: row.person_id, text: row.text }, cast, viewer),
  }
}

export async function viewAskByNumber(act: Looker, number: number): Promise<AskView> {
  const [view] = await viewAsks(act, [await askFor(act, number)])
  if (!view) throw new Error(`Ask ${number} has no view.`)
  return view
}
