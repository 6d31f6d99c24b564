import { SOON_DAYS } from '#domain/pages/reminders.ts'
import { dayNumber, isoDate } from '#domain/time/dates.ts'
import { localDate } from '#domain/time/local.ts'
import { isSeen, selectPages } from '#server/pages/public.ts'
import { namesOf } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { lookSentence } from './items.ts'

export type OwedPage = { number: number; title: string; spaceId: string; spaceName: string; verifiedAt: Temporal.Instant; verifiedById: string | null; verifiedByName: string; sentence: string }
/** Nobody owes more at once; others come up as these are done. */
const MANY = 100

/** Pages that the actor is to look at again, the first to run out first. Indexes: page_minded, page_expiring. */
export async function pagesOwedBy(act: Pick<Act, 'tx' | 'actor' | 'now'>): Promise<OwedPage[]> {
  const { personId, zone } = act.actor
  const until = isoDate(dayNumber(localDate(act.now, zone)) + SOON_DAYS)
  const rows = await selectPages(act).where('p.expires_on', '<=', until).where('s.archived_at', 'is', null)
    .where((is) => is.or([is('p.owner_id', '=', personId), is.and([is('p.owner_id', 'is', null), is('p.verified_by', '=', personId)])]))
    .orderBy('p.expires_on').orderBy('p.entry_id').limit(MANY).execute()
  const seen = rows.filter((row) => isSeen(act, row))
  const names = await namesOf(act, seen.flatMap((row) => row.verified_by ?? []))
  return seen.map((row) => ({
    number: row.number, title: row.title, spaceId: row.space_id, spaceName: row.space_name, verifiedAt: row.verified_at ?? row.edited_at, verifiedById: row.verified_by,
    verifiedByName: names.get(row.verified_by ?? '')?.name ?? '', sentence: lookSentence(act, row, names),
  }))
}
