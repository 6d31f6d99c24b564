import type { Act } from '#server/platform/act.ts'
import { selectHeads } from './heads.ts'
import type { HeadRow } from './heads.ts'

/**
 * Threads in these spaces that somebody else moved since a moment, the newest first: new ones, and replies in those that
 * the actor follows. What they have read to the end is no news. Index: thread_by_space.
 */
export async function threadNews(act: Pick<Act, 'tx' | 'actor'>, { spaceIds, since, most }: { spaceIds: readonly string[]; since: Temporal.Instant; most: number }): Promise<HeadRow[]> {
  if (spaceIds.length === 0) return []
  const rows = await selectHeads(act).where('t.space_id', 'in', [...spaceIds]).where('t.deleted_at', 'is', null).where('t.active_at', '>', since)
    .where((is) => is.or([is('e.published_at', '>', since), is('m.follow', '=', 'following')])).where((is) => is.or([is('m.follow', 'is', null), is('m.follow', '!=', 'muted')]))
    .orderBy('t.active_at', 'desc').orderBy('t.entry_id', 'desc').limit(most).execute()
  return rows.filter((row) => row.unread > 0)
}
