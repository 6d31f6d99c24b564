import { may } from '#domain/policy.ts'
import type { Actor, PersonRights, Role } from '#domain/policy.ts'
import type { Act } from '#server/platform/act.ts'
import { sql } from 'kysely'

export type VisiblePerson = { id: string; name: string; role: Role; state: 'invited' | 'active' | 'deactivated'; zone: string }

/** Active people whom the actor may see, by name: everybody for members, for guests those they share a space with. */
export async function visiblePeople(act: Pick<Act, 'tx' | 'actor'>): Promise<VisiblePerson[]> {
  const rows = await act.tx.selectFrom('person as p').select(['p.id', 'p.name', 'p.role', 'p.state', 'p.zone'])
    .select(memberOf).where('p.workspace_id', '=', act.actor.workspaceId).where('p.state', '=', 'active').orderBy('p.name').orderBy('p.id').execute()
  return rows.filter((row) => sees(act.actor, { workspaceId: act.actor.workspaceId, id: row.id, role: row.role, memberOf: row.member_of }))
    .map(({ id, name, role, state, zone }) => ({ id, name, role, state, zone }))
}

/** Those of these people whom the actor may see, active or not: nobody is named, asked or measured by the id of somebody unseen. */
export async function knownTo(act: Pick<Act, 'tx' | 'actor'>, personIds: readonly string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set()
  const { workspaceId } = act.actor
  const rows = await act.tx.selectFrom('person as p').select(['p.id', 'p.role']).select(memberOf).where('p.workspace_id', '=', workspaceId).where('p.id', 'in', [...personIds]).execute()
  return new Set(rows.filter((row) => sees(act.actor, { workspaceId, id: row.id, role: row.role, memberOf: row.member_of })).map(({ id }) => id))
}

const memberOf = sql<string[]>`array(select m.space_id::text from space_member m where m.workspace_id = p.workspace_id and m.person_id = p.id)`.as('member_of')
const sees = (actor: Actor, person: PersonRights): boolean => may(actor, 'people.see', { person })
