import type { Act } from '#server/platform/act.ts'

type Viewer = Pick<Act, 'tx' | 'actor'>

/** Replies with what is shown of their authors and of what they quote. Those that were taken back are nowhere. */
export function selectReplies({ tx, actor: { workspaceId } }: Viewer) {
  return tx.selectFrom('reply as r')
    .innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 'r.workspace_id').onRef('p.id', '=', 'r.author_id'))
    .leftJoin('person as q', (join) => join.onRef('q.workspace_id', '=', 'r.workspace_id').onRef('q.id', '=', 'r.quote_author_id'))
    .leftJoin('entry as a', (join) => join.onRef('a.workspace_id', '=', 'r.workspace_id').onRef('a.id', '=', 'r.ask_id'))
    .select(['r.id', 'r.entry_id', 'r.seq', 'r.kind', 'r.author_id', 'p.name as author_name', 'p.zone as author_zone', 'r.body', 'r.quote_reply_id', 'r.quote_text',
      'q.name as quote_author_name', 'r.ask_id', 'a.number as ask_number', 'r.via', 'r.posted_at', 'r.undo_until', 'r.edited_at', 'r.deleted_at'])
    .where('r.workspace_id', '=', workspaceId).where('r.undone', '=', false)
}

export type ReplyRow = Awaited<ReturnType<ReturnType<typeof selectReplies>['executeTakeFirstOrThrow']>>

type Wanted = { threadId: string; askId: string | null; after: number; limit: number }

/** A page of a thread's replies, or of those to one ask in it, in the order in which they were written. Index: reply_place. */
export function repliesIn(act: Viewer, { threadId, askId, after, limit }: Wanted): Promise<ReplyRow[]> {
  return selectReplies(act).where('r.entry_id', '=', threadId).$if(askId !== null, (query) => query.where('r.ask_id', '=', askId)).where('r.seq', '>', after).orderBy('r.seq').limit(limit).execute()
}
