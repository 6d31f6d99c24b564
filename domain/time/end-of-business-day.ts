import { nthWorkingDay } from './nth-working-day.ts'
import type { Instant, WorkCalendar } from './types.ts'

/**
 * The end of the shift that is on, or else of the next one.
 *
 * @throws {Refusal} `no_working_time` when no shift starts within 366 days
 */
export function endOfBusinessDay(at: Instant, calendar: WorkCalendar): Instant {
  return nthWorkingDay(at, 0, calendar)
}
