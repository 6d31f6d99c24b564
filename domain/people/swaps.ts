import { Refusal } from '../refusal.ts'
import { said } from '../words/said.ts'
import { startOfDate } from '../time/local.ts'
import { zoneAt } from '../time/periods.ts'
import { isBefore } from '../time/spans.ts'
import type { Instant, Span, WorkCalendar } from '../time/types.ts'
import { shiftsBetween } from '../time/working-spans.ts'

/** Wide enough around a local date for its shift in any zone and after any move. Unit: hours. */
const AROUND_HOURS = 48

/**
 * The spans of the shift that a person can give away on one local date: their own, not one that they took over.
 *
 * @throws {Refusal} `no_working_time` when there is none, `conflict` once it has begun
 */
export function givenSpans(calendar: WorkCalendar, date: string, now: Instant): readonly Span[] {
  const around = startOfDate(date, zoneAt(calendar, now))
  const own = { ...calendar, taken: [] }
  const shift = shiftsBetween(own, around.subtract({ hours: AROUND_HOURS }), around.add({ hours: AROUND_HOURS })).find((one) => one.date === date)
  if (!shift) throw new Refusal('no_working_time', said`There is no shift on ${date} to give away.`, said`Choose a date on which you work.`)
  if (!isBefore(now, shift.start)) throw new Refusal('conflict', said`The shift on ${date} has begun.`, said`Choose a later date, or note an absence with a cover.`)
  return shift.spans
}

/**
 * Checks an offered shift at the moment somebody accepts it.
 *
 * @param offered the spans as they were when it was offered
 * @throws {Refusal} `conflict` when the shift is another by now, has begun, or the taker is away then
 */
export function checkSwap({ giver, taker, date, offered, now }: { giver: WorkCalendar; taker: WorkCalendar; date: string; offered: readonly Span[]; now: Instant }): void {
  if (!sameSpans(shiftNow(giver, date, now), offered)) {
    throw new Refusal('conflict', said`The shift on ${date} has begun or is another than when it was offered.`, said`Ask for a new offer.`)
  }
  const away = taker.absences.some((absence) => offered.some((span) => isBefore(absence.start, span.end) && isBefore(span.start, absence.end)))
  if (away) throw new Refusal('conflict', said`You are away during the shift on ${date}.`, said`Decline it, or cancel the absence first.`)
}

function shiftNow(giver: WorkCalendar, date: string, now: Instant): readonly Span[] {
  try {
    return givenSpans(giver, date, now)
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}

function sameSpans(left: readonly Span[], right: readonly Span[]): boolean {
  return left.length === right.length && left.every((span, index) => span.start.equals(right[index]?.start ?? span.end) && span.end.equals(right[index]?.end ?? span.start))
}
