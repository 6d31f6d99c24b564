/** IANA names: letters first, so that bare offsets and dates with brackets are not taken for zones. */
const IANA_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/

/** Any moment; zones are only named here, not read. */
const SOME_MOMENT = Temporal.Instant.fromEpochMilliseconds(0)

/** Whether this is an IANA zone, spelt as IANA does: `Europe/Berlin`, not `europe/berlin` or `+01:00`. */
export function isZone(name: string): boolean {
  if (!IANA_NAME.test(name)) return false
  try {
    return SOME_MOMENT.toZonedDateTimeISO(name).timeZoneId === name
  } catch {
    return false
  }
}

/** @example cityOf('America/Argentina/Buenos_Aires') is 'Buenos Aires' */
export function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
}

/** Whether two names mean one zone, as `Asia/Calcutta` and `Asia/Kolkata` do. */
export function sameZone(a: string, b: string): boolean {
  return SOME_MOMENT.toZonedDateTimeISO(a).equals(SOME_MOMENT.toZonedDateTimeISO(b))
}
