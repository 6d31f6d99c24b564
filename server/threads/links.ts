import type { EntryLink } from '#contract/threads.ts'
import { may } from '#domain/policy.ts'
import { entryByNumber } from '#server/entries/public.ts'
import type { Act } from '#server/platform/act.ts'
import type { LinkHow } from '#server/platform/db/tables/threads.ts'
import { placeOf } from '#server/spaces/public.ts'

type Viewer = Pick<Act, 'tx' | 'actor'>

/** Most links that are shown of one entry in each direction, the newest first, and how many are looked at for them. */
const SHOWN = 200
const LOOKED_AT = 1000

/** What was made from an entry and what it was made from, as far as the reader may see the other end. A link stands once. */
export async function linksOf(act: Viewer, entryId: string): Promise<EntryLink[]> {
  const [to, from] = await Promise.all([select(act, entryId, 'to'), select(act, entryId, 'from')])
  return [...to, ...from]
}

async function select(act: Viewer, entryId: string, direction: 'to' | 'from'): Promise<EntryLink[]> {
  const { workspaceId } = act.actor
  const [own, other] = direction === 'to' ? ['l.from_id', 'l.to_id'] as const : ['l.to_id', 'l.from_id'] as const
  const rows = await act.tx.selectFrom('entry_link as l')
    .innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'l.workspace_id').onRef('e.id', '=', other))
    .innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 'e.workspace_id').onRef('s.id', '=', 'e.space_id'))
    .select(['e.number', 'e.kind', 'e.title', 'e.author_id', 'e.deleted_at', 's.id as space_id', 's.name as space_name', 's.visibility', 's.archived_at', 'l.how'])
    .select((col) => col.fn.min('l.at').as('at'))
    .where('l.workspace_id', '=', workspaceId).where(own, '=', entryId).where('e.deleted_at', 'is', null)
    .groupBy(['e.number', 'e.kind', 'e.title', 'e.author_id', 'e.deleted_at', 's.id', 's.name', 's.visibility', 's.archived_at', 'l.how'])
    .orderBy('at', 'desc').orderBy('e.number', 'desc').limit(LOOKED_AT).execute()
  return shown(act, rows, direction)
}

type Row = {
  number: number; kind: string; title: string; author_id: string; deleted_at: Temporal.Instant | null; space_id: string; space_name: string; visibility: 'open' | 'private'
  archived_at: Temporal.Instant | null; how: EntryLink['how']; at: Temporal.Instant
}

function shown(act: Viewer, rows: readonly Row[], direction: 'to' | 'from'): EntryLink[] {
  const { workspaceId } = act.actor
  return rows.filter((row) => may(act.actor, 'entry.see', { entry: {
    workspaceId, authorId: row.author_id, deleted: row.deleted_at !== null, place: placeOf(workspaceId, { id: row.space_id, visibility: row.visibility, archived_at: row.archived_at }),
  } })).slice(0, SHOWN).map((row) => ({ number: row.number, kind: row.kind, title: row.title, spaceName: row.space_name, how: row.how, direction, at: row.at.toString() }))
}

/** What an entry links to and what links to it, also in its words. */
export async function viewLinks(act: Viewer, { number }: { number: number }): Promise<{ links: EntryLink[] }> {
  const { id } = await entryByNumber(act, number)
  const [made, to, from] = await Promise.all([linksOf(act, id), mentioned(act, { id, number }, 'to'), mentioned(act, { id, number }, 'from')])
  return { links: [...made, ...to, ...from] }
}

/** Entries that name each other by number. Indexes: text_link_from, text_link_to_number. */
async function mentioned(act: Viewer, { id, number }: { id: string; number: number }, direction: 'to' | 'from'): Promise<EntryLink[]> {
  const { workspaceId } = act.actor
  const all = act.tx.selectFrom('text_link as l').innerJoin('entry_text as x', (join) => join.onRef('x.workspace_id', '=', 'l.workspace_id').onRef('x.id', '=', 'l.text_id'))
    .innerJoin('entry as e', (join) => direction === 'to'
      ? join.onRef('e.workspace_id', '=', 'l.workspace_id').onRef('e.number', '=', 'l.to_number')
      : join.onRef('e.workspace_id', '=', 'l.workspace_id').onRef('e.id', '=', 'l.from_id'))
    .innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 'e.workspace_id').onRef('s.id', '=', 'e.space_id'))
    .select(['e.number', 'e.kind', 'e.title', 'e.author_id', 'e.deleted_at', 's.id as space_id', 's.name as space_name', 's.visibility', 's.archived_at'])
    .select((col) => col.fn.min('x.at').as('at'))
    .where('l.workspace_id', '=', workspaceId).where('e.deleted_at', 'is', null).where('e.id', '!=', id)
  const rows = await (direction === 'to' ? all.where('l.from_id', '=', id) : all.where('l.to_number', '=', number))
    .groupBy(['e.number', 'e.kind', 'e.title', 'e.author_id', 'e.deleted_at', 's.id', 's.name', 's.visibility', 's.archived_at'])
    .orderBy('at', 'desc').orderBy('e.number', 'desc').limit(LOOKED_AT).execute()
  return shown(act, rows.map((row) => ({ ...row, how: 'mentions' as const })), direction)
}

/** Links an entry to others, once for each text and way; both ends show it. */
export async function addLinks(act: Act, { fromId, subjectId = fromId, toIds, how }: { fromId: string; subjectId?: string; toIds: readonly string[]; how: LinkHow }): Promise<void> {
  if (toIds.length === 0) return
  const { workspaceId } = act.actor
  await act.tx.insertInto('entry_link').values(toIds.map((toId) => ({ workspace_id: workspaceId, from_id: fromId, subject_id: subjectId, to_id: toId, how, at: act.now })))
    .onConflict((row) => row.doNothing()).execute()
  await act.tx.updateTable('thread').set({ has_links: true }).where('workspace_id', '=', workspaceId).where('entry_id', 'in', [fromId, ...toIds]).where('has_links', '=', false).execute()
}
