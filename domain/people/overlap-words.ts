import { dayNumber, weekdayOf } from '../time/dates.ts'
import { localDate, localTime } from '../time/local.ts'
import { minutesIn } from '../time/spans.ts'
import { WEEKDAY_NAMES, durationWords } from '../time/time-words.ts'
import type { Span } from '../time/types.ts'
import { ENGLISH, inWords, listInWords, said, sentenceFor } from '../words/said.ts'
import type { Words } from '../words/said.ts'

/** More different times than this are counted instead of named; a longer sentence is not read. */
const NAMED_MAX = 3

/**
 * When people work at once, over seven days, as a sentence.
 *
 * @param spans sorted and disjoint, all within seven days
 * @param zone the reader's
 * @example 'Ana and Ben work at once Monday to Friday 15:00–17:00, your time: 10 h in these seven days.'
 */
export function overlapSentence(names: readonly string[], spans: readonly Span[], zone: string, words: Words = ENGLISH): string {
  const who = listInWords(names, words)
  if (spans.length === 0) return inWords(said`${who} never work at once in these seven days.`, words)
  const minutes = Math.round(spans.reduce((sum, span) => sum + minutesIn(span), 0))
  const times = timesByDays(spans, zone)
  const when = times.length <= NAMED_MAX ? listInWords(times.map(([time, days]) => `${daysInWords(days, words)} ${time}`), words) : said`at ${spans.length} times`
  return inWords(said`${who} work at once ${when}, your time: ${durationWords(minutes)} in these seven days.`, words)
}

/** Times of day with the days on which they come, in the order in which they first come. */
function timesByDays(spans: readonly Span[], zone: string): [string, number[]][] {
  const days = new Map<string, number[]>()
  for (const span of spans) {
    const time = `${localTime(span.start, zone)}–${localTime(span.end, zone)}`
    const day = dayNumber(localDate(span.start, zone))
    days.set(time, [...days.get(time) ?? [], day])
  }
  return [...days]
}

/** `Monday to Friday` where three or more follow one another, else each by name. */
function daysInWords(days: readonly number[], words: Words): string {
  const names = days.map((day) => sentenceFor(WEEKDAY_NAMES[weekdayOf(day) - 1] ?? '', words))
  const [first, last] = [days[0] ?? 0, days.at(-1) ?? 0]
  return days.length > 2 && last - first === days.length - 1 ? inWords(said`${names[0] ?? ''} to ${names.at(-1) ?? ''}`, words) : listInWords(names, words)
}
