import type { followThread } from '#contract/threads.ts'
import type { InputOf } from '#contract/operation.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { isBefore } from '#domain/time/spans.ts'
import { replanFor } from '#server/attention/public.ts'
import type { Act, TimerHandler } from '#server/platform/act.ts'
import { threadFor } from './load.ts'

const UNMUTE = 'threads.unmute'
const keyOf = (threadId: string, personId: string): string => `${threadId}:${personId}`

/** Follows, stops or mutes a thread; what waits for the reader is planned again at once. */
export async function follow(act: Act, { number, follow: chosen, until }: InputOf<typeof followThread>): Promise<{ ok: true }> {
  const thread = await threadFor(act, number)
  const mutedUntil = until === null ? null : Temporal.Instant.from(until)
  if (mutedUntil !== null && (chosen !== 'muted' || !isBefore(act.now, mutedUntil))) {
    throw new Refusal('bad_input', said`Only a mute has an end, and it lies ahead.`, said`Choose a later moment, or mute without one.`)
  }
  const { workspaceId, personId } = act.actor
  const values = { follow: chosen, muted_until: mutedUntil, because: 'chosen' as const }
  await act.tx.insertInto('thread_person').values({ workspace_id: workspaceId, entry_id: thread.id, person_id: personId, ...values })
    .onConflict((row) => row.columns(['workspace_id', 'entry_id', 'person_id']).doUpdateSet(values)).execute()
  const key = keyOf(thread.id, personId)
  if (mutedUntil) await act.timer({ kind: UNMUTE, key, at: mutedUntil, payload: { threadId: thread.id, personId } })
  else await act.dropTimer(UNMUTE, key)
  await replanFor(act, [personId])
  await act.emit({ kind: 'thread.changed', personId, payload: { entryId: thread.id, number, threadId: thread.id } })
  return { ok: true }
}

/** A timed mute has ended: they follow again. */
const onUnmute: TimerHandler = async (act, { threadId = '', personId = '' }) => {
  const ended = await act.tx.updateTable('thread_person').set({ follow: 'following', muted_until: null }).where('workspace_id', '=', act.actor.workspaceId)
    .where('entry_id', '=', threadId).where('person_id', '=', personId).where('follow', '=', 'muted').where('muted_until', '<=', act.now).executeTakeFirst()
  if (ended.numUpdatedRows === 0n) return
  await replanFor(act, [personId])
  await act.emit({ kind: 'thread.changed', personId, payload: { entryId: threadId, threadId } })
}

export const followTimers = { [UNMUTE]: onUnmute }
