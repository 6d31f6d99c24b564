import { allow, may } from '#domain/policy.ts'
import type { Action, PlaceRights } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { kept } from '#server/platform/kept.ts'

export type Space = {
  id: string; name: string; purpose: string; visibility: 'open' | 'private'; noise: 'announcements' | 'work' | 'social'
  archived_at: Temporal.Instant | null
}
const COLUMNS = ['id', 'name', 'purpose', 'visibility', 'noise', 'archived_at'] as const

/** What the policy needs to know of a space. */
export function placeOf(workspaceId: string, space: Pick<Space, 'id' | 'visibility' | 'archived_at'>): PlaceRights {
  return { workspaceId, id: space.id, visibility: space.visibility, archived: space.archived_at !== null }
}

/** Spaces that the actor may see, by name. All of the workspace are read once for an act; who may see them is asked each time. */
export async function visibleSpaces(act: Pick<Act, 'tx' | 'actor'> & Partial<Pick<Act, 'kept'>>): Promise<Space[]> {
  const { workspaceId } = act.actor
  const all = await kept(act, 'spaces of the workspace', [workspaceId], async () => new Map([[workspaceId,
    await act.tx.selectFrom('space').select(COLUMNS).where('workspace_id', '=', workspaceId).orderBy('name').execute()]]))
  return (all.get(workspaceId) ?? []).filter((space) => may(act.actor, 'space.see', { place: placeOf(workspaceId, space) }))
}

/**
 * One space, if the actor may do this to it. One that is hidden is answered in the words of one that is not there.
 * @throws {Refusal} `not_found` where it cannot be seen, `not_allowed` where it can but the action is not theirs
 */
export async function spaceFor(act: Pick<Act, 'tx' | 'actor'>, spaceId: string, action: Extract<Action, `space.${string}`>): Promise<Space> {
  const { workspaceId } = act.actor
  const space = await act.tx.selectFrom('space').select(COLUMNS).where('workspace_id', '=', workspaceId).where('id', '=', spaceId).executeTakeFirst()
  const place = space && placeOf(workspaceId, space)
  if (!space || !place || !may(act.actor, 'space.see', { place })) throw new Refusal('not_found', said`There is no such space that you can see.`, said`Choose one of your spaces.`)
  allow(act.actor, action, { place })
  return space
}

/** Active members of a space. */
export async function membersOf(act: Pick<Act, 'tx' | 'actor'>, spaceId: string): Promise<string[]> {
  const rows = await act.tx.selectFrom('space_member as m')
    .innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 'm.workspace_id').onRef('p.id', '=', 'm.person_id'))
    .select('m.person_id').where('m.workspace_id', '=', act.actor.workspaceId).where('m.space_id', '=', spaceId)
    .where('p.state', '=', 'active').orderBy('m.person_id').execute()
  return rows.map((row) => row.person_id)
}

export type NewSpace = { name: string; purpose: string; visibility: 'open' | 'private'; noise: 'announcements' | 'work' | 'social' }

/** Writes a space with its creator as first member. Nothing is emitted. */
export async function insertSpace(act: Act, space: NewSpace, creatorId: string): Promise<string> {
  const id = act.newId()
  const { workspaceId } = act.actor
  await act.tx.insertInto('space').values({ workspace_id: workspaceId, id, ...space, created_by: creatorId, created_at: act.now, archived_at: null }).execute()
  await act.tx.insertInto('space_member').values({ workspace_id: workspaceId, space_id: id, person_id: creatorId, joined_at: act.now }).execute()
  return id
}

/** Makes a space with its creator as first member. `creatorId` differs from the actor only where Longhand sets up a workspace. */
export async function addSpace(act: Act, space: NewSpace, creatorId: string): Promise<string> {
  const { workspaceId } = act.actor
  const taken = await act.tx.selectFrom('space').select('id').where('workspace_id', '=', workspaceId)
    .where((is) => is(is.fn<string>('lower', ['name']), '=', space.name.toLowerCase())).executeTakeFirst()
  if (taken) throw new Refusal('conflict', said`A space called ${space.name} exists already.`, said`Choose another name.`)
  const id = await insertSpace(act, space, creatorId)
  await act.emit({ kind: 'space.joined', spaceId: id, payload: { personId: creatorId } })
  await act.emit({ kind: 'space.created', spaceId: id })
  return id
}

/** Makes somebody a member; nothing happens when they are one already. */
export async function addMember(act: Act, spaceId: string, personId: string): Promise<void> {
  await act.tx.insertInto('space_member').values({ workspace_id: act.actor.workspaceId, space_id: spaceId, person_id: personId, joined_at: act.now })
    .onConflict((row) => row.doNothing()).execute()
  await act.emit({ kind: 'space.joined', spaceId, payload: { personId } })
}

/** Those of these people who are active and may see a space. */
export async function whoSees(act: Pick<Act, 'tx' | 'actor'>, space: Pick<Space, 'id' | 'visibility' | 'archived_at'>, personIds: readonly string[]): Promise<string[]> {
  if (personIds.length === 0) return []
  const { workspaceId } = act.actor
  const rows = await act.tx.selectFrom('person as p')
    .leftJoin('space_member as m', (join) => join.onRef('m.workspace_id', '=', 'p.workspace_id').onRef('m.person_id', '=', 'p.id').on('m.space_id', '=', space.id))
    .select(['p.id', 'p.role', 'm.space_id']).where('p.workspace_id', '=', workspaceId).where('p.id', 'in', [...personIds]).where('p.state', '=', 'active').orderBy('p.id').execute()
  const place = placeOf(workspaceId, space)
  return rows.filter((row) => may({ workspaceId, personId: row.id, role: row.role, memberOf: new Set(row.space_id === null ? [] : [row.space_id]) }, 'space.see', { place })).map((row) => row.id)
}
