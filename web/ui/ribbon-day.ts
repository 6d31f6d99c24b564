import type { Landing } from './ribbon-geometry.ts'
import type { Span } from './day-minutes.ts'

/** Hours of the day that get a label. */
const LABELLED_HOURS = [0, 6, 12, 18]

/** A reader's day with its real length, ready to place instants on it. */
export type RibbonDay = {
  dayMinutes: number
  ticks: Landing[]
  /** Minutes since this day's midnight; below zero before it, past `dayMinutes` after it. */
  minuteOf: (instant: Temporal.Instant) => number
  spanOf: (start: Temporal.Instant, end: Temporal.Instant) => Span
}

/**
 * Measures a date in the reader's zone in real minutes, so that a day of a clock change is 1380 or 1500 long
 * and its noon stands where noon is.
 * @example ribbonDay(Temporal.PlainDate.from('2026-03-29'), 'Europe/Lisbon').dayMinutes → 1380
 */
export function ribbonDay(date: Temporal.PlainDate, zone: string): RibbonDay {
  const start = date.toZonedDateTime(zone).toInstant()
  const end = date.add({ days: 1 }).toZonedDateTime(zone).toInstant()
  const minuteOf = (instant: Temporal.Instant) => start.until(instant).total('minutes')
  const dayMinutes = minuteOf(end)
  const hours = LABELLED_HOURS.map((hour) => ({
    at: minuteOf(date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour }) }).toInstant()),
    label: String(hour).padStart(2, '0'),
  }))
  return { dayMinutes, ticks: [...hours, { at: dayMinutes, label: '00' }], minuteOf, spanOf: (from, to) => [minuteOf(from), minuteOf(to)] }
}
