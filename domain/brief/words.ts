import { absenceAt } from '../time/cover.ts'
import { dayNumber } from '../time/dates.ts'
import { localDate, localTime } from '../time/local.ts'
import { nextShift, shiftAt } from '../time/shifts.ts'
import { dateWords, dayWords, weekdayWords } from '../time/time-words.ts'
import { Refusal } from '../refusal.ts'
import { isBefore } from '../time/spans.ts'
import type { Instant, Shift, Span, WorkCalendar } from '../time/types.ts'
import { shiftsBetween } from '../time/working-spans.ts'
import type { SectionName } from './matter.ts'
import type { Since } from './since.ts'
import { ENGLISH, inWords, said } from '../words/said.ts'
import type { Said, SaidValue, Words } from '../words/said.ts'
import { countInWords } from './count-words.ts'

/** The end of every brief. */
export const ENDING = said`That is all. Start when you like.`

/**
 * The day in one sentence, without greeting.
 * @param focus today's, which the sentence names
 * @example 'Tuesday. You work until 18:00; focus 09:30–11:30.', 'Saturday. You do not work today; next on Monday at 09:00.'
 */
export function headline(now: Instant, calendar: WorkCalendar, { zone, focus = [], words = ENGLISH }: { zone: string; focus?: readonly Span[]; words?: Words }): string {
  const day = { zone, today: localDate(now, zone), focus: focusWords(focus, now, { zone, words }), words }
  return `${weekdayWords(day.today, words)}. ${inWords(dayLine(now, calendar, day), words)}`
}

type Reader = { zone: string; words: Words }

function focusWords(focus: readonly Span[], now: Instant, { zone, words }: Reader): SaidValue {
  const ahead = focus.filter(({ start, end }) => isBefore(now, end) && localDate(start, zone) === localDate(now, zone))
  return ahead.length === 0 ? '' : said`; focus ${eachInWords(ahead.map(({ start, end }) => `${localTime(start, zone)}–${localTime(end, zone)}`), words)}`
}

/** As the day has had it since it said more than one: each is joined by a word of its own. */
const eachInWords = (spans: readonly string[], { language }: Words): string => spans.join(language === 'de' ? ' und ' : ' and ')

function dayLine(now: Instant, calendar: WorkCalendar, { today, focus, ...reader }: Reader & { today: string; focus: SaidValue }): Said {
  const { zone } = reader
  const on = shiftAt(now, calendar)
  if (on !== null) return said`You work until ${localTime(on.end, zone)}${focus}.`
  const next = upcoming(now, calendar)
  if (next === null) return said`You have no working time in the coming year.`
  if (absenceAt(now, calendar) !== null) return said`You are away; next ${startWords(next, now, reader)}.`
  if (localDate(next.start, zone) === today) return said`You work from ${localTime(next.start, zone)} until ${localTime(next.end, zone)}${focus}.`
  const worked = shiftsBetween(calendar, now.subtract({ hours: 24 }), now).some((shift) => localDate(shift.end, zone) === today)
  return worked ? said`Your shift is over; next ${startWords(next, now, reader)}.` : said`You do not work today; next ${startWords(next, now, reader)}.`
}

const startWords = (shift: Shift, now: Instant, { zone, words }: Reader): Said =>
  localDate(shift.start, zone) === localDate(now, zone) ? said`at ${localTime(shift.start, zone)}` : said`on ${dayWords(shift.start, now, zone, words)} at ${localTime(shift.start, zone)}`

function upcoming(now: Instant, calendar: WorkCalendar): Shift | null {
  try {
    return nextShift(now, calendar)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'no_working_time') return null
    throw error
  }
}

type Told = { readingSeconds: number; waiting: number; changed: number; since: Since; now: Instant; zone: string; words?: Words }

/**
 * How much waits, and how much is new. What waits is counted by what it wants of the reader, other than in the inbox, where it is counted by what came.
 * @example 'Two minutes to read. One thing waits for you to act or answer. Six things changed since you left on Monday at 18:04.'
 */
export function lede({ readingSeconds, waiting, changed, since, now, zone, words = ENGLISH }: Told): string {
  const when = sinceClause(since, now, { zone, words })
  const waits = waiting === 0 ? null : waiting === 1 ? said`One thing waits for you to act or answer.` : said`${manyOf(waiting, words)} things wait for you to act or answer.`
  if (changed === 0 && waits === null) return inWords(said`Nothing waits for you to act or answer, and nothing changed ${when}.`, words)
  const news = changed === 0 ? said`Nothing changed ${when}.` : changed === 1 ? said`One thing changed ${when}.` : said`${manyOf(changed, words)} things changed ${when}.`
  return [minutesToRead(readingSeconds, words), ...[waits, news].filter((part) => part !== null).map((part) => inWords(part, words))].join(' ')
}

/** @example minutesToRead(95) is 'Two minutes to read.' */
export function minutesToRead(seconds: number, words: Words = ENGLISH): string {
  const minutes = Math.ceil(seconds / 60)
  return inWords(minutes <= 1 ? said`One minute to read.` : said`${manyOf(minutes, words)} minutes to read.`, words)
}

/** Two or more, at the head of a sentence: a word in English, a figure in German, where the word would depend on the noun. */
const manyOf = (count: number, { language }: Words): string => language === 'de' ? String(count) : capital(countInWords(count))

function sinceClause({ since, why }: Since, now: Instant, reader: Reader): Said {
  if (why === 'first') return said`in the last seven days`
  const [day, time] = [pastDay(since, now, reader), localTime(since, reader.zone)]
  if (why === 'absence') return said`while you were away, since ${day} at ${time}`
  if (why !== 'shift') return said`since ${day} at ${time}`
  return daysBack(since, now, reader.zone) === 0 ? said`since you left today at ${time}` : said`since you left on ${day} at ${time}`
}

/** Up to this many days back a weekday's name is enough to know the date. Unit: days. */
const WEEKDAY_IS_CLEAR_DAYS = 6

const daysBack = (at: Instant, now: Instant, zone: string): number => dayNumber(localDate(now, zone)) - dayNumber(localDate(at, zone))

/** @example 'today', 'Monday', '6 March' */
function pastDay(at: Instant, now: Instant, { zone, words }: Reader): string {
  const date = localDate(at, zone)
  const back = daysBack(at, now, zone)
  if (back === 0) return inWords(said`today`, words)
  return back <= WEEKDAY_IS_CLEAR_DAYS ? weekdayWords(date, words) : dateWords(date, words)
}

/** What stands above a section. */
export function sectionTitle(name: SectionName, { since }: Since, now: Instant, { zone, words = ENGLISH }: { zone: string; words?: Words }): string {
  if (name === 'changed') {
    const day = daysBack(since, now, zone) === 1 ? said`yesterday` : pastDay(since, now, { zone, words })
    return inWords(said`Changed since ${day} ${localTime(since, zone)}`, words)
  }
  return inWords(TITLES[name], words)
}

const TITLES: Readonly<Record<Exclude<SectionName, 'changed'>, Said>> = {
  handed: said`Handed to you`, due: said`Due on your clock`, unblock: said`You can unblock`, decide: said`Decisions that wait for you`, say: said`Waiting for your say`, hold: said`You hold`, rest: said`The rest`,
}

/** Why a part of a section is folded; null where nothing is. */
export function foldNote(name: SectionName, folded: number, away: boolean): Said | null {
  if (folded === 0) return null
  if (name === 'rest') return said`From open spaces that you have not joined.`
  return away ? said`After time away the newest of each hand comes first; the rest is folded by space.` : said`More than fits the reading time of the agreement is folded by space.`
}

export const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
