import type { ThreadView } from '#contract/threads.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { knownTo, personFor } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { whoSees } from '#server/spaces/public.ts'
import type { Space } from '#server/spaces/public.ts'
import { settleItems } from '#server/attention/public.ts'
import { threadFor } from './load.ts'
import { viewThread } from './thread-view.ts'

export type NewChange = { was: string; now: string; since: string; why: string; mustRead: readonly string[] }

/**
 * Writes the notice and who must read it.
 * @throws {Refusal} `bad_input` for somebody who cannot see the space
 */
export async function addChange(act: Act, threadId: string, { space, change }: { space: Space; change: NewChange }): Promise<string[]> {
  const { workspaceId } = act.actor
  const mustRead = [...new Set(change.mustRead)]
  const [seers, known] = await Promise.all([whoSees(act, space, mustRead), knownTo(act, mustRead)])
  const blind = mustRead.find((id) => !seers.includes(id) || !known.has(id))
  if (blind !== undefined) {
    const { person } = await personFor(act, blind)
    throw new Refusal('bad_input', said`${person.name} cannot see ${space.name}.`, said`Choose readers who can, or add them to the space first.`)
  }
  await act.tx.insertInto('change_notice').values({ workspace_id: workspaceId, entry_id: threadId, was: change.was, now: change.now, since: change.since, why: change.why }).execute()
  if (mustRead.length > 0) {
    await act.tx.insertInto('change_reader').values(mustRead.map((personId) => ({
      workspace_id: workspaceId, entry_id: threadId, person_id: personId, read_at: personId === act.actor.personId ? act.now : null,
    }))).execute()
  }
  return mustRead
}

/** Notes that the actor has read the notice; a second time changes nothing. */
export async function confirm(act: Act, { number }: { number: number }): Promise<ThreadView> {
  const thread = await threadFor(act, number)
  const { workspaceId, personId } = act.actor
  const row = await act.tx.updateTable('change_reader').set((now) => ({ read_at: now.fn.coalesce('read_at', now.val(act.now)) }))
    .where('workspace_id', '=', workspaceId).where('entry_id', '=', thread.id).where('person_id', '=', personId).returning('person_id').executeTakeFirst()
  if (!row) throw new Refusal('conflict', said`Nobody asked you to confirm this.`, said`Reading it is enough.`)
  await settleItems(act, { personId, source: 'threads.change', subjectIds: [thread.id], reason: 'read' })
  await act.emit({ kind: 'thread.changed', spaceId: thread.spaceId, payload: { entryId: thread.id, number, threadId: thread.id } })
  return viewThread(act, { number })
}
