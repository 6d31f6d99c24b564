import type { Compared } from '#domain/search/likeness.ts'
import type { Act } from '#server/platform/act.ts'
import { sql } from 'kysely'

/** How much of a text is compared with a question: what a long one is about stands at its beginning. Unit: characters. */
const COMPARED = 3000

/** The beginnings of these texts. */
export async function beginningsOf({ tx, actor }: Pick<Act, 'tx' | 'actor'>, ids: readonly string[]): Promise<Compared[]> {
  const { rows } = await sql<Compared>`select x.id, left(x.title || ' ' || x.body, ${COMPARED}) as text from entry_text x where x.workspace_id = ${actor.workspaceId} and x.id = any(${[...ids]}::uuid[])`.execute(tx)
  return rows
}

/** How often each lexeme, or each of these, stands in these texts, by their ids. */
export async function wordsOfTexts({ tx, actor }: Pick<Act, 'tx' | 'actor'>, ids: readonly string[], lexemes?: readonly string[]): Promise<Map<string, Record<string, number>>> {
  const { rows } = await sql<{ id: string; counts: Record<string, number> | null }>`
    select x.id, (select jsonb_object_agg(u.lexeme, cardinality(u.positions)) from unnest(x.words) u ${lexemes === undefined ? sql`` : sql`where u.lexeme = any(${[...lexemes]}::text[])`}) as counts from entry_text x
    where x.workspace_id = ${actor.workspaceId} and x.id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.counts ?? {}]))
}
