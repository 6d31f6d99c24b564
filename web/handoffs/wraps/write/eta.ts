import { t } from '../../../ui/words.ts'
/** What a date-and-time field holds, as an instant; or one sentence saying why it is none. */
export type Eta = { at: string | null } | { problem: string }

/**
 * Reads a local date and time in the writer's zone.
 * @param typed `2026-03-24T17:00` as a browser's field gives it; empty means that nobody knows yet
 * @returns the instant in UTC; of a time that a clock change shows twice, the first. A time that it skips is a problem.
 */
export function etaOf(typed: string, zone: string): Eta {
  if (typed === '') return { at: null }
  let local: Temporal.PlainDateTime
  try {
    local = Temporal.PlainDateTime.from(typed)
  } catch {
    return { problem: t`This is no date and time. Write it as 24/03/2026, 17:00, or leave it empty.` }
  }
  const there = local.toZonedDateTime(zone, { disambiguation: 'earlier' })
  if (!there.toPlainDateTime().equals(local)) return { problem: t`${local.toPlainTime().toString({ smallestUnit: 'minute' })} does not exist on that day in your zone: the clocks go forward. Choose another time.` }
  return { at: there.toInstant().toString() }
}

/** An instant as a date-and-time field in the writer's zone shows it: `2026-03-24T17:00`. */
export function etaTyped(at: string | null, zone: string): string {
  if (at === null) return ''
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}
