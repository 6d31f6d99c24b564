import { said } from '../words/said.ts'
import type { Said } from '../words/said.ts'

export const ASK_STATES = ['open', 'seen', 'question_back', 'clarified', 'answered', 'declined', 'lapsed', 'overdue', 'escalated', 'withdrawn'] as const
/**
 * `question_back`: the answerer asked something, and the clock stands still. `clarified`: it came back and was not
 * opened since. `lapsed`: silence counted as the answer. `overdue`: the shown due time passed. `escalated`: somebody
 * of the agreement's escalation path was told.
 */
export type AskState = (typeof ASK_STATES)[number]

/** Something is still asked of somebody. */
export const OPEN_STATES: ReadonlySet<AskState> = new Set(['open', 'seen', 'question_back', 'clarified', 'overdue', 'escalated'])

export const ASK_EVENTS = [
  'see', 'ask_back', 'clarify', 'answer', 'decline', 'add', 'reassign', 'withdraw', 'due', 'silent', 'escalate', 'acknowledge',
  'replan', 'cover', 'leave', 'rate', 'change_due', 'reopen',
] as const
/**
 * `due`, `silent`, `escalate`: a timer fired. `replan`: hours, zone, focus or absences changed. `cover`: an absence
 * begins and its cover takes over. `leave`: the answerer was deactivated or lost access. `add`: another person adds.
 */
export type AskEventKind = (typeof ASK_EVENTS)[number]

/** Allowed, with the states that may follow; or refused, with what happened and what to do. */
export type AskCell =
  | { readonly allowed: true; readonly to: readonly AskState[] }
  | { readonly allowed: false; readonly message: Said; readonly next: Said }

type Row = Readonly<Record<AskEventKind, AskCell>>

const to = (...states: AskState[]): AskCell => ({ allowed: true, to: states })
const no = (message: Said, next: Said): AskCell => ({ allowed: false, message, next })

const noQuestion = no(said`No question about this ask is open.`, said`Write what you want to say as a reply.`)
const questionOpen = no(said`A question about this ask is with the asker already.`, said`Wait for the answer, or add to the question with a reply; the clock stands still until then.`)
const standsStill = no(said`The clock of this ask stands still while a question is with the asker.`, said`Answer the question; the clock runs again from then.`)
const notOverdue = no(said`This ask is not overdue.`, said`Wait until it is due, or ask the person directly.`)
const isOverdue = no(said`This ask is overdue already.`, said`Answer it, decline it, or give it more time.`)
const noSilence = no(said`This ask is overdue, and silence does not answer it.`, said`Answer it, or withdraw it.`)
const notAnswered = no(said`This ask has no answer yet.`, said`Wait for the answer, or say more in a reply.`)
const unread = no(said`You have not opened this ask yet.`, said`Read it first; then say how urgent it was.`)
const answered = no(said`This ask was answered already.`, said`Read the answer; if it does not answer the question, the asker can reopen it.`)
const declined = no(said`The person who was asked declined.`, said`The asker can ask somebody else, or withdraw it.`)
const lapsed = no(said`The time passed without an answer, and the silent default holds.`, said`Add what you have to say as a reply, or ask again.`)
const withdrawn = no(said`The asker withdrew this ask.`, said`Its history says why; ask them if you still need it.`)

/** A state in which nothing more is asked of anybody, but for what `still` names. */
const settled = (why: AskCell, still: Partial<Row>): Row => ({
  see: why, ask_back: why, clarify: why, answer: why, decline: why, add: why, reassign: why, withdraw: why, due: why, silent: why, escalate: why,
  acknowledge: why, replan: why, cover: why, leave: why, rate: why, change_due: why, reopen: why, ...still,
})

/** The clock runs: the answerer has it, and has opened it or not. */
const running = (state: 'open' | 'seen' | 'clarified', own: Partial<Row>): Row => ({
  see: to('seen'), ask_back: to('question_back'), clarify: noQuestion, answer: to('answered'), decline: to('declined', 'open'), add: to(state),
  reassign: to('open'), withdraw: to('withdrawn'), due: to('overdue'), silent: to('lapsed'), escalate: notOverdue, acknowledge: to('seen'),
  replan: state === 'open' ? to('open') : to(state, 'open'), cover: to('open'), leave: to('open', 'overdue'), rate: to(state), change_due: to(state), reopen: notAnswered, ...own,
})

/** The shown due time has passed. More time, by the asker or by an absence noted later, takes it back. */
const late = (state: 'overdue' | 'escalated'): Row => ({
  see: to(state), ask_back: to('question_back'), clarify: noQuestion, answer: to('answered'), decline: to('declined', 'open'), add: to(state),
  reassign: to('open'), withdraw: to('withdrawn'), due: isOverdue, silent: noSilence, escalate: to('escalated'), acknowledge: to(state),
  replan: to(state, 'open', 'seen'), cover: to('open'), leave: to('open', state), rate: to(state), change_due: to('open', 'seen'), reopen: notAnswered,
})

/** Every pair of state and event. */
export const ASK_TABLE: Readonly<Record<AskState, Row>> = {
  open: running('open', { rate: unread }),
  seen: running('seen', {}),
  question_back: {
    see: to('question_back'), ask_back: questionOpen, clarify: to('clarified', 'open', 'overdue', 'escalated'), answer: to('answered'), decline: to('declined', 'open'),
    add: to('question_back'), reassign: to('open'), withdraw: to('withdrawn'), due: standsStill, silent: standsStill, escalate: standsStill,
    acknowledge: to('question_back'), replan: standsStill, cover: to('question_back'), leave: to('question_back', 'overdue'), rate: to('question_back'),
    change_due: standsStill, reopen: notAnswered,
  },
  clarified: running('clarified', {}),
  answered: settled(answered, { see: to('answered'), add: to('answered'), rate: to('answered'), reopen: to('open') }),
  declined: settled(declined, { see: to('declined'), add: to('declined'), rate: to('declined'), answer: to('answered'), reassign: to('open'), withdraw: to('withdrawn') }),
  lapsed: settled(lapsed, { see: to('lapsed'), add: to('lapsed'), rate: to('lapsed') }),
  overdue: late('overdue'),
  escalated: late('escalated'),
  withdrawn: settled(withdrawn, { see: to('withdrawn'), rate: to('withdrawn') }),
}
