import { fileLinksIn } from '#domain/files/links.ts'
import { may } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { filesById, filesInTexts } from './queries.ts'
import { removeAt, removeIn } from './timers.ts'
import { linkTo } from './views.ts'
import type { FileLink } from './views.ts'

/** The opening of an entry, or one reply in it. */
type TextOf = { entryId: string; replyId?: string | null }

/** How long a file stays that was taken out of its last text, so that an edit can be undone. Unit: days. */
const TAKEN_OUT_DAYS = 30

/**
 * Lets a text use files: the actor's own that no text uses yet, or such as they may read already. Whoever sees the text
 * then sees them. The caller has made sure that the text is the actor's to write; a file that is there already stays.
 * @throws {Refusal} `not_found` when one of them is not there, or hidden; then none is attached
 */
export async function attach(act: Act, { fileIds, entryId, replyId = null }: TextOf & { fileIds: readonly string[] }): Promise<void> {
  const { workspaceId, personId } = act.actor
  const ids = [...new Set(fileIds)]
  if (ids.length === 0) return
  const files = await filesById(act, ids, 'for update')
  for (const id of ids) {
    const file = files.get(id)
    if (file && may(act.actor, 'file.see', { file: file.rights })) continue
    throw new Refusal('not_found', said`One of the attached files is not there any more, or was never yours to use.`, said`Take it out of the text and attach it again; the text itself is kept.`)
  }
  await act.tx.insertInto('file_use')
    .values(ids.map((id) => ({ workspace_id: workspaceId, id: act.newId(), file_id: id, entry_id: entryId, reply_id: replyId, added_by: personId, added_at: act.now, hidden_at: null })))
    .onConflict((row) => row.columns(['workspace_id', 'file_id', 'entry_id', 'reply_id']).doUpdateSet({ hidden_at: null })).execute()
  await act.tx.updateTable('file').set({ state: 'used' }).where('workspace_id', '=', workspaceId).where('id', 'in', ids).execute()
  for (const id of ids) {
    await act.dropTimer('file.remove', id)
    await readSoon(act, id)
  }
}

/** A text uses these files no more; all of its files where none are named. What no text uses then is its owner's again, for 30 days. */
export async function detach(act: Act, { fileIds, entryId, replyId = null }: TextOf & { fileIds?: readonly string[] }): Promise<void> {
  const { workspaceId } = act.actor
  if (fileIds?.length === 0) return
  let query = act.tx.deleteFrom('file_use').where('workspace_id', '=', workspaceId).where('entry_id', '=', entryId).where('reply_id', replyId === null ? 'is' : '=', replyId)
  if (fileIds) query = query.where('file_id', 'in', [...fileIds])
  const gone = [...new Set((await query.returning('file_id').execute()).map((row) => row.file_id))]
  const unused = [...(await filesById(act, gone, 'for update')).values()].filter((file) => file.rights.uses.length === 0)
  for (const id of gone) await readSoon(act, id)
  for (const { id, deletedAt } of unused) {
    await act.tx.updateTable('file').set({ state: 'loose' }).where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
    if (deletedAt === null) await removeIn(act, id, TAKEN_OUT_DAYS)
  }
}

/**
 * A text is gone for good, or an entry with all of its texts where no reply is named: what no other text uses goes with it as
 * soon as this is committed, without days in which it could be brought back.
 */
export async function forgetFiles(act: Act, { entryId, replyId, except = [] }: { entryId: string; replyId?: string; except?: readonly string[] }): Promise<void> {
  const { workspaceId } = act.actor
  let query = act.tx.deleteFrom('file_use').where('workspace_id', '=', workspaceId).where('entry_id', '=', entryId)
  if (replyId !== undefined) query = query.where('reply_id', '=', replyId)
  if (except.length > 0) query = query.where('file_id', 'not in', [...except])
  const gone = [...new Set((await query.returning('file_id').execute()).map((row) => row.file_id))]
  for (const { id, rights } of (await filesById(act, gone, 'for update')).values()) {
    await readSoon(act, id)
    if (rights.uses.length > 0) continue
    await act.tx.updateTable('file').set({ state: 'leaving', name: '' }).where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
    await removeAt(act, id, act.now)
  }
}

/**
 * Lets the opening of an entry use exactly the files that its text links to, as far as they are the actor's to use: for texts
 * of several fields, whose files are nowhere but in their words. A link to anything else stays a link.
 */
export async function attachLinked(act: Act, { entryId, text }: { entryId: string; text: string }): Promise<void> {
  const linked = fileLinksIn(text)
  const used = new Set((await filesInTexts(act, { entryIds: [entryId] })).map((use) => use.fileId))
  await detach(act, { fileIds: [...used].filter((id) => !linked.includes(id)), entryId })
  const fresh = await filesById(act, linked.filter((id) => !used.has(id)))
  await attach(act, { fileIds: [...fresh.values()].filter((file) => may(act.actor, 'file.see', { file: file.rights })).map(({ id }) => id), entryId })
}

/** Search reads a file, or forgets it, right after the commit: which texts show it is another than before. */
const readSoon = (act: Act, fileId: string): Promise<void> => act.timer({ kind: 'search.file', key: fileId, at: act.now, payload: { fileId } })

/** While a reply is deleted, its files are nobody's to read; they come back with it. An entry that is deleted needs no telling. */
export async function hideFiles(act: Act, { replyId, hidden }: { replyId: string; hidden: boolean }): Promise<void> {
  const rows = await act.tx.updateTable('file_use').set({ hidden_at: hidden ? act.now : null }).where('workspace_id', '=', act.actor.workspaceId).where('reply_id', '=', replyId).returning('file_id').execute()
  for (const row of rows) await readSoon(act, row.file_id)
}

/** Replies went to another entry, and the right to their files with them. */
export async function moveFiles(act: Act, { replyIds, entryId }: { replyIds: readonly string[]; entryId: string }): Promise<void> {
  if (replyIds.length === 0) return
  await act.tx.updateTable('file_use').set({ entry_id: entryId }).where('workspace_id', '=', act.actor.workspaceId).where('reply_id', 'in', [...replyIds]).execute()
}

/** The files of these openings and replies that the actor may see, in the order in which they were put there. */
export async function filesOf(act: Pick<Act, 'tx' | 'actor'>, texts: { entryIds?: readonly string[]; replyIds?: readonly string[] }): Promise<{ entryId: string; replyId: string | null; file: FileLink }[]> {
  const found = await filesInTexts(act, texts)
  return found.filter((use) => may(act.actor, 'file.see', { file: { workspaceId: act.actor.workspaceId, ownerId: use.file.ownerId, deleted: false, uses: [use] } }))
    .map(({ entryId, replyId, file }) => ({ entryId, replyId, file: linkTo(file) }))
}
