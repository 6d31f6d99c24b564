import type { Compared } from '#domain/search/likeness.ts'
import type { Act } from '#server/platform/act.ts'
import { sql } from 'kysely'
import { countsOf, readCounts } from './counts.ts'

/** How much of a text is compared with a question: what a long one is about stands at its beginning. Unit: characters. */
const COMPARED = 3000

/** The beginnings of these texts. */
export async function beginningsOf({ tx, actor }: Pick<Act, 'tx' | 'actor'>, ids: readonly string[]): Promise<Compared[]> {
  const { rows } = await sql<Compared>`select x.id, left(x.title || ' ' || x.body, ${COMPARED}) as text from entry_text x where x.workspace_id = ${actor.workspaceId} and x.id = any(${[...ids]}::uuid[])`.execute(tx)
  return rows
}

/** How often each lexeme, or each of these, stands in these texts, by their ids. */
export async function wordsOfTexts({ tx, actor }: Pick<Act, 'tx' | 'actor'>, ids: readonly string[], lexemes?: readonly string[]): Promise<Map<string, Record<string, number>>> {
  const counts = lexemes === undefined ? sql<string>`x.words::text` : countsOf(sql`x.words`, lexemes)
  const { rows } = await sql<{ id: string; counts: string }>`select x.id, ${counts} as counts from entry_text x where x.workspace_id = ${actor.workspaceId} and x.id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, readCounts(row.counts)]))
}
