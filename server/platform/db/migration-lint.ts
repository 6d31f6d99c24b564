type Rule = { says: string; breaks(statement: string): boolean }

const matches = (pattern: RegExp) => (statement: string) => pattern.test(statement)

/** Text that only a newer PostgreSQL understands than the oldest one we support, which is 15. */
const NEWER_THAN_15 = new RegExp([
  'uuidv7\\s*\\(', 'uuidv4\\s*\\(', 'any_value\\s*\\(', 'json_table\\s*\\(', 'json_array(agg)?\\s*\\(', 'json_object(agg)?\\s*\\(', 'json_exists\\s*\\(',
  'json_value\\s*\\(', 'json_query\\s*\\(', 'is\\s+(not\\s+)?json\\b', 'without\\s+overlaps', 'not\\s+enforced', 'generated\\s+always\\s+as\\s*\\(.*\\)\\s*virtual',
  'casefold\\s*\\(', 'array_(sort|reverse|shuffle|sample)\\s*\\(', 'merge\\s+into[^;]*returning', '\\d_\\d', '\\b0[xob][0-9a-f]',
].join('|'), 'is')

/** What a migration may never contain, because data or downtime was lost to it elsewhere. */
const RULES: readonly Rule[] = [
  { says: 'TRUNCATE empties a table for good.', breaks: matches(/^\s*truncate\b/i) },
  { says: 'DROP … CASCADE takes things with it that nobody named.', breaks: matches(/\bdrop\b.*\bcascade\b/is) },
  { says: 'DELETE without WHERE empties a table for good.', breaks: (statement) => /\bdelete\s+from\b/i.test(statement) && !/\bwhere\b/i.test(statement) },
  { says: 'An id of 32 bits runs out; use uuid or bigint.', breaks: hasSmallId },
  { says: 'A migration is one transaction already; it may not begin or end one.', breaks: matches(/^\s*(begin|commit|rollback|start\s+transaction)\b/i) },
  { says: 'PostgreSQL 15 does not understand this.', breaks: matches(NEWER_THAN_15) },
]

/** `serial` anywhere, or a small integer as an identity, a primary key, or a column named like an id. */
function hasSmallId(statement: string): boolean {
  const small = '(?:int|int2|int4|integer|smallint)'
  return /\b(?:small)?serial[24]?\b/i.test(statement)
    || new RegExp(`\\b${small}\\b[^,;]*\\b(?:primary\\s+key|generated\\s+(?:always|by\\s+default)\\s+as\\s+identity)`, 'i').test(statement)
    || new RegExp(`\\b(?:id|\\w+_id)\\s+(?:type\\s+)?${small}\\b`, 'i').test(statement)
}

/**
 * What is wrong with a migration: one sentence per finding, with the start of the statement.
 * Looks at the statements only, not at comments and quoted text.
 */
export function lintMigration(sql: string): string[] {
  return withoutTexts(sql).split(';').flatMap((statement) =>
    RULES.filter((rule) => rule.breaks(statement)).map((rule) => `${rule.says} (${startOf(statement)})`))
}

const withoutTexts = (sql: string) => sql.replace(/--[^\n]*|\/\*.*?\*\/|'(?:[^']|'')*'/gs, (found) => found.startsWith("'") ? "''" : ' ')

/** Enough of a statement to find it again. Unit: characters. */
const SHOWN = 60
const startOf = (statement: string) => statement.trim().replace(/\s+/g, ' ').slice(0, SHOWN)
