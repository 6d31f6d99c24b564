import type { ReplyView } from '#contract/threads.ts'
import { allow, may } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { isBefore } from '#domain/time/spans.ts'
import { isKept } from '#domain/trash/kept.ts'
import { withdraw } from '#server/attention/public.ts'
import { dropText, hideEntry, putText } from '#server/entries/public.ts'
import { detach, hideFiles } from '#server/files/public.ts'
import type { Act } from '#server/platform/act.ts'
import { sql } from 'kysely'
import { tooLate } from './edit.ts'
import { lockThread, replyFor } from './load.ts'
import type { Reply } from './load.ts'
import { readReply } from './reply-view.ts'

/** Takes a thread back before anybody was told; it is deleted, and its text is answered. */
export async function undo(act: Act, { number }: { number: number }): Promise<{ title: string; body: string }> {
  const thread = await lockThread(act, number, 'entry.edit')
  if (!isBefore(act.now, thread.undoUntil)) throw tooLate()
  if (thread.replyCount > 0) throw new Refusal('conflict', said`Somebody has replied already.`, said`Delete the thread if it should not stand, or say so in a reply.`)
  await detach(act, { entryId: thread.id })
  await hideEntry(act, { id: thread.id, number, spaceId: thread.spaceId })
  await withdraw(act, { source: 'threads.thread', subjectIds: [thread.id], reason: 'undone' })
  await withdraw(act, { source: 'threads.change', subjectIds: [thread.id], reason: 'undone' })
  return { title: thread.title, body: thread.body }
}

/** Takes a reply back before anybody was told; nothing of it stays in the thread, and its text is answered. */
export async function undoOne(act: Act, { id }: { id: string }): Promise<{ body: string }> {
  const reply = await ownReply(act, id)
  if (!isBefore(act.now, reply.undoUntil)) throw tooLate()
  await act.tx.updateTable('reply').set({ deleted_at: act.now, undone: true }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
  await detach(act, { entryId: reply.thread.id, replyId: id })
  await gone(act, reply, 'undone')
  return { body: reply.body }
}

/** Deletes one's own reply; that there was one stays visible, and for 30 days it can be brought back. */
export async function remove(act: Act, { id }: { id: string }): Promise<{ ok: true }> {
  const reply = await ownReply(act, id)
  await act.tx.updateTable('reply').set({ deleted_at: act.now }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
  await hideFiles(act, { replyId: id, hidden: true })
  await gone(act, reply, 'deleted')
  return { ok: true }
}

async function ownReply(act: Act, id: string): Promise<Reply> {
  const reply = await replyFor(act, id, { lock: true })
  allow(act.actor, 'thread.write', { entry: reply.thread.rights })
  allow(act.actor, 'entry.delete', { entry: reply.rights })
  if (reply.kind === 'outcome' || reply.kind === 'split') throw new Refusal('conflict', said`This line is part of what the thread came to.`, said`Edit it, or reply with what holds now.`)
  return reply
}

/** What was said is counted, linked and told no more. */
async function gone(act: Act, { id, thread }: Reply, reason: 'undone' | 'deleted'): Promise<void> {
  await recount(act, thread.id)
  await dropText(act, id)
  await withdraw(act, { source: 'threads.reply', subjectIds: [id], reason })
  await changed(act, thread, id)
}

/** Counts the replies that stand, and says when the last of them was written; replies that come meanwhile wait. Index: reply_place. */
export async function recount(act: Act, threadId: string): Promise<void> {
  const { workspaceId } = act.actor
  await act.tx.selectFrom('thread').select('entry_id').where('workspace_id', '=', workspaceId).where('entry_id', '=', threadId).forUpdate().executeTakeFirst()
  const standing = act.tx.selectFrom('reply as r').where('r.workspace_id', '=', workspaceId).where('r.entry_id', '=', threadId).where('r.deleted_at', 'is', null)
  await act.tx.updateTable('thread').set({
    reply_count: standing.select((count) => count.fn.countAll<number>().as('n')),
    active_at: sql`coalesce((select max(r.posted_at) from reply r where r.workspace_id = ${workspaceId} and r.entry_id = ${threadId} and r.deleted_at is null),
      (select e.published_at from entry e where e.workspace_id = ${workspaceId} and e.id = ${threadId}))`,
  }).where('workspace_id', '=', workspaceId).where('entry_id', '=', threadId).execute()
}

async function changed(act: Act, thread: Reply['thread'], replyId: string): Promise<void> {
  await act.emit({ kind: 'reply.changed', spaceId: thread.spaceId, payload: { entryId: thread.id, number: thread.number, threadId: thread.id, replyId } })
}

/** Brings back what its author deleted within 30 days; for everybody else it does not exist. */
export async function restore(act: Act, { id }: { id: string }): Promise<ReplyView> {
  const reply = await replyFor(act, id, { deleted: true, lock: true })
  const { thread, deletedAt, purged } = reply
  if (!may(act.actor, 'entry.restore', { entry: reply.rights }) || deletedAt === null || purged || !isKept(deletedAt, act.now)) {
    throw new Refusal('not_found', said`There is no such reply that you could bring back.`, said`Only its author can, for 30 days after deleting.`)
  }
  allow(act.actor, 'thread.write', { entry: thread.rights })
  await act.tx.updateTable('reply').set({ deleted_at: null }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
  await hideFiles(act, { replyId: id, hidden: false })
  await recount(act, thread.id)
  await putText(act, { id, entryId: thread.id, title: '', text: reply.body, reply: { authorId: reply.authorId, at: reply.postedAt } })
  await changed(act, thread, id)
  return readReply(act, id)
}
