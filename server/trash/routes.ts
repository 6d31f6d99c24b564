import { goesAt } from '#domain/trash/kept.ts'
import type { Act, Listener } from '#server/platform/act.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { ENTRY, purgeEntry, purgeReply, REPLY } from './purge.ts'

const idIn = (payload: Record<string, unknown> | undefined, name: string): string => String(payload?.[name] ?? '')

const onDeleted: Listener = async (act, { payload }) => {
  const entryId = idIn(payload, 'entryId')
  await act.timer({ kind: ENTRY, key: entryId, at: goesAt(act.now), payload: { entryId } })
}
const onRestored: Listener = (act, { payload }) => act.dropTimer(ENTRY, idIn(payload, 'entryId'))

/** A reply was edited, deleted, or brought back. */
const onReply: Listener = async (act, { payload }) => {
  const replyId = idIn(payload, 'replyId')
  const deletedAt = await deletedReply(act, replyId)
  if (deletedAt === null) await act.dropTimer(REPLY, replyId)
  else await act.timer({ kind: REPLY, key: replyId, at: goesAt(deletedAt), payload: { replyId } })
}

async function deletedReply(act: Act, replyId: string): Promise<Temporal.Instant | null> {
  if (replyId === '') return null
  const row = await act.tx.selectFrom('reply').select('deleted_at').where('workspace_id', '=', act.actor.workspaceId).where('id', '=', replyId).executeTakeFirst()
  return row?.deleted_at ?? null
}

/** What was deleted goes after 30 days (ADR 0034). */
export const trash: Feature = {
  name: 'trash',
  routes: [],
  timers: { [ENTRY]: purgeEntry, [REPLY]: purgeReply },
  listens: { 'entry.deleted': onDeleted, 'entry.restored': onRestored, 'reply.changed': onReply },
}
