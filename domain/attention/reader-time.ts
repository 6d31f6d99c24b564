import { DAY_MS, HOUR_MS, weekNumber } from '../time/dates.ts'
import { clipSpan, cutSpans, mergeSpans } from '../time/spans.ts'
import { HORIZON_DAYS } from '../time/types.ts'
import type { Instant, Shift, Span } from '../time/types.ts'
import { shiftsBetween } from '../time/working-spans.ts'
import { focusSpans } from './focus.ts'
import { digestOfShift, wantsFocusEnds, weekOfShift, windowsOfShift } from './moments-of-shift.ts'
import type { Moment, Reader } from './types.ts'

/**
 * The time of one reader, laid out week by week as far as it is asked for, so that many items are planned on one layout.
 * *Open* is working time outside focus: what can wait arrives nowhere else.
 */
export type ReaderTime = {
  isOpen(at: Instant): boolean
  isWorking(at: Instant): boolean
  /** The first open moment from one on; null when none comes within 366 days. */
  nextOpen(at: Instant): Instant | null
  /** The first working moment from one on, in focus or not; null when none comes within 366 days. */
  nextWorking(at: Instant): Instant | null
  /** The focus that is on, joined with what touches it; cut after 366 days. */
  focusAt(at: Instant): Span | null
  /** The focus that ends at a moment. */
  focusEndingAt(at: Instant): Span | null
  /** What kind of moment this is to the reader. */
  momentAt(at: Instant): Moment
  nextWindow(after: Instant): Instant | null
  nextDigest(after: Instant): Instant | null
}

/** What a list holds for one week of UTC, Monday to Sunday. Unit: ms since 1970. */
type Moments = (week: number) => readonly number[]
type Stretch = { readonly start: number; readonly end: number }
/** Sorted and disjoint. */
type Stretches = (week: number) => readonly Stretch[]

const WEEK_MS = 7 * DAY_MS

/** The Monday of week 0, which began before 1970. */
const WEEK_ZERO_MS = -3 * DAY_MS

/** What a shift has to do with may lie this far from it: a time on its date, or one before its end. */
const AROUND_MS = 36 * HOUR_MS

const HORIZON_WEEKS = Math.ceil(HORIZON_DAYS / 7)

/** Lays out nothing yet; each week is laid out when something in it is asked for, and kept. */
export function readerTime(reader: Reader): ReaderTime {
  const { calendar, focus } = reader
  const shifts = kept((week) => shiftsBetween(calendar, instant(weekStart(week) - AROUND_MS), instant(weekStart(week + 1) + AROUND_MS)))
  const focusOf = kept((week) => focusSpans(focus, calendar, instant(weekStart(week) - 1), instant(weekStart(week + 1))))
  const worked = kept((week) => workingIn(week, shifts(week)))
  const working: Stretches = kept((week) => worked(week).map(toMs))
  const open: Stretches = kept((week) => cutSpans(worked(week), focusOf(week)).map(toMs))
  const inFocus: Stretches = kept((week) => focusOf(week).map(toMs))
  const chosen = kept((week) => shifts(week).flatMap((shift) => windowsOfShift(shift, reader)))
  const windows: Moments = kept((week) => inWeek(week, [
    ...chosen(week).map(({ at }) => at),
    ...(wantsFocusEnds(reader) ? focusOf(week).map(({ end }) => end) : []),
  ]))
  const first = kept((week) => shifts(week).find((shift) => weekOfShift(shift) === week)?.date)
  const digests: Moments = kept((week) => inWeek(week, shifts(week)
    .filter((shift) => reader.digest.every === 'day' || first(weekOfShift(shift)) === shift.date)
    .map((shift) => digestOfShift(shift, reader.digest))))
  const nextOpen = (ms: number) => firstIn(open, ms)
  return {
    isOpen: (at) => nextOpen(at.epochMilliseconds) === at.epochMilliseconds,
    isWorking: (at) => covers(working(weekOf(at.epochMilliseconds)), at.epochMilliseconds),
    nextOpen: (at) => orNull(nextOpen(at.epochMilliseconds)),
    nextWorking: (at) => orNull(firstIn(working, at.epochMilliseconds)),
    focusAt: (at) => joinedFocus(inFocus, at.epochMilliseconds),
    focusEndingAt: (at) => focusOf(weekOf(at.epochMilliseconds)).find(({ end }) => isSame(end, at)) ?? null,
    momentAt: (at) => {
      const week = weekOf(at.epochMilliseconds)
      if (shifts(week).some(({ start }) => isSame(start, at))) return 'shift_start'
      if (focusOf(week).some(({ end }) => isSame(end, at))) return 'focus_end'
      return chosen(week).find((moment) => isSame(moment.at, at))?.kind ?? 'back_at_work'
    },
    nextWindow: (after) => orNull(movedInto(open, windows, after.epochMilliseconds)),
    nextDigest: (after) => orNull(movedInto(open, digests, after.epochMilliseconds)),
  }
}

/**
 * The first chosen moment from one on, moved to where the reader is open. One that was missed meanwhile counts still, and
 * where none comes within 366 days (as on the last afternoon before a long leave) it is the first open moment.
 */
function movedInto(open: Stretches, moments: Moments, ms: number): number | null {
  const next = firstIn(open, ms)
  if (next === null || (next !== ms && missedBefore(open, moments, ms))) return next
  const chosen = firstMoment(moments, ms)
  return (chosen === null ? null : firstIn(open, chosen)) ?? next
}

/** Whether a moment was chosen since the reader was last open. */
function missedBefore(open: Stretches, moments: Moments, ms: number): boolean {
  for (let week = weekOf(ms); week >= weekOf(ms) - HORIZON_WEEKS; week--) {
    const missed = moments(week).findLast((at) => at < ms)
    const closed = open(week).findLast((span) => span.end <= ms)?.end
    if (missed !== undefined || closed !== undefined) return missed !== undefined && missed >= (closed ?? missed)
  }
  return false
}

function firstMoment(moments: Moments, ms: number): number | null {
  for (let week = weekOf(ms); week <= weekOf(ms) + HORIZON_WEEKS; week++) {
    const found = moments(week).find((at) => at >= ms)
    if (found !== undefined) return found
  }
  return null
}

function firstIn(stretches: Stretches, ms: number): number | null {
  for (let week = weekOf(ms); week <= weekOf(ms) + HORIZON_WEEKS; week++) {
    const found = stretches(week).find(({ end }) => end > ms)
    if (found !== undefined) return Math.max(found.start, ms)
  }
  return null
}

function covers(stretches: readonly Stretch[], ms: number): boolean {
  return stretches.some(({ start, end }) => start <= ms && ms < end)
}

/** A week knows whole blocks, but joins only those that reach into it; so follow where one week's leave into the next's. */
function joinedFocus(inFocus: Stretches, ms: number): Span | null {
  const running = inFocus(weekOf(ms)).find(({ start, end }) => start <= ms && ms < end)
  if (running === undefined) return null
  let end = running.end
  for (let longer: number | undefined = end; longer !== undefined && end < ms + HORIZON_DAYS * DAY_MS;) {
    end = longer
    longer = inFocus(weekOf(end)).find((span) => span.start <= end && span.end > end)?.end
  }
  return { start: instant(running.start), end: instant(end) }
}

function workingIn(week: number, shifts: readonly Shift[]): Span[] {
  const window = { start: instant(weekStart(week)), end: instant(weekStart(week + 1)) }
  return mergeSpans(shifts.flatMap(({ spans }) => spans)).map((span) => clipSpan(span, window)).filter((span) => span !== null)
}

/** Sorted, and only what lies in the week. */
function inWeek(week: number, moments: readonly Instant[]): number[] {
  return moments.map((at) => at.epochMilliseconds).filter((ms) => weekOf(ms) === week).sort((a, b) => a - b)
}

function kept<T>(make: (week: number) => T): (week: number) => T {
  const known = new Map<number, T>()
  return (week) => {
    if (!known.has(week)) known.set(week, make(week))
    return known.get(week) as T
  }
}

function isSame(a: Instant, b: Instant): boolean {
  return a.epochMilliseconds === b.epochMilliseconds
}

function weekOf(ms: number): number {
  return weekNumber(Math.floor(ms / DAY_MS))
}

function weekStart(week: number): number {
  return WEEK_ZERO_MS + week * WEEK_MS
}

function toMs({ start, end }: Span): Stretch {
  return { start: start.epochMilliseconds, end: end.epochMilliseconds }
}

function instant(ms: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(ms)
}

function orNull(ms: number | null): Instant | null {
  return ms === null ? null : instant(ms)
}
