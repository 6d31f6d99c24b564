import { MINUTE_MS, daysLater } from '../time/dates.ts'
import { overlap } from '../time/overlap.ts'
import { isBefore } from '../time/spans.ts'
import type { Instant, Span } from '../time/types.ts'
import { without } from './reader.ts'
import type { Reader } from './reader.ts'

/** Calls begin on the quarter hour. Unit: ms. */
const GRID_MS = 15 * MINUTE_MS
/** Nobody is called to a call at once: they have to read that there is one. Unit: minutes. */
const LEAD_MINUTES = 30
/** A call that is further away than this unblocks nobody. Unit: days. */
const AHEAD_DAYS = 14
/** More choice is not easier to choose from. */
const PROPOSED_MAX = 3

/**
 * When these people could talk: up to three slots in which everybody works and nobody is in focus, each in another
 * stretch of shared working time, the soonest first.
 *
 * @param minutes 15, or 30 with a reason
 * @returns fewer than three, or none, where two weeks hold no more; then writing a decision is the way
 */
export function proposeTimes(people: readonly Reader[], minutes: number, now: Instant): Span[] {
  const from = now.add({ minutes: LEAD_MINUTES })
  const shared = overlap(people.map(({ calendar, focus }) => without(calendar, focus)), from, daysLater(now, AHEAD_DAYS))
  return shared.flatMap((span) => slotIn(span, minutes) ?? []).slice(0, PROPOSED_MAX)
}

function slotIn(span: Span, minutes: number): Span | null {
  const start = Temporal.Instant.fromEpochMilliseconds(Math.ceil(span.start.epochMilliseconds / GRID_MS) * GRID_MS)
  const end = start.add({ minutes })
  return isBefore(span.end, end) ? null : { start, end }
}
