import type { markRead } from '#contract/threads.ts'
import type { InputOf } from '#contract/operation.ts'
import { markedAt } from '#domain/threads/unread.ts'
import { readMeanwhile } from '#server/attention/public.ts'
import type { Act } from '#server/platform/act.ts'
import { threadFor } from './load.ts'

/** Moves the reader's mark, which all their devices share; what they have read thereby is not delivered any more. */
export async function mark(act: Act, { number, seq, unread }: InputOf<typeof markRead>): Promise<{ ok: true }> {
  const thread = await threadFor(act, number)
  const { workspaceId, personId } = act.actor
  const next = markedAt(thread.readSeq, thread.lastSeq, { seq, unread })
  if (next === thread.readSeq) return { ok: true }
  await act.tx.insertInto('thread_person').values({ workspace_id: workspaceId, entry_id: thread.id, person_id: personId, read_seq: next })
    .onConflict((row) => row.columns(['workspace_id', 'entry_id', 'person_id'])
      .doUpdateSet((now) => ({ read_seq: unread ? next : now.fn('greatest', ['thread_person.read_seq', now.val(next)]) }))).execute()
  const payload = { entryId: thread.id, number, threadId: thread.id }
  if (next > thread.readSeq) await tellAttention(act, thread, next)
  await act.emit({ kind: 'thread.read', personId, payload: { ...payload, personId } })
  return { ok: true }
}

/** What lies between the old mark and the new one was read meanwhile. */
async function tellAttention(act: Act, thread: { id: string; readSeq: number }, next: number): Promise<void> {
  const { workspaceId, personId } = act.actor
  const rows = await act.tx.selectFrom('reply').select('id').where('workspace_id', '=', workspaceId).where('entry_id', '=', thread.id)
    .where('seq', '>', thread.readSeq).where('seq', '<=', next).where('author_id', '!=', personId).execute()
  await readMeanwhile(act, { personId, source: 'threads.reply', subjectIds: rows.map((row) => row.id) })
  if (thread.readSeq < 0) await readMeanwhile(act, { personId, source: 'threads.thread', subjectIds: [thread.id] })
}
