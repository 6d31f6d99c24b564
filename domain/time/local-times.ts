import { Refusal } from '../refusal.ts'
import { said } from '../words/said.ts'
import { dayNumber, isoDate, nextDate, weekdayOf } from './dates.ts'
import { dateExists, instantOf, localDate, startOfDate } from './local.ts'
import { isBefore } from './spans.ts'
import type { Instant, Weekday } from './types.ts'

/** A time on the local clock, on some days of the week: when a digest goes out or a check-in asks. */
export type LocalSchedule = {
  /** IANA name. */
  readonly zone: string
  /** `HH:MM`, 00:00 to 23:59. */
  readonly time: string
  readonly days: readonly Weekday[]
}

/** Covers a week and one date that a zone jumped over on the only weekday asked for. Unit: days. */
const LOOK_AHEAD_DAYS = 15

/**
 * The next time the schedule comes round, strictly later than `after`. Each local date has exactly one: a time that a
 * clock change skips moves forward, one that happens twice means the first.
 *
 * @throws {Refusal} `bad_input` when the schedule names no day
 */
export function nextLocalTime(after: Instant, schedule: LocalSchedule): Instant {
  const today = dayNumber(localDate(after, schedule.zone))
  for (let day = today; day <= today + LOOK_AHEAD_DAYS; day++) {
    if (!schedule.days.includes(weekdayOf(day))) continue
    const at = momentOn(isoDate(day), schedule)
    if (at !== null && isBefore(after, at)) return at
  }
  throw new Refusal('bad_input', said`This schedule names no day of the week.`, said`Choose at least one day.`)
}

/** Moving forward must not leave the date: where the clock jumps over its last hour, the date's last moments count. */
function momentOn(date: string, { zone, time }: LocalSchedule): Instant | null {
  if (!dateExists(date, zone)) return null
  const at = instantOf(date, time, zone)
  if (isBefore(at, startOfDate(nextDate(date), zone))) return at
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone, { disambiguation: 'earlier' }).toInstant()
}
