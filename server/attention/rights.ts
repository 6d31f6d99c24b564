import { may } from '#domain/policy.ts'
import { placeOf } from '#server/spaces/public.ts'
import { actorsOf } from '#server/platform/auth/identify.ts'
import type { Act } from '#server/platform/act.ts'

/** Who of these people may see a space now, and whether it is one that never interrupts. One policy, many readers. */
export async function rightsIn(act: Pick<Act, 'tx' | 'actor'>, spaceId: string, personIds: readonly string[]): Promise<{ maySee: Set<string>; quiet: boolean }> {
  const { workspaceId } = act.actor
  const [space, actors] = await Promise.all([
    act.tx.selectFrom('space').select(['id', 'visibility', 'archived_at', 'noise']).where('workspace_id', '=', workspaceId).where('id', '=', spaceId).executeTakeFirst(),
    actorsOf(act.tx, workspaceId, personIds),
  ])
  if (!space) return { maySee: new Set(), quiet: true }
  const place = placeOf(workspaceId, space)
  return { maySee: new Set([...actors.values()].filter((actor) => may(actor, 'space.see', { place })).map(({ personId }) => personId)), quiet: space.noise !== 'work' }
}
