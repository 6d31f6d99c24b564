import { noWorkingTime } from './no-working-time.ts'
import { HORIZON_DAYS } from './types.ts'
import type { Instant, WorkCalendar } from './types.ts'
import { workingSpans, workingSpansAfter } from './working-spans.ts'
import { said } from '../words/said.ts'

/**
 * The first moment, from `at` on, at which somebody works; `at` itself while they do.
 *
 * @throws {Refusal} `no_working_time` when they do not work for 366 days
 */
export function nextWorkingMoment(at: Instant, calendar: WorkCalendar): Instant {
  for (const span of workingSpansAfter(at, calendar, HORIZON_DAYS)) return span.start
  throw noWorkingTime(said`working time`, at, calendar)
}

/** Whether somebody works at this moment; false in breaks. */
export function isWorking(at: Instant, calendar: WorkCalendar): boolean {
  return workingSpans(calendar, at, at.add({ milliseconds: 1 })).length > 0
}
