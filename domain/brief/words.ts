import { absenceAt } from '../time/cover.ts'
import { dayNumber, weekdayOf } from '../time/dates.ts'
import { localDate, localTime } from '../time/local.ts'
import { nextShift, shiftAt } from '../time/shifts.ts'
import { dateWords, dayWords, WEEKDAY_NAMES } from '../time/time-words.ts'
import { Refusal } from '../refusal.ts'
import { isBefore } from '../time/spans.ts'
import type { Instant, Shift, Span, WorkCalendar } from '../time/types.ts'
import { shiftsBetween } from '../time/working-spans.ts'
import type { SectionName } from './matter.ts'
import type { Since } from './since.ts'
import { countInWords } from './count-words.ts'

/** The end of every brief. */
export const ENDING = 'That is all. Start when you like.'

/**
 * The day in one sentence, without greeting.
 * @param focus today's, which the sentence names
 * @example 'Tuesday. You work until 18:00; focus 09:30–11:30.', 'Saturday. You do not work today; next on Monday at 09:00.'
 */
export function headline(now: Instant, calendar: WorkCalendar, zone: string, focus: readonly Span[] = []): string {
  const today = localDate(now, zone)
  return `${WEEKDAY_NAMES[weekdayOf(dayNumber(today)) - 1] ?? ''}. ${dayLine(now, calendar, { zone, today, focus: focusWords(focus, now, zone) })}`
}

function focusWords(focus: readonly Span[], now: Instant, zone: string): string {
  const ahead = focus.filter(({ start, end }) => isBefore(now, end) && localDate(start, zone) === localDate(now, zone))
  return ahead.length === 0 ? '' : `; focus ${ahead.map(({ start, end }) => `${localTime(start, zone)}–${localTime(end, zone)}`).join(' and ')}`
}

function dayLine(now: Instant, calendar: WorkCalendar, { zone, today, focus }: { zone: string; today: string; focus: string }): string {
  const on = shiftAt(now, calendar)
  if (on !== null) return `You work until ${localTime(on.end, zone)}${focus}.`
  const next = upcoming(now, calendar)
  if (next === null) return 'You have no working time in the coming year.'
  if (absenceAt(now, calendar) !== null) return `You are away; next ${startWords(next, now, zone)}.`
  if (localDate(next.start, zone) === today) return `You work from ${localTime(next.start, zone)} until ${localTime(next.end, zone)}${focus}.`
  const worked = shiftsBetween(calendar, now.subtract({ hours: 24 }), now).some((shift) => localDate(shift.end, zone) === today)
  return worked ? `Your shift is over; next ${startWords(next, now, zone)}.` : `You do not work today; next ${startWords(next, now, zone)}.`
}

const startWords = (shift: Shift, now: Instant, zone: string): string =>
  localDate(shift.start, zone) === localDate(now, zone) ? `at ${localTime(shift.start, zone)}` : `on ${dayWords(shift.start, now, zone)} at ${localTime(shift.start, zone)}`

function upcoming(now: Instant, calendar: WorkCalendar): Shift | null {
  try {
    return nextShift(now, calendar)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'no_working_time') return null
    throw error
  }
}

type Told = { readingSeconds: number; waiting: number; changed: number; since: Since; now: Instant; zone: string }

/** @example 'Two minutes to read. One thing waits for you. Six things changed since you left on Monday at 18:04.' */
export function lede({ readingSeconds, waiting, changed, since, now, zone }: Told): string {
  const when = sinceClause(since, now, zone)
  const waits = waiting > 0 ? `${capital(things(waiting))} ${waiting === 1 ? 'waits' : 'wait'} for you.` : null
  if (changed === 0) return waits === null ? `Nothing waits for you, and nothing changed ${when}.` : `${minutesToRead(readingSeconds)} ${waits} Nothing changed ${when}.`
  return [minutesToRead(readingSeconds), waits, `${capital(things(changed))} changed ${when}.`].filter((part) => part !== null).join(' ')
}

/** @example minutesToRead(95) is 'Two minutes to read.' */
export function minutesToRead(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  return minutes <= 1 ? 'One minute to read.' : `${capital(countInWords(minutes))} minutes to read.`
}

function sinceClause({ since, why }: Since, now: Instant, zone: string): string {
  const moment = pastWords(since, now, zone)
  if (why === 'shift') return `since you left ${moment}`
  if (why === 'absence') return `while you were away, since ${moment.replace(/^on /, '')}`
  return why === 'first' ? 'in the last seven days' : `since ${moment.replace(/^on /, '')}`
}

/** Up to this many days back a weekday's name is enough to know the date. Unit: days. */
const WEEKDAY_IS_CLEAR_DAYS = 6

/** @example 'today at 18:04', 'on Monday at 18:04', 'on 6 March at 18:04' */
function pastWords(at: Instant, now: Instant, zone: string): string {
  return `${pastDay(at, now, zone)} at ${localTime(at, zone)}`
}

const daysBack = (at: Instant, now: Instant, zone: string): number => dayNumber(localDate(now, zone)) - dayNumber(localDate(at, zone))

function pastDay(at: Instant, now: Instant, zone: string): string {
  const date = dayNumber(localDate(at, zone))
  const back = daysBack(at, now, zone)
  if (back === 0) return 'today'
  if (back <= WEEKDAY_IS_CLEAR_DAYS) return `on ${WEEKDAY_NAMES[weekdayOf(date) - 1] ?? ''}`
  return `on ${dateWords(localDate(at, zone))}`
}

/** What stands above a section. */
export function sectionTitle(name: SectionName, { since }: Since, now: Instant, zone: string): string {
  if (name === 'changed') {
    const day = daysBack(since, now, zone) === 1 ? 'yesterday' : pastDay(since, now, zone).replace(/^on /, '')
    return `Changed since ${day} ${localTime(since, zone)}`
  }
  return { handed: 'Handed to you', due: 'Due on your clock', unblock: 'You can unblock', decide: 'Decisions that wait for you', say: 'Waiting for your say', rest: 'The rest' }[name]
}

/** Why a part of a section is folded; null where nothing is. */
export function foldNote(name: SectionName, folded: number, away: boolean): string | null {
  if (folded === 0) return null
  if (name === 'rest') return 'From open spaces that you have not joined.'
  return away ? 'After time away the newest of each hand comes first; the rest is folded by space.' : 'More than fits the reading time of the agreement is folded by space.'
}

/** @example things(1) is 'one thing' */
export const things = (count: number): string => `${countInWords(count)} ${count === 1 ? 'thing' : 'things'}`
export const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
