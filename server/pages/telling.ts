import { tell } from '#server/attention/public.ts'
import type { Act } from '#server/platform/act.ts'
import { calledIn, follows } from '#server/threads/public.ts'
import { MENTION } from './names.ts'
import type { PageHeadRow } from './queries.ts'

type About = Pick<PageHeadRow, 'entry_id' | 'space_id' | 'visibility' | 'archived_at'>

/** Tells whoever a page names that it did not name before; they follow it from then on. Calls to everybody reach nobody here: a page is no message. */
export async function tellOfNames(act: Act, page: About, { before, text }: { before: string; text: string }): Promise<void> {
  const place = { id: page.space_id, visibility: page.visibility, archived_at: page.archived_at }
  const [now, then] = [await calledIn(act, place, text), await calledIn(act, place, before)]
  const known = new Set(then.named)
  const fresh = now.named.filter((id) => !known.has(id))
  if (fresh.length === 0) return
  await follows(act, page.entry_id, fresh, 'mentioned')
  await tell(act, {
    key: `page:${act.newId()}`, kind: 'mention', source: MENTION, subjectId: page.entry_id, conversationId: page.entry_id, spaceId: page.space_id,
    readers: fresh.map((personId) => ({ personId, standing: 'mentioned' })),
  })
}
