import { Refusal } from '../refusal.ts'
import { said } from '../words/said.ts'
import type { Said } from '../words/said.ts'
import type { Interval } from './types.ts'

const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/
const DAY_MINUTES = 24 * 60
const WEEK_MINUTES = 7 * DAY_MINUTES

/**
 * Checks one week of working hours as a person entered it.
 *
 * @throws {Refusal} `bad_input` for a day or time that does not exist, an interval without length, and two intervals
 * that overlap, also over midnight and from Sunday into Monday
 */
export function checkWeek(intervals: readonly Interval[]): void {
  intervals.forEach(checkInterval)
  const sorted = intervals.toSorted((a, b) => startInWeek(a) - startInWeek(b))
  sorted.forEach((interval, index) => {
    const next = sorted[index + 1] ?? sorted[0]
    if (next === undefined || next === interval) return
    const nextStart = startInWeek(next) + (index + 1 === sorted.length ? WEEK_MINUTES : 0)
    if (startInWeek(interval) + length(interval) > nextStart) refuseOverlap(interval, next)
  })
}

function checkInterval(interval: Interval): void {
  const { day, start, end } = interval
  if (!Number.isInteger(day) || day < 1 || day > 7) {
    throw new Refusal('bad_input', said`${String(day)} is not a day of the week.`, said`Write days as 1 for Monday to 7 for Sunday.`)
  }
  for (const time of [start, end === '24:00' ? '00:00' : end]) {
    if (TIME_OF_DAY.test(time)) continue
    throw new Refusal('bad_input', said`${time} is not a time of day.`, said`Write times from 00:00 to 23:59; an end may also be 24:00.`)
  }
  if (start === end) {
    throw new Refusal('bad_input', said`${inWords(interval)} has no length.`, said`Choose an end after the start; for a whole day write 00:00 to 24:00.`)
  }
}

function refuseOverlap(a: Interval, b: Interval): never {
  throw new Refusal('bad_input', said`${inWords(a)} and ${inWords(b)} overlap.`, said`Join them into one interval, or move one of them.`)
}

const DAYS = [said`Monday`, said`Tuesday`, said`Wednesday`, said`Thursday`, said`Friday`, said`Saturday`, said`Sunday`]

function inWords({ day, start, end }: Interval): Said {
  return said`${DAYS[day - 1] ?? ''} ${start} to ${end}`
}

/** Minutes since Monday 00:00 on the clock's face. */
function startInWeek({ day, start }: Interval): number {
  return (day - 1) * DAY_MINUTES + minuteOf(start)
}

function length({ start, end }: Interval): number {
  const minutes = minuteOf(end) - minuteOf(start)
  return minutes > 0 ? minutes : minutes + DAY_MINUTES
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}
