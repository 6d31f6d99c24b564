import { absenceAt } from '../time/cover.ts'
import { daysLater } from '../time/dates.ts'
import { nextShift, previousShift, shiftAt } from '../time/shifts.ts'
import { isBefore } from '../time/spans.ts'
import type { Absence, Instant, Shift, WorkCalendar } from '../time/types.ts'
import { Refusal } from '../refusal.ts'

/** A brief looks back no further; older news stands in its space. Unit: days. */
const LONGEST_ABSENCE_DAYS = 60
/** What a newcomer is told of the time before they came. Unit: days. */
const FIRST_LOOK_DAYS = 7

export type SinceWhy = 'shift' | 'absence' | 'asked' | 'first'
export type Since = { since: Instant; why: SinceWhy }

/** The shift a brief is for: the one that is on, else the next one; null without working time in the coming year. */
export function shiftFor(now: Instant, calendar: WorkCalendar): Shift | null {
  const on = shiftAt(now, calendar)
  if (on !== null) return on
  try {
    return nextShift(now, calendar)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'no_working_time') return null
    throw error
  }
}

type Reader = { now: Instant; calendar: WorkCalendar; joinedAt: Instant; asked: Instant | null }

/**
 * From when on a reader is told what changed: the end of their last shift. Where an absence took shifts away since then,
 * that end is where their absence began for others, and the brief says so.
 */
export function sinceFor({ now, calendar, joinedAt, asked }: Reader): Since {
  const earliest = daysLater(now, -LONGEST_ABSENCE_DAYS)
  if (asked !== null) return { since: later(asked, earliest), why: 'asked' }
  const before = shiftAt(now, calendar)?.start ?? now
  const last = previousShift(before, calendar)
  const absence = endedAbsence(calendar, last?.end ?? null, now)
  if (absence !== null && isBefore(joinedAt, absence.start)) return { since: later(last?.end ?? absence.start, earliest), why: 'absence' }
  if (last === null || !isBefore(joinedAt, last.end)) return { since: daysLater(now, -FIRST_LOOK_DAYS), why: 'first' }
  return { since: later(last.end, earliest), why: 'shift' }
}

/** An absence since the last shift that is over, and after which nobody is absent still; the earliest of several. */
function endedAbsence(calendar: WorkCalendar, lastEnd: Instant | null, now: Instant): Absence | null {
  if (absenceAt(now, calendar) !== null) return null
  return calendar.absences
    .filter((absence) => !isBefore(now, absence.end) && (lastEnd === null || !isBefore(absence.start, lastEnd)))
    .filter((absence) => tookWork(absence, calendar))
    .toSorted((a, b) => a.start.epochMilliseconds - b.start.epochMilliseconds)[0] ?? null
}

/** Whether there would have been a shift in it. */
function tookWork(absence: Absence, calendar: WorkCalendar): boolean {
  const without = { ...calendar, absences: calendar.absences.filter((other) => other !== absence) }
  return shiftAt(absence.start, without) !== null || startsInside(absence, without)
}

function startsInside(absence: Absence, calendar: WorkCalendar): boolean {
  try {
    return isBefore(nextShift(absence.start, calendar).start, absence.end)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'no_working_time') return false
    throw error
  }
}

const later = (a: Instant, b: Instant): Instant => isBefore(a, b) ? b : a
