import { localDate, localTime } from '../time/local.ts'
import { dayWords } from '../time/time-words.ts'
import type { Instant } from '../time/types.ts'

type Expected = { name: string; askedAt: Instant; until: Instant; now: Instant; readerZone: string }

/**
 * When somebody's answer can be expected, on the reader's clock.
 * @example 'Mei is asked at 03:00 and has until 05:00.', 'Ben has until Monday at 11:00.'
 */
export function expectedSentence({ name, askedAt, until, now, readerZone }: Expected): string {
  const asked = Temporal.Instant.compare(askedAt, now) <= 0
  if (asked) return `${name} has until ${moment(until, now, readerZone)}.`
  const sameDay = localDate(askedAt, readerZone) === localDate(until, readerZone)
  return `${name} is asked ${at(moment(askedAt, now, readerZone))} and has until ${sameDay ? localTime(until, readerZone) : moment(until, now, readerZone)}.`
}

const at = (words: string): string => /^\d\d:/.test(words) ? `at ${words}` : `on ${words}`

function moment(when: Instant, now: Instant, zone: string): string {
  const today = localDate(when, zone) === localDate(now, zone)
  return today ? localTime(when, zone) : `${dayWords(when, now, zone)} at ${localTime(when, zone)}`
}
