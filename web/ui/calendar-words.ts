import { locale } from './spoken.ts'

type Instant = Temporal.Instant
type Parts = { hour: string, minute: string, weekday: string }

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(key: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale()} ${key} ${zone}`
  const known = formatters.get(name)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale(), { ...options, timeZone: zone })
  formatters.set(name, made)
  return made
}

/** Hour, minute and weekday as a zone's clock and calendar show them. */
export function partsAt(instant: Instant, zone: string): Parts {
  const shown = formatter('parts', zone, { weekday: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const parts = { hour: '', minute: '', weekday: '' }
  for (const { type, value } of shown.formatToParts(instant.epochMilliseconds)) {
    if (type === 'hour' || type === 'minute' || type === 'weekday') parts[type] = value
  }
  return parts
}

/** `Thursday 26 March`, with the year on request. */
export function longDay(instant: Instant, zone: string, withYear: boolean): string {
  const shown = formatter(`day ${withYear}`, zone, { weekday: 'long', day: 'numeric', month: 'long', ...(withYear && { year: 'numeric' }) })
  return withoutComma(shown.format(instant.epochMilliseconds))
}

/** English days are said without the comma; German keeps it: `Thursday 26 March`, `Donnerstag, 26. März`. */
const withoutComma = (day: string): string => locale() === 'en-GB' ? day.replaceAll(',', '') : day

/** A date in words of the reader's language: `Thursday 26 March`, or shorter as asked. */
export const dateInWords = (date: Temporal.PlainDate | Temporal.ZonedDateTime, options: Intl.DateTimeFormatOptions): string =>
  withoutComma(date.toLocaleString(locale(), options))
