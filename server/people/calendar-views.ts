import type { CalendarView, PeriodView, SpanView } from '#contract/people.ts'
import { calendarToJson } from '#domain/time/types.ts'
import type { Period, Span, WorkCalendar } from '#domain/time/types.ts'
import type { z } from 'zod'

export const viewSpan = (span: Span): z.output<typeof SpanView> => ({ start: span.start.toString(), end: span.end.toString() })

export const viewPeriod = ({ from, zone, anchor, weeks }: Period): z.output<typeof PeriodView> =>
  ({ from, zone, anchor, weeks: weeks.map((week) => [...week]) })

/** A calendar as it travels; the page draws ribbons from it and says the same as the server. */
export function viewCalendar(calendar: WorkCalendar): z.output<typeof CalendarView> {
  const { holidays, absences, given, taken } = calendarToJson(calendar)
  return { periods: calendar.periods.map(viewPeriod), holidays: [...holidays], absences: absences.map((absence) => ({ ...absence })), given: [...given], taken: taken.map((span) => ({ ...span })) }
}
