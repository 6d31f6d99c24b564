import { UNDO_S } from '#server/attention/public.ts'
import type { Act } from '#server/platform/act.ts'
import type { ReplyKind } from '#server/platform/db/tables/threads.ts'
import { useFiles } from './files.ts'
import { keepLinks } from './links.ts'
import type { Thread } from './load.ts'
import { replierFollows } from './people.ts'
import { tellOfReply } from './tell.ts'

export type Quote = { replyId: string | null; authorId: string; text: string }
export type NewReply = { body: string; kind?: ReplyKind; askId?: string | null; quote?: Quote | null; files?: readonly string[]; toldAlready?: readonly string[] }
export type Replied = { id: string; seq: number }

/**
 * Writes a reply and everything that follows from it. The thread's row is what replies of one thread wait for; those of
 * other threads do not wait.
 */
export async function insertReply(act: Act, thread: Thread, { body, kind = 'reply', askId = null, quote = null, files = [], toldAlready = [] }: NewReply): Promise<Replied> {
  const { workspaceId, personId } = act.actor
  const id = act.newId()
  const { last_seq: seq } = await act.tx.updateTable('thread')
    .set((now) => ({ last_seq: now('last_seq', '+', 1), reply_count: now('reply_count', '+', 1), active_at: act.now }))
    .where('workspace_id', '=', workspaceId).where('entry_id', '=', thread.id).returning('last_seq').executeTakeFirstOrThrow()
  await act.tx.insertInto('reply').values({
    workspace_id: workspaceId, id, entry_id: thread.id, seq, kind, author_id: personId, body, quote_reply_id: quote?.replyId ?? null, quote_author_id: quote?.authorId ?? null,
    quote_text: quote?.text ?? null, ask_id: askId, via: act.actor.via, posted_at: act.now, undo_until: act.now.add({ seconds: UNDO_S }), edited_at: null, deleted_at: null,
  }).execute()
  await replierFollows(act, thread.id, seq)
  await keepLinks(act, { fromId: thread.id, subjectId: id, text: body })
  await useFiles(act, { threadId: thread.id, replyId: id }, files)
  await act.emit({ kind: 'reply.posted', spaceId: thread.spaceId, payload: { entryId: thread.id, number: thread.number, threadId: thread.id, replyId: id } })
  await tellOfReply(act, thread, { id, text: body, quotedId: quote?.authorId ?? null, toldAlready })
  return { id, seq }
}
