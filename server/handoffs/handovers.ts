import type { Receiver } from '#contract/handoffs.ts'
import type { Plan } from '#domain/handoffs/baton.ts'
import type { Cast } from '#domain/asks/moment-words.ts'
import { planForPerson, planForRole, planForShift } from '#domain/handoffs/receiver.ts'
import type { Handover } from '#domain/handoffs/receiver.ts'
import { may } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { zoneAt } from '#domain/time/periods.ts'
import { workingMinutes } from '#domain/time/types.ts'
import type { WorkCalendar } from '#domain/time/types.ts'
import { settingsOf } from '#server/agreement/public.ts'
import { calendarsOf, namesOf } from '#server/people/public.ts'
import type { PersonName } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { membersOf, placeOf } from '#server/spaces/public.ts'
import { rolesById } from './queries.ts'

/** A space as far as handing over in it goes. */
export type HandoverSpace = { id: string; name: string; visibility: 'open' | 'private'; archived_at: Temporal.Instant | null }
type Roles = ReadonlyMap<string, { name: string; archived: boolean; holders: string[] }>
export type LoadedHandover = Handover & { people: ReadonlyMap<string, PersonName>; members: readonly string[]; roles: Roles; space: HandoverSpace; cast: Cast }

/** What is needed to plan batons to these receivers, in a fixed number of queries and one more for each link in a chain of covers. */
export async function loadHandover(act: Act, space: HandoverSpace, { giverId, to = [], also = [] }: { giverId: string; to?: readonly Receiver[]; also?: readonly string[] }): Promise<LoadedHandover> {
  const roleIds = to.flatMap((one) => one.kind === 'role' ? [one.roleId] : [])
  const [members, settings, roles] = await Promise.all([membersOf(act, space.id), settingsOf(act), rolesById(act.tx, act.actor.workspaceId, roleIds)])
  const wanted = [
    ...to.flatMap((one) => one.kind === 'person' ? [one.personId] : one.kind === 'shift' ? members : []),
    ...[...roles.values()].flatMap((role) => role.holders), ...also,
  ]
  const calendars = await calendarsWithCovers(act, [...new Set([giverId, ...wanted])])
  const people = await namesOf(act, calendars.keys())
  const mayReceive = [...people.values()].filter((person) => canReceive(act, person, { space, members }))
  const names = new Map([...people].map(([id, person]) => [id, person.name]))
  const cast = new Map([...people].map(([id, { name, zone }]) => [id, { name, zone: zoneNow(calendars.get(id), act.now, zone) }]))
  return {
    now: act.now, giverId, grace: workingMinutes(settings.handoff.grace_minutes), calendars, names, cast, people, members, roles, space,
    mayReceive: new Set(mayReceive.map((person) => person.id)),
  }
}

/** Whether somebody is active and may see the space, by the one policy. */
function canReceive({ actor }: Pick<Act, 'actor'>, person: PersonName, { space, members }: { space: HandoverSpace; members: readonly string[] }): boolean {
  if (person.state !== 'active') return false
  const memberOf = new Set(members.includes(person.id) ? [space.id] : [])
  return may({ workspaceId: actor.workspaceId, personId: person.id, role: person.role, memberOf }, 'space.see', { place: placeOf(actor.workspaceId, space) })
}

/**
 * Who is asked, from when, and until when.
 * @throws {Refusal} `bad_input` for people and roles that cannot be asked here, `no_working_time` for those who do not work
 */
export function planReceiver(to: Receiver, handover: LoadedHandover): Plan {
  if (to.kind === 'shift') return planForShift(handover.members, handover)
  if (to.kind === 'role') {
    const role = handover.roles.get(to.roleId)
    if (!role || role.archived) throw new Refusal('bad_input', said`There is no such role.`, said`Choose one of the roles of this workspace, or a person.`)
    return planForRole(role, handover)
  }
  requirePerson(to.personId, handover)
  if (to.personId === handover.giverId) throw new Refusal('bad_input', said`You hold this already.`, said`Hand it to somebody else, or leave the baton out.`)
  return planForPerson(to.personId, handover)
}

/**
 * Somebody who is named in a wrap must be able to read it.
 * @throws {Refusal} `bad_input`, saying how to let them in
 */
export function requirePerson(personId: string, { people, mayReceive, space }: Pick<LoadedHandover, 'people' | 'mayReceive' | 'space'>): void {
  if (mayReceive.has(personId)) return
  const person = people.get(personId)
  if (!person) throw new Refusal('bad_input', said`There is no such person in this workspace.`, said`Choose somebody from the list of people.`)
  if (person.state !== 'active') throw new Refusal('bad_input', said`${person.name} is not active in this workspace.`, said`Choose somebody else.`)
  throw new Refusal('bad_input', said`${person.name} cannot see ${space.name}.`, said`Add ${person.name} to the space first, or choose somebody who is in it.`)
}

/** Calendars of these people and of everybody who covers for them, link by link. */
async function calendarsWithCovers(act: Act, personIds: readonly string[]): Promise<Map<string, WorkCalendar>> {
  const all = new Map<string, WorkCalendar>()
  for (let next: readonly string[] = personIds; next.length > 0;) {
    const loaded = await calendarsOf(act, next)
    for (const [id, calendar] of loaded) all.set(id, calendar)
    const covers = [...loaded.values()].flatMap(({ absences }) => absences.flatMap(({ end, coverId }) => coverId !== null && Temporal.Instant.compare(end, act.now) > 0 ? [coverId] : []))
    next = [...new Set(covers)].filter((id) => !all.has(id))
  }
  return all
}

const zoneNow = (calendar: WorkCalendar | undefined, now: Temporal.Instant, fallback: string): string =>
  calendar === undefined || calendar.periods.length === 0 ? fallback : zoneAt(calendar, now)
