import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { listPages, pageTemplates, pageTree } from '#contract/pages.ts'
import { PAGE_TEMPLATES } from '#domain/pages/templates.ts'
import { pageKindName } from '#domain/pages/kinds.ts'
import type { PageKind } from '#domain/pages/kinds.ts'
import { truthOf } from '#domain/pages/truth.ts'
import { namesOf } from '#server/people/public.ts'
import { json } from '#server/platform/db/columns.ts'
import { pageOf, readCursor } from '#server/platform/http/cursor.ts'
import { spaceFor, visibleSpaces } from '#server/spaces/public.ts'
import { sql } from 'kysely'
import { verificationOf, viewHeads } from './head-view.ts'
import { shownTree } from './places.ts'
import { selectPages } from './queries.ts'
import type { PageHeadRow, Reading } from './queries.ts'

type Asked = InputOf<typeof listPages>

/** Pages as far as the actor may see, last edited first. Index: page_newest. */
export async function list(act: Reading, asked: Asked): Promise<OutputOf<typeof listPages>> {
  const spaces = asked.spaceId === undefined ? (await visibleSpaces(act)).map((space) => space.id) : [(await spaceFor(act, asked.spaceId, 'space.see')).id]
  if (spaces.length === 0) return { items: [], next: null }
  const after = asked.cursor === undefined ? null : readCursor(asked.cursor)
  let query = narrowed(act, asked).where('e.space_id', 'in', spaces)
  if (after) query = query.where((is) => is(is.refTuple('p.edited_at', 'p.entry_id'), '<', is.tuple(after.at, after.id)))
  const rows = await query.orderBy('p.edited_at', 'desc').orderBy('p.entry_id', 'desc').limit(asked.limit + 1).execute()
  const heads = new Map((await viewHeads(act, rows.slice(0, asked.limit))).map((head) => [head.number, head]))
  const page = pageOf(rows, asked.limit, { keyset: (row) => ({ at: row.edited_at, id: row.entry_id }), item: (row) => heads.get(row.number) })
  return { items: page.items.filter((head) => head !== undefined), next: page.next }
}

function narrowed(act: Reading, { kind, tag, ownerId, truth }: Asked) {
  let query = selectPages(act)
  if (kind !== undefined) query = query.where('p.kind', '=', kind)
  if (tag !== undefined) query = query.where(sql<boolean>`p.tags @> ${json([tag])}`)
  if (ownerId !== undefined) query = query.where('p.owner_id', '=', ownerId)
  if (truth === 'unverified') query = query.where('p.verified_at', 'is', null)
  if (truth === 'stale') query = query.where(isStale(act))
  if (truth === 'verified') query = query.where('p.verified_at', 'is not', null).where(sql<boolean>`not ${isStale(act)}`)
  return query
}

/** The day of a verification is one on the calendar of who verified, as in `truthOf`. */
const isStale = (act: Reading) => sql<boolean>`(p.verified_at is not null and p.expires_on is not null and p.expires_on <
  (${act.now.toString()}::timestamptz at time zone coalesce((select v.zone from person v where v.workspace_id = p.workspace_id and v.id = p.verified_by), 'UTC'))::date)`

/** Pages of one kind in a space, the first of the tree first: forewords of radiators, and what a room is known by. */
export async function pagesOfKind(act: Reading, { spaceId, kind }: { spaceId: string; kind: PageKind }): Promise<PageHeadRow[]> {
  const [rows, tree] = [await selectPages(act).where('e.space_id', '=', spaceId).where('p.kind', '=', kind).execute(), await shownTree(act, spaceId)]
  const order = new Map(tree.map(({ page }, index) => [page.id, index]))
  return rows.toSorted((a, b) => (order.get(a.entry_id) ?? 0) - (order.get(b.entry_id) ?? 0))
}

/** The pages of a space in the order in which they are read; what stood below a deleted page stands in its place. */
export async function viewTree(act: Reading, { spaceId }: InputOf<typeof pageTree>): Promise<OutputOf<typeof pageTree>> {
  const space = await spaceFor(act, spaceId, 'space.see')
  const [rows, tree] = await Promise.all([selectPages(act).where('e.space_id', '=', space.id).execute(), shownTree(act, space.id)])
  const names = await namesOf(act, rows.flatMap((row) => row.verified_by ?? []))
  const known = new Map(rows.map((row) => [row.entry_id, row]))
  return {
    pages: tree.flatMap(({ page, parent, position }) => {
      const row = known.get(page.id)
      return row ? [{ number: row.number, title: row.title, kind: row.kind, parent, position, truth: truthOf(verificationOf(row, names), act.now) }] : []
    }),
  }
}

/** What a page of each kind begins with. */
export async function viewTemplates(): Promise<OutputOf<typeof pageTemplates>> {
  return { templates: PAGE_TEMPLATES.map(({ kind, does, title, text }) => ({ kind, name: pageKindName(kind), does, title, text })) }
}
