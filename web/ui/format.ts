import { amount, countInWords as countIn, listInWords as listIn } from '#domain/words/said.ts'
import { longDay, partsAt } from './calendar-words.ts'
import { spoken } from './spoken.ts'
import { inTheirWords, t } from './words.ts'

type Instant = Temporal.Instant

const MINUTES_PER_HOUR = 60
/** From here on a span is said in days; below it, hours still mean something to a reader. */
const HOURS_BEFORE_DAYS = 48
/** Days ahead or behind for which a weekday alone is unmistakable. */
const DAYS_NAMED_BY_WEEKDAY = 6

/**
 * The clock of a zone: `16:30`. Always 24 hours, always two digits.
 * @param zone IANA name, e.g. `Asia/Tokyo`
 */
export function formatClock(instant: Instant, zone: string): string {
  const { hour, minute } = partsAt(instant, zone)
  return `${hour}:${minute}`
}

/**
 * The day in the words of somebody living at `now`: `today`, `tomorrow`, `yesterday`, `Thursday`,
 * `Thursday 26 March`, and with the year once it is another one.
 */
export function formatDay(instant: Instant, zone: string, now: Instant): string {
  const day = instant.toZonedDateTimeISO(zone).toPlainDate()
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const ahead = today.until(day, { largestUnit: 'days' }).days
  if (ahead === 0) return t`today`
  if (ahead === 1) return t`tomorrow`
  if (ahead === -1) return t`yesterday`
  const { weekday } = partsAt(instant, zone)
  if (Math.abs(ahead) <= DAYS_NAMED_BY_WEEKDAY) return ahead > 0 ? weekday : t`last ${weekday}`
  return longDay(instant, zone, day.year !== today.year)
}

/** True for the day that needs no name. */
export const isToday = (day: string): boolean => day === t`today`

/** Day and clock together: `tomorrow 18:00`; today needs no day: `16:30`. */
export function formatWhen(instant: Instant, zone: string, now: Instant): string {
  const day = formatDay(instant, zone, now)
  const clock = formatClock(instant, zone)
  return isToday(day) ? clock : `${day} ${clock}`
}

/** The same after a verb: `comes at 13:00`, `comes tomorrow 09:00`. */
export function formatAt(instant: Instant, zone: string, now: Instant): string {
  const words = formatWhen(instant, zone, now)
  return /^\d\d:\d\d$/.test(words) ? t`at ${words}` : words
}

/** A length of time: 206 → `3 h 26 min`, 45 → `45 min`, 3000 → `2 days 2 h`. Negative lengths count as zero. */
export function formatSpan(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes))
  const hours = Math.floor(whole / MINUTES_PER_HOUR)
  const rest = whole % MINUTES_PER_HOUR
  if (hours >= HOURS_BEFORE_DAYS) {
    const days = Math.floor(hours / 24)
    return [t`${days} days`, hours % 24 > 0 ? `${hours % 24} h` : ''].filter(Boolean).join(' ')
  }
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

/** How long from one instant to another, as a span: `3 h 26 min`. */
export function formatUntil(from: Instant, to: Instant): string {
  return formatSpan(from.until(to).total('minutes'))
}

/** A count as a word up to twelve where the language allows it, else as a grouped figure: 3 → `three`, 0 → `no`, 41200 → `41,200`. */
export const countInWords = (count: number): string => countIn(count, spoken())

/** A count with its noun: `three things`, `one thing`, `no things`. */
export const counted = (count: number, one: string, many?: string): string => inTheirWords(amount(count, one, many))

/** For the start of a sentence: `three things` → `Three things`. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Names in a sentence: `Mei`, `Mei and Ben`, `Mei, Ben and Ana`. */
export const listInWords = (names: readonly string[]): string => listIn(names, spoken())

/** People as a sentence names them that says `you` to its reader: the reader first. */
export const readerFirst = <One>(people: readonly One[], idOf: (one: One) => string, reader: string | undefined): One[] => people.toSorted((a, b) => Number(idOf(b) === reader) - Number(idOf(a) === reader))

/** How people call a zone: `America/Argentina/Buenos_Aires` → `Buenos Aires`. */
export function zoneCity(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}
