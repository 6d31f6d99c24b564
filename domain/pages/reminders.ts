import { dayNumber, isoDate } from '../time/dates.ts'
import { localDate, startOfDate } from '../time/local.ts'
import { nextWorkingMoment } from '../time/next-working-moment.ts'
import { zoneAt } from '../time/periods.ts'
import { shiftsFrom } from '../time/shifts.ts'
import { isBefore } from '../time/spans.ts'
import type { Instant, WorkCalendar } from '../time/types.ts'
import { Refusal } from '../refusal.ts'

/** How long before its last day whoever minds a page is told first. Unit: days. */
export const SOON_DAYS = 7
/** `soon`: a week before; `due`: on the day. */
export type ReminderStage = 'soon' | 'due'
export type Reminder = { readonly stage: ReminderStage; readonly at: Instant }

/** From which day on a stage may be told. */
const dayOf = (expiresOn: string, stage: ReminderStage): string => isoDate(dayNumber(expiresOn) - (stage === 'soon' ? SOON_DAYS : 0))

/**
 * When whoever minds a page is told next that its time runs out: at the start of their working day a week before and on
 * the day, and where they are away then, at the start of the first one after. What was missed is told once they work.
 *
 * @param told the stage that was told last for this day; null for none
 * @returns null when both were told, or the minder does not work for a year
 */
export function nextReminder(expiresOn: string, calendar: WorkCalendar, now: Instant, told: ReminderStage | null): Reminder | null {
  if (told === 'due') return null
  const zone = zoneAt(calendar, now)
  const due = localDate(now, zone) >= expiresOn
  if (!due && told === null) {
    const soon = morningOf(dayOf(expiresOn, 'soon'), zone, calendar, now)
    if (soon !== null && localDate(soon, zone) < expiresOn) return { stage: 'soon', at: soon }
  }
  const at = morningOf(expiresOn, zone, calendar, now)
  return at && { stage: 'due', at }
}

/** The start of the first working day from a date on; where that has passed, the next moment at which they work. */
function morningOf(date: string, zone: string, calendar: WorkCalendar, now: Instant): Instant | null {
  const from = startOfDate(date, zone)
  for (const shift of shiftsFrom(from, calendar)) {
    if (!isBefore(shift.start, from)) return isBefore(shift.start, now) ? worksFrom(now, calendar) : shift.start
  }
  return null
}

function worksFrom(now: Instant, calendar: WorkCalendar): Instant | null {
  try {
    return nextWorkingMoment(now, calendar)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
