import { t } from '../ui/words.ts'
import { dateInWords } from '../ui/calendar-words.ts'
/** Time away as it is typed: whole days, or from a time to a time. Dates and times are those of the person who is away. */
export type AwayTyped = { from: string, until: string, partly: boolean, fromTime: string, untilTime: string }
export type AwaySpan = { start: string, end: string }
export type AwayErrors = { from?: string, until?: string }

/**
 * @param zone of the person who is away
 * @returns the instants, or what is wrong by field. Whole days end when the last one ends.
 */
export function awaySpan({ from, until, partly, fromTime, untilTime }: AwayTyped, zone: string): { span: AwaySpan } | { errors: AwayErrors } {
  const first = dateOf(from)
  const last = dateOf(until === '' ? from : until)
  if (!first) return { errors: { from: t`Choose the first day.` } }
  if (!last) return { errors: { until: t`Choose the last day.` } }
  const start = first.toZonedDateTime({ timeZone: zone, ...(partly && { plainTime: timeOf(fromTime) }) })
  const end = partly ? last.toZonedDateTime({ timeZone: zone, plainTime: timeOf(untilTime) }) : last.add({ days: 1 }).toZonedDateTime(zone)
  if (Temporal.ZonedDateTime.compare(start, end) >= 0) return { errors: { until: t`This ends before it begins. Choose a later end.` } }
  return { span: { start: start.toInstant().toString(), end: end.toInstant().toString() } }
}

function dateOf(typed: string): Temporal.PlainDate | undefined {
  try { return Temporal.PlainDate.from(typed) } catch { return undefined }
}

function timeOf(typed: string): Temporal.PlainTime {
  try { return Temporal.PlainTime.from(typed) } catch { return Temporal.PlainTime.from('00:00') }
}

/** `Tuesday 24 March to Thursday 26 March 2026`, with times where it is not whole days. */
export function awayWords({ start, end }: AwaySpan, zone: string): string {
  const from = Temporal.Instant.from(start).toZonedDateTimeISO(zone)
  const to = Temporal.Instant.from(end).toZonedDateTimeISO(zone)
  const whole = from.equals(from.startOfDay()) && to.equals(to.startOfDay())
  if (!whole) return t`${dayOf(from)} ${clockOf(from)} to ${dayOf(to)} ${clockOf(to)}`
  const last = to.subtract({ days: 1 })
  return from.toPlainDate().equals(last.toPlainDate()) ? dayOf(from) : t`${dayOf(from)} to ${dayOf(last)}`
}

const dayOf = (at: Temporal.ZonedDateTime) => dateInWords(at, { weekday: 'long', day: 'numeric', month: 'long' })
const clockOf = (at: Temporal.ZonedDateTime) => at.toPlainTime().toString({ smallestUnit: 'minute' })
