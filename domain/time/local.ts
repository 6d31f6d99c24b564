import { nextDate } from './dates.ts'
import { remembering } from './remember.ts'
import type { Instant } from './types.ts'

/** A year of starts and ends in thirty zones; a few megabytes. */
const REMEMBERED = 20_000
const walls = remembering<string, Temporal.ZonedDateTime>(REMEMBERED)
const dates = remembering<string, string>(REMEMBERED)

/**
 * The moment at which a local clock shows `time` on `date`. A time that a clock change skips moves forward by the
 * length of the gap; a time that happens twice means the first (Temporal's 'compatible', which calendars use too).
 *
 * @param time `HH:MM`; `24:00` is the next date's midnight
 */
export function zonedTime(date: string, time: string, zone: string): Temporal.ZonedDateTime {
  const wall = time === '24:00' ? `${nextDate(date)}T00:00` : `${date}T${time}`
  return walls(`${wall}[${zone}]`, () => Temporal.PlainDateTime.from(wall).toZonedDateTime(zone))
}

/** The same as an instant. */
export function instantOf(date: string, time: string, zone: string): Instant {
  return zonedTime(date, time, zone).toInstant()
}

/** The first instant of a local date; 01:00 where a clock change takes midnight away. */
export function startOfDate(date: string, zone: string): Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant()
}

/** False for a date that a zone jumped over, as Apia did with 2011-12-30. */
export function dateExists(date: string, zone: string): boolean {
  return localDate(startOfDate(date, zone), zone) === date
}

/** ISO date that the local calendar shows. */
export function localDate(at: Instant, zone: string): string {
  return dates(`${at.epochMilliseconds}${zone}`, () => at.toZonedDateTimeISO(zone).toPlainDate().toString())
}

/** `HH:MM` that the local clock shows. */
export function localTime(at: Instant, zone: string): string {
  return at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
}
