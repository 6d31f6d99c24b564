import { MINUTE_MS } from '../time/dates.ts'
import { coverAt } from '../time/cover.ts'
import { isWorking } from '../time/next-working-moment.ts'
import { isBefore } from '../time/spans.ts'
import type { Instant, WorkCalendar } from '../time/types.ts'

/** Who is told when nobody is on it; the alarm in the space is always the last. */
export type PathStep = { readonly kind: 'person'; readonly personId: string } | { readonly kind: 'role'; readonly role: string } | { readonly kind: 'space' }

/** The agreement's way for an urgent ask (001:72): its people one after the other, its role, then the space. */
export type UrgentPath = {
  /** How often it is repeated until somebody is on it: the agreement's `urgent.repeat_minutes`, 10 by default. */
  readonly repeatMinutes: number
  /** How long each step has before the next: the agreement's `urgent.step_minutes`, 30 by default, after 001:45. */
  readonly stepMinutes: number
  readonly steps: readonly PathStep[]
}

/** One urgent ask on its way. */
export type UrgentAsk = {
  readonly leftAt: Instant
  /** Whom it was sent to; they are told first and again each time. */
  readonly to: readonly string[]
  /** When it was last told; null before the first time. */
  readonly toldAt: Instant | null
  /** How many steps of the path were told. */
  readonly steps: number
  /** When somebody said that they are on it, answered or withdrew; null while nobody did. */
  readonly acknowledgedAt: Instant | null
}

/** Who holds a role, and everybody's calendar, to find who is on shift and who covers. */
export type Team = { readonly roles: ReadonlyMap<string, readonly string[]>; readonly calendars: ReadonlyMap<string, WorkCalendar> }

/** What is told next. */
export type Telling = {
  /** When: `now` where it should have been before. */
  readonly at: Instant
  /** Everybody to tell, those who were told before included; each once. */
  readonly personIds: readonly string[]
  /** Who hears of it for the first time, and along which step. */
  readonly added: readonly { readonly personId: string; readonly step: PathStep }[]
  /** Whether the alarm goes up in the space, which happens once. */
  readonly alarm: boolean
  /** How many steps are told with this; store it as `steps`, and `at` as `toldAt`. */
  readonly steps: number
}
