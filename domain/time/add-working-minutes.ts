import { MINUTE_MS } from './dates.ts'
import { noWorkingTime } from './no-working-time.ts'
import { HORIZON_DAYS } from './types.ts'
import type { Instant, WorkCalendar, WorkingMinutes } from './types.ts'
import { workingSpansAfter } from './working-spans.ts'
import { said } from '../words/said.ts'

/**
 * The moment at which a clock that runs only in somebody's working time has counted `minutes`.
 * Spans are laid out in local time and measured in real minutes, so a day shortened by a clock change counts its real
 * length.
 *
 * @param minutes 240 means four working hours; 0 gives the next working moment
 * @returns an instant inside, or at the very end of, one of the working spans
 * @throws {Refusal} `no_working_time` when 366 days hold fewer than `minutes`
 * @example from Fri 16:00, 120 min, Mon–Fri 09–17 → Mon 10:00
 * @see docs/decisions/0006-clocks-count-working-time.md (source of the rule)
 */
export function addWorkingMinutes(from: Instant, minutes: WorkingMinutes, calendar: WorkCalendar): Instant {
  let left = Math.round(minutes * MINUTE_MS)
  for (const span of workingSpansAfter(from, calendar, HORIZON_DAYS)) {
    const start = span.start.epochMilliseconds
    const available = span.end.epochMilliseconds - start
    if (left <= available) return Temporal.Instant.fromEpochMilliseconds(start + left)
    left -= available
  }
  throw noWorkingTime(said`${String(minutes)} working minutes`, from, calendar)
}
