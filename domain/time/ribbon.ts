import { ENGLISH, inWords, listInWords, said } from '../words/said.ts'
import type { Words } from '../words/said.ts'
import { MINUTE_MS, nextDate } from './dates.ts'
import { localDate, localTime, startOfDate } from './local.ts'
import { zoneAt } from './periods.ts'
import { contains } from './spans.ts'
import type { Instant, Span, WorkCalendar } from './types.ts'
import { workingSpans } from './working-spans.ts'

/** Clocks change by half hours at least (Lord Howe), so full hours lie on this grid from midnight on. */
const CLOCK_STEP_MS = 30 * MINUTE_MS

/** A day on which no clock changes. */
const DAY_MINUTES = 24 * 60

/** One stretch of working time on a ribbon. Positions are real minutes since the reader's local midnight. */
export type RibbonSegment = {
  readonly kind: 'work'
  readonly start: number
  readonly end: number
  /** `HH:MM` on the reader's clock; `24:00` at the end of the day. */
  readonly from: string
  readonly until: string
}

/** A person's working time on one of the reader's days, ready to be drawn to scale. */
export type DayRibbon = {
  /** ISO date in `zone`, the reader's. */
  readonly date: string
  readonly zone: string
  /** Length of the day: 1440, or 1380 and 1500 when the clocks change by an hour. 0 for a date the zone jumped over. */
  readonly dayMinutes: number
  readonly segments: readonly RibbonSegment[]
  /** Where a new date begins for the owner. */
  readonly midnights: readonly number[]
  /** Where now is; null on other days. */
  readonly now: number | null
}

/** @param date ISO date in the reader's zone */
export function dayRibbon(calendar: WorkCalendar, date: string, readerZone: string, now?: Instant): DayRibbon {
  const day = dayOf(date, readerZone)
  const position = (at: Instant) => (at.epochMilliseconds - day.start.epochMilliseconds) / MINUTE_MS
  const dayMinutes = position(day.end)
  const segments = workingSpans(calendar, day.start, day.end).map((span): RibbonSegment => ({
    kind: 'work', start: position(span.start), end: position(span.end),
    from: localTime(span.start, readerZone),
    until: position(span.end) === dayMinutes ? '24:00' : localTime(span.end, readerZone),
  }))
  return {
    date, zone: readerZone, dayMinutes, segments,
    midnights: midnightsIn(day, calendar).map(position),
    now: now !== undefined && contains(day, now) ? position(now) : null,
  }
}

/** Where each full hour of the reader's clock stands on a day, so that the scale is right when the clocks change. */
export function ribbonHours(date: string, readerZone: string): { minute: number; hour: number }[] {
  const day = dayOf(date, readerZone)
  const hours: { minute: number; hour: number }[] = []
  for (let ms = day.start.epochMilliseconds; ms < day.end.epochMilliseconds; ms += CLOCK_STEP_MS) {
    const wall = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(readerZone)
    if (wall.minute === 0) hours.push({ minute: (ms - day.start.epochMilliseconds) / MINUTE_MS, hour: wall.hour })
  }
  return hours
}

/** Whose ribbon it is: a name, the reader, or nobody where the name stands beside it. */
type Whose = { name?: string | undefined; you?: boolean; words?: Words }

/** The ribbon as a sentence, for those who do not see it. Times are the reader's. */
export function ribbonSentence(ribbon: DayRibbon, { name, you = false, words = ENGLISH }: Whose = {}): string {
  const times = listInWords(ribbon.segments.map(({ from, until }) => inWords(said`${from} to ${until}`, words)), words)
  const works = you ? said`You work ${times}, your time.` : name === undefined ? said`Works ${times}, your time.` : said`${name} works ${times}, your time.`
  const rests = you ? said`You do not work on this day.` : name === undefined ? said`Does not work on this day.` : said`${name} does not work on this day.`
  return `${inWords(times === '' ? rests : works, words)}${changeSentence(ribbon, words)}`
}

const changeSentence = ({ dayMinutes }: DayRibbon, words: Words): string =>
  dayMinutes === DAY_MINUTES || dayMinutes === 0 ? '' : ` ${inWords(said`The clocks change: the day has ${dayMinutes / 60} hours.`, words)}`

function dayOf(date: string, zone: string): Span {
  return { start: startOfDate(date, zone), end: startOfDate(nextDate(date), zone) }
}

function midnightsIn(day: Span, calendar: WorkCalendar): Instant[] {
  const zone = zoneAt(calendar, day.start)
  const first = localDate(day.start, zone)
  return [first, nextDate(first), nextDate(nextDate(first))]
    .map((date) => startOfDate(date, zone))
    .filter((at, index, all) => contains(day, at) && !all.slice(0, index).some((earlier) => earlier.equals(at)))
}
