import type { Follower } from '#domain/threads/readers.ts'
import type { Act } from '#server/platform/act.ts'
import type { Follow, FollowsBecause } from '#server/platform/db/tables/threads.ts'

/** Everybody who decided, or for whom it was decided, whether they are told of a thread. */
export async function followersOf(act: Pick<Act, 'tx' | 'actor'>, threadId: string): Promise<Follower[]> {
  const rows = await act.tx.selectFrom('thread_person').select(['person_id', 'follow', 'muted_until']).where('workspace_id', '=', act.actor.workspaceId)
    .where('entry_id', '=', threadId).where('follow', 'is not', null).orderBy('person_id').execute()
  return rows.flatMap(({ follow, ...row }) => follow === null ? [] : [asFollower({ ...row, follow })])
}

/** A mute that ends only holds things back. */
export const asFollower = ({ person_id, follow, muted_until }: { person_id: string; follow: Follow; muted_until: unknown }): Follower =>
  ({ personId: person_id, follow: muted_until === null ? follow : 'following' })

/** Makes people follow a thread that they have taken part in; what somebody chose themselves stays. */
export async function follows(act: Act, threadId: string, personIds: readonly string[], because: FollowsBecause): Promise<void> {
  if (personIds.length === 0) return
  await act.tx.insertInto('thread_person')
    .values(personIds.map((personId) => ({ workspace_id: act.actor.workspaceId, entry_id: threadId, person_id: personId, follow: 'following' as const, because })))
    .onConflict((row) => row.columns(['workspace_id', 'entry_id', 'person_id'])
      .doUpdateSet({ follow: 'following', because }).where('thread_person.follow', 'is', null)).execute()
}

/** The author follows what they opened, and has no need to read it. */
export async function authorFollows(act: Act, threadId: string): Promise<void> {
  await act.tx.insertInto('thread_person')
    .values({ workspace_id: act.actor.workspaceId, entry_id: threadId, person_id: act.actor.personId, read_seq: 0, follow: 'following', because: 'author' }).execute()
}
