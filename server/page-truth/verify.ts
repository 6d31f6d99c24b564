import type { InputOf } from '#contract/operation.ts'
import type { verifyPage } from '#contract/page-truth.ts'
import type { PageView } from '#contract/pages.ts'
import { REVIEW_DAYS } from '#domain/pages/kinds.ts'
import { expiresOn } from '#domain/pages/truth.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { changed, pageForChange, viewPage } from '#server/pages/public.ts'
import type { PageRow } from '#server/pages/public.ts'
import type { Act } from '#server/platform/act.ts'
import { keepReminder } from './reminders.ts'

/**
 * Says that a page is true today. How long that holds: as said now, as said before, or as is usual for its kind.
 * @throws {Refusal} `conflict` where it reads otherwise by now, since nobody verifies what they have not read
 */
export async function verify(act: Act, { number, version, against, reviewDays: wanted }: InputOf<typeof verifyPage>): Promise<PageView> {
  const row = await pageForChange(act, number)
  if (version !== row.version) throw new Refusal('conflict', said`#${number} was edited since you read it.`, said`Read what changed, and verify it then.`)
  const reviewDays = wanted === undefined ? daysOf(row) : wanted
  await act.tx.updateTable('page').set({
    verified_at: act.now, verified_by: act.actor.personId, verified_version: version, verified_against: against.trim(), review_days: reviewDays, expires_on: expiresOn(act.now, act.actor.zone, reviewDays),
  }).where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', row.entry_id).execute()
  await keepReminder(act, row.entry_id, { done: true })
  await changed(act, row, 'page.changed')
  return viewPage(act, number)
}

const daysOf = (row: PageRow): number | null => row.review_days ?? (row.verified_at === null ? REVIEW_DAYS[row.kind] ?? null : null)
