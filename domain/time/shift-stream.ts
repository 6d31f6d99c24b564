import { DAY_MS, HOUR_MS, isoDate } from './dates.ts'
import { localDate } from './local.ts'
import { zoneAt } from './periods.ts'
import { shiftOnDate } from './shift-on-date.ts'
import { isBefore } from './spans.ts'
import type { Shift, Span, WorkCalendar } from './types.ts'

/** No local clock was ever further than this from UTC; the largest today is +14. Unit: ms. */
const FURTHEST_OFFSET_MS = 16 * HOUR_MS

/** A shift lasts into the next local date at most, so it is over two dates after its own, in any zone. Unit: days. */
const LONGEST_SHIFT_DAYS = 2

/**
 * The shifts that overlap a window, whole, by start. Lazy: lays out one date at a time, and at most one date more than
 * it has given away, because somebody who moves zone may start the shift of a later date first.
 */
export function* shiftStream(calendar: WorkCalendar, window: Span): Generator<Shift> {
  const taken = takenByDate(calendar, window)
  const lastDay = dayOf(window.end.epochMilliseconds + FURTHEST_OFFSET_MS)
  const waiting: Shift[] = []
  for (let day = firstDay(window, taken.spans); day <= lastDay; day++) {
    const date = isoDate(day)
    const shift = shiftOnDate(calendar, date, taken.on.get(date) ?? [])
    if (shift !== null && isBefore(window.start, shift.end) && isBefore(shift.start, window.end)) waiting.push(shift)
    const nothingEarlierAfter = (day + 1) * DAY_MS - FURTHEST_OFFSET_MS
    waiting.sort(byStart)
    while (waiting[0] !== undefined && waiting[0].start.epochMilliseconds < nothingEarlierAfter) yield waiting.shift() as Shift
  }
  yield* waiting
}

function byStart(a: Shift, b: Shift): number {
  return a.start.epochMilliseconds - b.start.epochMilliseconds
}

function dayOf(ms: number): number {
  return Math.floor(ms / DAY_MS)
}

/** Early enough for a planned shift that still runs when the window opens, and for a longer one taken over. */
function firstDay(window: Span, taken: readonly Span[]): number {
  const planned = dayOf(window.start.epochMilliseconds) - LONGEST_SHIFT_DAYS
  return Math.min(planned, ...taken.map((span) => dayOf(span.start.epochMilliseconds - FURTHEST_OFFSET_MS)))
}

/** Shifts taken over, by the local date on which they start, as far as they matter to the window. */
function takenByDate(calendar: WorkCalendar, window: Span): { on: Map<string, Span[]>; spans: Span[] } {
  const on = new Map<string, Span[]>()
  if (calendar.taken.length === 0) return { on, spans: [] }
  const spans = calendar.taken.filter((span) => isBefore(span.start, span.end) && isNear(span, window))
  for (const span of spans) {
    const date = localDate(span.start, zoneAt(calendar, span.start))
    on.set(date, [...(on.get(date) ?? []), span])
  }
  return { on, spans }
}

/** Near enough to share a date with a shift that overlaps the window. */
function isNear(span: Span, window: Span): boolean {
  const reach = LONGEST_SHIFT_DAYS * DAY_MS + FURTHEST_OFFSET_MS
  return span.end.epochMilliseconds > window.start.epochMilliseconds - reach
    && span.start.epochMilliseconds < window.end.epochMilliseconds + reach
}
