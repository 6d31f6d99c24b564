import { putText } from '#server/entries/public.ts'
import { undoEnd } from '#server/platform/act.ts'
import type { Act } from '#server/platform/act.ts'
import type { Follower } from '#domain/threads/readers.ts'
import type { Follow, ReplyKind } from '#server/platform/db/tables/threads.ts'
import { sql } from 'kysely'
import { useFiles } from './files.ts'
import type { Thread } from './load.ts'
import { asFollower } from './people.ts'
import { tellOfReply } from './tell.ts'

export type Quote = { replyId: string | null; authorId: string; text: string }
export type NewReply = { body: string; kind?: ReplyKind; askId?: string | null; quote?: Quote | null; files?: readonly string[]; toldAlready?: readonly string[] }
export type Replied = { id: string; seq: number }

/**
 * Writes a reply and everything that follows from it. The thread's row is what replies of one thread wait for; those of
 * other threads do not wait.
 */
export async function insertReply(act: Act, thread: Thread, { body, kind = 'reply', askId = null, quote = null, files = [], toldAlready = [] }: NewReply): Promise<Replied> {
  const id = act.newId()
  const { seq, followers } = await write(act, thread.id, { id, body, kind, askId, quote })
  await putText(act, { id, entryId: thread.id, title: '', text: body, reply: { authorId: act.actor.personId, at: act.now } })
  await useFiles(act, { threadId: thread.id, replyId: id }, files)
  await act.emit({ kind: 'reply.posted', spaceId: thread.spaceId, payload: { entryId: thread.id, number: thread.number, threadId: thread.id, replyId: id } })
  await tellOfReply(act, thread, { id, text: body, quotedId: quote?.authorId ?? null, followers, toldAlready })
  return { id, seq }
}

type Row = Required<Pick<NewReply, 'body' | 'kind' | 'askId' | 'quote'>> & { id: string }

/**
 * One statement for the reply, its place in the thread, and its author, who follows from now on; their mark moves over
 * their own reply where it stood right before it. Answers who followed already.
 */
async function write(act: Act, threadId: string, { id, body, kind, askId, quote }: Row): Promise<{ seq: number; followers: Follower[] }> {
  const { workspaceId, personId, via } = act.actor
  const { rows } = await sql<{ seq: number; followers: { person_id: string; follow: Follow; muted_until: string | null }[] }>`
    with t as (update thread set last_seq = last_seq + 1, reply_count = reply_count + 1, active_at = ${act.now} where workspace_id = ${workspaceId} and entry_id = ${threadId} returning last_seq),
    r as (insert into reply (workspace_id, id, entry_id, seq, kind, author_id, body, quote_reply_id, quote_author_id, quote_text, ask_id, via, posted_at, undo_until)
      select ${workspaceId}::uuid, ${id}::uuid, ${threadId}::uuid, t.last_seq, ${kind}, ${personId}::uuid, ${body}, ${quote?.replyId ?? null}::uuid, ${quote?.authorId ?? null}::uuid, ${quote?.text ?? null}, ${askId}::uuid,
        ${via}, ${act.now}::timestamptz, ${undoEnd(act)}::timestamptz from t),
    m as (insert into thread_person as p (workspace_id, entry_id, person_id, follow, because) values (${workspaceId}, ${threadId}, ${personId}, 'following', 'replied')
      on conflict (workspace_id, entry_id, person_id) do update set follow = coalesce(p.follow, 'following'), because = case when p.follow is null then 'replied' else p.because end,
        read_seq = case when p.read_seq = (select last_seq from t) - 1 then (select last_seq from t) else p.read_seq end)
    select last_seq as seq, coalesce((select jsonb_agg(jsonb_build_object('person_id', f.person_id, 'follow', f.follow, 'muted_until', f.muted_until) order by f.person_id) from thread_person f
      where f.workspace_id = ${workspaceId} and f.entry_id = ${threadId} and f.follow is not null), '[]') as followers from t`.execute(act.tx)
  const [written] = rows
  if (!written) throw new Error('The thread of a reply is not there.')
  return { seq: written.seq, followers: written.followers.map(asFollower) }
}
