import { MINUTE_MS, dayNumber, weekdayOf } from './dates.ts'
import { absenceAt } from './cover.ts'
import { localDate, localTime } from './local.ts'
import { nextWorkingMoment } from './next-working-moment.ts'
import { Refusal } from '../refusal.ts'
import { zoneAt } from './periods.ts'
import { shiftAt } from './shifts.ts'
import type { Absence, Instant, Span, WorkCalendar } from './types.ts'
import { cityOf } from './zones.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const

/** Up to this many days ahead a weekday's name is enough to know the date. Unit: days. */
const WEEKDAY_IS_CLEAR_DAYS = 6

/** A start within this time is counted down. Unit: minutes. */
const COUNTED_DOWN_MINUTES = 24 * 60

/**
 * One generated sentence that says when somebody works; never whether they are at their desk. Clock times are the
 * person's own, with the city unless the reader's clock shows the same.
 *
 * @param name starts the sentence; null or undefined for a line beside a name that is already shown
 * @param readerZone IANA name
 * @param peopleNames names by person id, to say who covers
 * @example 'Works until 18:00 (Berlin)', 'Starts in 3 h 26 min, at 09:00 Manila', 'Away until Friday, cover Ben'
 */
export function availabilityLine(
  name: string | null | undefined, calendar: WorkCalendar, now: Instant, readerZone: string, peopleNames: ReadonlyMap<string, string>,
): string {
  const zone = zoneAt(calendar, now)
  const says = { now, zone, readerZone }
  const next = nextOrNull(now, calendar)
  if (next === null) return sentence(name, 'has', 'No working time set for the next year')
  const absence = absenceAt(now, calendar)
  if (absence !== null) return sentence(name, 'is', `Away until ${returnDay(next, says)}${coverWords(absence, peopleNames)}`)
  const span = shiftAt(now, calendar)?.spans.find((candidate) => candidate.end.epochMilliseconds > now.epochMilliseconds)
  if (span === undefined) return sentence(name, '', startWords(next, says))
  return inShift(name, span, says)
}

type Setting = { readonly now: Instant; readonly zone: string; readonly readerZone: string }

function inShift(name: string | null | undefined, span: Span, says: Setting): string {
  const onBreak = says.now.epochMilliseconds < span.start.epochMilliseconds
  if (onBreak) return sentence(name, 'is', `On a break until ${clock(span.start, says)}`)
  return sentence(name, '', `Works until ${clock(span.end, says)}`)
}

function startWords(next: Instant, says: Setting): string {
  const minutes = Math.ceil((next.epochMilliseconds - says.now.epochMilliseconds) / MINUTE_MS)
  const at = `${localTime(next, says.zone)}${sameClock(next, says) ? '' : ` ${cityOf(says.zone)}`}`
  if (minutes <= COUNTED_DOWN_MINUTES) return `Starts in ${duration(minutes)}, at ${at}`
  return `Starts ${dayWords(next, says)}, at ${at}`
}

function returnDay(next: Instant, says: Setting): string {
  const today = localDate(says.now, says.zone) === localDate(next, says.zone)
  return today ? clock(next, says) : dayWords(next, says)
}

/** A weekday within the coming week, else a date. */
function dayWords(at: Instant, { now, zone }: Setting): string {
  const day = dayNumber(localDate(at, zone))
  if (day - dayNumber(localDate(now, zone)) <= WEEKDAY_IS_CLEAR_DAYS) return WEEKDAYS[weekdayOf(day) - 1] as string
  const date = at.toZonedDateTimeISO(zone)
  return `${date.day} ${MONTHS[date.month - 1]}`
}

function clock(at: Instant, says: Setting): string {
  return `${localTime(at, says.zone)}${sameClock(at, says) ? '' : ` (${cityOf(says.zone)})`}`
}

function sameClock(at: Instant, { zone, readerZone }: Setting): boolean {
  return at.toZonedDateTimeISO(zone).offsetNanoseconds === at.toZonedDateTimeISO(readerZone).offsetNanoseconds
}

function coverWords(absence: Absence, peopleNames: ReadonlyMap<string, string>): string {
  const cover = absence.coverId === null ? undefined : peopleNames.get(absence.coverId)
  return cover === undefined ? '' : `, cover ${cover}`
}

/** @example duration(206) is '3 h 26 min' */
function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter((part) => part !== '').join(' ')
}

function sentence(name: string | null | undefined, verb: string, line: string): string {
  if (name === null || name === undefined) return line
  const lower = `${line.charAt(0).toLowerCase()}${line.slice(1)}`
  return [name, verb, lower].filter((part) => part !== '').join(' ')
}

function nextOrNull(now: Instant, calendar: WorkCalendar): Instant | null {
  try {
    return nextWorkingMoment(now, calendar)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
