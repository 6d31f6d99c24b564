import type { reopenThread, resolveThread, setState, ThreadView } from '#contract/threads.ts'
import type { InputOf } from '#contract/operation.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { lockWhole } from './load.ts'
import type { Thread } from './load.ts'
import { insertReply } from './reply.ts'
import { viewThread } from './thread-view.ts'

/** Open pages read the thread again. */
export async function threadChanged(act: Act, thread: Pick<Thread, 'id' | 'number' | 'spaceId'>): Promise<void> {
  await act.emit({ kind: 'thread.changed', spaceId: thread.spaceId, payload: { entryId: thread.id, number: thread.number, threadId: thread.id } })
}

/**
 * Writes the one line on where a thread stands.
 * @throws {Refusal} `conflict` when somebody wrote a newer one, which stays
 */
export async function set(act: Act, { number, text, version }: InputOf<typeof setState>): Promise<ThreadView> {
  const thread = await lockWhole(act, number, 'thread.write')
  if (thread.stateVersion !== version) throw new Refusal('conflict', said`Somebody has written a newer line meanwhile.`, said`Read it first, then keep the one that holds; your text is still yours.`)
  await act.tx.updateTable('thread').set((now) => ({ state_text: text, state_version: now('state_version', '+', 1), state_by: act.actor.personId, state_at: act.now }))
    .where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', thread.id).execute()
  await threadChanged(act, thread)
  return viewThread(act, { number })
}

/** Resolves a thread; the line on what came out of it stands in it as a reply, too, so that whoever follows is told. */
export async function resolve(act: Act, { number, outcome }: InputOf<typeof resolveThread>): Promise<ThreadView> {
  const thread = await lockWhole(act, number, 'thread.write')
  if (thread.resolvedAt !== null) throw new Refusal('conflict', said`This thread is resolved already.`, said`Read what came out of it, or open it again with the reason.`)
  await insertReply(act, thread, { body: outcome, kind: 'outcome' })
  await closeThread(act, thread, outcome)
  return viewThread(act, { number })
}

/** Notes the outcome at the top of a thread. */
export async function closeThread(act: Act, thread: Thread, outcome: string): Promise<void> {
  await act.tx.updateTable('thread').set({ outcome, resolved_by: act.actor.personId, resolved_at: act.now })
    .where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', thread.id).execute()
  await act.emit({ kind: 'thread.resolved', spaceId: thread.spaceId, payload: { entryId: thread.id, number: thread.number, threadId: thread.id } })
  await threadChanged(act, thread)
}

/** Opens a resolved thread again; the reason stands in it as a reply, and the outcome before stays readable there. */
export async function reopen(act: Act, { number, reason }: InputOf<typeof reopenThread>): Promise<ThreadView> {
  const thread = await lockWhole(act, number, 'thread.write')
  if (thread.resolvedAt === null) throw new Refusal('conflict', said`This thread is open.`, said`Reply in it.`)
  await act.tx.updateTable('thread').set({ outcome: null, resolved_by: null, resolved_at: null }).where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', thread.id).execute()
  await insertReply(act, thread, { body: `Opened again: ${reason}` })
  await threadChanged(act, thread)
  return viewThread(act, { number })
}
