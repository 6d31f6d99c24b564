import type { linkPages as linkPagesOperation } from '#contract/imports.ts'
import type { InputOf } from '#contract/operation.ts'
import { checkText } from '#domain/pages/limits.ts'
import { summaryOf } from '#domain/pages/summary.ts'
import { attachLinked } from '#server/files/public.ts'
import type { Act } from '#server/platform/act.ts'
import { rewordThread } from '#server/threads/public.ts'
import { runningFor } from './commands.ts'
import { itemsOf } from './queries.ts'

/**
 * Puts the text in which links lead to pages in the place of the file's own, as the first version: nothing was edited. Only
 * where the page still reads as the file does, so that doing it twice, or after somebody wrote on, changes nothing.
 */
export async function linkPages(act: Act, { id, pages }: InputOf<typeof linkPagesOperation>): Promise<{ linked: number }> {
  const run = await runningFor(act, id)
  const known = await itemsOf(act, run.source, ['page'], pages.map(({ path }) => path))
  let linked = 0
  for (const { path, before, text } of pages) {
    const item = known.get(path)
    if (item && before !== text && await replace(act, item.entryId, { before, text })) linked += 1
  }
  return { linked }
}

async function replace(act: Act, pageId: string, { before, text }: { before: string; text: string }): Promise<boolean> {
  checkText(text)
  const { workspaceId } = act.actor
  const changed = await act.tx.updateTable('page').set({ text }).where('workspace_id', '=', workspaceId).where('entry_id', '=', pageId).where('version', '=', 1).where('text', '=', before).executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) return false
  await act.tx.updateTable('page_version').set({ text }).where('workspace_id', '=', workspaceId).where('page_id', '=', pageId).where('version', '=', 1).execute()
  const entry = await act.tx.selectFrom('entry').select(['title', 'deleted_at', 'updated_at']).where('workspace_id', '=', workspaceId).where('id', '=', pageId).executeTakeFirstOrThrow()
  if (entry.deleted_at !== null) return true
  await rewordThread({ ...act, now: entry.updated_at }, pageId, { title: entry.title, body: summaryOf(text), whole: text })
  await act.tx.updateTable('thread').set({ edited_at: null }).where('workspace_id', '=', workspaceId).where('entry_id', '=', pageId).execute()
  await attachLinked(act, { entryId: pageId, text })
  return true
}
