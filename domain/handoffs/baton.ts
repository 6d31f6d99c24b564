import { Refusal } from '../refusal.ts'
import { isBefore } from '../time/spans.ts'
import type { Instant } from '../time/types.ts'
import { BATON_TABLE } from './baton-table.ts'
import type { BatonEventKind, BatonState } from './baton-table.ts'

/** Who is asked to take a baton, and until when. */
export type Plan = {
  receiverId: string
  /** Who was meant; differs from the receiver where that one is away and somebody covers. */
  firstReceiverId: string
  /** The receiver's next working moment, or the start of the shift that is meant. */
  startsAt: Instant
  lapsesAt: Instant
  /** Whom it would go to at `lapsesAt`, as far as is known today; null when nobody covers. */
  coverId: string | null
}

/** One item handed over. The giver holds it in every state but accepted, unowned, withdrawn and done. */
export type Baton = {
  state: BatonState
  giverId: string
  /** Who is asked; once accepted, who holds it; once done, who held it; null while nobody is asked. */
  receiverId: string | null
  firstReceiverId: string | null
  coverId: string | null
  question: string | null
  answer: string | null
  /** Since when the present receiver is asked. */
  offeredAt: Instant
  startsAt: Instant | null
  /** Null while no clock runs. */
  lapsesAt: Instant | null
  acceptedAt: Instant | null
  unownedAt: Instant | null
  doneAt: Instant | null
  /** What came of it, in a line; null while it is not done, empty where nothing was said. */
  outcome: string | null
}

export type BatonEvent =
  | { kind: 'accept' | 'take'; by: string }
  | { kind: 'return'; by: string; question: string }
  | { kind: 'answer'; by: string; answer: string; plan: Plan }
  | { kind: 'offer'; by: string; plan: Plan }
  | { kind: 'withdraw'; by: string; reason: string }
  /** `cover` is the plan with whoever covers for the receiver at this moment. */
  | { kind: 'lapse' | 'leave'; cover: Plan | null }
  | { kind: 'replan'; plan: Plan }
  | { kind: 'done'; by: string; outcome: string }
  | { kind: 'reopen'; by: string }

export const STEP_KINDS = ['offered', 'accepted', 'returned', 'answered', 'lapsed', 'unowned', 'taken', 'withdrawn', 'replanned', 'done', 'reopened'] as const
/** One line of a baton's history. `actorId` is null where Longhand itself acted. */
export type BatonStep = { kind: (typeof STEP_KINDS)[number]; actorId: string | null; receiverId: string | null; text: string }
/** `alarm` is true exactly when the baton has just lost its last owner. */
export type BatonChange = { baton: Baton; step: BatonStep; alarm: boolean }

/** A fresh baton on its way to its receiver. */
export function offerBaton(giverId: string, plan: Plan, now: Instant): BatonChange {
  const blank: Baton = {
    state: 'offered', giverId, receiverId: null, firstReceiverId: null, coverId: null, question: null, answer: null,
    offeredAt: now, startsAt: null, lapsesAt: null, acceptedAt: null, unownedAt: null, doneAt: null, outcome: null,
  }
  return asked({ ...blank, state: 'offered' }, plan, now, { kind: 'offered', actorId: giverId, text: '' })
}

/**
 * What becomes of a baton. Who may do this is the policy's to say; here only whether it can be done now.
 * @throws {Refusal} `conflict` for every pair of state and event that `BATON_TABLE` refuses, in its words
 * @see docs/decisions/0009-batons-stay-with-the-giver.md (source of the rules)
 */
export function changeBaton(baton: Baton, event: BatonEvent, now: Instant): BatonChange {
  const cell = BATON_TABLE[baton.state][event.kind]
  if (!cell.allowed) throw new Refusal('conflict', cell.message, cell.next)
  switch (event.kind) {
    case 'accept': return held(baton, event.by, now, 'accepted')
    case 'take': return held(baton, event.by, now, 'taken')
    case 'return': return still({ ...baton, state: 'returned', question: event.question, answer: null }, { kind: 'returned', actorId: event.by, receiverId: baton.receiverId, text: event.question })
    case 'answer': return asked({ ...baton, state: 'offered', answer: event.answer }, event.plan, now, { kind: 'answered', actorId: event.by, text: event.answer })
    case 'offer': return asked({ ...baton, state: 'offered', question: null, answer: null, unownedAt: null }, event.plan, now, { kind: 'offered', actorId: event.by, text: '' })
    case 'withdraw': return still({ ...baton, state: 'withdrawn' }, { kind: 'withdrawn', actorId: event.by, receiverId: baton.receiverId, text: event.reason })
    case 'lapse':
    case 'leave': return passedOn(baton, event.cover, now)
    case 'replan': return replanned(baton, event.plan)
    case 'done': return still({ ...baton, state: 'done', doneAt: now, outcome: event.outcome }, { kind: 'done', actorId: event.by, receiverId: baton.receiverId, text: event.outcome })
    case 'reopen': return heldAgain(baton, event.by, now)
  }
}

/** Whether this event can happen to a baton in this state, whoever asks. */
export const isPossible = (state: BatonState, event: BatonEventKind): boolean => BATON_TABLE[state][event].allowed

/** Whether nobody took it in time. False while a question is open, because the clock stands still. */
export function isLapsed(baton: Pick<Baton, 'state' | 'lapsesAt'>, now: Instant): boolean {
  return isPossible(baton.state, 'lapse') && baton.lapsesAt !== null && !isBefore(now, baton.lapsesAt)
}

/** The giver until somebody accepted; nobody once it is unowned, withdrawn or done. */
export function holderOf({ state, giverId, receiverId }: Pick<Baton, 'state' | 'giverId' | 'receiverId'>): string | null {
  if (state === 'accepted') return receiverId
  return state === 'unowned' || state === 'withdrawn' || state === 'done' ? null : giverId
}

function asked(baton: Baton, plan: Plan, now: Instant, step: Omit<BatonStep, 'receiverId'>): BatonChange {
  return { baton: { ...baton, ...plan, offeredAt: now }, step: { ...step, receiverId: plan.receiverId }, alarm: false }
}

/** The clock stands, so there is no moment at which it lapses. */
function still(baton: Baton, step: BatonStep): BatonChange {
  return { baton: { ...baton, lapsesAt: null, coverId: null }, step, alarm: false }
}

function held(baton: Baton, by: string, now: Instant, kind: 'accepted' | 'taken'): BatonChange {
  return still({ ...baton, state: 'accepted', receiverId: by, acceptedAt: now, unownedAt: null }, { kind, actorId: by, receiverId: by, text: '' })
}

/** Not done after all: back in the hands it was in, from this moment on. */
function heldAgain(baton: Baton, by: string, now: Instant): BatonChange {
  return still({ ...baton, state: 'accepted', acceptedAt: now, doneAt: null, outcome: null }, { kind: 'reopened', actorId: by, receiverId: baton.receiverId, text: '' })
}

/** To the cover the first time; to nobody where nobody covers, after the cover, and when a question is left behind. */
function passedOn(baton: Baton, cover: Plan | null, now: Instant): BatonChange {
  if (baton.state === 'offered' && cover !== null) {
    const step = { kind: 'lapsed', actorId: null, text: '' } as const
    return asked({ ...baton, state: 'lapsed' }, { ...cover, firstReceiverId: baton.firstReceiverId ?? cover.firstReceiverId }, now, step)
  }
  return { ...still({ ...baton, state: 'unowned', receiverId: null, unownedAt: now }, { kind: 'unowned', actorId: null, receiverId: baton.receiverId, text: '' }), alarm: true }
}

/** New hours may give more time, never less than was shown. */
function replanned(baton: Baton, plan: Plan): BatonChange {
  const shown = baton.lapsesAt
  const lapsesAt = shown !== null && isBefore(plan.lapsesAt, shown) ? shown : plan.lapsesAt
  const step: BatonStep = { kind: 'replanned', actorId: null, receiverId: baton.receiverId, text: '' }
  return { baton: { ...baton, startsAt: plan.startsAt, lapsesAt, coverId: plan.coverId }, step, alarm: false }
}
