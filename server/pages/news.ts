import type { PageHead } from '#contract/pages.ts'
import { pageNewsWords } from '#domain/pages/news-words.ts'
import type { Words } from '#domain/words/said.ts'
import { namesOf } from '#server/people/public.ts'
import { wordsOf } from '#server/platform/words.ts'
import { viewHeads } from './head-view.ts'
import { selectPages } from './queries.ts'
import type { PageHeadRow, Reading } from './queries.ts'

/** Something that others did to a page: one line, however many edits it were. */
export type PageNewsOf = { at: Temporal.Instant; head: PageHead; sentence: string }

/**
 * Pages in these spaces that others wrote since a moment, and edits by others of those that the actor follows or minds, the
 * newest first. What came in by an import is no news. Index: page_newest.
 */
export async function pageNews(act: Reading, { spaceIds, since, most }: { spaceIds: readonly string[]; since: Temporal.Instant; most: number }): Promise<PageNewsOf[]> {
  if (spaceIds.length === 0) return []
  const { workspaceId, personId } = act.actor
  const rows = await selectPages(act).leftJoin('thread_person as m', (join) => join.onRef('m.workspace_id', '=', 'p.workspace_id').onRef('m.entry_id', '=', 'p.entry_id').on('m.person_id', '=', personId))
    .where('p.edited_at', '>', since).where('e.space_id', 'in', [...spaceIds]).where((is) => is.or([is('e.published_at', '>', since), is('m.follow', '=', 'following'), is('p.owner_id', '=', personId)]))
    .where((is) => is.or([is('m.follow', 'is', null), is('m.follow', '=', 'following')])).orderBy('p.edited_at', 'desc').orderBy('p.entry_id', 'desc').limit(most).execute()
  if (rows.length === 0) return []
  const saves = await act.tx.selectFrom('page_version').select(['page_id', 'version', 'by_id', 'at', 'note']).where('workspace_id', '=', workspaceId).where('page_id', 'in', rows.map((row) => row.entry_id))
    .where('at', '>', since).where('by_id', '!=', personId).where('how', '!=', 'imported').orderBy('version').execute()
  const byPage = Map.groupBy(saves, (save) => save.page_id)
  const moved = rows.filter((row) => byPage.has(row.entry_id))
  const [heads, names] = await Promise.all([viewHeads(act, moved), namesOf(act, saves.map((save) => save.by_id))])
  return moved.flatMap((row, index) => {
    const [head, last] = [heads[index], byPage.get(row.entry_id)?.at(-1)]
    return head && last ? [{ at: last.at, head, sentence: sentenceOf(row, byPage.get(row.entry_id) ?? [], { names, words: wordsOf(act) }) }] : []
  })
}

type Save = { version: number; by_id: string; note: string }

function sentenceOf(row: PageHeadRow, saves: readonly Save[], { names, words }: { names: ReadonlyMap<string, { name: string }>; words: Words }): string {
  const isNew = saves[0]?.version === 1
  const ids = isNew ? [row.author_id] : [...new Set(saves.map((save) => save.by_id))]
  return pageNewsWords({ title: row.title, isNew, edits: saves.length, byNames: ids.map((id) => names.get(id)?.name ?? ''), note: saves.findLast((save) => save.note !== '')?.note ?? '' }, words)
}
