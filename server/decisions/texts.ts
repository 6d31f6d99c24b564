import type { Act } from '#server/platform/act.ts'
import { wordsOf } from './insert.ts'

/** What decisions say, as Markdown without their titles, by entry, whoever may see them. For Longhand itself. */
export async function decisionTexts({ tx, actor }: Pick<Act, 'tx' | 'actor'>, entryIds: readonly string[]): Promise<Map<string, string>> {
  if (entryIds.length === 0) return new Map()
  const rows = await tx.selectFrom('decision').select(['entry_id', 'content']).where('workspace_id', '=', actor.workspaceId).where('entry_id', 'in', [...entryIds]).execute()
  return new Map(rows.map((row) => [row.entry_id, wordsOf(row.content)]))
}
