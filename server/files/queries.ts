import type { EntryRights, FileRights } from '#domain/policy.ts'
import type { Act } from '#server/platform/act.ts'
import { placeOf } from '#server/spaces/public.ts'

type Reader = Pick<Act, 'tx' | 'actor'>

/** A file that is whole, with what rights over it depend on, whether or not they are there. */
export type FileFound = {
  id: string; ownerId: string; name: string; size: number; type: string; sha256: string; state: 'loose' | 'used'
  createdAt: Temporal.Instant; deletedAt: Temporal.Instant | null; rights: FileRights
  /** Spaces whose readers see it. */
  spaceIds: string[]
}

/** Files by id, deleted ones among them; without those that are still arriving or about to go. Three keys are read for each. */
export async function filesById(act: Reader, ids: readonly string[], lock: 'for update' | 'unlocked' = 'unlocked'): Promise<Map<string, FileFound>> {
  const { workspaceId } = act.actor
  if (ids.length === 0) return new Map()
  const rows = await act.tx.selectFrom('file').select(['id', 'owner_id', 'name', 'size', 'type', 'sha256', 'state', 'created_at', 'deleted_at'])
    .where('workspace_id', '=', workspaceId).where('id', 'in', [...ids]).where('state', 'in', ['loose', 'used'])
    .orderBy('id').$if(lock === 'for update', (query) => query.forUpdate()).execute()
  const uses = await usesOf(act, rows.map((row) => row.id))
  return new Map(rows.map((row) => {
    const own = uses.filter((use) => use.fileId === row.id)
    const rights = { workspaceId, ownerId: row.owner_id, deleted: row.deleted_at !== null, uses: own }
    return [row.id, {
      id: row.id, ownerId: row.owner_id, name: row.name, size: row.size, type: row.type, sha256: row.sha256.toString('hex'),
      state: row.state === 'used' ? 'used' : 'loose', createdAt: row.created_at, deletedAt: row.deleted_at, rights,
      spaceIds: [...new Set(own.flatMap((use) => use.hidden ? [] : use.entry.place?.id ?? []))],
    } satisfies FileFound]
  }))
}

type Use = { fileId: string; entryId: string; replyId: string | null; byId: string; hidden: boolean; entry: EntryRights }

/** Where files are used, and who may see each place. Index: file_use_once. */
async function usesOf(act: Reader, fileIds: readonly string[]): Promise<Use[]> {
  if (fileIds.length === 0) return []
  const rows = await usesWithRights(act).where('u.file_id', 'in', [...fileIds]).orderBy('u.id').execute()
  return rows.map((row) => useOf(act, row))
}

export type FileInText = Use & { file: Pick<FileFound, 'id' | 'ownerId' | 'name' | 'size' | 'type'> }

/** The files of openings and of replies, in the order in which they were put there. Indexes: file_use_of_entry, file_use_of_reply. */
export async function filesInTexts(act: Reader, { entryIds = [], replyIds = [] }: { entryIds?: readonly string[]; replyIds?: readonly string[] }): Promise<FileInText[]> {
  if (entryIds.length === 0 && replyIds.length === 0) return []
  const rows = await usesWithRights(act)
    .innerJoin('file as f', (join) => join.onRef('f.workspace_id', '=', 'u.workspace_id').onRef('f.id', '=', 'u.file_id'))
    .select(['f.owner_id', 'f.name', 'f.size', 'f.type']).where('f.deleted_at', 'is', null).where('u.hidden_at', 'is', null)
    .where((is) => is.or([
      ...entryIds.length > 0 ? [is.and([is('u.entry_id', 'in', [...entryIds]), is('u.reply_id', 'is', null)])] : [],
      ...replyIds.length > 0 ? [is('u.reply_id', 'in', [...replyIds])] : [],
    ])).orderBy('u.id').execute()
  return rows.map((row) => ({ ...useOf(act, row), file: { id: row.file_id, ownerId: row.owner_id, name: row.name, size: row.size, type: row.type } }))
}

function usesWithRights({ tx, actor }: Reader) {
  return tx.selectFrom('file_use as u')
    .innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'u.workspace_id').onRef('e.id', '=', 'u.entry_id'))
    .leftJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 'e.workspace_id').onRef('s.id', '=', 'e.space_id'))
    .select(['u.file_id', 'u.entry_id', 'u.reply_id', 'u.added_by', 'u.hidden_at', 'e.author_id', 'e.deleted_at', 'e.space_id', 's.visibility', 's.archived_at'])
    .where('u.workspace_id', '=', actor.workspaceId)
}
type UseRow = Awaited<ReturnType<ReturnType<typeof usesWithRights>['executeTakeFirstOrThrow']>>

function useOf({ actor: { workspaceId } }: Reader, row: UseRow): Use {
  const place = row.space_id && row.visibility ? placeOf(workspaceId, { id: row.space_id, visibility: row.visibility, archived_at: row.archived_at }) : null
  return {
    fileId: row.file_id, entryId: row.entry_id, replyId: row.reply_id, byId: row.added_by, hidden: row.hidden_at !== null,
    entry: { workspaceId, authorId: row.author_id, deleted: row.deleted_at !== null, place },
  }
}
