import { titleKey } from '#domain/links/title-key.ts'
import type { Act } from '#server/platform/act.ts'
import type { EntryKind } from '#server/platform/db/tables/workspace.ts'

export type Viewer = Pick<Act, 'tx' | 'actor'>
/** An entry that is, or was, called by a title. */
export type Titled = { key: string; id: string; number: number; kind: EntryKind; title: string; tldr: string; spaceId: string; spaceName: string; authorName: string; at: Temporal.Instant }

/** So many entries are looked at for a handful of titles. */
const LOOKED_AT = 1000
const ORDER: readonly EntryKind[] = ['page', 'decision', 'learning']

/** Entries in these spaces that are or were called so, by key. Index: entry_title_named. */
export async function titledBy({ tx, actor: { workspaceId } }: Viewer, keys: readonly string[], spaceIds: readonly string[]): Promise<Map<string, Titled[]>> {
  if (keys.length === 0 || spaceIds.length === 0) return new Map()
  const rows = await tx.selectFrom('entry_title as t')
    .innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 't.workspace_id').onRef('e.id', '=', 't.entry_id'))
    .innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 'e.workspace_id').onRef('s.id', '=', 'e.space_id'))
    .innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 'e.workspace_id').onRef('p.id', '=', 'e.author_id'))
    .select(['t.title_key as key', 'e.id', 'e.number', 'e.kind', 'e.title', 'e.tldr', 's.id as spaceId', 's.name as spaceName', 'p.name as authorName', 'e.updated_at as at'])
    .where('t.workspace_id', '=', workspaceId).where('t.title_key', 'in', [...keys]).where('e.deleted_at', 'is', null).where('e.space_id', 'in', [...spaceIds])
    .orderBy('e.number').limit(LOOKED_AT).execute()
  return Map.groupBy(rows, ({ key }) => key)
}

/**
 * The one that a title in double brackets means to its reader: what is called so now before what was, pages before decisions
 * before learnings, of the space it is written in before others, the oldest.
 */
export function meant(candidates: readonly Titled[], fromSpaceId: string | null): Titled | undefined {
  const rank = ({ key, title, kind, spaceId, number }: Titled) => [titleKey(title) === key ? 0 : 1, ORDER.indexOf(kind), spaceId === fromSpaceId ? 0 : 1, number] as const
  return candidates.toSorted((a, b) => {
    const [one, other] = [rank(a), rank(b)]
    return one.map((place, at) => place - (other[at] ?? 0)).find((difference) => difference !== 0) ?? 0
  })[0]
}

/** Every title that an entry has had. */
export async function keysOf({ tx, actor: { workspaceId } }: Viewer, entryId: string): Promise<string[]> {
  return (await tx.selectFrom('entry_title').select('title_key').where('workspace_id', '=', workspaceId).where('entry_id', '=', entryId).execute()).map((row) => row.title_key)
}
