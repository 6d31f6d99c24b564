import { absenceAt } from '../time/cover.ts'
import { daysLater } from '../time/dates.ts'
import { nextLocalTime } from '../time/local-times.ts'
import { zoneAt } from '../time/periods.ts'
import { isBefore } from '../time/spans.ts'
import { HORIZON_DAYS } from '../time/types.ts'
import type { Instant, Weekday, WorkCalendar } from '../time/types.ts'
import { readerTime } from './reader-time.ts'
import type { ReaderTime } from './reader-time.ts'
import type { Reader } from './types.ts'

/** When a digest comes; flagged when the reader has no working time for it, and it comes at a local time all the same. */
export type DigestMoment = { readonly at: Instant; readonly flagged: boolean }

/** When somebody without working time gets a digest, unless they chose a time. */
const NOMINAL_TIME = '09:00'

const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const MONDAY: readonly Weekday[] = [1]

/**
 * The first digest from `after` on. Each shift has one (weekly: the first shift of the week, Monday to Sunday), at its
 * start or when its clock shows the chosen time, also through clock changes. Inside a focus it moves to its end,
 * outside working time to the next working moment. Days without a shift have none.
 */
export function nextDigest(reader: Reader, after: Instant): DigestMoment {
  const time = readerTime(reader)
  const at = time.nextDigest(after)
  return at === null ? { at: digestWithoutWork(reader, after, time), flagged: true } : { at, flagged: false }
}

/**
 * When a digest comes to somebody who has no working time within 366 days: at their local time, daily or on Mondays,
 * after their absence, and after a focus unless that has no end either.
 */
export function digestWithoutWork({ calendar, digest }: Reader, after: Instant, time: ReaderTime): Instant {
  const daily = (from: Instant) => nextLocalTime(from.subtract({ milliseconds: 1 }), {
    zone: zoneAt(calendar, from), time: digest.time ?? NOMINAL_TIME, days: digest.every === 'day' ? EVERY_DAY : MONDAY,
  })
  for (let at = daily(after); ;) {
    const away = absenceAt(at, calendar)
    if (away !== null) at = daily(away.end)
    else if (reachesWithoutWork(calendar, at, time)) return at
    else at = time.focusAt(at)?.end ?? at
  }
}

/** Whether a moment suits a digest for somebody who has no working time: not away, nor in a focus that ends some day. */
export function reachesWithoutWork(calendar: WorkCalendar, at: Instant, time: ReaderTime): boolean {
  if (absenceAt(at, calendar) !== null) return false
  const running = time.focusAt(at)
  return running === null || !isBefore(running.end, daysLater(at, HORIZON_DAYS))
}
