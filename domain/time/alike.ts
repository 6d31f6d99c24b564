import type { WorkCalendar } from './types.ts'

/** The same text for people who work alike: most of a team keeps the same few weeks, and zone arithmetic is dear. */
export function calendarKey({ periods, holidays, absences, given, taken }: WorkCalendar): string {
  return JSON.stringify([periods, [...holidays], absences.map(({ start, end }) => [start, end]), [...given], taken])
}
