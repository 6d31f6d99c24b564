import type { Act } from '#server/platform/act.ts'
import { selectPlaced } from './heads.ts'
import type { PlacedRow } from './heads.ts'

/**
 * Threads in these spaces that somebody else moved since a moment, the newest first: new ones, and replies in those that
 * the actor follows. What they have read to the end is no news, and decisions and pages are their own rooms' to tell. Index: thread_by_space.
 */
export async function threadNews(act: Pick<Act, 'tx' | 'actor'>, { spaceIds, since, most }: { spaceIds: readonly string[]; since: Temporal.Instant; most: number }): Promise<PlacedRow[]> {
  if (spaceIds.length === 0) return []
  const rows = await selectPlaced(act).where('t.space_id', 'in', [...spaceIds]).where('t.deleted_at', 'is', null).where('t.stands_in', 'is', null).where('t.active_at', '>', since)
    .where((is) => is.or([is.and([is('e.published_at', '>', since), is('e.kind', 'not in', ['decision', 'page'])]), is('m.follow', '=', 'following')])).where((is) => is.or([is('m.follow', 'is', null), is('m.follow', '!=', 'muted')]))
    .orderBy('t.active_at', 'desc').orderBy('t.entry_id', 'desc').limit(most).execute()
  return rows.filter((row) => row.unread > 0)
}
