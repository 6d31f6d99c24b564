import { localDate, localTime, startOfDate } from '../time/local.ts'
import { intersectSpans, mergeSpans } from '../time/spans.ts'
import { dayNumber, isoDate } from '../time/dates.ts'
import type { Span } from '../time/types.ts'
import { workingSpans } from '../time/working-spans.ts'
import { cityOf } from '../time/zones.ts'
import { ENGLISH, inWords, said } from '../words/said.ts'
import type { Words } from '../words/said.ts'
import type { Member, Reader } from './facts.ts'
import { allOf } from './hours.ts'

export type City = { readonly name: string; readonly members: readonly Member[] }

/** Beyond so many cities nobody reads who shares what with whom; the team page has it for each person. */
const NAMED_MAX = 4
const WEEK_DAYS = 7
/** From so many of seven days on, an hour is shared on most of them. */
const MOST_DAYS = 3
/** Of a day that is cut into more than this, nobody keeps the pieces in mind. */
const TIMES_MAX = 3

/** Where people are, west to east; those of one city in the order given. */
export function citiesOf(members: readonly Member[], { now }: Pick<Reader, 'now'>): City[] {
  const offset = (zone: string) => now.toZonedDateTimeISO(zone).offsetNanoseconds
  return [...Map.groupBy(members, ({ zone }) => cityOf(zone))].map(([name, some]) => ({ name, members: some }))
    .toSorted((a, b) => offset(a.members[0]?.zone ?? 'UTC') - offset(b.members[0]?.zone ?? 'UTC') || a.name.localeCompare(b.name))
}

/** Today and the six days after it, whole on the reader's clock: what is told of them is the same at every hour of a day. */
export function weekAhead({ now, zone }: Pick<Reader, 'now' | 'zone'>): Span {
  const today = localDate(now, zone)
  return { start: startOfDate(today, zone), end: startOfDate(isoDate(dayNumber(today) + WEEK_DAYS), zone) }
}

/**
 * Which cities work at once in the coming week, on the reader's clock; one clause for each two of them, none where there are many.
 * @example ['Los Angeles and Lisbon share 17:00 to 18:30 on most days', 'Lisbon and Tokyo share no hour']
 */
export function sharedHours(cities: readonly City[], reader: Reader): string[] {
  if (cities.length < 2 || cities.length > NAMED_MAX) return []
  const { start, end } = weekAhead(reader)
  const spans = cities.map(({ members }) => mergeSpans(members.flatMap(({ calendar }) => workingSpans(calendar, start, end))))
  return cities.flatMap((one, at) => cities.slice(at + 1).map((other, after) => shared(one.name, other.name, intersectSpans(spans[at] ?? [], spans[at + 1 + after] ?? []), reader)))
}

function shared(one: string, other: string, spans: readonly Span[], { zone, words = ENGLISH }: Reader): string {
  return inWords(said`${one} and ${other} share ${usualTimes(spans, zone, words) ?? said`no hour`}`, words)
}

/**
 * The times of day that come back in a week of spans, without those that a day off or a clock change made different.
 * @example '09:00 to 12:00 and 13:00 to 17:00 on most days'; null for none
 */
export function usualTimes(spans: readonly Span[], zone: string, words: Words = ENGLISH): string | null {
  const timesOf = ({ start, end }: Span) => inWords(said`${localTime(start, zone)} to ${localTime(end, zone)}`, words)
  const times = [...Map.groupBy(spans, timesOf)].map(([time, days]) => ({ time, days: days.length }))
  const most = Math.max(0, ...times.map(({ days }) => days))
  if (most === 0) return null
  const usual = times.filter(({ days }) => days === most).map(({ time }) => time).toSorted()
  const named = usual.length > TIMES_MAX ? said`${usual.length} stretches of time` : allOf(usual, words)
  return inWords(most >= MOST_DAYS ? said`${named} on most days` : said`${named} on some days`, words)
}
