import { dayNumber, isoDate } from '../time/dates.ts'
import { localDate } from '../time/local.ts'
import { dateWords } from '../time/time-words.ts'
import type { Instant } from '../time/types.ts'
import { ENGLISH, inWords, said } from '../words/said.ts'
import type { Words } from '../words/said.ts'

/** Somebody said that a page is true. */
export type Verification = {
  readonly at: Instant
  readonly byName: string
  /** IANA name of the zone of who said it: days of a verification are days there. */
  readonly zone: string
  /** The version that they had read. */
  readonly version: number
  /** What they held it against; empty where they did not say. */
  readonly against: string
  /** The last day on which it holds; null: for good. */
  readonly expiresOn: string | null
}
export type PageTruth = 'verified' | 'stale' | 'unverified'

/** The last day on which a verification of now holds, in the zone of who verifies; null where it holds for good. */
export const expiresOn = (at: Instant, zone: string, reviewDays: number | null): string | null =>
  reviewDays === null ? null : isoDate(dayNumber(localDate(at, zone)) + reviewDays)

/** `stale` from the day after its last one, on the calendar of who verified it. */
export function truthOf(verified: Pick<Verification, 'zone' | 'expiresOn'> | null, now: Instant): PageTruth {
  if (verified === null) return 'unverified'
  return verified.expiresOn !== null && verified.expiresOn < localDate(now, verified.zone) ? 'stale' : 'verified'
}

/** Whether the page reads otherwise than what was verified. */
export const isEditedSince = (verified: Pick<Verification, 'version'> | null, version: number): boolean => verified !== null && verified.version < version

/**
 * Whether a page is still true, in one sentence.
 * @param version the page's version of now
 * @example 'Verified by Mei on 3 March against release 4.2, and edited since; look again by 1 June.'
 */
export function truthSentence(verified: Verification | null, version: number, now: Instant, words: Words = ENGLISH): string {
  if (verified === null) return inWords(said`Nobody has verified this page yet.`, words)
  const today = localDate(now, verified.zone)
  const against = verified.against === '' ? '' : said` against ${verified.against}`
  const edited = isEditedSince(verified, version) ? said`, and edited since` : ''
  const stands = said`Verified by ${verified.byName} on ${withYear(localDate(verified.at, verified.zone), today, words)}${against}${edited}`
  if (verified.expiresOn === null) return `${inWords(stands, words)}.`
  const day = withYear(verified.expiresOn, today, words)
  return inWords(truthOf(verified, now) === 'stale' ? said`${stands}; it was to be looked at again by ${day}.` : said`${stands}; look again by ${day}.`, words)
}

/** A date, with its year where that is not this one. */
export const withYear = (date: string, today: string, words: Words = ENGLISH): string => date.slice(0, 4) === today.slice(0, 4) ? dateWords(date, words) : `${dateWords(date, words)} ${date.slice(0, 4)}`
