import { dayNumber, weekNumber, weekdayOf } from './dates.ts'
import { localDate } from './local.ts'
import type { Instant, Interval, Period, WorkCalendar } from './types.ts'

/** The zone of somebody for whom no period was ever set. */
const NO_ZONE = 'UTC'

/** The period that holds on a local date; undefined before the first one. */
export function periodOn(periods: readonly Period[], date: string): Period | undefined {
  return periods.findLast((period) => period.from === null || period.from <= date)
}

/** The zone a person lives in at a moment; before their first period, that first one's. */
export function zoneAt(calendar: Pick<WorkCalendar, 'periods'>, at: Instant): string {
  const { periods } = calendar
  const here = periods.length === 1
    ? periods[0]
    : periods.findLast((period) => period.from === null || period.from <= localDate(at, period.zone))
  return (here ?? periods[0])?.zone ?? NO_ZONE
}

/** The intervals that start on a local date, from the week of the rotation that is its turn. */
export function intervalsOn(period: Period, date: string): readonly Interval[] {
  const day = dayNumber(date)
  const weekday = weekdayOf(day)
  const turn = weekNumber(day) - weekNumber(dayNumber(period.anchor))
  const count = period.weeks.length
  const week = period.weeks[((turn % count) + count) % count] ?? []
  return week.filter((interval) => interval.day === weekday)
}
