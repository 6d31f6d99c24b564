import type { moveThread, ThreadView } from '#contract/threads.ts'
import type { InputOf } from '#contract/operation.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { itemsMoved } from '#server/attention/public.ts'
import { moveEntries } from '#server/entries/public.ts'
import type { Act } from '#server/platform/act.ts'
import { spaceFor } from '#server/spaces/public.ts'
import type { Space } from '#server/spaces/public.ts'
import { lockWhole } from './load.ts'
import type { Thread } from './load.ts'
import { asksIn } from './talk.ts'
import { viewThread } from './thread-view.ts'

/** Moves a thread, with the asks that stand in it, to another space. Whoever may not see that one loses it at once. */
export async function move(act: Act, { number, spaceId }: InputOf<typeof moveThread>): Promise<ThreadView> {
  const thread = await lockWhole(act, number, 'thread.move')
  if (thread.kind === 'page') throw new Refusal('conflict', said`This is the talk beside a page, and goes where the page goes.`, said`Open the page and move it there.`)
  const to = await spaceFor(act, spaceId, 'space.write')
  if (to.id === thread.spaceId) throw new Refusal('conflict', said`This thread is in ${to.name} already.`, said`Choose another space.`)
  await moveTo(act, thread, to)
  return viewThread(act, { number })
}

/** Moves a thread with everything in it. The caller has asked for the rights in both places. */
export async function moveTo(act: Act, thread: Pick<Thread, 'id' | 'number' | 'spaceId'>, to: Pick<Space, 'id'>): Promise<void> {
  const { workspaceId } = act.actor
  const asks = (await asksIn(act, thread.id)).map(({ id }) => id).filter((id) => id !== thread.id)
  await moveEntries(act, [thread.id, ...asks], to.id)
  await act.tx.updateTable('thread').set({ space_id: to.id }).where('workspace_id', '=', workspaceId).where('entry_id', 'in', [thread.id, ...asks]).execute()
  const replies = await act.tx.selectFrom('reply').select('id').where('workspace_id', '=', workspaceId).where('entry_id', '=', thread.id).execute()
  await followMove(act, { threadId: thread.id, spaceId: to.id, replyIds: replies.map((row) => row.id) })
  const payload = { entryId: thread.id, number: thread.number, threadId: thread.id }
  await act.emit({ kind: 'thread.changed', spaceId: thread.spaceId, payload })
  await act.emit({ kind: 'thread.moved', spaceId: to.id, payload })
  for (const askId of asks) await act.emit({ kind: 'ask.moved', spaceId: to.id, payload: { entryId: askId, threadId: thread.id } })
}

type Moved = { threadId: string; spaceId: string; replyIds: readonly string[] }

/** What waits for readers who may not see the new place is withdrawn by the planner, with that reason. */
export async function followMove(act: Act, { threadId, spaceId, replyIds }: Moved): Promise<void> {
  await itemsMoved(act, { subjectIds: [threadId, ...replyIds], conversationId: threadId, spaceId })
}
