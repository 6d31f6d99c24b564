import { TASK } from '../asking.ts'
import { phrases } from '../phrases.ts'
import { ownWords, placesOf, saysIn } from '../reading.ts'
import type { Reading } from '../reading.ts'
import type { Sentence } from '../sentences.ts'
import { wordRule } from './rule.ts'
import type { Place } from './rule.ts'

const DAYS = phrases('today', 'tonight', 'tomorrow', 'tmrw|tmr', 'this morning|afternoon|evening', 'tomorrow morning|afternoon|evening|night', 'later today', 'first thing', 'end of|of the? day', 'eod|eob|cob|cop|eow', 'close of business', 'noon|midnight|lunchtime', 'after|before|over lunch', 'by|until lunch', 'this week', 'next week', 'end of week', 'end of the week')
/** These mean a time of day whatever surrounds them. */
const ALWAYS = new Set(['eod', 'eob', 'cob', 'cop', 'tmrw', 'tmr'])
const CLOCK = phrases('at|by|until|till|before|after|from|around|@ #', '# am|pm|a.m|p.m|o\'clock')
const CLOCK_NUMBER = /^(?:(?:[01]?\d|2[0-3])[:.][0-5]\d(?:am|pm|h)?|(?:1[0-2]|0?[1-9])(?:am|pm))$/
const HOUR = /^(?:1[0-2]|0?[1-9])$/

/** A zone, whose time it is, or a date makes it plain. */
const PLAIN = phrases('utc|gmt|cet|cest|est|edt|pst|pdt|cst|cdt|mst|mdt|ist|jst|bst|aest|aedt|sgt|hkt|eet|eest|wet|west|et|pt|ct|z', 'my|your|our|their|local|his|her|utc|berlin|london|tokyo|lisbon|eastern|pacific|central time|zone|clock|timezone', '* time zone?')
const ZONE = /\b(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Z]|[+-]\d{2}:?\d{2}\b|\d[Zz]\b|\bUTC|\bGMT/
const DATE = /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}(?:st|nd|rd|th)?\.? (?:of )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}\b/
/** Something that is still to come, and that somebody must be in time for. */
const AHEAD = phrases('by|until|till|before|due', 'will|shall|\'ll|going|gonna|need|needs|must|should|have|please|let\'s|deadline|meet|meeting|call|can|could|would|want|plan|planning|expect|join|ready|starts|start|release|deploy|ship', "i'll|we'll|you'll|they'll|it'll")
const PAST = phrases('was|were|did|had|happened|went|came|got|made|found|saw|released|shipped|discussed|decided|finished|published|merged|fixed|talked|met|noticed|tried|spent|learned|updated|started|ran|been|worked')

/** Times that mean another moment to a reader in another zone. */
export const ambiguousTime = wordRule({
  name: 'ambiguous_time', clause: 'Set clear expectations for response', severity: 'warning',
  why: 'Where you write, tomorrow may be today for the reader, and 5pm may be the middle of the night.',
  find: (reading) => reading.sentences.flatMap((sentence) => timesIn(reading, sentence)),
})

function timesIn(reading: Reading, sentence: Sentence): Place[] {
  const source = reading.source.slice(sentence.start, sentence.end)
  if (ZONE.test(source) || saysIn(reading, sentence, PLAIN)) return []
  const dated = DATE.test(source)
  const clocks = placesOf(reading, sentence, CLOCK).flatMap((place) => isClock(sentence, place.found) ? [place] : [])
  const days = dated ? [] : placesOf(reading, sentence, DAYS).filter((place) => isAhead(reading, sentence, place))
  const places = [...days, ...clocks.filter((clock) => !days.some((day) => clock.start < day.end && day.start < clock.end))].toSorted((a, b) => a.start - b.start)
  const [first] = places
  const last = places.at(-1)
  return first && last ? [placed(reading, { start: first.start, end: last.end - first.start > SPAN_MAX ? first.end : last.end }, clocks.length > 0)] : []
}

/** Farther apart they are two times. Unit: characters. */
const SPAN_MAX = 40

function isClock({ tokens }: Sentence, { from, to }: { from: number; to: number }): boolean {
  const words = tokens.slice(from, to).map((token) => token.word)
  const next = tokens[to]?.word ?? ''
  if (next === '%' || next === 'x' || /^(?:percent|minutes?|hours?|days?|weeks?|months?|years?|times|items|people|seconds?|ms|kb|mb|gb)$/.test(next)) return false
  if (words.some((word) => CLOCK_NUMBER.test(word) && !/^\d{1,2}\.\d{2}$/.test(word))) return true
  return /^(?:am|pm|a\.m|p\.m|o'clock)$/.test(words.at(-1) ?? '') && HOUR.test(words[0] ?? '')
}

/** `We shipped it today` tells; `Please answer today` asks somebody to be in time. */
function isAhead(reading: Reading, sentence: Sentence, place: { start: number; end: number; found: { from: number; to: number } }): boolean {
  const words = sentence.tokens.slice(place.found.from, place.found.to).map((token) => token.word)
  if (words.some((word) => ALWAYS.has(word))) return true
  if (words[0] === 'this' && words[1] === 'week') return false
  const before = sentence.tokens[place.found.from - 1]?.word ?? ''
  if (/^(?:by|until|till|before)$/.test(before)) return true
  if (words.includes('week')) return false
  return (sentence.asks || saysIn(reading, sentence, TASK) || saysIn(reading, sentence, AHEAD)) && !saysIn(reading, sentence, PAST) && sentence.block.kind !== 'heading'
}

function placed(reading: Reading, place: { start: number; end: number }, clock: boolean): Place {
  const words = ownWords(reading, place)
  const zone = reading.context.zone ?? 'Europe/Lisbon'
  const date = dateOf(words, reading.context.today)
  const time = /\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm|h)?/i.exec(words)?.[0] ?? '17:00'
  const example = clock && date === null ? `${words} ${zone} time` : `${date ?? 'on Tuesday 24 March'}, ${time} ${zone} time`
  return { ...place, message: 'In another time zone this is another moment.', example }
}

/** The date meant, where the writer's date is known. */
function dateOf(words: string, today: string | undefined): string | null {
  if (today === undefined) return null
  const ahead = /tomorrow|tmrw|tmr/i.test(words) ? 1 : /today|tonight|this|eod|cob|eob|day|noon|lunch/i.test(words) ? 0 : null
  return ahead === null ? null : `on ${Temporal.PlainDate.from(today).add({ days: ahead }).toString()}`
}
