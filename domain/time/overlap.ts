import { intersectSpans } from './spans.ts'
import type { Instant, Span, WorkCalendar } from './types.ts'
import { workingSpans } from './working-spans.ts'

/** When everybody in the list works at once; nothing for an empty list. Sorted and disjoint. */
export function overlap(calendars: readonly WorkCalendar[], from: Instant, until: Instant): Span[] {
  const [first, ...others] = calendars
  if (first === undefined) return []
  let shared = workingSpans(first, from, until)
  for (const calendar of others) {
    if (shared.length === 0) break
    shared = intersectSpans(shared, workingSpans(calendar, from, until))
  }
  return shared
}
