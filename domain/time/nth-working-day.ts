import { noWorkingTime } from './no-working-time.ts'
import { shiftsFrom } from './shifts.ts'
import type { Instant, WorkCalendar } from './types.ts'
import { said } from '../words/said.ts'

/**
 * The end of the shift on the n-th working day after today's. Today's is the shift that is on, or else the next one:
 * what arrives after hours counts as having arrived at the start of the next shift.
 *
 * @param n 0 is the end of today's shift, 3 is three working days
 * @throws {Refusal} `no_working_time` when 366 days hold too few shifts
 */
export function nthWorkingDay(at: Instant, n: number, calendar: WorkCalendar): Instant {
  let left = n
  for (const shift of shiftsFrom(at, calendar)) {
    if (left === 0) return shift.end
    left -= 1
  }
  throw noWorkingTime(n === 0 ? said`shift` : said`${n + 1} shifts`, at, calendar)
}
