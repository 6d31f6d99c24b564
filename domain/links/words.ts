import { countInWords } from '../brief/count-words.ts'
import { dayNumber, weekdayOf } from '../time/dates.ts'
import { localDate } from '../time/local.ts'
import { dateWords, WEEKDAY_NAMES } from '../time/time-words.ts'
import type { Instant } from '../time/types.ts'

/** Up to this many days back a weekday's name is enough to know the date. Unit: days. */
const WEEKDAY_IS_CLEAR_DAYS = 6

/** A day that is past, or today: `today`, `yesterday`, `Tuesday`, `3 March`, with the year where it is another one. */
export function dayBack(at: Instant, now: Instant, zone: string): string {
  const [date, today] = [localDate(at, zone), localDate(now, zone)]
  const back = dayNumber(today) - dayNumber(date)
  if (back === 0) return 'today'
  if (back === 1) return 'yesterday'
  if (back > 1 && back <= WEEKDAY_IS_CLEAR_DAYS) return WEEKDAY_NAMES[weekdayOf(dayNumber(date)) - 1] ?? ''
  return `${dateWords(date)}${date.slice(0, 4) === today.slice(0, 4) ? '' : ` ${date.slice(0, 4)}`}`
}

/** The same after a verb: `today`, `on Tuesday`, `on 3 March`. */
export function onDay(at: Instant, now: Instant, zone: string): string {
  const day = dayBack(at, now, zone)
  return day === 'today' || day === 'yesterday' ? day : `on ${day}`
}

/** @example backlinksSentence(3) is 'Three texts link here.' */
export function backlinksSentence(total: number): string {
  if (total === 0) return 'Nothing links here yet.'
  return `${capital(countInWords(total))} ${total === 1 ? 'text links' : 'texts link'} here.`
}

const KINDS: Readonly<Record<string, string>> = { wrap: 'Wrap', checkin: 'Check-in', thread: 'Thread', ask: 'Ask', change: 'Change notice', learning: 'Learning', decision: 'Decision', page: 'Page' }
const STATES: Readonly<Record<string, string>> = { question_back: 'back with a question', call_needed: 'waiting for a call', ready: 'ready to sign', stale: 'to be looked at again' }

/** What an entry is called. */
export const kindWord = (kind: string): string => KINDS[kind] ?? 'Entry'
const stateWords = (state: string): string => STATES[state] ?? state.replaceAll(/[_-]/g, ' ')

type Shown = { kind: string; state: string | null; byName: string; at: Instant; now: Instant; zone: string }

/** @example 'Decision, decided. Ana Duarte, 12 March.' */
export function previewLine({ kind, state, byName, at, now, zone }: Shown): string {
  return `${kindWord(kind)}${state === null ? '' : `, ${stateWords(state)}`}. ${byName}, ${dayBack(at, now, zone)}.`
}

/** What is said of targets that are not what they were. */
export const deletedNote = (number: number, at: Instant, now: Instant, zone: string): string => `#${number} was deleted ${onDay(at, now, zone)}.`
export const movedNote = (spaceName: string): string => `It has moved since and stands in ${spaceName} now.`
export const renamedNote = (title: string): string => `It is called “${title}” now.`
export const unknownNumberNote = (number: number): string => `There is no #${number} that you can see.`
export const unknownTitleNote = (title: string): string => `Nothing that you can see is called “${title}”.`
export const unknownPersonNote = 'Nobody that you can see.'

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
