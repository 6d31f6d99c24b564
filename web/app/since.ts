/**
 * The moment from which on changes are told, out of an address: an instant or a date (its midnight in UTC is close enough
 * for a link somebody typed).
 * @returns ISO instant, or undefined when it is neither
 */
export function sinceIn(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  try {
    return Temporal.Instant.from(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00Z` : value).toString()
  } catch {
    return undefined
  }
}

/**
 * The start of a chosen day in the reader's zone, as the address carries it.
 * @param date `2026-03-24` from a date field; empty while nothing is chosen
 */
export function sinceDay(date: string, zone: string): string | undefined {
  try {
    return Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant().toString()
  } catch {
    return undefined
  }
}
