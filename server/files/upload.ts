import type { FileView } from '#contract/files.ts'
import { cleanFileName } from '#domain/files/name.ts'
import { allow } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import type { Received } from '#server/platform/files/store.ts'
import { removeIn } from './timers.ts'
import { viewFile } from './views.ts'

/** How many files one person may have that no text uses: enough for one long text, too few to keep things here for nobody. */
const UNUSED_MAX = 100
/** How long a file may wait for a text that uses it. Unit: days. */
export const LOOSE_DAYS = 1

/**
 * Before any byte: whether this file may come, a row that stands for it, and the timer that takes it away again.
 * @throws {Refusal} `too_many` when too many files of theirs wait to be used
 */
export async function expectFile(act: Act, { name }: { name: string }): Promise<string> {
  allow(act.actor, 'file.add')
  const { workspaceId, personId } = act.actor
  const { unused } = await act.tx.selectFrom('file').select((is) => is.fn.countAll<number>().as('unused'))
    .where('workspace_id', '=', workspaceId).where('owner_id', '=', personId).where('state', '<>', 'used').executeTakeFirstOrThrow()
  if (Number(unused) >= UNUSED_MAX) {
    throw new Refusal('too_many', said`${UNUSED_MAX} files of yours are used by no text.`, said`Send the texts they belong to; what no text uses goes by itself after a while.`)
  }
  const id = act.newId()
  await act.tx.insertInto('file').values({ workspace_id: workspaceId, id, owner_id: personId, name: cleanFileName(name), state: 'arriving', created_at: act.now, deleted_at: null }).execute()
  await removeIn(act, id, LOOSE_DAYS)
  return id
}

/** The bytes are kept: from now on its owner sees it. */
export async function keepFile(act: Act, id: string, { size, sha256, type }: Received): Promise<FileView> {
  const kept = await act.tx.updateTable('file').set({ state: 'loose', size, sha256: Buffer.from(sha256, 'hex'), type })
    .where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).where('state', '=', 'arriving').executeTakeFirst()
  if (kept.numUpdatedRows !== 1n) throw new Refusal('conflict', said`This upload took longer than a day.`, said`Send it again.`)
  return viewFile(act, { id })
}

/**
 * Nothing came of an upload. Its row is locked first: when a commit was answered by silence, only the row knows whether
 * the file was made after all.
 */
export async function dropFile(act: Act, id: string): Promise<void> {
  const key = { workspaceId: act.actor.workspaceId }
  const row = await act.tx.selectFrom('file').select('id').where('workspace_id', '=', key.workspaceId).where('id', '=', id).where('state', '=', 'arriving').forUpdate().executeTakeFirst()
  if (!row) return
  await act.files.remove(id)
  await act.tx.deleteFrom('file').where('workspace_id', '=', key.workspaceId).where('id', '=', id).execute()
  await act.dropTimer('file.remove', id)
}
