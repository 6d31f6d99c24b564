import type { FileView } from '#contract/files.ts'
import { may } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { goesAt, isKept } from '#domain/trash/kept.ts'
import type { Act } from '#server/platform/act.ts'
import { filesById } from './queries.ts'
import type { FileFound } from './queries.ts'
import { removeAt, removeIn } from './timers.ts'
import { LOOSE_DAYS } from './upload.ts'
import { fileFor, noSuchFile, viewFile } from './views.ts'

/** @throws {Refusal} `not_allowed` for somebody else's file, or one that somebody else's text uses */
export async function deleteFile(act: Act, { id }: { id: string }): Promise<{ ok: true }> {
  const file = await fileFor(act, id, 'for update')
  if (!may(act.actor, 'file.delete', { file: file.rights })) {
    throw new Refusal('not_allowed', said`Only the person who put a file here deletes it, and only while no text of somebody else uses it.`, said`Ask them, or take it out of your own text.`)
  }
  await act.tx.updateTable('file').set({ deleted_at: act.now }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
  await removeAt(act, id, goesAt(act.now))
  await tell(act, 'file.deleted', file)
  return { ok: true }
}

/** Brings back what its owner deleted at most 30 days ago, for whoever sees a text that uses it. */
export async function restoreFile(act: Act, { id }: { id: string }): Promise<FileView> {
  const file = (await filesById(act, [id], 'for update')).get(id)
  if (!file?.deletedAt || !may(act.actor, 'file.restore', { file: file.rights })) throw noSuchFile()
  if (!isKept(file.deletedAt, act.now)) throw noSuchFile()
  await act.tx.updateTable('file').set({ deleted_at: null }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
  if (file.state === 'used') await act.dropTimer('file.remove', id)
  else await removeIn(act, id, LOOSE_DAYS)
  await tell(act, 'file.restored', file)
  return viewFile(act, { id })
}

/** Open pages that show the file read again. */
async function tell(act: Act, kind: string, file: FileFound): Promise<void> {
  const payload = { fileId: file.id }
  if (file.spaceIds.length === 0) await act.emit({ kind, personId: file.ownerId, payload })
  for (const spaceId of file.spaceIds) await act.emit({ kind, spaceId, payload })
}
