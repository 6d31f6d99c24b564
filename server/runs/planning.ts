import { nextTurnDate, turnOf } from '#domain/runs/rhythm.ts'
import type { TurnOf } from '#domain/runs/rhythm.ts'
import { localDate } from '#domain/time/local.ts'
import { nextDate } from '#domain/time/dates.ts'
import { isBefore } from '#domain/time/spans.ts'
import type { WorkCalendar } from '#domain/time/types.ts'
import { calendarsOf, holdersByRole } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { whoSees } from '#server/spaces/public.ts'
import { TIMERS } from './names.ts'
import { selectSchedules } from './schedule-queries.ts'
import type { ScheduleRow } from './schedule-queries.ts'

/** So many covers of covers are looked up. */
const COVERS_DEEP = 5
/** So many dates are looked at whose morning has passed, before planning gives up: a year of days. */
const DATES_MAX = 366

const placeOf = ({ space_id, visibility, archived_at }: ScheduleRow) => ({ id: space_id, visibility, archived_at })

/** Who is responsible, in order: the person, or the holders of the role; where none of them is here, who minds the page, and who made the schedule. */
async function candidatesOf(act: Act, row: ScheduleRow): Promise<string[]> {
  const named = row.person_id !== null ? [row.person_id] : (await holdersByRole(act)).get(row.role_id ?? '') ?? []
  const spare = [...row.owner_id === null ? [] : [row.owner_id], row.created_by]
  const here = new Set(await whoSees(act, placeOf(row), [...named, ...spare]))
  const [first, ...others] = named.filter((id) => here.has(id))
  return first === undefined ? spare.filter((id) => here.has(id)) : [first, ...others]
}

/** Calendars of these people and of whoever covers for them, as far as they see the page. */
async function calendarsAround(act: Act, row: ScheduleRow, ids: readonly string[]): Promise<Map<string, WorkCalendar>> {
  const known = new Map<string, WorkCalendar>()
  for (let next = [...ids], deep = 0; next.length > 0 && deep < COVERS_DEEP; deep++) {
    const here = await whoSees(act, placeOf(row), next)
    for (const [id, calendar] of await calendarsOf(act, here)) known.set(id, calendar)
    next = [...new Set(here.flatMap((id) => known.get(id)?.absences.flatMap(({ coverId }) => coverId ?? []) ?? []))].filter((id) => !known.has(id))
  }
  return known
}

/** Whose the turn of a date is, as things stand now; null where nobody works. */
export async function turnOn(act: Act, row: ScheduleRow, date: string): Promise<TurnOf | null> {
  const ids = await candidatesOf(act, row)
  return turnOf(date, ids, await calendarsAround(act, row, ids))
}

export const isLive = (row: ScheduleRow): boolean => row.paused_at === null && row.ended_at === null && row.archived_at === null && row.deleted_at === null

/** Sets the next turn of a schedule and its timer, as hours, absences and holders are now; drops them where there is none. */
export async function planSchedule(act: Act, id: string): Promise<void> {
  const row = await selectSchedules(act).where('c.id', '=', id).executeTakeFirst()
  if (!row) return
  const next = isLive(row) ? await nextTurn(act, row) : null
  await act.tx.updateTable('run_schedule').set({ next_on: next?.date ?? null, next_at: next?.at ?? null, next_person_id: next?.personId ?? null }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
  if (next === null) return act.dropTimer(TIMERS.turn, id)
  await act.timer({ kind: TIMERS.turn, key: id, at: next.at, payload: { scheduleId: id, date: next.date } })
}

/** The first date after the last turn whose morning still lies ahead. */
async function nextTurn(act: Act, row: ScheduleRow): Promise<(TurnOf & { date: string }) | null> {
  const tomorrow = localDate(act.now.add({ hours: 24 }), 'UTC')
  // A turn from a time when the machine's clock was ahead does not hold up the next one.
  const last = await act.tx.selectFrom('run_turn').select(({ fn }) => fn.max('date').as('date')).where('workspace_id', '=', act.actor.workspaceId).where('schedule_id', '=', row.id).where('date', '<=', tomorrow).executeTakeFirst()
  const ids = await candidatesOf(act, row)
  const calendars = await calendarsAround(act, row, ids)
  const yesterday = localDate(act.now.subtract({ hours: 24 }), 'UTC')
  let from = last?.date ? nextDate(last.date) : yesterday
  if (from < yesterday) from = yesterday
  for (let tried = 0; tried < DATES_MAX; tried++) {
    const date = nextTurnDate(from, row.rhythm)
    if (date === null) return null
    const turn = turnOf(date, ids, calendars)
    if (turn === null) return null
    if (!isBefore(turn.at, act.now)) return { ...turn, date }
    from = nextDate(date)
  }
  return null
}

/** Plans again what depends on somebody: they are responsible, hold the role, or are next. */
export async function planPerson(act: Act, personId: string): Promise<void> {
  const rows = await act.tx.selectFrom('run_schedule as c').select('c.id').where('c.workspace_id', '=', act.actor.workspaceId).where('c.ended_at', 'is', null)
    .where((is) => is.or([is('c.person_id', '=', personId), is('c.next_person_id', '=', personId), is.exists(is.selectFrom('team_role_holder as h').select('h.role_id')
      .whereRef('h.workspace_id', '=', 'c.workspace_id').whereRef('h.role_id', '=', 'c.role_id').where('h.person_id', '=', personId))])).orderBy('c.id').execute()
  for (const { id } of rows) await planSchedule(act, id)
}

/** The same for those of a role, a page or a space. */
export async function planWhere(act: Act, { roleId, pageId, spaceId }: { roleId?: string; pageId?: string; spaceId?: string }): Promise<void> {
  const rows = await selectSchedules(act).where('c.ended_at', 'is', null).$if(roleId !== undefined, (query) => query.where('c.role_id', '=', roleId ?? null))
    .$if(pageId !== undefined, (query) => query.where('c.page_id', '=', pageId ?? '')).$if(spaceId !== undefined, (query) => query.where('e.space_id', '=', spaceId ?? '')).orderBy('c.id').execute()
  for (const { id } of rows) await planSchedule(act, id)
}
