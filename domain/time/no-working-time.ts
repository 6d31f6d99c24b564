import { Refusal } from '../refusal.ts'
import { zoneAt } from './periods.ts'
import type { Instant, WorkCalendar } from './types.ts'

/** @param missing what was looked for, as it reads after "No", e.g. `240 working minutes` */
export function noWorkingTime(missing: string, at: Instant, calendar: WorkCalendar): Refusal {
  return new Refusal('no_working_time', `No ${missing} in ${zoneAt(calendar, at)} within a year.`,
    'Ask them to set working hours, or send the ask to someone else.')
}
