import { countFor } from '../brief/count-words.ts'
import { dayNumber } from '../time/dates.ts'
import { localDate } from '../time/local.ts'
import { dateWords, weekdayWords } from '../time/time-words.ts'
import type { Instant } from '../time/types.ts'
import { ENGLISH, inWords, said } from '../words/said.ts'
import type { Said, SaidValue, Words } from '../words/said.ts'

/** Up to this many days back a weekday's name is enough to know the date. Unit: days. */
const WEEKDAY_IS_CLEAR_DAYS = 6

/** On whose calendar a day is said, and in which language; English unless given. */
export type Reader = { readonly now: Instant; readonly zone: string; readonly words?: Words }

const backDays = (at: Instant, { now, zone }: Reader): number => dayNumber(localDate(now, zone)) - dayNumber(localDate(at, zone))

/** A day that is past, or today: `today`, `yesterday`, `Tuesday`, `3 March`, with the year where it is another one. */
export function dayBack(at: Instant, reader: Reader): string {
  const { now, zone, words = ENGLISH } = reader
  const [date, today] = [localDate(at, zone), localDate(now, zone)]
  const back = backDays(at, reader)
  if (back === 0) return inWords(said`today`, words)
  if (back === 1) return inWords(said`yesterday`, words)
  if (back > 1 && back <= WEEKDAY_IS_CLEAR_DAYS) return weekdayWords(date, words)
  return `${dateWords(date, words)}${date.slice(0, 4) === today.slice(0, 4) ? '' : ` ${date.slice(0, 4)}`}`
}

/** The same after a verb: `today`, `on Tuesday`, `on 3 March`. */
export function onDay(at: Instant, reader: Reader): string {
  const day = dayBack(at, reader)
  const back = backDays(at, reader)
  return back === 0 || back === 1 ? day : inWords(said`on ${day}`, reader.words ?? ENGLISH)
}

/** @example backlinksSentence(3) is 'Three texts link here.' */
export function backlinksSentence(total: number, words: Words = ENGLISH): string {
  if (total === 0) return inWords(said`Nothing links here yet.`, words)
  return inWords(total === 1 ? said`One text links here.` : said`${capital(countFor(total, words))} texts link here.`, words)
}

const KINDS: Readonly<Record<string, Said>> = {
  wrap: said`Wrap`, checkin: said`Check-in`, thread: said`Thread`, ask: said`Ask¦kind`, change: said`Change notice`, learning: said`Learning`, decision: said`Decision`, page: said`Page`,
}
/** How entries stand, in a word or two; what is not named here is said by its own name. */
const STATES: Readonly<Record<string, Said>> = {
  question_back: said`back with a question`, call_needed: said`waiting for a call`, ready: said`ready to sign`, stale: said`to be looked at again`,
  open: said`open¦state`, resolved: said`resolved¦state`, seen: said`seen¦state`, clarified: said`clarified¦state`, answered: said`answered¦state`, declined: said`declined¦state`, overdue: said`overdue¦state`,
  escalated: said`escalated¦state`, lapsed: said`lapsed¦state`, withdrawn: said`withdrawn¦state`, draft: said`draft¦state`, decided: said`decided¦state`, provisional: said`provisional¦state`, expired: said`expired¦state`,
  superseded: said`superseded¦state`, deprecated: said`deprecated¦state`, verified: said`verified¦state`, unverified: said`unverified¦state`,
}

/** What an entry is called. */
export const kindWord = (kind: string, words: Words = ENGLISH): string => inWords(KINDS[kind] ?? said`Entry`, words)
const stateWords = (state: string): SaidValue => STATES[state] ?? state.replaceAll(/[_-]/g, ' ')

type Shown = { kind: string; state: string | null; byName: string; at: Instant }

/** @example 'Decision, decided. Ana Duarte, 12 March.' */
export function previewLine({ kind, state, byName, at }: Shown, reader: Reader): string {
  const words = reader.words ?? ENGLISH
  return `${kindWord(kind, words)}${state === null ? '' : `, ${inWords(stateWords(state), words)}`}. ${byName}, ${dayBack(at, reader)}.`
}

/** What is said of targets that are not what they were. */
export const deletedNote = (number: number, at: Instant, reader: Reader): Said => said`#${number} was deleted ${onDay(at, reader)}.`
export const movedNote = (spaceName: string): Said => said`It has moved since and stands in ${spaceName} now.`
export const renamedNote = (title: string): Said => said`It is called “${title}” now.`
export const unknownNumberNote = (number: number): Said => said`There is no #${number} that you can see.`
export const unknownTitleNote = (title: string): Said => said`Nothing that you can see is called “${title}”.`
export const UNKNOWN_PERSON = said`Nobody that you can see.`

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
