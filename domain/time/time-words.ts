import { ENGLISH, sentenceFor } from '../words/said.ts'
import type { Words } from '../words/said.ts'
import { dayNumber, weekdayOf } from './dates.ts'
import { localDate, localTime } from './local.ts'
import type { Instant } from './types.ts'
import { cityOf } from './zones.ts'

export const WEEKDAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
export const MONTH_NAMES = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const

/** Up to this many days ahead a weekday's name is enough to know the date. Unit: days. */
const WEEKDAY_IS_CLEAR_DAYS = 6

/** A weekday's name within the coming week, else a date such as `4 May`. Both moments are read on one local calendar. */
export function dayWords(at: Instant, now: Instant, zone: string, words: Words = ENGLISH): string {
  const date = localDate(at, zone)
  const day = dayNumber(date)
  if (day - dayNumber(localDate(now, zone)) <= WEEKDAY_IS_CLEAR_DAYS) return weekdayWords(date, words)
  return dateWords(date, words)
}

/** @example weekdayWords('2026-03-06', ENGLISH) is 'Friday' */
export const weekdayWords = (date: string, words: Words): string => sentenceFor(WEEKDAY_NAMES[weekdayOf(dayNumber(date)) - 1] ?? '', words)

const GERMAN_DATE = new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'long', timeZone: 'UTC' })

/** @example dateWords('2026-03-06') is '6 March', and '6. März' in German */
export function dateWords(date: string, { language }: Words = ENGLISH): string {
  if (language === 'de') return GERMAN_DATE.format(Date.parse(date))
  return `${Number(date.slice(8))} ${MONTH_NAMES[Number(date.slice(5, 7)) - 1]}`
}

/**
 * A day that may lie far back: its weekday and date, and the year where it is not the reader's.
 * @example pastDayWords('2026-03-19', '2026-03-26') is 'Thursday 19 March', and 'Donnerstag, 19. März' in German
 */
export function pastDayWords(date: string, today: string, words: Words = ENGLISH): string {
  const year = date.slice(0, 4) === today.slice(0, 4) ? '' : ` ${date.slice(0, 4)}`
  return `${weekdayWords(date, words)}${words.language === 'de' ? ',' : ''} ${dateWords(date, words)}${year}`
}

/** `18:00`, and the city where the reader's clock shows something else: `18:00 (Berlin)`. */
export function clockWords(at: Instant, zone: string, readerZone: string): string {
  return showSameTime(at, zone, readerZone) ? localTime(at, zone) : `${localTime(at, zone)} (${cityOf(zone)})`
}

/** Whether the clocks of two zones show the same at a moment. */
export function showSameTime(at: Instant, a: string, b: string): boolean {
  return at.toZonedDateTimeISO(a).offsetNanoseconds === at.toZonedDateTimeISO(b).offsetNanoseconds
}

/** @example durationWords(206) is '3 h 26 min' */
export function durationWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}
