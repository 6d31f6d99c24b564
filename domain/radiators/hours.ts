import { absenceAt } from '../time/cover.ts'
import { dayNumber, isoDate, weekdayOf } from '../time/dates.ts'
import { localDate, localTime } from '../time/local.ts'
import { intervalsOn, periodOn, zoneAt } from '../time/periods.ts'
import { shiftsFrom } from '../time/shifts.ts'
import { dayWords, showSameTime, WEEKDAY_NAMES } from '../time/time-words.ts'
import type { Shift, WorkCalendar } from '../time/types.ts'
import { workingSpansAfter } from '../time/working-spans.ts'
import { HORIZON_DAYS } from '../time/types.ts'
import type { Member, Reader } from './facts.ts'

const WEEK_DAYS = 7

/**
 * When somebody works in a week, from the first minute of a day to its last; breaks are left to their page.
 * @example 'Monday to Friday 09:00 to 18:30'; null where no hours are set
 */
export function weekWords(calendar: WorkCalendar, { now, zone }: Pick<Reader, 'now' | 'zone'>): string | null {
  const home = calendar.periods.length > 0 ? zoneAt(calendar, now) : zone
  const today = dayNumber(localDate(now, home))
  const monday = today - weekdayOf(today) + 1
  const runs: { first: number; last: number; times: string }[] = []
  for (let day = 0; day < WEEK_DAYS; day++) {
    const times = dayTimes(calendar, isoDate(monday + day))
    const run = runs.at(-1)
    if (run?.times === times && run.last === day - 1) run.last = day
    else if (times !== '') runs.push({ first: day, last: day, times })
  }
  return runs.length === 0 ? null : runs.map(({ first, last, times }) => `${first === last ? WEEKDAY_NAMES[first] : `${WEEKDAY_NAMES[first]} to ${WEEKDAY_NAMES[last]}`} ${times}`).join(' and ')
}

function dayTimes(calendar: WorkCalendar, date: string): string {
  const period = periodOn(calendar.periods, date)
  const intervals = period === undefined ? [] : intervalsOn(period, date)
  const [first, last] = [intervals[0], intervals.at(-1)]
  return first === undefined || last === undefined ? '' : `${first.start} to ${last.end}`
}

/** The next shift on the reader's clock, where that shows something else: `18:00 to 03:30`. */
export function yourTimes(member: Pick<Member, 'calendar'>, reader: Reader): string | null {
  const shift = nextShiftOf(member.calendar, reader)
  if (shift === null || showSameTime(shift.start, shift.zone, reader.zone)) return null
  return `${localTime(shift.start, reader.zone)} to ${localTime(shift.end, reader.zone)}`
}

function nextShiftOf(calendar: WorkCalendar, { now }: Reader): Shift | null {
  for (const shift of shiftsFrom(now, calendar)) return shift
  return null
}

/** Who is away now, until when and with whom as cover; null for whoever is not. `day` is when they work again. */
export function awayOf({ calendar }: Pick<Member, 'calendar'>, { now, zone }: Reader): { coverId: string | null; until: string | null } | null {
  const absence = absenceAt(now, calendar)
  if (absence === null) return null
  const [next] = workingSpansAfter(now, calendar, HORIZON_DAYS)
  return { coverId: absence.coverId, until: next === undefined ? null : dayWords(next.start, now, zone) }
}
