import { treeOf } from '#domain/pages/tree.ts'
import type { TreePage } from '#domain/pages/tree.ts'
import type { PageKind } from '#domain/pages/kinds.ts'
import { sql } from 'kysely'
import type { Looker } from './queries.ts'

export type Parent = { id: string; number: number }

/** The nearest page above each of these that stands; what was deleted is passed over. Pages at the top are left out. */
export async function parentsOf({ tx, actor: { workspaceId } }: Looker, ids: readonly string[]): Promise<Map<string, Parent>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; parent_id: string; number: number }>`
    with recursive up as (
      select entry_id as id, parent_id as above from page where workspace_id = ${workspaceId} and entry_id = any(${[...ids]}::uuid[]) and parent_id is not null
      union all
      select up.id, p.parent_id from up join entry d on d.workspace_id = ${workspaceId} and d.id = up.above and d.deleted_at is not null
        join page p on p.workspace_id = ${workspaceId} and p.entry_id = up.above and p.parent_id is not null)
    select up.id, e.id as parent_id, e.number from up join entry e on e.workspace_id = ${workspaceId} and e.id = up.above and e.deleted_at is null`.execute(tx)
  return new Map(rows.map((row) => [row.id, { id: row.parent_id, number: Number(row.number) }]))
}

/** The pages above one, from the top. */
export async function pathOf({ tx, actor: { workspaceId } }: Looker, id: string): Promise<{ number: number; title: string }[]> {
  const { rows } = await sql<{ number: number; title: string }>`
    with recursive up as (
      select parent_id as id, 1 as height from page where workspace_id = ${workspaceId} and entry_id = ${id}
      union all
      select p.parent_id, up.height + 1 from up join page p on p.workspace_id = ${workspaceId} and p.entry_id = up.id)
    select e.number, e.title from up join entry e on e.workspace_id = ${workspaceId} and e.id = up.id where e.deleted_at is null order by up.height desc`.execute(tx)
  return rows.map((row) => ({ number: Number(row.number), title: row.title }))
}

/** The pages right below one, in their order; what stood below a deleted one in its place. */
export async function childrenOf({ tx, actor: { workspaceId } }: Looker, id: string): Promise<{ number: number; title: string; kind: PageKind }[]> {
  const { rows } = await sql<{ number: number; title: string; kind: PageKind }>`
    with recursive down as (
      select p.entry_id as id, p.kind, e.number, e.title, e.deleted_at, array[p.position, e.number] as place
        from page p join entry e on e.workspace_id = p.workspace_id and e.id = p.entry_id where p.workspace_id = ${workspaceId} and p.parent_id = ${id}
      union all
      select p.entry_id, p.kind, e.number, e.title, e.deleted_at, down.place || array[p.position, e.number]
        from down join page p on p.workspace_id = ${workspaceId} and p.parent_id = down.id join entry e on e.workspace_id = p.workspace_id and e.id = p.entry_id
        where down.deleted_at is not null)
    select number, title, kind from down where deleted_at is null order by place`.execute(tx)
  return rows.map((row) => ({ number: Number(row.number), title: row.title, kind: row.kind }))
}

/** Everything that stands in the tree of a space, or stood and was deleted. */
export async function treePages({ tx, actor: { workspaceId } }: Looker, spaceId: string): Promise<TreePage[]> {
  const rows = await tx.selectFrom('page as p').innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'p.workspace_id').onRef('e.id', '=', 'p.entry_id'))
    .select(['p.entry_id', 'e.number', 'p.parent_id', 'p.position', 'e.deleted_at']).where('p.workspace_id', '=', workspaceId).where('e.space_id', '=', spaceId).execute()
  return rows.map((row) => ({ id: row.entry_id, number: row.number, parentId: row.parent_id, position: row.position, deleted: row.deleted_at !== null }))
}

/** The tree of a space as it is read. */
export const shownTree = async (act: Looker, spaceId: string) => treeOf(await treePages(act, spaceId))

/** Keeps the trees of these spaces from others until the transaction ends, in one order for everybody. */
export async function lockTrees({ tx, actor: { workspaceId } }: Looker, spaceIds: readonly string[]): Promise<void> {
  await tx.selectFrom('space').select('id').where('workspace_id', '=', workspaceId).where('id', 'in', [...new Set(spaceIds)]).orderBy('id').forNoKeyUpdate().execute()
}
