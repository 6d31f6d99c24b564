import { nextDate, dayNumber, daysLater, isoDate, weekdayOf } from '../time/dates.ts'
import { dateExists, instantOf, localDate, zonedTime } from '../time/local.ts'
import { periodOn } from '../time/periods.ts'
import { contains, isBefore, mergeSpans } from '../time/spans.ts'
import { HORIZON_DAYS } from '../time/types.ts'
import type { Instant, Span, WorkCalendar } from '../time/types.ts'
import type { FocusBlock } from './types.ts'

type Recurring = Extract<FocusBlock, { kind: 'recurring' }>

/** The zone of somebody for whom no period was ever set. */
const NO_ZONE = 'UTC'

/** A block that began on the local date before may still run; at most two dates back in UTC. Unit: days. */
const EARLIER_DAYS = 2

/** How far a running focus is followed at a time, to see where joined blocks end. Unit: days. */
const FOLLOW_DAYS = 8

/**
 * A person's focus that overlaps a window: whole blocks, sorted, overlapping and touching ones joined. A block keeps its
 * local times whatever the clocks do and wherever the person lives by then. Days off have their focus too; who does not
 * work then reads nothing anyway.
 */
export function focusSpans(blocks: readonly FocusBlock[], calendar: WorkCalendar, from: Instant, until: Instant): Span[] {
  if (blocks.length === 0 || !isBefore(from, until)) return []
  const spans = blocks.flatMap((block) => block.kind === 'ad_hoc' ? [block] : recurringSpans(block, calendar, from, until))
  const overlapping = spans.filter(({ start, end }) => isBefore(start, end) && !isBefore(end, from) && !isBefore(until, start))
  return mergeSpans(overlapping.map(({ start, end }) => ({ start, end })))
    .filter(({ start, end }) => isBefore(from, end) && isBefore(start, until))
}

/** One date at a time, in the zone that the person's hours name for that date. */
function recurringSpans(block: Recurring, calendar: WorkCalendar, from: Instant, until: Instant): Span[] {
  const first = Math.max(dayNumber(localDate(from, 'UTC')) - EARLIER_DAYS, dayNumber(block.from))
  const last = Math.min(dayNumber(localDate(until, 'UTC')) + 1, block.until === null ? Infinity : dayNumber(block.until))
  const spans: Span[] = []
  for (let day = first; day <= last; day++) {
    if (!block.days.includes(weekdayOf(day))) continue
    const span = blockOn(isoDate(day), block, calendar)
    if (span !== null) spans.push(span)
  }
  return spans
}

function blockOn(date: string, { start, end }: Recurring, calendar: WorkCalendar): Span | null {
  const zone = (periodOn(calendar.periods, date) ?? calendar.periods[0])?.zone ?? NO_ZONE
  const starts = zonedTime(date, start, zone)
  const leavesDate = starts.day !== Number(date.slice('YYYY-MM-'.length))
  if (leavesDate && !dateExists(date, zone)) return null
  const span = { start: starts.toInstant(), end: instantOf(end <= start ? nextDate(date) : date, end, zone) }
  return isBefore(span.start, span.end) ? span : null
}

/**
 * The focus that runs at a moment, joined with the blocks that touch it (those of the last two days at least); null
 * outside focus. One that has no end within 366 days is cut there.
 */
export function focusAt(blocks: readonly FocusBlock[], calendar: WorkCalendar, now: Instant): Span | null {
  let running: Span | undefined
  for (let days = FOLLOW_DAYS; ; days *= 2) {
    const until = daysLater(now, Math.min(days, HORIZON_DAYS))
    running = focusSpans(blocks, calendar, daysLater(now, -EARLIER_DAYS), until).find((span) => contains(span, now))
    if (running === undefined) return null
    if (isBefore(running.end, until)) return running
    if (days >= HORIZON_DAYS) return { start: running.start, end: until }
  }
}

/**
 * A calendar on which focus is no working time, so that a clock that counts working minutes stands still in it
 * (the agreement's `asks.clock_stops_in_focus`). Only for counting: on it, focus looks like an absence.
 */
export function withFocusAsAbsence(calendar: WorkCalendar, spans: readonly Span[]): WorkCalendar {
  return { ...calendar, absences: [...calendar.absences, ...spans.map(({ start, end }) => ({ start, end, coverId: null }))] }
}
