import { absenceAt } from './cover.ts'
import { MINUTE_MS } from './dates.ts'
import { localDate, localTime } from './local.ts'
import { zoneAt } from './periods.ts'
import { shiftAt } from './shifts.ts'
import { clockWords, dayWords, durationWords, showSameTime } from './time-words.ts'
import { ENGLISH, inWords, said } from '../words/said.ts'
import type { Said, SaidValue, Words } from '../words/said.ts'
import { HORIZON_DAYS } from './types.ts'
import type { Absence, Instant, Span, WorkCalendar } from './types.ts'
import { workingSpansAfter } from './working-spans.ts'
import { cityOf } from './zones.ts'

/** A start within this time is counted down. Unit: minutes. */
const COUNTED_DOWN_MINUTES = 24 * 60

/**
 * One generated sentence that says when somebody works; never whether they are at their desk. Clock times are the
 * person's own, with their city unless the reader's clock shows the same; the day on which somebody is back is the reader's.
 *
 * @param name starts the sentence; null or undefined for a line beside a name that is already shown
 * @param readerZone IANA name
 * @param peopleNames names by person id, to say who covers
 * @example 'Works until 18:00 (Berlin)', 'Starts in 3 h 26 min, at 09:00 Manila', 'Away until Friday, cover Ben'
 */
export function availabilityLine(
  name: string | null | undefined, calendar: WorkCalendar, now: Instant, readerZone: string, peopleNames: ReadonlyMap<string, string>, words: Words = ENGLISH,
): string {
  const [next] = workingSpansAfter(now, calendar, HORIZON_DAYS)
  const line = next === undefined ? neverLine(name) : nextLine(name, next, { calendar, now, readerZone, peopleNames, words })
  return inWords(line, words)
}

type Known = { calendar: WorkCalendar; now: Instant; readerZone: string; peopleNames: ReadonlyMap<string, string>; words: Words }
type Name = string | null | undefined

const neverLine = (name: Name): Said => name ? said`${name} has no working time set for the next year` : said`No working time set for the next year`

function nextLine(name: Name, next: Span, known: Known): Said {
  const { calendar, now, readerZone } = known
  const zone = zoneAt(calendar, next.start)
  const working = next.start.epochMilliseconds <= now.epochMilliseconds
  if (working) {
    const end = clockWords(next.end, zone, readerZone)
    return name ? said`${name} works until ${end}` : said`Works until ${end}`
  }
  const absence = absenceAt(now, calendar)
  if (absence !== null) {
    const [until, cover] = [backWords(next.start, zone, known).when, coverWords(absence, known)]
    return name ? said`${name} is away until ${until}${cover}` : said`Away until ${until}${cover}`
  }
  const start = clockWords(next.start, zone, readerZone)
  if (shiftAt(now, calendar) !== null) return name ? said`${name} is on a break until ${start}` : said`On a break until ${start}`
  return name ? said`${name} starts ${startWords(next, zone, known)}` : said`Starts ${startWords(next, zone, known)}`
}

function startWords(next: Span, zone: string, { now, readerZone, words }: Known): Said {
  const minutes = Math.ceil((next.start.epochMilliseconds - now.epochMilliseconds) / MINUTE_MS)
  const city = showSameTime(next.start, zone, readerZone) ? '' : ` ${cityOf(zone)}`
  const time = localTime(next.start, zone)
  return minutes <= COUNTED_DOWN_MINUTES ? said`in ${durationWords(minutes)}, at ${time}${city}` : said`${dayWords(next.start, now, zone, words)}, at ${time}${city}`
}

/** When an absence really ends for others, at the first working moment after it: the day as the reader counts days, and on the reader's own day the time. */
export function backWords(start: Instant, zone: string, { now, readerZone, words }: Pick<Known, 'now' | 'readerZone' | 'words'>): { today: boolean; when: string } {
  const today = localDate(now, readerZone) === localDate(start, readerZone)
  return { today, when: today ? clockWords(start, zone, readerZone) : dayWords(start, now, readerZone, words) }
}

function coverWords(absence: Absence, { peopleNames }: Known): SaidValue {
  const cover = absence.coverId === null ? undefined : peopleNames.get(absence.coverId)
  return cover === undefined ? '' : said`, cover ${cover}`
}
