import { nextDate } from './dates.ts'
import { dateExists, instantOf, zonedTime } from './local.ts'
import { intervalsOn, periodOn } from './periods.ts'
import { cutSpans, isBefore, mergeSpans } from './spans.ts'
import type { Period, Shift, Span, WorkCalendar } from './types.ts'

/**
 * The shift that belongs to one local date: its week's intervals unless the date is a holiday or was given away, plus
 * shifts taken over that start on it, minus absences.
 *
 * @param taken the spans of `calendar.taken` that start on this date
 * @see docs/decisions/0006-clocks-count-working-time.md
 */
export function shiftOnDate(calendar: WorkCalendar, date: string, taken: readonly Span[]): Shift | null {
  const period = periodOn(calendar.periods, date)
  const zone = (period ?? calendar.periods[0])?.zone
  if (zone === undefined) return null
  const off = period === undefined || calendar.holidays.has(date) || calendar.given.has(date)
  const spans = cutSpans(mergeSpans([...(off ? [] : plannedSpans(period, date)), ...taken]), calendar.absences)
  const first = spans[0]
  const last = spans.at(-1)
  if (first === undefined || last === undefined) return null
  return { date, zone, start: first.start, end: last.end, spans }
}

function plannedSpans(period: Period, date: string): Span[] {
  const { zone } = period
  const spans: Span[] = []
  for (const { start, end } of intervalsOn(period, date)) {
    const starts = zonedTime(date, start, zone)
    const leavesDate = starts.day !== Number(date.slice('YYYY-MM-'.length))
    if (leavesDate && !dateExists(date, zone)) return []
    const span = { start: starts.toInstant(), end: instantOf(end <= start ? nextDate(date) : date, end, zone) }
    if (isBefore(span.start, span.end)) spans.push(span)
  }
  return spans
}
