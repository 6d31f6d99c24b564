import { remembering } from './remember.ts'
import type { Instant, Weekday } from './types.ts'

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** 1970-01-01 was a Thursday, three days after a Monday. */
const EPOCH_AFTER_MONDAY = 3

/** Some ten years of dates. */
const REMEMBERED = 4000
const numbers = remembering<string, number>(REMEMBERED)
const dates = remembering<number, string>(REMEMBERED)

/** The number of a calendar date: days since 1970-01-01, which is 0. Dates are counted without any zone. */
export function dayNumber(date: string): number {
  return numbers(date, () => Date.parse(`${date}T00:00:00Z`) / DAY_MS)
}

/** @example isoDate(0) is '1970-01-01' */
export function isoDate(day: number): string {
  return dates(day, () => new Date(day * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length))
}

export function nextDate(date: string): string {
  return isoDate(dayNumber(date) + 1)
}

/** The number of the week, Monday to Sunday, that holds this day. */
export function weekNumber(day: number): number {
  return Math.floor((day + EPOCH_AFTER_MONDAY) / 7)
}

export function weekdayOf(day: number): Weekday {
  return (day + EPOCH_AFTER_MONDAY - weekNumber(day) * 7 + 1) as Weekday
}

/** Adds days of 24 hours, whatever the clocks do. */
export function daysLater(at: Instant, days: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(at.epochMilliseconds + days * DAY_MS)
}
