import type { Call } from '#contract/client.ts'
import { deleteEntry } from '#contract/entries.ts'
import { archiveSpace } from '#contract/spaces.ts'
import { deleteReply, postReply, postThread } from '#contract/threads.ts'
import type { World } from '#server/permissions/world.ts'
import { SECRET } from '#server/permissions/world.ts'
import { json } from '#server/platform/db/columns.ts'

/** Where a thread stands in the matrix; the insider opened it, and wrote its one reply. */
export type Where = 'open' | 'private' | 'elsewhere' | 'archived' | 'deleted'
export type Target = { number: number; replyId: string; spaceId: string }

const insider = (world: World): Promise<Call> => world.as('insider')

/** A new thread that nobody has touched. */
export async function freshThread(world: World, where: Where, about: Partial<Parameters<typeof written>[2]> = {}): Promise<Target> {
  const call = await insider(world)
  const spaceId = where === 'archived' ? await world.freshSpace('open') : world.spaces[where === 'deleted' ? 'open' : where]
  const target = await written(call, spaceId, { text: where === 'private' ? SECRET : 'All is well', ...about })
  if (where === 'archived') await call(archiveSpace, { id: spaceId, archived: true })
  if (where === 'deleted') await call(deleteEntry, { number: target.number })
  return target
}

async function written(call: Call, spaceId: string, { text, mustRead }: { text: string; mustRead?: string[] }): Promise<Target> {
  const notice = mustRead && { kind: 'change' as const, change: { was: 'Old', now: 'New', since: '2026-03-23', why: text, mustRead } }
  const { number } = await call(postThread, { spaceId, title: text, body: text, ...notice })
  const { id } = await call(postReply, { number, body: text })
  return { number, replyId: id, spaceId }
}

const kept = new WeakMap<World, Map<Where, Promise<Target>>>()

/** One thread of each kind for whoever only reads. The open one names the private one, which only the insider may see. */
export function thread(world: World, where: Where): Promise<Target> {
  const all = kept.get(world) ?? new Map<Where, Promise<Target>>()
  kept.set(world, all)
  const made = all.get(where) ?? (where === 'open' ? thread(world, 'private').then((hidden) => freshThread(world, 'open', { text: `See #${hidden.number}` })) : freshThread(world, where))
  all.set(where, made)
  return made
}

/** A reply that its author has deleted. */
export async function deletedReply(world: World, where: Where): Promise<string> {
  const { replyId } = await freshThread(world, where)
  await (await insider(world))(deleteReply, { id: replyId })
  return replyId
}

/** A thread with a call that is offered to the insider and the member, and to nobody else. */
export async function threadWithCall(world: World): Promise<Target> {
  const target = await freshThread(world, 'open')
  await world.app.asSystem(async (act) => {
    const { id } = await act.tx.selectFrom('entry').select('id').where('workspace_id', '=', world.app.workspaceId).where('number', '=', target.number).executeTakeFirstOrThrow()
    await act.tx.insertInto('thread_call').values({
      workspace_id: world.app.workspaceId, id: act.newId(), entry_id: id, question_ids: json([id]), state: 'offered', why: 'rounds', rounds: 4, messages: 9, open_days: 1, limit_was: 3,
      people: json([world.people.insider, world.people.member]), agenda: json(['All is well']), offered_at: act.now, starts_at: null, minutes: null, settled_by: null, settled_at: null, outcome_reply_id: null,
    }).execute()
    await act.tx.updateTable('thread').set({ has_calls: true }).where('workspace_id', '=', world.app.workspaceId).where('entry_id', '=', id).execute()
  })
  return target
}
