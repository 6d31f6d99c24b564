import { goesAt, isKept } from '#domain/trash/kept.ts'
import { forgetTexts } from '#server/entries/public.ts'
import { forgetFiles } from '#server/files/public.ts'
import type { Act, TimerHandler } from '#server/platform/act.ts'
import { sql } from 'kysely'
import { EMPTIED, REMOVED, whose } from './emptied.ts'
import { forgetDrafts, forgetHints, forgetMailsIn, forgetTold } from './told.ts'

export const ENTRY = 'trash.entry'
export const REPLY = 'trash.reply'

/**
 * Empties an entry that was deleted 30 days ago, with everything that was written in it. Its rows stay as a stone, so that
 * its number is never given again, links say that it was deleted, and who did what when can still be told.
 */
export const purgeEntry: TimerHandler = async (act, { entryId = '' }) => {
  const { workspaceId } = act.actor
  const row = await act.tx.selectFrom('entry').select(['number', 'space_id', 'published_at', 'deleted_at', 'purged_at']).where('workspace_id', '=', workspaceId).where('id', '=', entryId).forUpdate().executeTakeFirst()
  if (!row?.deleted_at || row.purged_at) return
  if (isKept(row.deleted_at, act.now)) return act.timer({ kind: ENTRY, key: entryId, at: goesAt(row.deleted_at), payload: { entryId } })
  const replies = await act.tx.selectFrom('reply').select('id').where('workspace_id', '=', workspaceId).where('entry_id', '=', entryId).execute()
  await forgetHints(act, { entryId, number: row.number })
  await forgetTexts(act, entryId)
  await forgetFiles(act, { entryId })
  await emptyRows(act, entryId)
  await forgetDrafts(act, { number: row.number, replyIds: replies.map(({ id }) => id) })
  await forgetMailsIn(act, entryId)
  await forgetTold(act, { number: row.number, from: row.published_at, until: row.deleted_at })
  await act.tx.updateTable('reply').set({ purged_at: act.now }).where('workspace_id', '=', workspaceId).where('entry_id', '=', entryId).execute()
  await act.tx.updateTable('entry').set({ purged_at: act.now }).where('workspace_id', '=', workspaceId).where('id', '=', entryId).execute()
  await act.emit({ kind: 'entry.purged', spaceId: row.space_id, payload: { entryId, number: row.number } })
}

async function emptyRows(act: Act, entryId: string): Promise<void> {
  const { workspaceId } = act.actor
  for (const { table, columns, ...of } of EMPTIED) {
    const set = sql.join(Object.entries(columns).map(([column, value]) => sql`${sql.ref(column)} = ${value}`))
    await sql`update ${sql.table(table)} set ${set} where ${whose(of, workspaceId, entryId)}`.execute(act.tx)
  }
  for (const { table, ...of } of REMOVED) await sql`delete from ${sql.table(table)} where ${whose(of, workspaceId, entryId)}`.execute(act.tx)
  // A file that is imported again after this is a new page; its path is a text too.
  await act.tx.deleteFrom('import_item').where('workspace_id', '=', workspaceId).where('kind', '=', 'page').where('entry_id', '=', entryId).execute()
}

/** The same for one reply that was deleted, or taken back: that there was one stays. What others quoted of it is theirs. */
export const purgeReply: TimerHandler = async (act, { replyId = '' }) => {
  const { workspaceId } = act.actor
  const row = await act.tx.selectFrom('reply as r').innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'r.workspace_id').onRef('e.id', '=', 'r.entry_id'))
    .select(['r.entry_id', 'r.posted_at', 'r.deleted_at', 'r.purged_at', 'e.number']).where('r.workspace_id', '=', workspaceId).where('r.id', '=', replyId).forUpdate('r').executeTakeFirst()
  if (!row?.deleted_at || row.purged_at) return
  if (isKept(row.deleted_at, act.now)) return act.timer({ kind: REPLY, key: replyId, at: goesAt(row.deleted_at), payload: { replyId } })
  await forgetFiles(act, { entryId: row.entry_id, replyId })
  await act.tx.deleteFrom('text_version').where('workspace_id', '=', workspaceId).where('subject_id', '=', replyId).execute()
  await act.tx.deleteFrom('saved_text').where('workspace_id', '=', workspaceId).where('subject_id', '=', replyId).execute()
  await act.tx.deleteFrom('draft').where('workspace_id', '=', workspaceId).where('slot', '=', `edit:${replyId}`).execute()
  await forgetTold(act, { number: row.number, from: row.posted_at, until: row.deleted_at })
  await act.tx.updateTable('reply').set({ body: '', quote_text: null, purged_at: act.now }).where('workspace_id', '=', workspaceId).where('id', '=', replyId).execute()
}
