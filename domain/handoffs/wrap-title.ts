import { localDate } from '../time/local.ts'
import { dayNumber, weekdayOf } from '../time/dates.ts'
import { MONTH_NAMES, WEEKDAY_NAMES } from '../time/time-words.ts'
import type { Instant } from '../time/types.ts'

/** @example wrapTitle('Kenji', …, 'Asia/Tokyo') is 'Kenji, Tuesday 24 March' */
export function wrapTitle(author: string, at: Instant, zone: string): string {
  const date = localDate(at, zone)
  return `${author}, ${WEEKDAY_NAMES[weekdayOf(dayNumber(date)) - 1]} ${Number(date.slice(8))} ${MONTH_NAMES[Number(date.slice(5, 7)) - 1]}`
}
