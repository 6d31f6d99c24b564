import { Refusal } from '../refusal.ts'
import { said } from '../words/said.ts'
import type { Said } from '../words/said.ts'
import { zoneAt } from './periods.ts'
import type { Instant, WorkCalendar } from './types.ts'

/** @param missing what was looked for, as it reads after "No", e.g. `240 working minutes` */
export function noWorkingTime(missing: Said, at: Instant, calendar: WorkCalendar): Refusal {
  return new Refusal('no_working_time', said`No ${missing} in ${zoneAt(calendar, at)} within a year.`,
    said`Ask them to set working hours, or send the ask to someone else.`)
}
