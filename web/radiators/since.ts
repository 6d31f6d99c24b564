/** The moment in an address: an instant, or a date that somebody typed, whose midnight in UTC is close enough; undefined for neither. */
export function momentIn(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  try {
    return Temporal.Instant.from(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00Z` : value).toString()
  } catch {
    return undefined
  }
}

/** The start of a day in a zone, as the address carries it; undefined while nothing is chosen. */
export function dayStart(date: string, zone: string): string | undefined {
  try {
    return Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant().toString()
  } catch {
    return undefined
  }
}
