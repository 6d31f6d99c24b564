import type { Act } from '#server/platform/act.ts'
import { sql } from 'kysely'

/** How often each lexeme stands in these texts, by their ids. */
export async function wordsOfTexts({ tx, actor }: Pick<Act, 'tx' | 'actor'>, ids: readonly string[]): Promise<Map<string, Record<string, number>>> {
  const { rows } = await sql<{ id: string; counts: Record<string, number> | null }>`
    select x.id, (select jsonb_object_agg(u.lexeme, cardinality(u.positions)) from unnest(x.words) u) as counts from entry_text x
    where x.workspace_id = ${actor.workspaceId} and x.id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.counts ?? {}]))
}
