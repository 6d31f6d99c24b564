import type { Instant } from '../time/types.ts'
import type { DecisionState } from './decision-table.ts'

/** Two-way: easy to undo, so silence may close it. One-way: never closes on silence. */
export const DOORS = ['two_way', 'one_way'] as const
export type Door = (typeof DOORS)[number]

export const POSITION_KINDS = ['support', 'no_concern', 'question', 'objection', 'abstain'] as const
export type PositionKind = (typeof POSITION_KINDS)[number]

/** What a position is about: the whole, one option, or one trade-off of an option. Ids are those of the content. */
export type Point = { readonly optionId: string | null; readonly tradeOffId: string | null }
export const WHOLE: Point = { optionId: null, tradeOffId: null }

/** Where one person stands on one point; the newest one counts. */
export type Position = Point & {
  readonly personId: string
  readonly kind: PositionKind
  /** Why; required for a question and an objection. */
  readonly text: string
  readonly at: Instant
  /** The revision of the text that it was taken on. What was taken on an older one counts no more, but an objection stands until its owner lifts it. */
  readonly revision: number
}

/** Exactly one is accountable. Input is required of the responsible and the consulted; the informed are told. */
export type DecisionRoles = {
  /** Null only where who was accountable has left: nobody can sign until there is a new one. */
  readonly accountableId: string | null
  readonly responsibleIds: readonly string[]
  readonly consultedIds: readonly string[]
  readonly informedIds: readonly string[]
}

/** `first`: the deadline that was shown at opening. `extended`: moved once. `asked`: the accountable was asked by name. */
export type DecisionPhase = 'first' | 'extended' | 'asked'

/** A question to be decided in writing. A value: `changeDecision` gives the next one. */
export type Decision = {
  readonly id: string
  readonly authorId: string
  readonly state: DecisionState
  readonly door: Door
  readonly roles: DecisionRoles
  /** How long each named reader has, in working days on their own calendar. */
  readonly windowDays: number
  /** Counts texts that were shown while open; positions name the one they were taken on. */
  readonly revision: number
  readonly optionIds: readonly string[]
  readonly openedAt: Instant | null
  readonly deadline: Instant | null
  readonly phase: DecisionPhase
  /** What made it ready to be signed; null while it is not. */
  readonly readyBy: 'input' | 'silence' | 'call' | null
  readonly positions: readonly Position[]
  /** When each person opened the text of this revision, by person. */
  readonly seen: ReadonlyMap<string, Instant>
  /** Whose input the accountable goes on without, and why. */
  readonly waived: readonly { readonly personId: string; readonly reason: string }[]
  /** What came out of the call; its objections are on record and hold nothing up any more. */
  readonly call: { readonly at: Instant; readonly outcome: string; readonly objections: readonly Position[] } | null
  /** When the call on the objections is to be; null until somebody chooses, and again once it is over or not needed. */
  readonly callPlan: { readonly startsAt: Instant; readonly minutes: number } | null
  readonly chosenOptionId: string | null
  readonly signedById: string | null
  readonly signedAt: Instant | null
  /** Until when it holds without being confirmed; null for good. */
  readonly provisionalUntil: Instant | null
  /** Why it was withdrawn, deprecated or superseded; empty otherwise. */
  readonly reason: string
}

/** What the rules must know of the named readers at a deadline. */
export type ReaderFacts = { readonly absentWithCover: ReadonlySet<string> }

export type DecisionEvent =
  | { kind: 'edit'; by: string; optionIds: readonly string[]; deadline: Instant | null }
  | { kind: 'open'; by: string; deadline: Instant }
  | { kind: 'see'; by: string }
  | { kind: 'position'; by: string; position: PositionKind; about: Point; text: string }
  | { kind: 'roles'; by: string | null; roles: DecisionRoles; deadline: Instant | null }
  | { kind: 'waive'; by: string; personId: string; reason: string }
  /** `extension`: the end of the time that whoever is missing gets once more; `decideBy`: that of the accountable. Null where nobody works. */
  | { kind: 'deadline'; facts: ReaderFacts; extension: Instant | null; decideBy: Instant | null }
  | { kind: 'replan'; deadline: Instant }
  | { kind: 'more_time'; by: string; deadline: Instant }
  | { kind: 'propose_call'; by: string }
  | { kind: 'place_call'; by: string; startsAt: Instant }
  | { kind: 'hold_call'; by: string; outcome: string }
  | { kind: 'sign'; by: string; optionId: string; provisionalUntil: Instant | null }
  | { kind: 'withdraw' | 'deprecate'; by: string; reason: string }
  | { kind: 'resume'; by: string }
  | { kind: 'expire' }
  | { kind: 'confirm'; by: string }
  | { kind: 'supersede'; by: string; byNumber: number }
  | { kind: 'review'; by: string; note: string }

export const DECISION_STEPS = [
  'drafted', 'opened', 'edited', 'took_position', 'lifted', 'roles_changed', 'waived', 'extended', 'accountable_asked', 'deadline_moved', 'call_needed', 'call_placed', 'call_held', 'ready', 'no_longer_ready',
  'signed', 'withdrawn', 'resumed', 'lapsed', 'expired', 'confirmed', 'superseded', 'deprecated', 'reviewed', 'review_due', 'imported',
] as const
export type DecisionStepKind = (typeof DECISION_STEPS)[number]
/** One line of a decision's history. `actorId` is null where Longhand itself acted; `personId` is whom it concerns. */
export type DecisionStep = { readonly kind: DecisionStepKind; readonly actorId: string | null; readonly personId: string | null; readonly text: string }
export type DecisionChange = { readonly decision: Decision; readonly steps: readonly DecisionStep[] }
