import type { Act } from '#server/platform/act.ts'
import { tellOfNames } from '#server/threads/public.ts'
import { MENTION } from './names.ts'
import type { PageHeadRow } from './queries.ts'

type About = Pick<PageHeadRow, 'entry_id' | 'space_id' | 'visibility' | 'archived_at'>

/** Tells whoever a page names that it did not name before. */
export async function tellOfPage(act: Act, page: About, texts: { before: string; text: string }): Promise<void> {
  await tellOfNames(act, { entryId: page.entry_id, place: { id: page.space_id, visibility: page.visibility, archived_at: page.archived_at }, source: MENTION }, texts)
}
