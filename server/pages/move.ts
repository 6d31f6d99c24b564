import type { InputOf } from '#contract/operation.ts'
import type { movePage, PageView } from '#contract/pages.ts'
import { orderWith, withBelow } from '#domain/pages/tree.ts'
import type { TreePage } from '#domain/pages/tree.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { spaceFor } from '#server/spaces/public.ts'
import type { Space } from '#server/spaces/public.ts'
import { moveTo } from '#server/threads/public.ts'
import { sql } from 'kysely'
import { parentFor } from './create.ts'
import { changed } from './keep.ts'
import { lockTrees, treePages } from './places.ts'
import { checkMay, pageFor, pageForChange } from './queries.ts'
import type { PageRow } from './queries.ts'
import { viewPage } from './views.ts'

/**
 * Moves a page with all below it: among its neighbours, under another page, or into another space. Number, versions, remarks,
 * files and the talk beside it stay with it; whoever may not see the new space loses it at once.
 */
export async function move(act: Act, { number, spaceId, parent, position }: InputOf<typeof movePage>): Promise<PageView> {
  const asked = await pageFor(act, number)
  await lockTrees(act, [asked.space_id, ...spaceId === undefined ? [] : [spaceId]])
  const row = await pageForChange(act, number)
  if (row.space_id !== asked.space_id) throw new Refusal('conflict', said`Somebody moved this page just now.`, said`Look where it stands, and move it again.`)
  const to = await spaceFor(act, spaceId ?? row.space_id, 'space.write')
  const pages = await treePages(act, row.space_id)
  const ids = withBelow(pages, row.entry_id)
  const above = parent === null ? null : await parentFor(act, parent, to)
  if (above && ids.includes(above.entry_id)) throw new Refusal('conflict', above.entry_id === row.entry_id ? said`A page cannot stand under itself.` : said`#${parent ?? 0} stands below this page, so the page cannot stand under it.`, said`Choose a page outside, or move that one out first.`)
  if (to.id !== row.space_id) await carry(act, row, { ids, pages, to })
  await place(act, row.entry_id, { parentId: above?.entry_id ?? null, position, beside: to.id === row.space_id ? pages : await treePages(act, to.id) })
  await changed(act, { ...row, space_id: to.id }, 'page.moved')
  if (to.id !== row.space_id) await changed(act, row, 'page.moved')
  return viewPage(act, number)
}

/** Takes pages into another space, each with its talk and its text in search. Deleted ones go along, so that they can come back beside them. */
async function carry(act: Act, row: PageRow, { ids, pages, to }: { ids: readonly string[]; pages: readonly TreePage[]; to: Space }): Promise<void> {
  const numbers = new Map(pages.map((page) => [page.id, page.number]))
  checkMay(act, row, 'page.write')
  for (const id of ids) await moveTo(act, { id, number: numbers.get(id) ?? 0, spaceId: row.space_id }, to)
}

type Place = { parentId: string | null; position: number; beside: readonly TreePage[] }

/** Puts a page at its place and counts those beside it anew. */
async function place({ tx, actor: { workspaceId } }: Act, id: string, { parentId, position, beside }: Place): Promise<void> {
  const siblings = beside.filter((page) => page.parentId === parentId && page.id !== id).toSorted((a, b) => a.position - b.position || a.number - b.number)
  const order = orderWith(siblings, id, position)
  await tx.updateTable('page').set({ parent_id: parentId }).where('workspace_id', '=', workspaceId).where('entry_id', '=', id).execute()
  await sql`update page set position = o.place - 1 from unnest(${order}::uuid[]) with ordinality as o(id, place)
    where page.workspace_id = ${workspaceId} and page.entry_id = o.id and page.position <> o.place - 1`.execute(tx)
}
