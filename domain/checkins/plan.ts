import { absenceAt } from '../time/cover.ts'
import { dayNumber, isoDate, nextDate, weekdayOf, weekNumber } from '../time/dates.ts'
import { nextLocalTime } from '../time/local-times.ts'
import { dateExists, instantOf, localDate, startOfDate } from '../time/local.ts'
import { intervalsOn, periodOn, zoneAt } from '../time/periods.ts'
import { shiftAt } from '../time/shifts.ts'
import { isBefore } from '../time/spans.ts'
import { HORIZON_DAYS } from '../time/types.ts'
import type { Instant, Period, Shift, WorkCalendar } from '../time/types.ts'
import { shiftsBetween } from '../time/working-spans.ts'
import type { Rhythm } from './forms.ts'
import { SKIPPED } from './skip-words.ts'

/** One date on which a form's turn comes for one person. */
export type Ask = {
  /** The person's own local date. */
  date: string
  at: Instant
  /** Why nothing is expected on this date; null where an answer is. */
  off: string | null
  /** When the shift of that date is over; null where there is none. */
  shiftEnd: Instant | null
}

/** Where somebody has no hours on a date, their skipped turn is noted at this local time. */
const NOMINAL_START = '09:00'

/**
 * When a form asks a person on one local date; null where it is not that date's turn.
 * @param anchor a date in the first week, from which every n-th is counted
 */
export function askOn(date: string, rhythm: Rhythm, anchor: string, calendar: WorkCalendar): Ask | null {
  const day = dayNumber(date)
  const turn = weekNumber(day) - weekNumber(dayNumber(anchor))
  if (!rhythm.days.includes(weekdayOf(day)) || turn % rhythm.every_weeks !== 0) return null
  const period = periodOn(calendar.periods, date) ?? calendar.periods[0]
  if (period === undefined || !dateExists(date, period.zone)) return null
  const shift = shiftOf(date, period.zone, calendar)
  const at = rhythm.at === 'shift_start' ? shift?.start ?? plannedStart(date, period) : localMoment(date, rhythm.at, period.zone)
  return { date, at, off: offReason(date, at, shift, calendar), shiftEnd: shift?.end ?? null }
}

function shiftOf(date: string, zone: string, calendar: WorkCalendar): Shift | null {
  return shiftsBetween(calendar, startOfDate(date, zone), startOfDate(nextDate(date), zone)).find((shift) => shift.date === date) ?? null
}

function plannedStart(date: string, period: Period): Instant {
  const starts = intervalsOn(period, date).map((interval) => interval.start).toSorted()
  return instantOf(date, starts[0] ?? NOMINAL_START, period.zone)
}

/** Each local date has exactly one such moment, whatever the clocks do. */
function localMoment(date: string, time: string, zone: string): Instant {
  const before = startOfDate(date, zone).subtract({ milliseconds: 1 })
  return nextLocalTime(before, { zone, time, days: [weekdayOf(dayNumber(date))] })
}

function offReason(date: string, at: Instant, shift: Shift | null, calendar: WorkCalendar): string | null {
  if (absenceAt(at, calendar) !== null) return SKIPPED.away.key
  if (shift !== null || shiftAt(at, calendar) !== null) return null
  if (calendar.holidays.has(date)) return SKIPPED.holiday.key
  return calendar.given.has(date) ? SKIPPED.gaveAway.key : SKIPPED.noShift.key
}

/** The dates of a person on which a form's turn comes, from one on, for 366 days. Lazy. */
function* asksFrom(date: string, rhythm: Rhythm, anchor: string, calendar: WorkCalendar): Generator<Ask> {
  const first = dayNumber(date)
  for (let day = first; day <= first + HORIZON_DAYS; day++) {
    const ask = askOn(isoDate(day), rhythm, anchor, calendar)
    if (ask !== null) yield ask
  }
}

type Planning = {
  rhythm: Rhythm; anchor: string; calendar: WorkCalendar; now: Instant
  /** Since when this person is asked at all: the form was made, or they joined. */
  since: Instant
  /** Local dates on which they were asked already; each date is asked once. */
  asked: ReadonlySet<string>
}

/**
 * What comes next for a person whose hours, form or membership may just have changed. A date whose moment passed
 * unasked counts while its shift is still on, and then at once.
 */
export function nextAsk({ rhythm, anchor, calendar, now, since, asked }: Planning): Ask | null {
  const yesterday = isoDate(dayNumber(localDate(now, zoneAt(calendar, now))) - 1)
  for (const ask of asksFrom(yesterday, rhythm, anchor, calendar)) {
    if (asked.has(ask.date)) continue
    if (!isBefore(ask.at, now)) return ask
    const stillOn = ask.off === null && ask.shiftEnd !== null && isBefore(now, ask.shiftEnd)
    if (stillOn && !isBefore(ask.at, since)) return { ...ask, at: now }
  }
  return null
}

/** The date after one that was just dealt with; its moment may have passed while Longhand did not run. */
export function askAfter(date: string, { rhythm, anchor, calendar, asked }: Omit<Planning, 'now' | 'since'>): Ask | null {
  for (const ask of asksFrom(nextDate(date), rhythm, anchor, calendar)) {
    if (!asked.has(ask.date)) return ask
  }
  return null
}
