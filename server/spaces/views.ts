import type { SpaceView } from '#contract/spaces.ts'
import { may } from '#domain/policy.ts'
import type { Action } from '#domain/policy.ts'
import type { Act } from '#server/platform/act.ts'
import { placeOf, spaceFor, visibleSpaces } from './public.ts'
import type { Space } from './public.ts'

type Viewer = Pick<Act, 'tx' | 'actor'>

/** The spaces that the actor may see: the living first, then the archived, each by name. */
export async function viewSpaces(act: Viewer): Promise<{ spaces: SpaceView[] }> {
  const spaces = await visibleSpaces(act)
  const views = await shape(act, spaces)
  return { spaces: [...views.filter((space) => !space.archived), ...views.filter((space) => space.archived)] }
}

/** @throws {Refusal} `not_found` */
export async function viewSpace(act: Viewer, spaceId: string): Promise<SpaceView> {
  const [view] = await shape(act, [await spaceFor(act, spaceId, 'space.see')])
  if (!view) throw new Error('A space that was just read is gone.')
  return view
}

async function shape(act: Viewer, spaces: readonly Space[]): Promise<SpaceView[]> {
  if (spaces.length === 0) return []
  const members = await act.tx.selectFrom('space_member as m')
    .innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 'm.workspace_id').onRef('p.id', '=', 'm.person_id'))
    .select(['m.space_id', 'm.person_id']).where('m.workspace_id', '=', act.actor.workspaceId)
    .where('m.space_id', 'in', spaces.map((space) => space.id)).where('p.state', '=', 'active').orderBy('p.name').orderBy('p.id').execute()
  return spaces.map((space) => {
    const here = members.filter((member) => member.space_id === space.id).map((member) => member.person_id)
    return {
      id: space.id, name: space.name, purpose: space.purpose, visibility: space.visibility, noise: space.noise, members: here,
      joined: here.includes(act.actor.personId), archived: space.archived_at !== null, can: whatCan(act, space, here),
    }
  })
}

function whatCan({ actor }: Viewer, space: Space, members: readonly string[]): SpaceView['can'] {
  const place = placeOf(actor.workspaceId, space)
  const mayDo = (action: Action) => may(actor, action, { place })
  const joined = members.includes(actor.personId)
  const can: SpaceView['can'] = []
  if (!joined && mayDo('space.join')) can.push('join')
  if (joined) can.push('leave')
  if (mayDo('space.write')) can.push('write')
  if (mayDo('space.manage')) can.push('edit', 'archive')
  if (mayDo('space.manage') && !place.archived) can.push('add-member')
  return can
}
