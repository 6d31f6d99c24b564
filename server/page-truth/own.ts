import type { InputOf } from '#contract/operation.ts'
import type { ownPage } from '#contract/page-truth.ts'
import type { PageView } from '#contract/pages.ts'
import { expiresOn } from '#domain/pages/truth.ts'
import { tell } from '#server/attention/public.ts'
import { changed, checkOwner, pageForChange, viewPage } from '#server/pages/public.ts'
import type { PageRow } from '#server/pages/public.ts'
import { namesOf } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { follows } from '#server/threads/public.ts'
import { OWNED } from './names.ts'
import { keepReminder } from './reminders.ts'

/** Says who minds a page; whoever does from now on is told. Another time between two looks counts from the last one. */
export async function own(act: Act, { number, ownerId, reviewDays }: InputOf<typeof ownPage>): Promise<PageView> {
  const row = await pageForChange(act, number)
  if (ownerId !== null && ownerId !== row.owner_id) await checkOwner(act, { id: row.space_id, name: row.space_name, visibility: row.visibility, archived_at: row.archived_at }, ownerId)
  await act.tx.updateTable('page').set({ owner_id: ownerId, ...reviewDays !== undefined && { review_days: reviewDays, expires_on: await expiryOf(act, row, reviewDays) } })
    .where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', row.entry_id).execute()
  if (ownerId !== null && ownerId !== row.owner_id) {
    await follows(act, row.entry_id, [ownerId], 'chosen')
    await tell(act, { key: `page-owned:${act.newId()}`, kind: 'page', source: OWNED, subjectId: row.entry_id, conversationId: row.entry_id, spaceId: row.space_id, readers: [{ personId: ownerId, standing: 'mentioned' }] })
  }
  await keepReminder(act, row.entry_id)
  await changed(act, row, 'page.changed')
  return viewPage(act, number)
}

async function expiryOf(act: Act, row: PageRow, reviewDays: number | null): Promise<string | null> {
  if (row.verified_at === null || row.verified_by === null) return null
  return expiresOn(row.verified_at, (await namesOf(act, [row.verified_by])).get(row.verified_by)?.zone ?? 'UTC', reviewDays)
}
