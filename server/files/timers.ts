import type { Act } from '#server/platform/act.ts'
import { failpoint } from '#server/platform/failpoint.ts'

/** How long after a file was made unreachable its bytes go. Unit: minutes. */
const LEAVING_MIN = 1

/** Sets when a file goes unless it is used until then; there is one such moment for each file. */
export function removeIn(act: Act, fileId: string, days: number): Promise<void> {
  return removeAt(act, fileId, act.now.add({ hours: days * 24 }))
}

export const removeAt = (act: Act, fileId: string, at: Temporal.Instant): Promise<void> => act.timer({ kind: 'file.remove', key: fileId, at, payload: { fileId } })

/**
 * Takes away a file that nobody uses, or that was deleted long enough ago: bytes first, then rows, so that no crash in
 * between leaves bytes that nobody knows of. A loose file is made unreachable in a commit of its own before, so that no
 * text can take it while its bytes go. Goes by the id alone.
 */
export async function removeFile(act: Act, { fileId = '' }: Record<string, string>): Promise<void> {
  const { workspaceId } = act.actor
  const row = await act.tx.selectFrom('file').select(['id', 'state', 'deleted_at']).where('workspace_id', '=', workspaceId).where('id', '=', fileId).forUpdate().executeTakeFirst()
  if (!row || (row.state === 'used' && row.deleted_at === null)) return
  if (row.state === 'loose' && row.deleted_at === null) {
    await act.tx.updateTable('file').set({ state: 'leaving' }).where('workspace_id', '=', workspaceId).where('id', '=', row.id).execute()
    await removeAt(act, row.id, act.now.add({ minutes: LEAVING_MIN }))
    return
  }
  await act.files.remove(row.id)
  await failpoint('file.after_remove')
  await act.tx.deleteFrom('file_use').where('workspace_id', '=', workspaceId).where('file_id', '=', row.id).execute()
  await act.tx.deleteFrom('file').where('workspace_id', '=', workspaceId).where('id', '=', row.id).execute()
}
