import type { addHolidayCalendar, chooseHolidays } from '#contract/people.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { allow } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { localDate } from '#domain/time/local.ts'
import type { Act } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'
import { calendarViews, followersOf } from './holiday-queries.ts'
import { holidaySet, holidaySetDays } from './holiday-sets.ts'
import { readHolidayFile } from './ics.ts'
import type { DayOff, Years } from './days-off.ts'
import { hoursChanged, personFor } from './public.ts'

/** Holidays are known from last year on, for a brief after a long absence. Unit: years. */
const BEHIND_YEARS = 1
/** Bundled sets are extended each New Year, so three years ahead are enough for any plan. Unit: years. */
const AHEAD_YEARS = 3
/** A file cannot be extended later, so its yearly days are laid out further. Unit: years. */
const FILE_AHEAD_YEARS = 10
/** Rows written by one statement. */
const BATCH = 500

const BUNDLED = 'bundled:'
/** Fires at New Year for each bundled set. */
export const EXTEND_TIMER = 'people.extend-holidays'

const yearOf = (act: Pick<Act, 'now'>): number => Number(localDate(act.now, 'UTC').slice(0, 'YYYY'.length))
const years = (act: Pick<Act, 'now'>, ahead: number): Years => ({ from: yearOf(act) - BEHIND_YEARS, to: yearOf(act) + ahead })

type Added = OutputOf<typeof addHolidayCalendar>

/** Adds a bundled set, once for each workspace, or the days off of a file. */
export async function addCalendar(act: Act, { name, bundled, ics }: InputOf<typeof addHolidayCalendar>): Promise<Added> {
  allow(act.actor, 'holidays.add')
  if ((bundled === undefined) === (ics === undefined)) throw new Refusal('bad_input', said`Give either a bundled set or an ICS file.`, said`Send \`bundled\` with a code such as DE-BE, or \`ics\` with the text of a file.`)
  if (bundled !== undefined) return { calendar: await addBundled(act, bundled, name), left: [] }
  const file = readHolidayFile(ics ?? '', years(act, FILE_AHEAD_YEARS))
  const id = await insertCalendar(act, name ?? file.name ?? 'Holidays from a file', 'upload')
  await insertDays(act, id, file.days)
  return { calendar: await viewOne(act, id), left: file.left }
}

async function addBundled(act: Act, code: string, name: string | undefined) {
  const set = await holidaySet(code, wordsOf(act))
  if (!set) throw new Refusal('not_found', said`There is no bundled set of holidays called ${code}.`, said`Choose one from the list of countries and regions, or upload an ICS file.`)
  const { workspaceId } = act.actor
  await act.tx.selectFrom('workspace').select('id').where('id', '=', workspaceId).forNoKeyUpdate().execute()
  const known = await act.tx.selectFrom('holiday_calendar').select('id').where('workspace_id', '=', workspaceId).where('source', '=', `${BUNDLED}${code}`).executeTakeFirst()
  if (known) return viewOne(act, known.id)
  const id = await insertCalendar(act, name ?? set.name, `${BUNDLED}${code}`)
  await insertDays(act, id, await holidaySetDays(code, years(act, AHEAD_YEARS)))
  await planExtension(act, id)
  return viewOne(act, id)
}

async function insertCalendar(act: Act, name: string, source: string): Promise<string> {
  const id = act.newId()
  await act.tx.insertInto('holiday_calendar').values({ workspace_id: act.actor.workspaceId, id, name, source, created_at: act.now }).execute()
  return id
}

async function insertDays(act: Act, calendarId: string, days: readonly DayOff[]): Promise<void> {
  const rows = days.map((day) => ({ workspace_id: act.actor.workspaceId, calendar_id: calendarId, on_date: day.date, name: day.name }))
  for (let start = 0; start < rows.length; start += BATCH) {
    await act.tx.insertInto('holiday').values(rows.slice(start, start + BATCH)).onConflict((row) => row.doNothing()).execute()
  }
}

async function viewOne(act: Act, id: string) {
  const [view] = await calendarViews(act, [id])
  if (!view) throw new Error(`Holiday calendar ${id} has gone within one transaction.`)
  return view
}

function planExtension(act: Act, calendarId: string): Promise<void> {
  return act.timer({ kind: EXTEND_TIMER, key: calendarId, at: Temporal.Instant.from(`${yearOf(act) + 1}-01-01T00:00:00Z`), payload: { calendarId } })
}

/** At New Year: one more year of a bundled set, and everybody who lives by it plans again. */
export async function extendCalendar(act: Act, { calendarId = '' }: { calendarId?: string }): Promise<void> {
  const row = await act.tx.selectFrom('holiday_calendar').select('source').where('workspace_id', '=', act.actor.workspaceId).where('id', '=', calendarId).executeTakeFirst()
  if (!row?.source.startsWith(BUNDLED)) return
  await insertDays(act, calendarId, await holidaySetDays(row.source.slice(BUNDLED.length), years(act, AHEAD_YEARS)))
  await planExtension(act, calendarId)
  for (const personId of await followersOf(act, calendarId)) await hoursChanged(act, personId)
}

/** Says which holiday calendars hold for a person. */
export async function choose(act: Act, { id, calendarIds }: InputOf<typeof chooseHolidays>): Promise<{ ok: true }> {
  const { rights } = await personFor(act, id)
  allow(act.actor, 'person.edit', { person: rights })
  const { workspaceId } = act.actor
  const ids = [...new Set(calendarIds)]
  const known = ids.length === 0 ? [] : await act.tx.selectFrom('holiday_calendar').select('id').where('workspace_id', '=', workspaceId).where('id', 'in', ids).execute()
  if (known.length !== ids.length) throw new Refusal('not_found', said`One of these holiday calendars is not here.`, said`Choose from the list of the workspace, or add it first.`)
  await act.tx.deleteFrom('person_holiday_calendar').where('workspace_id', '=', workspaceId).where('person_id', '=', id).execute()
  if (ids.length > 0) {
    await act.tx.insertInto('person_holiday_calendar').values(ids.map((calendarId) => ({ workspace_id: workspaceId, person_id: id, calendar_id: calendarId })))
      .onConflict((row) => row.doNothing()).execute()
  }
  await hoursChanged(act, id)
  return { ok: true }
}
