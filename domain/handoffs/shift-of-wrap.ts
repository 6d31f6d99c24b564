import { previousShift, shiftAt } from '../time/shifts.ts'
import type { Instant, Shift, WorkCalendar } from '../time/types.ts'

/** A wrap written later than this after the end of a shift is not about that shift. Unit: hours. */
const AFTER_SHIFT_H = 8

/** The shift that a wrap closes: the one that is on, or the one that has just ended. */
export function shiftOfWrap(now: Instant, calendar: WorkCalendar): Shift | null {
  const on = shiftAt(now, calendar)
  if (on !== null) return on
  const last = previousShift(now, calendar)
  return last !== null && Temporal.Instant.compare(last.end.add({ hours: AFTER_SHIFT_H }), now) > 0 ? last : null
}
