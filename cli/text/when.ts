import { dayNumber, weekdayOf } from '#domain/time/dates.ts'
import { localDate, localTime } from '#domain/time/local.ts'
import { dayWords, WEEKDAY_NAMES } from '#domain/time/time-words.ts'
import { UsageError } from '../errors.ts'

type Instant = Temporal.Instant

/** A moment on the reader's clock: `09:00`, `tomorrow 09:00`, `Thursday 09:00`, `4 May 09:00`, `4 May 2025 09:00`. */
export function whenWords(at: Instant, now: Instant, zone: string): string {
  const days = dayNumber(localDate(at, zone)) - dayNumber(localDate(now, zone))
  const time = localTime(at, zone)
  if (days === 0) return time
  if (days === 1) return `tomorrow ${time}`
  if (days === -1) return `yesterday ${time}`
  if (days > 0) return `${dayWords(at, now, zone)} ${time}`
  const date = at.toZonedDateTimeISO(zone)
  const month = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: zone }).format(at.epochMilliseconds)
  const year = date.year === now.toZonedDateTimeISO(zone).year ? '' : ` ${date.year}`
  return `${date.day} ${month}${year} ${time}`
}

const EXAMPLES = 'Write it as 16:00, "tomorrow 10:00", "Thursday 16:00", "2026-03-24 16:00" or 2026-03-24T16:00Z; times are yours.'
/** When only a day is named, the end of a usual working day is meant. */
const END_OF_DAY = '17:00'

/**
 * A moment as people write it, on the reader's clock.
 * @throws {UsageError} for what is no moment, and for times that the clock jumps over
 */
export function readWhen(text: string, now: Instant, zone: string): Instant {
  const given = text.trim()
  const instant = instantIn(given)
  if (instant) return instant
  const [, day = '', time] = /^(.*?)(?:^|\s+|T)?(\d{1,2}:\d{2})?$/.exec(given) ?? []
  const date = dateIn(day.trim().toLowerCase(), now, zone)
  if (!date) throw new UsageError(`"${given}" is not a time.`, EXAMPLES)
  try {
    return Temporal.PlainDateTime.from(`${date}T${(time ?? END_OF_DAY).padStart(5, '0')}`, { overflow: 'reject' }).toZonedDateTime(zone, { disambiguation: 'reject' }).toInstant()
  } catch {
    throw new UsageError(`${time ?? END_OF_DAY} on ${date} does not exist, or exists twice, on your clock (${zone}).`, EXAMPLES)
  }
}

function instantIn(text: string): Instant | null {
  try { return Temporal.Instant.from(text) } catch { return null }
}

/** @returns an ISO date; null for words that name no day */
function dateIn(word: string, now: Instant, zone: string): string | null {
  const today = Temporal.PlainDate.from(localDate(now, zone))
  if (word === '' || word === 'today') return today.toString()
  if (word === 'tomorrow') return today.add({ days: 1 }).toString()
  if (word === 'yesterday') return today.subtract({ days: 1 }).toString()
  const weekday = WEEKDAY_NAMES.findIndex((name) => name.toLowerCase() === word || name.slice(0, 3).toLowerCase() === word) + 1
  if (weekday > 0) return today.add({ days: (weekday - weekdayOf(dayNumber(today.toString())) + 7) % 7 || 7 }).toString()
  try { return Temporal.PlainDate.from(word, { overflow: 'reject' }).toString() } catch { return null }
}
