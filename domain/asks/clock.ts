import type { Allowance } from '../agreement/settings.ts'
import { addWorkingMinutes } from '../time/add-working-minutes.ts'
import { Refusal } from '../refusal.ts'
import { daysLater, MINUTE_MS } from '../time/dates.ts'
import { noWorkingTime } from '../time/no-working-time.ts'
import { shiftsFrom } from '../time/shifts.ts'
import { isBefore } from '../time/spans.ts'
import { HORIZON_DAYS, workingMinutes } from '../time/types.ts'
import type { Instant, WorkCalendar } from '../time/types.ts'
import { workingMinutesBetween } from '../time/working-minutes-between.ts'
import type { ClockTime } from './reader.ts'
import { said } from '../words/said.ts'

/**
 * How long an answer may take. `working_minutes` counts the reader's working time, `minutes` the clock on the wall,
 * `working_days` ends with a working day (0 is the one that is on, or else the next), `chosen` at a moment.
 */
export type Term =
  | { readonly kind: 'working_minutes' | 'minutes'; readonly minutes: number }
  | { readonly kind: 'working_days'; readonly days: number }
  | { readonly kind: 'chosen'; readonly at: Instant }

/** The clock of one ask. A value that travels as it is, so that it can be kept in a row. */
export type AskClock = {
  /** What counts from `runningSince` on; while the clock stands, what is left. */
  readonly term: Term
  /** Minutes that counted in earlier stretches, of this reader. */
  readonly usedMinutes: number
  /** Null while the clock stands still. */
  readonly runningSince: Instant | null
  readonly stopped: 'question' | 'settled' | null
  /** As shown. It moves later, never earlier; while a question is open, the one shown last. */
  readonly dueAt: Instant
}

/** The agreement's allowance, unless the asker chose a moment. */
export function termOf(allowance: Allowance, chosenDue: Instant | null): Term {
  if (chosenDue !== null) return { kind: 'chosen', at: chosenDue }
  if ('working_days' in allowance) return { kind: 'working_days', days: allowance.working_days }
  return { kind: allowance.around_the_clock ? 'minutes' : 'working_minutes', minutes: allowance.minutes }
}

/**
 * When a term that starts now is over.
 * @throws {Refusal} `no_working_time` when the reader does not work enough within 366 days
 */
export function dueAfter(term: Term, from: Instant, time: ClockTime): Instant {
  switch (term.kind) {
    case 'minutes': return from.add({ milliseconds: Math.round(term.minutes * MINUTE_MS) })
    case 'working_minutes': return addWorkingMinutes(from, workingMinutes(term.minutes), time.counted)
    case 'working_days': return endOfWorkingDay(from, term.days, time)
    case 'chosen': return term.at
  }
}

/** Minutes of a clock between two moments: of the wall where the term says so, else of the time that counts. */
export function countedMinutes(term: Term, from: Instant, until: Instant, time: ClockTime): number {
  if (term.kind === 'minutes') return Math.max(0, (until.epochMilliseconds - from.epochMilliseconds) / MINUTE_MS)
  return minutesWithinAYear(from, until, time.counted)
}

/** Working minutes between two moments; what lies more than a year after the first is not counted, so that no due time, however far, takes long to count. */
export function minutesWithinAYear(from: Instant, until: Instant, calendar: WorkCalendar): number {
  const furthest = daysLater(from, HORIZON_DAYS)
  return workingMinutesBetween(from, isBefore(until, furthest) ? until : furthest, calendar)
}

/**
 * A due time that somebody chose lies ahead, and within a year: that is how far anybody's working time is known.
 * @throws {Refusal} `bad_input`
 */
export function checkChosenDue(due: Instant, now: Instant): void {
  if (!isBefore(now, due)) throw new Refusal('bad_input', said`The chosen time has passed.`, said`Choose a later time.`)
  if (isBefore(daysLater(now, HORIZON_DAYS), due)) throw new Refusal('bad_input', said`The chosen time is more than a year away.`, said`Choose a time within a year.`)
}

/** A clock that begins to run. @param from when the ask can be read */
export function startClock(term: Term, from: Instant, dueAt: Instant): AskClock {
  return { term, usedMinutes: 0, runningSince: from, stopped: null, dueAt }
}

/**
 * Stops the clock and keeps what is left until the shown due time, in minutes, whatever form the term had. So a pause
 * of x counted minutes moves the due time by x counted minutes. Nothing counts before the clock began to run, even when
 * somebody opened the ask earlier.
 */
export function stopClock(clock: AskClock, stopped: 'question' | 'settled', now: Instant, time: ClockTime): AskClock {
  if (clock.runningSince === null) return { ...clock, stopped }
  const minutes = countedMinutes(clock.term, later(now, clock.runningSince), clock.dueAt, time)
  return {
    term: { kind: clock.term.kind === 'minutes' ? 'minutes' : 'working_minutes', minutes },
    usedMinutes: clock.usedMinutes + countedMinutes(clock.term, clock.runningSince, now, time),
    runningSince: null, stopped, dueAt: clock.dueAt,
  }
}

/** The clock runs again with what was left. */
export function resumeClock(clock: AskClock, now: Instant, dueAt: Instant): AskClock {
  return { ...clock, runningSince: now, stopped: null, dueAt: later(clock.dueAt, dueAt) }
}

/** The clock of changed hours: later than shown, or as shown. */
export const replanClock = (clock: AskClock, dueAt: Instant): AskClock => ({ ...clock, dueAt: later(clock.dueAt, dueAt) })

export const later = (a: Instant, b: Instant): Instant => isBefore(a, b) ? b : a

/** Days are found where time counts, since a day that is all focus is none; but each lasts until its work ends. */
function endOfWorkingDay(from: Instant, days: number, { working, counted }: ClockTime): Instant {
  let left = days
  for (const shift of shiftsFrom(from, counted)) {
    if (left > 0) { left -= 1; continue }
    return shiftsFrom(shift.start, working).find(({ date }) => date === shift.date)?.end ?? shift.end
  }
  throw noWorkingTime(days === 0 ? said`shift` : said`${days + 1} shifts`, from, working)
}
