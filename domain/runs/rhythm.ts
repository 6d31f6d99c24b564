import { absenceAt, coverAt } from '../time/cover.ts'
import { dayNumber, isoDate, weekdayOf, weekNumber } from '../time/dates.ts'
import { startOfDate } from '../time/local.ts'
import { periodOn } from '../time/periods.ts'
import { shiftsFrom } from '../time/shifts.ts'
import { isBefore } from '../time/spans.ts'
import { dateWords, WEEKDAY_NAMES } from '../time/time-words.ts'
import type { Instant, WorkCalendar } from '../time/types.ts'
import { ENGLISH, inWords, listInWords, said, sentenceFor } from '../words/said.ts'
import type { Said, Words } from '../words/said.ts'

/** When a schedule has its turns; a day is one of whoever is responsible. */
export type Rhythm = {
  readonly every: number
  readonly unit: 'days' | 'weeks' | 'months'
  /** 1 is Monday. Of days, only those count; all where there are none. */
  readonly days: readonly number[]
  /** For months: the first, second, third, fourth or last of those weekdays. */
  readonly week: 1 | 2 | 3 | 4 | -1
  /** The day from which is counted, and before which there is no turn. */
  readonly from: string
}

const WEEK = 7
const MONTHS = 12
/** The longest rhythm is 366 months; a day of it comes up within so many. Unit: days. */
const LOOKED_THROUGH = 367 * 31

/** Whether a date has a turn. */
export function isTurn(date: string, { every, unit, days, week, from }: Rhythm): boolean {
  if (date < from) return false
  const [day, first] = [dayNumber(date), dayNumber(from)]
  const onDay = days.includes(weekdayOf(day))
  if (unit === 'days') return (day - first) % every === 0 && (days.length === 0 || onDay)
  if (unit === 'weeks') return onDay && (weekNumber(day) - weekNumber(first)) % every === 0
  return onDay && (monthOf(date) - monthOf(from)) % every === 0 && (week === -1 ? isLast(day) : Math.ceil(Number(date.slice('YYYY-MM-'.length)) / WEEK) === week)
}

const monthOf = (date: string): number => Number(date.slice(0, 4)) * MONTHS + Number(date.slice('YYYY-'.length, 'YYYY-MM'.length))
const isLast = (day: number): boolean => monthOf(isoDate(day)) !== monthOf(isoDate(day + WEEK))

/** The first date with a turn, from one on; null where the rhythm has none: every seventh day from a Monday is no Tuesday. */
export function nextTurnDate(from: string, rhythm: Rhythm): string | null {
  const first = Math.max(dayNumber(from), dayNumber(rhythm.from))
  for (let day = first; day <= first + LOOKED_THROUGH; day++) if (isTurn(isoDate(day), rhythm)) return isoDate(day)
  return null
}

/** Whose turn it is, and when it begins. */
export type TurnOf = { readonly personId: string; readonly at: Instant }

/**
 * Who runs the turn of a date: the first of these people who is not away when their working day begins on that date, or
 * whoever covers for them; where all are away, the first of them once they are back. It begins with that person's working
 * day; somebody who has none on the date begins with their next.
 *
 * @param candidates who is responsible, in order
 * @returns null where nobody of them works within a year
 */
export function turnOf(date: string, candidates: readonly string[], calendars: ReadonlyMap<string, WorkCalendar>): TurnOf | null {
  for (const personId of candidates) {
    const calendar = calendars.get(personId)
    const at = calendar && morningOf(date, { ...calendar, absences: [] })
    if (!calendar || !at) continue
    if (absenceAt(at, calendar) === null) return { personId, at }
    const { personId: coverId } = coverAt(personId, at, calendars)
    const cover = coverId === null ? undefined : calendars.get(coverId)
    const begins = cover && morningOf(date, cover)
    if (coverId !== null && begins) return { personId: coverId, at: begins }
  }
  return backFirst(date, candidates, calendars)
}

function backFirst(date: string, candidates: readonly string[], calendars: ReadonlyMap<string, WorkCalendar>): TurnOf | null {
  const back = candidates.flatMap((personId) => {
    const calendar = calendars.get(personId)
    const at = calendar && morningOf(date, calendar)
    return at ? [{ personId, at }] : []
  })
  return back.reduce<TurnOf | null>((first, one) => first === null || isBefore(one.at, first.at) ? one : first, null)
}

/** When somebody begins to work on a date of theirs, or on their next working day after it. */
function morningOf(date: string, calendar: WorkCalendar): Instant | null {
  const zone = (periodOn(calendar.periods, date) ?? calendar.periods[0])?.zone
  if (zone === undefined) return null
  const from = startOfDate(date, zone)
  for (const shift of shiftsFrom(from, calendar)) if (!isBefore(shift.start, from)) return shift.start
  return null
}

const NTH: Readonly<Record<Rhythm['week'], Said>> = { 1: said`first¦of a month`, 2: said`second¦of a month`, 3: said`third¦of a month`, 4: said`fourth¦of a month`, [-1]: said`last¦of a month` }

/** @example 'Every second week on Monday', 'On the first Tuesday of each month', 'Every 10 days' */
export const rhythmWords = (rhythm: Rhythm, words: Words = ENGLISH): string => inWords(rhythmSaid(rhythm, words), words)

function rhythmSaid({ every, unit, days, week, from }: Rhythm, words: Words): Said {
  const names = listInWords([...days].toSorted().map((day) => sentenceFor(WEEKDAY_NAMES[day - 1] ?? '', words)), words)
  const since = every === 1 ? '' : said`, from ${dateWords(from, words)}`
  if (unit === 'days') {
    const where = names === '' ? '' : said` where it is ${names}`
    return every === 1 ? said`Every day${where}${since}` : said`Every ${every} days${where}${since}`
  }
  if (unit === 'weeks') return every === 1 ? said`Every week on ${names}${since}` : every === 2 ? said`Every second week on ${names}${since}` : said`Every ${every} weeks on ${names}${since}`
  const months = every === 1 ? said`each month` : every === 2 ? said`every second month` : said`every ${every} months`
  return said`On the ${NTH[week]} ${names} of ${months}${since}`
}
