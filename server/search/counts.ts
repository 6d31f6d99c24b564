import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

/**
 * How often lexemes stand in a text, as PostgreSQL writes what is left of its `tsvector` when only they are kept: they are given a
 * weight that nothing else has. Taking each text apart into rows instead cost ten times as much.
 */
export const countsOf = (words: RawBuilder<unknown>, lexemes: readonly string[]): RawBuilder<string> => sql<string>`ts_filter(setweight(${words}, 'C', ${[...lexemes]}::text[]), '{c}')::text`

const LEXEME = /'((?:[^'\\]|''|\\\\)+)'(?::([\d,A-D]+))?/g

/** @param written a `tsvector` as text: `'ledger':3,17A 'window':5` */
export function readCounts(written: string): Record<string, number> {
  const counts: Record<string, number> = Object.create(null) as Record<string, number>
  for (const [, quoted = '', places = ''] of written.matchAll(LEXEME)) {
    const lexeme = quoted.includes("'") || quoted.includes('\\') ? quoted.replaceAll("''", "'").replaceAll('\\\\', '\\') : quoted
    let many = 1
    for (let at = places.indexOf(','); at >= 0; at = places.indexOf(',', at + 1)) many += 1
    counts[lexeme] = many
  }
  return counts
}
