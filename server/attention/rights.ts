import { may } from '#domain/policy.ts'
import type { Role } from '#domain/policy.ts'
import { placeOf } from '#server/spaces/public.ts'
import type { Act } from '#server/platform/act.ts'
import { kept } from '#server/platform/kept.ts'
import type { Kept } from '#server/platform/kept.ts'
import { sql } from 'kysely'

type Looker = Pick<Act, 'tx' | 'actor'> & { kept?: Kept }
type PersonJson = { id: string; role: Role; member: boolean }
type Right = { maySee: boolean; quiet: boolean }

/** Who of these people may see a space now, and whether it is one that never interrupts. One policy, many readers, one statement. */
export async function rightsIn(act: Looker, spaceId: string, personIds: readonly string[]): Promise<{ maySee: Set<string>; quiet: boolean }> {
  const rights = await kept(act, `rights in ${spaceId}`, [...new Set(personIds)], (ids) => load(act, spaceId, ids))
  return { maySee: new Set([...rights].flatMap(([id, { maySee }]) => maySee ? [id] : [])), quiet: [...rights.values()].some(({ quiet }) => quiet) }
}

async function load({ tx, actor: { workspaceId } }: Looker, spaceId: string, personIds: readonly string[]): Promise<Map<string, Right>> {
  const people = sql<PersonJson[] | null>`(select jsonb_agg(jsonb_build_object('id', p.id, 'role', p.role, 'member', m.person_id is not null)) from person p
    left join space_member m on m.workspace_id = p.workspace_id and m.space_id = s.id and m.person_id = p.id
    where p.workspace_id = s.workspace_id and p.id = any(${[...personIds]}) and p.state = 'active')`.as('people')
  const space = await tx.selectFrom('space as s').select(['s.id', 's.visibility', 's.archived_at', 's.noise']).select(people)
    .where('s.workspace_id', '=', workspaceId).where('s.id', '=', spaceId).executeTakeFirst()
  if (!space) return new Map(personIds.map((id) => [id, { maySee: false, quiet: true }]))
  const place = placeOf(workspaceId, space)
  const seeing = new Set((space.people ?? []).filter(({ id, role, member }) => may({ workspaceId, personId: id, role, memberOf: new Set(member ? [space.id] : []) }, 'space.see', { place })).map(({ id }) => id))
  return new Map(personIds.map((id) => [id, { maySee: seeing.has(id), quiet: space.noise !== 'work' }]))
}
