import type { PageKind } from '#domain/pages/kinds.ts'
import { checkTitle } from '#domain/pages/limits.ts'
import { summaryOf } from '#domain/pages/summary.ts'
import { attachLinked } from '#server/files/public.ts'
import type { Act } from '#server/platform/act.ts'
import { json } from '#server/platform/db/columns.ts'
import type { PageSourceJson, SaveKind } from '#server/platform/db/tables/pages.ts'
import type { Space } from '#server/spaces/public.ts'
import { openQuietly } from '#server/threads/public.ts'
import type { CameFrom } from '#server/threads/public.ts'
import { keepVersion } from './keep.ts'
import { lockTrees } from './places.ts'

export type NewPage = {
  space: Space
  kind: PageKind
  title: string
  /** Markdown, kept byte for byte. */
  text: string
  /** Whoever acts, unless an imported page names somebody else; and when it was written, if not now. */
  authorId?: string
  at?: Temporal.Instant
  /** A page of the same space; null at its top. */
  parentId?: string | null
  /** Among the pages beside it; the last unless given. */
  position?: number
  tags: readonly string[]
  ownerId: string | null
  source?: PageSourceJson | null
  how?: SaveKind
  note?: string
  fromThread?: CameFrom | null
}

export type Inserted = { id: string; number: number }

/**
 * Writes a page: its entry, the thread of the talk beside it, its text and its first version. Nobody is told, and nothing is
 * emitted. Whoever calls has checked rights, the parent and the people.
 * @throws {Refusal} `bad_input` for a text or title that is too long
 */
export async function insertPage(act: Act, given: NewPage): Promise<Inserted> {
  const { space, title, text, authorId = act.actor.personId, at = act.now, fromThread = null } = given
  checkTitle(title)
  const writer: Act = { ...act, now: at, actor: { ...act.actor, personId: authorId } }
  if (given.parentId) await lockTrees(act, [space.id])
  const opened = await openQuietly(writer, { kind: 'page', space, title, body: summaryOf(text), whole: text }, fromThread)
  await insertRow(writer, opened.id, given)
  await keepVersion(writer, { pageId: opened.id, version: 1, title, before: '', text, how: given.how ?? 'written', note: given.note ?? '' })
  await attachLinked(act, { entryId: opened.id, text })
  return opened
}

async function insertRow(act: Act, id: string, given: NewPage): Promise<void> {
  const { parentId = null, fromThread = null, source = null } = given
  await act.tx.insertInto('page').values({
    workspace_id: act.actor.workspaceId, entry_id: id, kind: given.kind, text: given.text, version: 1, edited_at: act.now, edited_by: act.actor.personId, parent_id: parentId,
    position: given.position ?? await nextPosition(act, given.space.id, parentId), tags: json(tagsOf(given.tags)), owner_id: given.ownerId, verified_at: null, verified_by: null, verified_version: null,
    review_days: null, expires_on: null, from_thread: fromThread?.threadId ?? null, source: source === null ? null : json(source),
  }).execute()
}

export const tagsOf = (tags: readonly string[]): string[] => [...new Set(tags.map((tag) => tag.trim()))]

/** After the last page of those beside it. Indexes: page_below, entry_by_space. */
async function nextPosition({ tx, actor: { workspaceId } }: Act, spaceId: string, parentId: string | null): Promise<number> {
  const row = await tx.selectFrom('page as p').innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'p.workspace_id').onRef('e.id', '=', 'p.entry_id'))
    .select((col) => col.fn.max('p.position').as('last')).where('p.workspace_id', '=', workspaceId).where('e.space_id', '=', spaceId)
    .where('p.parent_id', parentId === null ? 'is' : '=', parentId).executeTakeFirst()
  return row?.last === null || row?.last === undefined ? 0 : Number(row.last) + 1
}
