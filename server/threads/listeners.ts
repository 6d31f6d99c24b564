import { withdraw } from '#server/attention/public.ts'
import type { Listener } from '#server/platform/act.ts'

const NOTHING = '00000000-0000-0000-0000-000000000000'
const entryOf = (payload: Record<string, unknown> | undefined): string => String(payload?.['entryId'] ?? NOTHING)

/** An entry was hidden: its thread leaves every list, and what waits to be told of it stays here. */
const onDeleted: Listener = async (act, { payload }) => {
  const id = entryOf(payload)
  const hidden = await act.tx.updateTable('thread').set({ deleted_at: act.now }).where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', id).executeTakeFirst()
  if (hidden.numUpdatedRows === 0n) return
  for (const source of ['threads.thread', 'threads.change']) await withdraw(act, { source, subjectIds: [id], reason: 'deleted' })
}

const onRestored: Listener = async (act, { payload }) => {
  await act.tx.updateTable('thread').set({ deleted_at: null }).where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', entryOf(payload)).execute()
}

export const threadListeners = { 'entry.deleted': onDeleted, 'entry.restored': onRestored }
