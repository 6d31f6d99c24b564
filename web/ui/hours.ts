import type { Interval, Weekday } from '#domain/time/types.ts'
import { clockOf, DAY_MINUTES, minutesOf } from './day-minutes.ts'
import type { Span } from './day-minutes.ts'
import { t } from './words.ts'
import { listInWords } from './format.ts'

export const WEEKDAYS: readonly { day: Weekday, name: string }[] = [
  { day: 1, name: t`Monday` }, { day: 2, name: t`Tuesday` }, { day: 3, name: t`Wednesday` }, { day: 4, name: t`Thursday` },
  { day: 5, name: t`Friday` }, { day: 6, name: t`Saturday` }, { day: 7, name: t`Sunday` },
]
/** Drawn intervals snap to this. Unit: minutes. */
const SNAP = 15
/** A press without a drag draws nothing; shorter intervals are typed. Unit: minutes. */
const SHORTEST_DRAWN = 30

/** Minutes since midnight; the end passes 1440 when the interval crosses midnight. */
export function spanOf(interval: Interval): Span {
  const start = minutesOf(interval.start) ?? 0
  const end = minutesOf(interval.end) ?? 0
  return [start, end > start ? end : end + DAY_MINUTES]
}

/** The interval of a span on a day; ends past midnight are written as the next day's clock: `02:00`. */
function intervalOf(day: Weekday, [from, to]: Span): Interval {
  return { day, start: clockOf(from), end: clockOf(Math.min(to, from + DAY_MINUTES)) }
}

/** True when it ends on the next day. */
export const crossesMidnight = (interval: Interval) => spanOf(interval)[1] > DAY_MINUTES

/** The intervals of one day in the order of the clock. */
export function ofDay(hours: readonly Interval[], day: Weekday): Interval[] {
  return hours.filter((interval) => interval.day === day).sort((a, b) => spanOf(a)[0] - spanOf(b)[0])
}

/** What reaches into a day from the evening before. */
export function fromDayBefore(hours: readonly Interval[], day: Weekday): Span[] {
  const before = (day === 1 ? 7 : day - 1) as Weekday
  return ofDay(hours, before).filter(crossesMidnight).map((interval) => [0, spanOf(interval)[1] - DAY_MINUTES])
}

/** Puts a day's spans in place of what it had; spans that touch or overlap become one. */
export function withDay(hours: readonly Interval[], day: Weekday, spans: readonly Span[]): Interval[] {
  const joined: Span[] = []
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last && from <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], to)]
    else joined.push([from, to])
  }
  const others = hours.filter((interval) => interval.day !== day)
  return [...others, ...joined.map((span) => intervalOf(day, span))].sort((a, b) => a.day - b.day || spanOf(a)[0] - spanOf(b)[0])
}

/** Monday's hours on the other four weekdays. */
export function copyMonday(hours: readonly Interval[]): Interval[] {
  const monday = ofDay(hours, 1).map(spanOf)
  return ([2, 3, 4, 5] as const).reduce<Interval[]>((copied, day) => withDay(copied, day, monday), [...hours])
}

/** A free stretch to offer when somebody adds hours to a day: nine to five, or two hours after the last interval. */
export function nextFree(hours: readonly Interval[], day: Weekday): Span {
  const last = ofDay(hours, day).at(-1)
  if (!last) return [9 * 60, 17 * 60]
  const from = Math.min(spanOf(last)[1] + 60, DAY_MINUTES - 60)
  return [from, Math.min(from + 120, DAY_MINUTES)]
}

/** The stretch between two pointer positions (0–1 across the band), snapped; undefined when too short to be meant. */
export function drawnSpan(start: number, end: number): Span | undefined {
  const snap = (part: number) => Math.round((Math.min(1, Math.max(0, part)) * DAY_MINUTES) / SNAP) * SNAP
  const [from, to] = [snap(Math.min(start, end)), snap(Math.max(start, end))]
  return to - from >= SHORTEST_DRAWN ? [from, to] : undefined
}

/** A day's hours as a sentence: `Monday: 09:00 to 12:30 and 13:30 to 18:00.` */
export function daySentence(name: string, intervals: readonly Interval[]): string {
  if (intervals.length === 0) return t`${name}: no work.`
  const said = intervals.map((interval) => t`${interval.start} to ${interval.end}${crossesMidnight(interval) ? t` the next day` : ''}`)
  return `${name}: ${listInWords(said)}.`
}
