import { t } from '../../ui/words.ts'
/** When somebody may want to be reminded, in their own time. */
export type SaveMoment = { text: string, at: Temporal.Instant | null }

/** In the morning, for what is put off by days. Local clock. */
const MORNING = '09:00'
const MONDAY = 1
const DAYS_PER_WEEK = 7
/** Later today: long enough for something else to be done first. Unit: hours. */
const LATER_HOURS = 3

/** The usual moments, soonest first; without one it is kept in silence. */
export function saveMoments(now: Temporal.Instant, zone: string): SaveMoment[] {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const morningIn = (days: number) => today.add({ days }).toZonedDateTime({ timeZone: zone, plainTime: MORNING }).toInstant()
  const toMonday = ((MONDAY - today.dayOfWeek + DAYS_PER_WEEK - 1) % DAYS_PER_WEEK) + 1
  return [
    { text: t`Save it¦for later`, at: null }, { text: t`and remind me in ${LATER_HOURS} hours`, at: now.add({ hours: LATER_HOURS }) }, { text: t`tomorrow morning`, at: morningIn(1) },
    ...(toMonday > 1 ? [{ text: t`on Monday morning`, at: morningIn(toMonday) }] : []),
  ]
}
