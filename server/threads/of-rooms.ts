import { tldrOf } from '#domain/handoffs/tldr.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { rewordEntry } from '#server/entries/public.ts'
import type { Act } from '#server/platform/act.ts'
import { addLinks } from './links.ts'
import { replyFor, threadById } from './load.ts'
import { insertThread } from './open-thread.ts'
import type { NewThread, Opened } from './open-thread.ts'

/** Where something of another room came from: a thread, and the reply of it that it was made from. */
export type CameFrom = { threadId: string; replyId: string | null }

/**
 * Writes a thread whose text belongs to another room, linked with where it came from. Nobody is told, and nothing is emitted.
 * @throws {Refusal} `not_found` for a reply that may not be seen, or stands in another thread
 */
export async function openQuietly(act: Act, thread: NewThread, from: CameFrom | null): Promise<Opened> {
  const reply = from === null || from.replyId === null ? null : await replyFor(act, from.replyId)
  if (reply && reply.thread.id !== from?.threadId) throw new Refusal('not_found', said`There is no such reply in this thread.`, said`Read the thread again; it may have been moved.`)
  const opened = await insertThread(act, thread)
  if (from !== null) await addLinks(act, { fromId: from.threadId, subjectId: reply?.id ?? from.threadId, toIds: [opened.id], how: 'elevated' })
  return opened
}

/** Keeps what lists show of a thread whose text belongs to another room; `whole` where `body` is only the beginning of what is searched. */
export async function rewordThread(act: Act, id: string, { title, body, whole = body }: { title: string; body: string; whole?: string }): Promise<void> {
  const thread = await threadById(act, id)
  if (!thread || (thread.title === title && thread.body === body && whole === body)) return
  const text = `${title}\n${whole}`
  await act.tx.updateTable('thread').set({ body, edited_at: act.now }).where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', id).execute()
  await rewordEntry(act, id, { title, tldr: tldrOf(body), text })
}
