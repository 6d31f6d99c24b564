import type { EntryLink } from '#contract/threads.ts'
import { may } from '#domain/policy.ts'
import { parseMentions } from '#domain/asks/mentions.ts'
import { entryByNumber } from '#server/entries/public.ts'
import type { Act } from '#server/platform/act.ts'
import type { LinkHow } from '#server/platform/db/tables/threads.ts'
import { placeOf } from '#server/spaces/public.ts'

type Viewer = Pick<Act, 'tx' | 'actor'>

/** Most links that are shown of one entry in each direction, the newest first, and how many are looked at for them. */
const SHOWN = 200
const LOOKED_AT = 1000

/** Both directions of an entry's links, as far as the reader may see the other end. A link stands once, however many texts say it. */
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
  return rows.filter((row) => may(act.actor, 'entry.see', { entry: {
    workspaceId, authorId: row.author_id, deleted: row.deleted_at !== null, place: placeOf(workspaceId, { id: row.space_id, visibility: row.visibility, archived_at: row.archived_at }),
  } })).slice(0, SHOWN).map((row) => ({ number: row.number, kind: row.kind, title: row.title, spaceName: row.space_name, how: row.how, direction, at: row.at.toString() }))
}

/** What an entry links to and what links to it. */
export async function viewLinks(act: Viewer, { number }: { number: number }): Promise<{ links: EntryLink[] }> {
  return { links: await linksOf(act, (await entryByNumber(act, number)).id) }
}

type Written = { fromId: string; subjectId: string; text: string }
/** Whether a text may name an entry at all; most do not, and cost nothing. */
const MAY_NAME = /#[1-9]/
const NOBODY = { people: [], roles: [] }

/** Keeps the links of one text as it reads now. Call it whenever a text was written, edited, deleted (as empty) or restored. */
export async function keepLinks(act: Act, { fromId, subjectId, text }: Written, { edited = false } = {}): Promise<void> {
  const { workspaceId } = act.actor
  if (edited) await act.tx.deleteFrom('entry_link').where('workspace_id', '=', workspaceId).where('subject_id', '=', subjectId).where('how', '=', 'mentions').execute()
  if (!MAY_NAME.test(text)) return
  const numbers = [...new Set(parseMentions(text, NOBODY).flatMap((mention) => mention.kind === 'entry' ? [mention.number] : []))]
  if (numbers.length === 0) return
  const named = await act.tx.selectFrom('entry').select('id').where('workspace_id', '=', workspaceId).where('number', 'in', numbers).where('id', '!=', fromId).execute()
  await addLinks(act, { fromId, subjectId, toIds: named.map(({ id }) => id), how: 'mentions' })
}

/** Links an entry to others, once for each text and way; both ends show it. */
export async function addLinks(act: Act, { fromId, subjectId = fromId, toIds, how }: { fromId: string; subjectId?: string; toIds: readonly string[]; how: LinkHow }): Promise<void> {
  if (toIds.length === 0) return
  const { workspaceId } = act.actor
  await act.tx.insertInto('entry_link').values(toIds.map((toId) => ({ workspace_id: workspaceId, from_id: fromId, subject_id: subjectId, to_id: toId, how, at: act.now })))
    .onConflict((row) => row.doNothing()).execute()
  await act.tx.updateTable('thread').set({ has_links: true }).where('workspace_id', '=', workspaceId).where('entry_id', 'in', [fromId, ...toIds]).where('has_links', '=', false).execute()
}
