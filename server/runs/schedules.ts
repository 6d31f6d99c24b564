import type { InputOf } from '#contract/operation.ts'
import type { addSchedule, editSchedule, listSchedules, ScheduleView } from '#contract/runs.ts'
import { Refusal } from '#domain/refusal.ts'
import { inWords, said } from '#domain/words/said.ts'
import { nextTurnDate, rhythmWords } from '#domain/runs/rhythm.ts'
import type { Rhythm } from '#domain/runs/rhythm.ts'
import { isSeen, pageFor, pageForChange } from '#server/pages/public.ts'
import { namesOf, teamRoles } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { json } from '#server/platform/db/columns.ts'
import { wordsOf } from '#server/platform/words.ts'
import { spaceFor, visibleSpaces, whoSees } from '#server/spaces/public.ts'
import { planSchedule } from './planning.ts'
import { checkMayRun, mayRun } from './queries.ts'
import type { Reading } from './queries.ts'
import { scheduleFor, selectSchedules, selectTurns } from './schedule-queries.ts'
import type { ScheduleRow } from './schedule-queries.ts'
import { viewTurns } from './turn-view.ts'

/** So many turns are shown of each schedule. */
const TURNS_SHOWN = 10

type Responsible = { personId: string | null; roleId: string | null }
type Place = Pick<ScheduleRow, 'space_id' | 'space_name' | 'visibility' | 'archived_at'>

/** @throws {Refusal} `bad_input` for nobody, for two, or for somebody who cannot see the page */
async function checkResponsible(act: Act, place: Place, { personId, roleId }: Responsible): Promise<void> {
  if ((personId === null) === (roleId === null)) throw new Refusal('bad_input', said`One person runs it, or one role.`, said`Choose a person, or a role.`)
  if (roleId !== null && !(await teamRoles(act)).some((role) => role.id === roleId && role.archived_at === null)) throw new Refusal('bad_input', said`There is no such role.`, said`Choose one of the roles of the team.`)
  if (personId === null || (await whoSees(act, { id: place.space_id, visibility: place.visibility, archived_at: place.archived_at }, [personId])).length > 0) return
  throw new Refusal('bad_input', said`This person cannot see the page.`, said`Add them to ${place.space_name}, or choose somebody who is in it.`)
}

/** @throws {Refusal} `bad_input` for a rhythm without a day */
function checkRhythm(rhythm: InputOf<typeof addSchedule>['rhythm']): Rhythm {
  const days = [...new Set(rhythm.days)].toSorted((a, b) => a - b)
  if (rhythm.unit !== 'days' && days.length === 0) throw new Refusal('bad_input', said`A rhythm of weeks or months needs a weekday.`, said`Choose one or more weekdays.`)
  const checked = { ...rhythm, days }
  if (nextTurnDate(rhythm.from, checked) === null) throw new Refusal('bad_input', said`This rhythm never has a turn.`, said`Choose other weekdays, or another first day.`)
  return checked
}

/** Has a page run again and again; the first turn is the first date of the rhythm whose morning lies ahead. */
export async function add(act: Act, { number, title, rhythm, personId = null, roleId = null }: InputOf<typeof addSchedule>): Promise<ScheduleView> {
  const page = await pageForChange(act, number)
  if (page.kind !== 'runbook') throw new Refusal('bad_input', said`#${number} is not a runbook.`, said`Make it one: change the kind of the page.`)
  const who = personId === null && roleId === null ? { personId: act.actor.personId, roleId: null } : { personId, roleId }
  await checkResponsible(act, page, who)
  const id = act.newId()
  await act.tx.insertInto('run_schedule').values({
    workspace_id: act.actor.workspaceId, id, page_id: page.entry_id, title: title.trim() === '' ? page.title : title.trim(), rhythm: json(checkRhythm(rhythm)), person_id: who.personId, role_id: who.roleId,
    created_by: act.actor.personId, created_at: act.now, paused_at: null, ended_at: null, next_on: null, next_at: null, next_person_id: null,
  }).execute()
  return changed(act, id)
}

/** Changes, pauses, resumes or ends a schedule; turns that were told stay as they are. */
export async function edit(act: Act, { id, title, rhythm, personId, roleId, paused, ended }: InputOf<typeof editSchedule>): Promise<ScheduleView> {
  const row = await scheduleFor(act, id)
  checkMayRun(act, row)
  if (row.ended_at !== null && ended !== false) throw new Refusal('conflict', said`This schedule has ended.`, said`Make another one.`)
  const who = personId === undefined && roleId === undefined ? null : { personId: personId ?? null, roleId: roleId ?? null }
  if (who !== null) await checkResponsible(act, row, who)
  const since = (held: Temporal.Instant | null, on: boolean | undefined) => on === undefined ? held : on ? held ?? act.now : null
  await act.tx.updateTable('run_schedule').set({
    ...title !== undefined && title.trim() !== '' && { title: title.trim() }, ...rhythm !== undefined && { rhythm: json(checkRhythm(rhythm)) }, ...who !== null && { person_id: who.personId, role_id: who.roleId },
    paused_at: since(row.paused_at, paused), ended_at: since(row.ended_at, ended),
  }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
  return changed(act, id)
}

async function changed(act: Act, id: string): Promise<ScheduleView> {
  await planSchedule(act, id)
  const row = await scheduleFor(act, id)
  await act.emit({ kind: 'run.changed', spaceId: row.space_id, payload: { entryId: row.page_id, number: row.number } })
  const [view] = await viewSchedules(act, [row])
  if (!view) throw new Error('A schedule has no view.')
  return view
}

/** Schedules that the actor may see and that have not ended, by their next turn. */
export async function list(act: Reading, { number, spaceId }: InputOf<typeof listSchedules>): Promise<{ schedules: ScheduleView[] }> {
  const page = number === undefined ? null : await pageFor(act, number)
  const spaces = spaceId === undefined ? (await visibleSpaces(act)).map((space) => space.id) : [(await spaceFor(act, spaceId, 'space.see')).id]
  if (spaces.length === 0) return { schedules: [] }
  const rows = await selectSchedules(act).where('e.space_id', 'in', spaces).where('e.deleted_at', 'is', null).where('c.ended_at', 'is', null)
    .$if(page !== null, (query) => query.where('c.page_id', '=', page?.entry_id ?? '')).orderBy('c.next_at', (order) => order.asc().nullsLast()).orderBy('c.id').execute()
  return { schedules: await viewSchedules(act, rows.filter((row) => isSeen(act, row))) }
}

async function viewSchedules(act: Reading, rows: readonly ScheduleRow[]): Promise<ScheduleView[]> {
  const names = await namesOf(act, rows.flatMap((row) => [row.person_id, row.next_person_id]).filter((id) => id !== null))
  const nameOf = (id: string | null): string | null => id === null ? null : names.get(id)?.name ?? ''
  return Promise.all(rows.map(async (row) => {
    const turns = await selectTurns(act).where('u.schedule_id', '=', row.id).orderBy('u.date', 'desc').limit(TURNS_SHOWN).execute()
    const responsibleName = row.role_name ?? nameOf(row.person_id) ?? ''
    return {
      id: row.id, number: row.number, pageTitle: row.page_title, spaceId: row.space_id, spaceName: row.space_name, title: row.title, rhythm: { ...row.rhythm, days: [...row.rhythm.days] },
      sentence: inWords(said`${rhythmWords(row.rhythm, wordsOf(act))}, when ${responsibleName} begins to work.`, wordsOf(act)), personId: row.person_id, roleId: row.role_id, responsibleName, paused: row.paused_at !== null, ended: row.ended_at !== null,
      nextAt: row.next_at?.toString() ?? null, nextOn: row.next_on, nextPersonName: nameOf(row.next_person_id), turns: await viewTurns(act, turns), can: mayRun(act, row) && row.ended_at === null ? ['edit', 'pause', 'end'] : [],
    }
  }))
}
