import { daysLater } from './dates.ts'
import { noWorkingTime } from './no-working-time.ts'
import { shiftStream } from './shift-stream.ts'
import { isBefore } from './spans.ts'
import { HORIZON_DAYS } from './types.ts'
import type { Instant, Shift, WorkCalendar } from './types.ts'
import { shiftsBetween } from './working-spans.ts'
import { said } from '../words/said.ts'

/** How far back the first look for a past shift goes; doubled until one is found. Unit: days. */
const FIRST_LOOK_BACK_DAYS = 8

/** The shift that is on at a moment, breaks included; null outside. */
export function shiftAt(at: Instant, calendar: WorkCalendar): Shift | null {
  const [on] = shiftStream(calendar, { start: at, end: at.add({ milliseconds: 1 }) })
  return on ?? null
}

/**
 * The first shift that starts at a moment or later; one that is already on does not count.
 *
 * @throws {Refusal} `no_working_time` when none starts within 366 days
 */
export function nextShift(after: Instant, calendar: WorkCalendar): Shift {
  for (const shift of shiftsFrom(after, calendar)) {
    if (!isBefore(shift.start, after)) return shift
  }
  throw noWorkingTime(said`shift`, after, calendar)
}

/** The shifts that are on at a moment or start later, by start, for 366 days. Lazy. */
export function shiftsFrom(at: Instant, calendar: WorkCalendar): Generator<Shift> {
  return shiftStream(calendar, { start: at, end: daysLater(at, HORIZON_DAYS) })
}

/** The last shift that was over at a moment; null when none was in the 366 days before. */
export function previousShift(before: Instant, calendar: WorkCalendar): Shift | null {
  for (let days = FIRST_LOOK_BACK_DAYS; ; days *= 2) {
    const back = Math.min(days, HORIZON_DAYS)
    const over = shiftsBetween(calendar, daysLater(before, -back), before)
      .filter((shift) => !isBefore(before, shift.end))
      .sort((a, b) => a.end.epochMilliseconds - b.end.epochMilliseconds)
      .at(-1)
    if (over !== undefined) return over
    if (back === HORIZON_DAYS) return null
  }
}
