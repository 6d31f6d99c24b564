import { MINUTE_MS } from './dates.ts'
import type { Instant, Span } from './types.ts'

/** Real length. Unit: minutes, with fractions where a span does not start on a whole one. */
export function minutesIn(span: Span): number {
  return (span.end.epochMilliseconds - span.start.epochMilliseconds) / MINUTE_MS
}

/** Whether `a` comes before `b`, to the millisecond. */
export function isBefore(a: Instant, b: Instant): boolean {
  return a.epochMilliseconds < b.epochMilliseconds
}

export function contains(span: Span, at: Instant): boolean {
  return !isBefore(at, span.start) && isBefore(at, span.end)
}

/** Sorted by start, overlapping and touching ones joined. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  if (spans.length < 2) return [...spans]
  const merged: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start.epochMilliseconds - b.start.epochMilliseconds)) {
    const last = merged.at(-1)
    if (last === undefined || isBefore(last.end, span.start)) merged.push(span)
    else if (isBefore(last.end, span.end)) merged[merged.length - 1] = { start: last.start, end: span.end }
  }
  return merged
}

/** What is left of the spans outside the holes; the holes may overlap each other. */
export function cutSpans(spans: readonly Span[], holes: readonly Span[]): Span[] {
  let left = [...spans]
  for (const hole of holes) left = left.flatMap((span) => cutSpan(span, hole))
  return left
}

function cutSpan(span: Span, hole: Span): Span[] {
  if (!isBefore(span.start, hole.end) || !isBefore(hole.start, span.end) || !isBefore(hole.start, hole.end)) return [span]
  const pieces = [{ start: span.start, end: hole.start }, { start: hole.end, end: span.end }]
  return pieces.filter((piece) => isBefore(piece.start, piece.end))
}

/** The part of a span inside a window; null when nothing is. */
export function clipSpan(span: Span, window: Span): Span | null {
  const start = isBefore(span.start, window.start) ? window.start : span.start
  const end = isBefore(window.end, span.end) ? window.end : span.end
  if (!isBefore(start, end)) return null
  return start === span.start && end === span.end ? span : { start, end }
}

/** Where two sorted, disjoint lists both hold. */
export function intersectSpans(a: readonly Span[], b: readonly Span[]): Span[] {
  return a.flatMap((span) => b.map((other) => clipSpan(span, other)).filter((both) => both !== null))
}
