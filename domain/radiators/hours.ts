import { absenceAt } from '../time/cover.ts'
import { backWords } from '../time/availability.ts'
import { dayNumber, isoDate, weekdayOf } from '../time/dates.ts'
import { localDate, localTime } from '../time/local.ts'
import { intervalsOn, periodOn, zoneAt } from '../time/periods.ts'
import { shiftsFrom } from '../time/shifts.ts'
import { showSameTime, WEEKDAY_NAMES } from '../time/time-words.ts'
import type { Shift, WorkCalendar } from '../time/types.ts'
import { workingSpansAfter } from '../time/working-spans.ts'
import { HORIZON_DAYS } from '../time/types.ts'
import { ENGLISH, inWords, said, sentenceFor } from '../words/said.ts'
import type { Words } from '../words/said.ts'
import type { Member, Reader } from './facts.ts'

const WEEK_DAYS = 7

/**
 * When somebody works in a week, from the first minute of a day to its last; breaks are left to their page.
 * @example 'Monday to Friday 09:00 to 18:30'; null where no hours are set
 */
export function weekWords(calendar: WorkCalendar, { now, zone, words = ENGLISH }: Pick<Reader, 'now' | 'zone' | 'words'>): string | null {
  const home = calendar.periods.length > 0 ? zoneAt(calendar, now) : zone
  const today = dayNumber(localDate(now, home))
  const monday = today - weekdayOf(today) + 1
  const runs: { first: number; last: number; times: string }[] = []
  for (let day = 0; day < WEEK_DAYS; day++) {
    const times = dayTimes(calendar, isoDate(monday + day), words)
    const run = runs.at(-1)
    if (run?.times === times && run.last === day - 1) run.last = day
    else if (times !== '') runs.push({ first: day, last: day, times })
  }
  const dayName = (day: number) => sentenceFor(WEEKDAY_NAMES[day] ?? '', words)
  const daysOf = (first: number, last: number) => first === last ? dayName(first) : inWords(said`${dayName(first)} to ${dayName(last)}`, words)
  return runs.length === 0 ? null : allOf(runs.map(({ first, last, times }) => `${daysOf(first, last)} ${times}`), words)
}

/** Each with its own `and`: what stands between is long. */
export const allOf = (parts: readonly string[], words: Words): string => parts.join(` ${inWords(said`and¦in a list`, words)} `)

function dayTimes(calendar: WorkCalendar, date: string, words: Words): string {
  const period = periodOn(calendar.periods, date)
  const intervals = period === undefined ? [] : intervalsOn(period, date)
  const [first, last] = [intervals[0], intervals.at(-1)]
  return first === undefined || last === undefined ? '' : inWords(said`${first.start} to ${last.end}`, words)
}

/** The next shift on the reader's clock, where that shows something else: `18:00 to 03:30`. */
export function yourTimes(member: Pick<Member, 'calendar'>, reader: Reader): string | null {
  const shift = nextShiftOf(member.calendar, reader)
  if (shift === null || showSameTime(shift.start, shift.zone, reader.zone)) return null
  return inWords(said`${localTime(shift.start, reader.zone)} to ${localTime(shift.end, reader.zone)}`, reader.words ?? ENGLISH)
}

function nextShiftOf(calendar: WorkCalendar, { now }: Reader): Shift | null {
  for (const shift of shiftsFrom(now, calendar)) return shift
  return null
}

/** Who is away now, when they work again and with whom as cover; null for whoever is not. */
export function awayOf({ calendar }: Pick<Member, 'calendar'>, { now, zone, words = ENGLISH }: Reader): { coverId: string | null; back: { today: boolean; when: string } | null } | null {
  const absence = absenceAt(now, calendar)
  if (absence === null) return null
  const [next] = workingSpansAfter(now, calendar, HORIZON_DAYS)
  return { coverId: absence.coverId, back: next === undefined ? null : backWords(next.start, zoneAt(calendar, next.start), { now, readerZone: zone, words }) }
}
