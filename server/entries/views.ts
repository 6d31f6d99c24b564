import type { listEntries, nameEntries } from '#contract/entries.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { EntryView } from '#contract/spaces.ts'
import type { Act } from '#server/platform/act.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { pageOf, readCursor } from '#server/platform/http/cursor.ts'
import { spaceFor, visibleSpaces } from '#server/spaces/public.ts'
import { entryByNumber } from './public.ts'

type Viewer = Pick<Act, 'tx' | 'actor'>

function base(db: Db, workspaceId: string) {
  return db.selectFrom('entry as e')
    .innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 'e.workspace_id').onRef('s.id', '=', 'e.space_id'))
    .innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 'e.workspace_id').onRef('p.id', '=', 'e.author_id'))
    .select(['e.id', 'e.number', 'e.kind', 'e.title', 'e.tldr', 'e.published_at', 'e.author_id', 's.id as space_id', 's.name as space_name', 'p.name as author_name'])
    .where('e.workspace_id', '=', workspaceId)
}
type Row = Awaited<ReturnType<ReturnType<typeof base>['executeTakeFirstOrThrow']>>

const shape = (row: Row): EntryView => ({
  number: row.number, kind: row.kind, title: row.title, tldr: row.tldr, spaceId: row.space_id, spaceName: row.space_name,
  authorId: row.author_id, authorName: row.author_name, publishedAt: row.published_at.toString(),
})

/** Newest first, from the spaces that the actor may see. Indexes: entry_newest, entry_by_space. */
export async function viewEntries(act: Viewer, input: InputOf<typeof listEntries>): Promise<{ items: EntryView[]; next: string | null }> {
  const spaceIds = input.spaceId === undefined ? (await visibleSpaces(act)).map((space) => space.id) : [(await spaceFor(act, input.spaceId, 'space.see')).id]
  if (spaceIds.length === 0) return { items: [], next: null }
  const after = input.cursor === undefined ? null : readCursor(input.cursor)
  let query = base(act.tx, act.actor.workspaceId).where('e.deleted_at', 'is', null).where('e.space_id', 'in', spaceIds)
  if (input.authorId !== undefined) query = query.where('e.author_id', '=', input.authorId)
  if (input.kind !== undefined) query = query.where('e.kind', '=', input.kind)
  if (after) query = query.where((is) => is(is.refTuple('e.published_at', 'e.id'), '<', is.tuple(after.at, after.id)))
  const rows = await query.orderBy('e.published_at', 'desc').orderBy('e.id', 'desc').limit(input.limit + 1).execute()
  return pageOf(rows, input.limit, { keyset: (row) => ({ at: row.published_at, id: row.id }), item: shape })
}

/** @throws {Refusal} `not_found` for what does not exist and for what is hidden, in the same words */
export async function viewEntry(act: Viewer, number: number): Promise<EntryView> {
  const { id } = await entryByNumber(act, number)
  return shape(await base(act.tx, act.actor.workspaceId).where('e.id', '=', id).executeTakeFirstOrThrow())
}

/** Those of these numbers that the actor may see, in no order. Index: entry_number. */
export async function viewNames(act: Viewer, { numbers }: InputOf<typeof nameEntries>): Promise<OutputOf<typeof nameEntries>> {
  const spaceIds = (await visibleSpaces(act)).map((space) => space.id)
  if (spaceIds.length === 0) return { items: [] }
  const rows = await base(act.tx, act.actor.workspaceId).where('e.number', 'in', numbers).where('e.deleted_at', 'is', null).where('e.space_id', 'in', spaceIds).execute()
  return { items: rows.map(({ number, kind, title, space_name }) => ({ number, kind, title, spaceName: space_name })) }
}
