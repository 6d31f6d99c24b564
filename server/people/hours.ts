import type { readHours, setHours as setHoursOperation } from '#contract/people.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { allow, may } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { startOfDate } from '#domain/time/local.ts'
import { zoneAt } from '#domain/time/periods.ts'
import type { Act } from '#server/platform/act.ts'
import { absencesOf, viewAbsence } from './absences.ts'
import { ALWAYS, loadCalendars } from './calendars.ts'
import { viewPeriod } from './calendar-views.ts'
import { calendarViews, chosenBy } from './holiday-queries.ts'
import { calendarOf, personFor, setHours } from './public.ts'
import { swapsOf, viewSwap } from './swap-views.ts'
import { visiblePeople } from './visible.ts'

/** How far ahead hours can be planned. Unit: days. */
const AHEAD_DAYS = 5 * 366

/** One person's periods, holidays, absences and swaps. What a guest cannot see of others is left out. */
export async function viewHours(act: Act, { id }: InputOf<typeof readHours>): Promise<OutputOf<typeof readHours>> {
  const { rights } = await personFor(act, id)
  const [calendar, chosen, absences, swaps, visible] = [
    await calendarOf(act, id), await chosenBy(act, id), await absencesOf(act, id), await swapsOf(act, id),
    new Set((await visiblePeople(act)).map((person) => person.id)),
  ]
  const edits = may(act.actor, 'person.edit', { person: rights })
  return {
    personId: id, periods: calendar.periods.map(viewPeriod), holidayCalendars: await calendarViews(act, chosen),
    absences: absences.map((row) => viewAbsence(row, { edits, visible })),
    swaps: swaps.filter((row) => visible.has(row.giver_id) && visible.has(row.taker_id)).map((row) => viewSwap(act, row)),
    can: edits ? ['edit'] : [],
  }
}

/** Sets hours from a date on; without a date, for good: earlier plans are dropped. */
export async function planHours(act: Act, { id, from, zone, anchor, weeks }: InputOf<typeof setHoursOperation>): Promise<{ ok: true }> {
  const { rights } = await personFor(act, id)
  allow(act.actor, 'person.edit', { person: rights })
  const starts = from === null ? act.now : startOfDate(from, zone)
  if (act.now.until(starts).total('hours') > AHEAD_DAYS * 24) throw new Refusal('bad_input', said`${from ?? ''} is more than five years ahead.`, said`Choose an earlier date; it can be planned again later.`)
  if (from === null) {
    await act.tx.deleteFrom('work_period').where('workspace_id', '=', act.actor.workspaceId).where('person_id', '=', id).where('from_date', '!=', ALWAYS).execute()
  }
  await setHours(act, id, { from, zone, weeks, ...(anchor !== undefined && { anchor }) })
  await followZone(act, { personId: id })
  if (Temporal.Instant.compare(starts, act.now) > 0) await act.timer({ kind: ZONE_TIMER, key: `${id}:${from}`, at: starts, payload: { personId: id } })
  return { ok: true }
}

/** Fires when a period begins that may lie in another zone. */
export const ZONE_TIMER = 'people.zone'

/** Keeps the zone in which a person reads the one in which they work now. */
export async function followZone(act: Act, { personId }: { personId?: string }): Promise<void> {
  if (personId === undefined) return
  const { workspaceId } = act.actor
  const calendar = (await loadCalendars(act.tx, workspaceId, [personId], act.now)).get(personId)
  if (!calendar || calendar.periods.length === 0) return
  const zone = zoneAt(calendar, act.now)
  const moved = await act.tx.updateTable('person').set({ zone }).where('workspace_id', '=', workspaceId).where('id', '=', personId).where('zone', '!=', zone).executeTakeFirst()
  if (moved.numUpdatedRows > 0n) await act.emit({ kind: 'people.changed', payload: { personId } })
}
