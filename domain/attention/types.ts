import type { Instant, Span, Weekday, WorkCalendar } from '../time/types.ts'

/**
 * Time that somebody keeps undisturbed. A recurring block is meant on the person's own clock, in the zone they live in
 * on that date; like an interval of working time, it may cross midnight and end at `24:00`.
 */
export type FocusBlock =
  | {
    readonly kind: 'recurring'
    readonly id: string
    readonly days: readonly Weekday[]
    /** `HH:MM`. */
    readonly start: string
    /** `HH:MM`; an end that is not after the start lies on the next date. */
    readonly end: string
    /** First ISO local date. */
    readonly from: string
    /** Last ISO local date, itself included; null for no end. */
    readonly until: string | null
  }
  | { readonly kind: 'ad_hoc'; readonly id: string; readonly start: Instant; readonly end: Instant }

/** When somebody wants to read. `minutes` before the shift ends; `time` is `HH:MM` on their own clock. */
export type WindowChoice =
  | { readonly kind: 'shift_start' | 'midday' | 'focus_end' }
  | { readonly kind: 'before_wrap'; readonly minutes: number }
  | { readonly kind: 'local_time'; readonly time: string }

/** Daily or weekly; `time` is `HH:MM` on the reader's own clock, null for the start of the shift. */
export type DigestChoice = { readonly every: 'day' | 'week'; readonly time: string | null }

/** The numbers of the clauses that a reason cites; null where the agreement has none on it. */
export type Clauses = { readonly urgent: number | null; readonly focus: number | null; readonly hours: number | null }

/** Where the five mandatory clauses speak of it (002:238–243): response times; core and overlap hours. */
export const DEFAULT_CLAUSES: Clauses = { urgent: 1, focus: 5, hours: 5 }

/** One person, as far as the planner needs to know them. A value: build a new one instead of changing it. */
export type Reader = {
  readonly calendar: WorkCalendar
  readonly focus: readonly FocusBlock[]
  /** Empty for the default windows. */
  readonly windows: readonly WindowChoice[]
  readonly digest: DigestChoice
  /** False once deactivated: nothing reaches them any more. */
  readonly active: boolean
  readonly clauses: Clauses
}

/**
 * How a reader stands to an item; of several, the server names the first that holds. `asked`: a responder of the ask or
 * the receiver of a baton. `mentioned`: by name or role. `muted`: they muted the conversation without an end.
 * `following`: they follow it. `space`: they only belong to the space. `broadcast`: here, or the whole space.
 */
export type Standing = 'asked' | 'mentioned' | 'muted' | 'following' | 'space' | 'broadcast'

/** Something that may reach one reader. */
export type Item = {
  /** Unique for the reader and channel; also breaks ties in the order, so ids that grow with time are best (UUIDv7). */
  readonly id: string
  /** What is read in one go and leaves in one piece: the thread, ask or wrap. */
  readonly conversation: string
  /** The earliest moment it may leave, after the time to undo. It orders the items of a conversation. */
  readonly at: Instant
  readonly urgent: boolean
  readonly standing: Standing
  /** From a social or announcement space: it never leaves in a window unless the reader is asked or mentioned. */
  readonly quiet: boolean
  /** Until when the reader muted the conversation; null when they did not. Asks, mentions by name and urgent items pass. */
  readonly mutedUntil: Instant | null
  /** Whether the policy lets the reader see it at this moment. */
  readonly maySee: boolean
}

/** When something reaches a reader. `never` is not at all; the reason says why. */
export type When = 'now' | 'focus_end' | 'window' | 'digest' | 'never'

/**
 * Why an item leaves when it does. Held: `in_focus`, `away`, `off_hours`, `next_window`, `timed_mute`, `for_digest`,
 * `no_working_time`. Not held: `urgent`. Caught up: `focus_ended` early, `late` when the moment had passed. Never:
 * `muted`, `lost_access`, `deactivated`, `deleted`, `read`.
 */
export type ReasonCode =
  | 'urgent' | 'in_focus' | 'away' | 'off_hours' | 'next_window' | 'timed_mute' | 'for_digest' | 'no_working_time'
  | 'focus_ended' | 'late' | 'muted' | 'lost_access' | 'deactivated' | 'deleted' | 'read'

/** What kind of moment somebody reads at; `back_at_work` is the first working moment after the chosen one. */
export type Moment = WindowChoice['kind'] | 'back_at_work'

/** Stored with the item and shown to both sides. */
export type Reason = {
  readonly code: ReasonCode
  /** How long that which holds it lasts (the focus, the absence, the mute); null where nothing ends. */
  readonly until: Instant | null
  /** The clause of the agreement that says so; null where none does. */
  readonly clause: number | null
  /** What it leaves at; null in a digest and where nothing waits. */
  readonly moment: Moment | null
  /** Where it leaves at the end of a focus: that focus, joined with those that touch it. */
  readonly focus: Span | null
}

/** What the planner decided for one item and reader. */
export type Plan =
  | { readonly when: 'never'; readonly at: null; readonly reason: Reason; readonly flagged: false }
  | {
    readonly when: Exclude<When, 'never'>
    readonly at: Instant
    readonly reason: Reason
    /** True when the reader has no moment for it within 366 days, so that it leaves in a digest outside their hours. */
    readonly flagged: boolean
  }

/** Shapes as they are stored: instants are ISO strings. */
type ReasonJson = { readonly code: ReasonCode; readonly until: string | null; readonly clause: number | null; readonly moment: Moment | null; readonly focus: { readonly start: string; readonly end: string } | null }
export type PlanJson = { readonly when: When; readonly at: string | null; readonly reason: ReasonJson; readonly flagged: boolean }

/** Writes a plan so that `planFromJson` gives the same one back. */
export function planToJson(plan: Plan): PlanJson {
  const { code, until, clause, moment, focus } = plan.reason
  return {
    when: plan.when, at: plan.at?.toString() ?? null, flagged: plan.flagged,
    reason: { code, clause, moment, until: until?.toString() ?? null, focus: focus && { start: focus.start.toString(), end: focus.end.toString() } },
  }
}

/** Reads a stored plan. */
export function planFromJson({ when, at, flagged, reason }: PlanJson): Plan {
  const focus = reason.focus && { start: Temporal.Instant.from(reason.focus.start), end: Temporal.Instant.from(reason.focus.end) }
  const why: Reason = { code: reason.code, clause: reason.clause, moment: reason.moment, until: reason.until === null ? null : Temporal.Instant.from(reason.until), focus }
  if (when === 'never' || at === null) return { when: 'never', at: null, reason: why, flagged: false }
  return { when, at: Temporal.Instant.from(at), reason: why, flagged }
}
