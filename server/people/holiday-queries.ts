import type { HolidayCalendarView } from '#contract/people.ts'
import type { Act } from '#server/platform/act.ts'
import { localDate } from '#domain/time/local.ts'
import { sql } from 'kysely'

/** Ids of the holiday calendars that hold for a person. */
export async function chosenBy(act: Pick<Act, 'tx' | 'actor'>, personId: string): Promise<string[]> {
  const rows = await act.tx.selectFrom('person_holiday_calendar').select('calendar_id').where('workspace_id', '=', act.actor.workspaceId).where('person_id', '=', personId).execute()
  return rows.map((row) => row.calendar_id)
}

/** Who lives by a holiday calendar. */
export async function followersOf(act: Pick<Act, 'tx' | 'actor'>, calendarId: string): Promise<string[]> {
  const rows = await act.tx.selectFrom('person_holiday_calendar').select('person_id').where('workspace_id', '=', act.actor.workspaceId).where('calendar_id', '=', calendarId).orderBy('person_id').execute()
  return rows.map((row) => row.person_id)
}

/** Holiday calendars of the workspace, or some of them, by name. `next` is the first day off from the reader's today on. */
export async function calendarViews(act: Pick<Act, 'tx' | 'actor' | 'now'>, only?: readonly string[]): Promise<HolidayCalendarView[]> {
  if (only?.length === 0) return []
  const { workspaceId, zone } = act.actor
  let calendars = act.tx.selectFrom('holiday_calendar as c').select(['c.id', 'c.name', 'c.source'])
    .select(sql<number>`(select count(distinct h.on_date) from holiday h where h.workspace_id = c.workspace_id and h.calendar_id = c.id)`.as('days'))
    .where('c.workspace_id', '=', workspaceId)
  if (only) calendars = calendars.where('c.id', 'in', only)
  const rows = await calendars.orderBy('c.name').orderBy('c.id').execute()
  const coming = await act.tx.selectFrom('holiday').select(['calendar_id', 'on_date', 'name']).distinctOn('calendar_id')
    .where('workspace_id', '=', workspaceId).where('on_date', '>=', localDate(act.now, zone)).orderBy('calendar_id').orderBy('on_date').orderBy('name').execute()
  const next = new Map(coming.map((day) => [day.calendar_id, { date: day.on_date, name: day.name }]))
  return rows.map((row) => ({ id: row.id, name: row.name, source: row.source, days: row.days, next: next.get(row.id) ?? null }))
}
