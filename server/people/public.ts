import { may } from '#domain/policy.ts'
import type { PersonRights, Role } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Interval, WorkCalendar } from '#domain/time/types.ts'
import { checkWeek } from '#domain/time/validate.ts'
import type { Act } from '#server/platform/act.ts'
import { kept } from '#server/platform/kept.ts'
import type { Kept } from '#server/platform/kept.ts'
import { json } from '#server/platform/db/columns.ts'
import { ALWAYS, loadCalendars } from './calendars.ts'
import { spelt } from './locale.ts'

export { viewCalendar, viewSpan } from './calendar-views.ts'
export { spelt } from './locale.ts'

/** A person as others see them. */
export type PersonName = { id: string; name: string; zone: string; role: Role; state: 'invited' | 'active' | 'deactivated' }

type Keeping = { kept?: Kept }

/** Working calendars by person; see `loadCalendars`. */
export function calendarsOf(act: Pick<Act, 'tx' | 'actor' | 'now'> & Keeping, personIds: readonly string[]): Promise<Map<string, WorkCalendar>> {
  return kept(act, 'calendar', personIds, (ids) => loadCalendars(act.tx, act.actor.workspaceId, ids, act.now))
}

export async function calendarOf(act: Pick<Act, 'tx' | 'actor' | 'now'>, personId: string): Promise<WorkCalendar> {
  const calendar = (await calendarsOf(act, [personId])).get(personId)
  return calendar ?? { periods: [], holidays: new Set(), absences: [], given: new Set(), taken: [] }
}

/** Names and zones by id, for people of the caller's workspace. Nobody is left out for having gone. */
export async function namesOf(act: Pick<Act, 'tx' | 'actor'> & Keeping, personIds: Iterable<string>): Promise<Map<string, PersonName>> {
  return kept(act, 'name', [...new Set(personIds)], async (ids) => {
    if (ids.length === 0) return new Map()
    const rows = await act.tx.selectFrom('person').select(['id', 'name', 'zone', 'role', 'state'])
      .where('workspace_id', '=', act.actor.workspaceId).where('id', 'in', [...ids]).execute()
    return new Map(rows.map((row) => [row.id, row]))
  })
}

export type FoundPerson = { person: PersonName & { email: string }; rights: PersonRights }

/**
 * Somebody of the caller's workspace, with what the policy needs to know of them.
 * @throws {Refusal} `not_found` where there is nobody, alike for those whom the caller may not see
 */
export async function personFor(act: Pick<Act, 'tx' | 'actor'>, personId: string): Promise<FoundPerson> {
  const { workspaceId } = act.actor
  const person = await act.tx.selectFrom('person').select(['id', 'name', 'email', 'zone', 'role', 'state'])
    .where('workspace_id', '=', workspaceId).where('id', '=', personId).executeTakeFirst()
  const rights = person && await rightsOf(act, person)
  if (person && rights && may(act.actor, 'people.see', { person: rights })) return { person, rights }
  throw new Refusal('not_found', said`There is nobody here by this id that you can see.`, said`Choose somebody from People and hours.`)
}

async function rightsOf(act: Pick<Act, 'tx' | 'actor'>, person: Pick<PersonName, 'id' | 'role'>): Promise<PersonRights> {
  const { workspaceId } = act.actor
  const rows = await act.tx.selectFrom('space_member').select('space_id').where('workspace_id', '=', workspaceId).where('person_id', '=', person.id).execute()
  return { workspaceId, id: person.id, role: person.role, memberOf: rows.map((row) => row.space_id) }
}

export type NewPerson = {
  name: string; email: string; role: Role; zone: string; state: 'invited' | 'active'; passwordHash: string | null
  /** BCP 47; British English where it is not known. */
  locale?: string | undefined
  /** One week that repeats, or several that rotate; empty when the person has not said yet. */
  weeks: readonly (readonly Interval[])[]
}

/**
 * Adds somebody to the caller's workspace with their zone and, once they are active, their hours.
 * @throws {Refusal} `conflict` when the address is taken, `bad_input` for hours that cannot be
 */
export async function addPerson(act: Act, person: NewPerson): Promise<string> {
  const id = act.newId()
  const { workspaceId } = act.actor
  const added = await act.tx.insertInto('person').values({
    workspace_id: workspaceId, id, name: person.name, email: person.email, role: person.role, state: person.state, zone: person.zone,
    password_hash: person.passwordHash, created_at: act.now, deactivated_at: null,
    ...(person.locale !== undefined && { locale: spelt(person.locale) }),
  }).onConflict((row) => row.doNothing()).executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) throw new Refusal('conflict', said`${person.email} is in this workspace already.`, said`Use another address, or let them sign in.`)
  if (person.state === 'active') await setHours(act, id, { from: null, zone: person.zone, weeks: person.weeks })
  await act.emit({ kind: 'people.changed', payload: { personId: id } })
  return id
}

type Hours = { from: string | null; zone: string; anchor?: string; weeks: readonly (readonly Interval[])[] }

/** Writes when somebody works from a date on (`from` null: from the beginning). Planned moments of others follow by the event. */
export async function setHours(act: Act, personId: string, hours: Hours): Promise<void> {
  for (const week of hours.weeks) checkWeek(week)
  const anchor = hours.anchor ?? hours.from ?? act.now.toZonedDateTimeISO(hours.zone).toPlainDate().toString()
  const values = { zone: hours.zone, anchor, weeks: json(hours.weeks.length > 0 ? hours.weeks : [[]]) }
  await act.tx.insertInto('work_period')
    .values({ workspace_id: act.actor.workspaceId, person_id: personId, from_date: hours.from ?? ALWAYS, created_at: act.now, ...values })
    .onConflict((row) => row.columns(['workspace_id', 'person_id', 'from_date']).doUpdateSet(values)).execute()
  await hoursChanged(act, personId)
}

/** Says that somebody's working time is another than before: briefs, batons and check-ins plan again. */
export async function hoursChanged(act: Act, personId: string): Promise<void> {
  await act.emit({ kind: 'people.hours_changed', payload: { personId } })
}

export { knownTo, visiblePeople } from './visible.ts'
export { holdersByRole, teamRoles } from './team-role-queries.ts'
