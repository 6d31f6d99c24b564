import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { localDate, startOfDate } from '#domain/time/local.ts'
import { nextWorkingMoment } from '#domain/time/next-working-moment.ts'
import type { Instant, WorkCalendar } from '#domain/time/types.ts'
import { calendarOf, namesOf } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { TIMERS } from './names.ts'

/** @throws {Refusal} `bad_input` for a day that is over in the zone of the actor */
export function checkReviewDate({ actor, now }: Act, reviewOn: string | null): void {
  if (reviewOn === null || reviewOn >= localDate(now, actor.zone)) return
  throw new Refusal('bad_input', said`The day of the review is over already.`, said`Choose a later one, or none.`)
}

/** Sets, moves or drops the moment at which a record is looked at again: when its owner begins to work on that day. */
export async function keepReview(act: Act, { decisionId, ownerId, reviewOn }: { decisionId: string; ownerId: string; reviewOn: string | null }): Promise<void> {
  if (reviewOn === null) return act.dropTimer(TIMERS.review, decisionId)
  const zone = (await namesOf(act, [ownerId])).get(ownerId)?.zone ?? 'UTC'
  await act.timer({ kind: TIMERS.review, key: decisionId, at: workOn(startOfDate(reviewOn, zone), await calendarOf(act, ownerId)), payload: { decisionId } })
}

/** The first working moment from here on; the moment itself for who does not work within a year. */
function workOn(at: Instant, calendar: WorkCalendar): Instant {
  try {
    return nextWorkingMoment(at, calendar)
  } catch (error) {
    if (error instanceof Refusal) return at
    throw error
  }
}
