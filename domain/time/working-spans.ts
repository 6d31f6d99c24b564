import { daysLater } from './dates.ts'
import { shiftStream } from './shift-stream.ts'
import { clipSpan, isBefore, mergeSpans } from './spans.ts'
import type { Instant, Shift, Span, WorkCalendar } from './types.ts'

/**
 * The shifts that overlap a window, whole and by start. All spans whose interval starts on the same local date are one
 * shift: breaks stay inside it, and a night shift belongs to the date on which it starts.
 */
export function shiftsBetween(calendar: WorkCalendar, from: Instant, until: Instant): Shift[] {
  return isBefore(from, until) ? [...shiftStream(calendar, { start: from, end: until })] : []
}

/** A person's working time inside a window: sorted, disjoint, clipped, without holidays, absences and given shifts. */
export function workingSpans(calendar: WorkCalendar, from: Instant, until: Instant): Span[] {
  return isBefore(from, until) ? [...spanStream(calendar, { start: from, end: until })] : []
}

/**
 * Working time from a moment on, one span at a time, laid out only as far as it is read.
 *
 * @param horizonDays where to stop; days of 24 hours
 */
export function* workingSpansAfter(moment: Instant, calendar: WorkCalendar, horizonDays: number): Generator<Span> {
  yield* spanStream(calendar, { start: moment, end: daysLater(moment, horizonDays) })
}

function* spanStream(calendar: WorkCalendar, window: Span): Generator<Span> {
  for (const span of mergedSpans(shiftStream(calendar, window))) {
    const inside = clipSpan(span, window)
    if (inside !== null) yield inside
  }
}

/** Shifts come by start, so whatever ended before the next one starts is final. */
function* mergedSpans(shifts: Iterable<Shift>): Generator<Span> {
  let open: Span[] = []
  for (const shift of shifts) {
    while (open[0] !== undefined && isBefore(open[0].end, shift.start)) yield open.shift() as Span
    open = mergeSpans([...open, ...shift.spans])
  }
  yield* open
}
