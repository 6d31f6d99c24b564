import type { Act } from '#server/platform/act.ts'
import { sql } from 'kysely'

type Reader = Pick<Act, 'tx' | 'actor'>

/** Asks that were answered and stand, with their answer. Rights are the caller's to ask. */
export function selectAnswered({ tx, actor: { workspaceId } }: Reader) {
  return tx.selectFrom('ask as a')
    .innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'a.workspace_id').onRef('e.id', '=', 'a.entry_id'))
    .innerJoin('entry as t', (join) => join.onRef('t.workspace_id', '=', 'a.workspace_id').onRef('t.id', '=', 'a.thread_id'))
    .innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 't.workspace_id').onRef('s.id', '=', 't.space_id'))
    .innerJoin('reply as r', (join) => join.onRef('r.workspace_id', '=', 'a.workspace_id').onRef('r.id', '=', 'a.answer_reply_id'))
    .innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 'r.workspace_id').onRef('p.id', '=', 'r.author_id'))
    .select(['a.entry_id', 'e.number', 'e.title', 's.id as space_id', 's.name as space_name', 'r.body as answer', 'r.posted_at as answered_at', 'p.name as answered_by_name'])
    .where('a.workspace_id', '=', workspaceId).where('a.state', '=', 'answered').where('e.deleted_at', 'is', null).where('t.deleted_at', 'is', null).where('r.deleted_at', 'is', null)
}
export type AnsweredRow = Awaited<ReturnType<ReturnType<typeof selectAnswered>['executeTakeFirstOrThrow']>>

/** Most earlier asks that one is compared with: the newest that have a word of it. */
const COMPARED_MAX = 200

/** Answered asks of the same space that have a word of this one, newest first. Index: entry_text_words. */
export async function answeredLike(act: Reader, { entry_id, space_id }: Pick<AnsweredRow, 'entry_id' | 'space_id'>, lexemes: string): Promise<AnsweredRow[]> {
  return selectAnswered(act).where('s.id', '=', space_id).where('a.entry_id', '!=', entry_id)
    .where((is) => is.exists(is.selectFrom('entry_text as x').select('x.id').whereRef('x.workspace_id', '=', 'a.workspace_id').whereRef('x.id', '=', 'a.entry_id').where(sql<boolean>`x.words @@ ${lexemes}::tsquery`)))
    .orderBy('a.asked_at', 'desc').orderBy('a.entry_id').limit(COMPARED_MAX).execute()
}
