import type { Instant } from '../time/types.ts'
import type { AskState } from './ask-table.ts'
import type { AskClock, Term } from './clock.ts'
import type { AskKind, AskRating, AskScope } from './kinds.ts'
import type { AskPlan, Takeover } from './plan-ask.ts'
import type { ClockTime } from './reader.ts'

/** One question to one accountable person. A value: `changeAsk` gives the next one. */
export type Ask = {
  readonly id: string
  readonly askerId: string
  readonly kind: AskKind
  /** The one accountable person; everybody in `otherIds` may add. */
  readonly answererId: string
  /** Who was meant; differs from the answerer where that one is away and somebody covers. */
  readonly firstAnswererId: string
  readonly otherIds: readonly string[]
  /** Name of a response of the agreement. */
  readonly urgency: string
  /** Whether that is the agreement's most urgent one, which reaches through focus and batching. */
  readonly urgent: boolean
  /** Why it is urgent; empty otherwise. */
  readonly reason: string
  readonly scope: AskScope
  /** What the answer will be decided by; empty when not said. */
  readonly criteria: string
  /** What waits for the answer; empty when not said. */
  readonly blockedPath: string
  /** What silence means, in the asker's words; null when it means nothing. */
  readonly silentDefault: string | null
  readonly chosenDue: Instant | null
  /** The whole time given, which each new answerer has from the start. */
  readonly term: Term
  readonly askedAt: Instant
  readonly state: AskState
  readonly clock: AskClock
  /** Who will stand in, and when, as far as is known today. */
  readonly takeover: Takeover | null
  readonly seenAt: Instant | null
  readonly acknowledgedAt: Instant | null
  /** The open question of the answerer, or the last one beside its clarification. */
  readonly question: string | null
  readonly clarification: string | null
  readonly overdueAt: Instant | null
  /** Who of the escalation path was told, in order; null is the alarm of the space, always the last. */
  readonly escalatedTo: readonly (string | null)[]
  readonly escalatedAt: Instant | null
  readonly rating: AskRating | null
  readonly settledAt: Instant | null
  /** Who answered; others may do so for the accountable one. */
  readonly answeredById: string | null
}

/** `plan` is always the time of whoever is asked after the event; see `plan-ask.ts` for what makes one. */
export type AskEvent =
  | { kind: 'see' | 'acknowledge'; by: string }
  /** `time` is the answerer's, to know what is left. */
  | { kind: 'ask_back'; by: string; question: string; time: ClockTime }
  | { kind: 'clarify'; by: string; text: string; plan: AskPlan }
  | { kind: 'answer' | 'add'; by: string; text: string }
  /** With a plan, it is open for the person it names; without, nobody is asked any more. */
  | { kind: 'decline'; by: string; reason: string; redirect: AskPlan | null }
  | { kind: 'reassign'; by: string; plan: AskPlan }
  | { kind: 'withdraw'; by: string; reason: string }
  | { kind: 'due' | 'silent' }
  /** `personId` null: the alarm of the space. */
  | { kind: 'escalate'; personId: string | null }
  | { kind: 'replan' | 'cover'; plan: AskPlan }
  /** `plan` null: nobody covers for who left. */
  | { kind: 'leave'; plan: AskPlan | null }
  | { kind: 'rate'; by: string; rating: AskRating }
  | { kind: 'change_due'; by: string; dueAt: Instant }
  | { kind: 'reopen'; by: string; text: string; plan: AskPlan }

export const ASK_STEPS = [
  'asked', 'seen', 'asked_back', 'clarified', 'answered', 'declined', 'added', 'reassigned', 'withdrawn', 'overdue', 'lapsed', 'escalated',
  'acknowledged', 'replanned', 'covered', 'left', 'rated', 'due_changed', 'reopened',
] as const
/**
 * One line of an ask's history. `actorId` is null where Longhand itself acted; `personId` is whom it concerns: the new
 * answerer, who was told, who left; null for a space's alarm.
 */
export type AskStep = { readonly kind: (typeof ASK_STEPS)[number]; readonly actorId: string | null; readonly personId: string | null; readonly text: string }
/** Somebody who should hear of it; how and when is the planner's to say. `alarm` goes to the ask's space. */
export type AskEffect =
  | { readonly kind: 'tell'; readonly personId: string; readonly about: AskStep['kind'] }
  | { readonly kind: 'alarm' }
export type AskChange = { readonly ask: Ask; readonly steps: readonly AskStep[]; readonly effects: readonly AskEffect[] }

/** Timers that an ask needs; the server keeps exactly these, and drops the others. Escalation has its own, from its path. */
export type AskTimer = { readonly kind: 'due' | 'silent' | 'cover'; readonly at: Instant }
