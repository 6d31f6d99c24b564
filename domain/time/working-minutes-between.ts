import { minutesIn } from './spans.ts'
import { workingMinutes } from './types.ts'
import type { Instant, WorkCalendar, WorkingMinutes } from './types.ts'
import { workingSpans } from './working-spans.ts'

/**
 * How much of somebody's working time lies between two moments. Real minutes, with fractions where a moment does not
 * fall on a whole one; 0 when `until` is not after `from`.
 */
export function workingMinutesBetween(from: Instant, until: Instant, calendar: WorkCalendar): WorkingMinutes {
  return workingMinutes(workingSpans(calendar, from, until).reduce((sum, span) => sum + minutesIn(span), 0))
}
