import { localDate, localTime } from '../time/local.ts'
import { dayWords } from '../time/time-words.ts'
import type { Instant } from '../time/types.ts'
import { ENGLISH, inWords, said } from '../words/said.ts'
import type { Said, SaidValue, Words } from '../words/said.ts'

type Expected = { name: string; askedAt: Instant; until: Instant; now: Instant; readerZone: string; words?: Words }

/**
 * When somebody's answer can be expected, on the reader's clock.
 * @example 'Mei is asked at 03:00 and has until 05:00.', 'Ben has until Monday at 11:00.'
 */
export function expectedSentence({ name, askedAt, until, now, readerZone: zone, words = ENGLISH }: Expected): string {
  const reader = { now, zone, words }
  const asked = Temporal.Instant.compare(askedAt, now) <= 0
  if (asked) return inWords(said`${name} has until ${moment(until, reader)}.`, words)
  const sameDay = localDate(askedAt, zone) === localDate(until, zone)
  return inWords(said`${name} is asked ${when(askedAt, reader)} and has until ${sameDay ? localTime(until, zone) : moment(until, reader)}.`, words)
}

type Reader = { now: Instant; zone: string; words: Words }

const isToday = (at: Instant, { now, zone }: Reader): boolean => localDate(at, zone) === localDate(now, zone)
const when = (at: Instant, reader: Reader): Said => isToday(at, reader) ? said`at ${moment(at, reader)}` : said`on ${moment(at, reader)}`

function moment(at: Instant, reader: Reader): SaidValue {
  const time = localTime(at, reader.zone)
  return isToday(at, reader) ? time : said`${dayWords(at, reader.now, reader.zone, reader.words)} at ${time}`
}
