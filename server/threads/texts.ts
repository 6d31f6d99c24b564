import type { Act } from '#server/platform/act.ts'

type Viewer = Pick<Act, 'tx' | 'actor'>

/** What threads open with, by entry, whoever may see it. For Longhand itself. */
export async function threadTexts({ tx, actor }: Viewer, entryIds: readonly string[]): Promise<Map<string, string>> {
  if (entryIds.length === 0) return new Map()
  const rows = await tx.selectFrom('thread').select(['entry_id', 'body']).where('workspace_id', '=', actor.workspaceId).where('entry_id', 'in', [...entryIds]).execute()
  return new Map(rows.map((row) => [row.entry_id, row.body]))
}

/** The replies of threads that stand, whoever may see them. For Longhand itself. */
export async function replyTexts({ tx, actor }: Viewer, entryIds: readonly string[]): Promise<{ id: string; entryId: string; body: string; authorId: string; at: Temporal.Instant }[]> {
  if (entryIds.length === 0) return []
  const rows = await tx.selectFrom('reply').select(['id', 'entry_id', 'body', 'author_id', 'posted_at']).where('workspace_id', '=', actor.workspaceId).where('entry_id', 'in', [...entryIds])
    .where('deleted_at', 'is', null).orderBy('posted_at').execute()
  return rows.map((row) => ({ id: row.id, entryId: row.entry_id, body: row.body, authorId: row.author_id, at: row.posted_at }))
}
