import { DAY_MS, HOUR_MS, dayNumber, isoDate } from './dates.ts'
import { localDate } from './local.ts'
import { zoneAt } from './periods.ts'
import { shiftOnDate } from './shift-on-date.ts'
import { isBefore } from './spans.ts'
import type { Shift, Span, WorkCalendar } from './types.ts'

/** No local clock was ever further than this from UTC; the largest today is +14. Unit: ms. */
const FURTHEST_OFFSET_MS = 16 * HOUR_MS

/** Clocks were never set back by more than this at once (Antarctica/Casey, 2010). Unit: ms. */
const SET_BACK_MS = 3 * HOUR_MS

/** A planned shift ends a day after it starts at most, and later by what clocks are set back meanwhile. Unit: ms. */
const LONGEST_SHIFT_MS = DAY_MS + SET_BACK_MS

/** From its first midnight, at +14, to its last, at -12, one date goes round the world in this time. Unit: ms. */
const LONGEST_DATE_MS = 50 * HOUR_MS

/**
 * The shifts that overlap a window, whole, by start. Lazy: lays out one date at a time, and at most one date more than
 * it has given away, because somebody who moves zone may start the shift of a later date first.
 */
export function* shiftStream(calendar: WorkCalendar, window: Span): Generator<Shift> {
  if (calendar.periods.length === 0) return
  const taken = takenByDate(calendar, window)
  const lastDay = Math.max(...localDays(calendar, window.end.epochMilliseconds + SET_BACK_MS))
  const waiting: Shift[] = []
  for (let day = firstDay(calendar, window, taken.spans); day <= lastDay; day++) {
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

/** Early enough for a planned shift that still runs when the window opens, and for one taken over, however long. */
function firstDay(calendar: WorkCalendar, window: Span, taken: readonly Span[]): number {
  const running = taken.filter((span) => isBefore(window.start, span.end)).map((span) => span.start.epochMilliseconds)
  const earliest = Math.min(window.start.epochMilliseconds - LONGEST_SHIFT_MS, ...running)
  return Math.min(...localDays(calendar, earliest))
}

/** The numbers of the dates that a moment has in the zones of a calendar. */
function localDays({ periods }: WorkCalendar, ms: number): number[] {
  const at = Temporal.Instant.fromEpochMilliseconds(ms)
  return [...new Set(periods.map(({ zone }) => zone))].map((zone) => dayNumber(localDate(at, zone)))
}

/** Shifts taken over, by the local date on which they start, as far as they matter to the window. */
function takenByDate(calendar: WorkCalendar, window: Span): { on: Map<string, Span[]>; spans: Span[] } {
  const on = new Map<string, Span[]>()
  if (calendar.taken.length === 0) return { on, spans: [] }
  const spans = nearby(calendar.taken, window)
  for (const span of spans) {
    const date = localDate(span.start, zoneAt(calendar, span.start))
    on.set(date, [...(on.get(date) ?? []), span])
  }
  return { on, spans }
}

/** Those that may share a date with a shift that overlaps the window. */
function nearby(taken: readonly Span[], window: Span): Span[] {
  const longest = Math.max(LONGEST_SHIFT_MS, ...taken.map((span) => span.end.epochMilliseconds - span.start.epochMilliseconds))
  const earliest = window.start.epochMilliseconds - longest - LONGEST_DATE_MS
  const latest = window.end.epochMilliseconds + LONGEST_DATE_MS
  return taken.filter((span) => isBefore(span.start, span.end)
    && span.end.epochMilliseconds > earliest && span.start.epochMilliseconds < latest)
}
