import type { Act } from '#server/platform/act.ts'
import { selectReplies } from './replies.ts'

export { addReply, keepThreadAsk, openThread } from './asks.ts'
export { wrapNotes } from './elevate.ts'
export { replyFor, threadById, threadFor } from './load.ts'
export type { Reply, Thread } from './load.ts'
export { threadNews } from './news.ts'

type Viewer = Pick<Act, 'tx' | 'actor'>

/** Everybody who has written in a thread or follows it; those who left are among them. Index: reply_place. */
export async function participantsOf(act: Viewer, threadId: string): Promise<string[]> {
  const { workspaceId } = act.actor
  const rows = await act.tx.selectFrom('reply').select('author_id as id').where('workspace_id', '=', workspaceId).where('entry_id', '=', threadId).where('deleted_at', 'is', null)
    .union(act.tx.selectFrom('thread').select('author_id as id').where('workspace_id', '=', workspaceId).where('entry_id', '=', threadId))
    .union(act.tx.selectFrom('thread_person').select('person_id as id').where('workspace_id', '=', workspaceId).where('entry_id', '=', threadId).where('follow', '=', 'following'))
    .orderBy('id').execute()
  return rows.map((row) => row.id)
}

/** What was said to an ask, oldest first; rights are the caller's to check. Index: reply_of_ask. */
export function repliesToAsk(act: Viewer, askId: string) {
  return selectReplies(act).where('r.ask_id', '=', askId).where('r.deleted_at', 'is', null).orderBy('r.posted_at').orderBy('r.id').execute()
}
