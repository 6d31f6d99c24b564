import { absenceAt } from './cover.ts'
import { MINUTE_MS } from './dates.ts'
import { localDate, localTime } from './local.ts'
import { zoneAt } from './periods.ts'
import { shiftAt } from './shifts.ts'
import { clockWords, dayWords, durationWords, showSameTime } from './time-words.ts'
import { HORIZON_DAYS } from './types.ts'
import type { Absence, Instant, Span, WorkCalendar } from './types.ts'
import { workingSpansAfter } from './working-spans.ts'
import { cityOf } from './zones.ts'

/** A start within this time is counted down. Unit: minutes. */
const COUNTED_DOWN_MINUTES = 24 * 60

/**
 * One generated sentence that says when somebody works; never whether they are at their desk. Clock times are the
 * person's own, with their city unless the reader's clock shows the same.
 *
 * @param name starts the sentence; null or undefined for a line beside a name that is already shown
 * @param readerZone IANA name
 * @param peopleNames names by person id, to say who covers
 * @example 'Works until 18:00 (Berlin)', 'Starts in 3 h 26 min, at 09:00 Manila', 'Away until Friday, cover Ben'
 */
export function availabilityLine(
  name: string | null | undefined, calendar: WorkCalendar, now: Instant, readerZone: string, peopleNames: ReadonlyMap<string, string>,
): string {
  const [next] = workingSpansAfter(now, calendar, HORIZON_DAYS)
  if (next === undefined) return sentence(name, 'has', 'No working time set for the next year')
  const zone = zoneAt(calendar, next.start)
  const working = next.start.epochMilliseconds <= now.epochMilliseconds
  if (working) return sentence(name, '', `Works until ${clockWords(next.end, zone, readerZone)}`)
  const absence = absenceAt(now, calendar)
  if (absence !== null) return sentence(name, 'is', `Away until ${returnWords(next, now, zone, readerZone)}${coverWords(absence, peopleNames)}`)
  if (shiftAt(now, calendar) !== null) return sentence(name, 'is', `On a break until ${clockWords(next.start, zone, readerZone)}`)
  return sentence(name, '', `Starts ${startWords(next, now, zone, readerZone)}`)
}

function startWords(next: Span, now: Instant, zone: string, readerZone: string): string {
  const minutes = Math.ceil((next.start.epochMilliseconds - now.epochMilliseconds) / MINUTE_MS)
  const when = minutes <= COUNTED_DOWN_MINUTES ? `in ${durationWords(minutes)}` : dayWords(next.start, now, zone)
  const city = showSameTime(next.start, zone, readerZone) ? '' : ` ${cityOf(zone)}`
  return `${when}, at ${localTime(next.start, zone)}${city}`
}

/** When an absence really ends for others: at the first working moment after it. */
function returnWords(next: Span, now: Instant, zone: string, readerZone: string): string {
  const today = localDate(now, zone) === localDate(next.start, zone)
  return today ? clockWords(next.start, zone, readerZone) : dayWords(next.start, now, zone)
}

function coverWords(absence: Absence, peopleNames: ReadonlyMap<string, string>): string {
  const cover = absence.coverId === null ? undefined : peopleNames.get(absence.coverId)
  return cover === undefined ? '' : `, cover ${cover}`
}

function sentence(name: string | null | undefined, verb: string, line: string): string {
  if (name === null || name === undefined) return line
  const lower = `${line.charAt(0).toLowerCase()}${line.slice(1)}`
  return [name, verb, lower].filter((part) => part !== '').join(' ')
}
