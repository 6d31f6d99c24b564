import type { Act } from '#server/platform/act.ts'
import { json } from '#server/platform/db/columns.ts'
import { sql } from 'kysely'
import type { Placed } from './alone.ts'
import type { Row } from './load.ts'
import { keyOf } from './parts.ts'
import type { How, Part } from './parts.ts'
import { deepIds, unreadable } from './read-file.ts'
import type { ReadFile } from './read-file.ts'

/** One entry that is being taken from its file. */
export type Taking = {
  act: Act; file: ReadFile; entryId: string; spaceId: string; authorId: string; at: string; placed: Placed
  /** The id of an entry by its number; null where it is not here. */
  entry(number: number): string | null
  /** A text with its links to attached files as they go here. */
  text(text: string): string
}

/** Columns that every row of a table has and that follow from its entry. */
const FOLLOWING: Readonly<Record<string, (taking: Taking) => Row>> = {
  thread: ({ spaceId, authorId, at, file, text }) => ({ space_id: spaceId, author_id: authorId, undo_until: at, body: text(file.front['page'] === undefined ? file.text : '') }),
  page: ({ file }) => ({ text: file.text }),
  baton: ({ spaceId }) => ({ space_id: spaceId }),
  decision_source: ({ spaceId }) => ({ space_id: spaceId }),
  checkin_prompt: () => ({ prefill: '{}' }),
}

/** Rows of a part as they stand in the front matter. */
function rowsIn({ file }: Taking, part: Part): Row[] {
  const given = file.front[part.name]
  const rows: unknown[] = part.one ? [given] : Array.isArray(given) ? given : [null]
  return rows.map((row) => {
    if (typeof row !== 'object' || row === null) throw unreadable(file.path, `has ${part.name} that cannot be read.`)
    return { ...row }
  })
}

function columnsOf(taking: Taking, part: Part, row: Row): Row {
  const values: Row = {}
  for (const [column, how] of Object.entries(part.columns)) {
    const value = how.startsWith('text:') ? textOf(taking, `${part.name}.${keyOf(column)}`) : row[keyOf(column)]
    if (value !== undefined && value !== null) values[column] = valueOf(taking, how, value)
  }
  return values
}

export function valueOf({ placed, entry, file, text }: Taking, how: How, value: unknown): unknown {
  if (how === 'person') return placed.person(value)
  if (how === 'entry') return entry(Number(value))
  if (how === 'json') return json(deepIds(value, placed.person, text))
  if (how.startsWith('text:') || typeof value === 'string') return text(String(value))
  if (typeof value === 'object') throw unreadable(file.path, 'has a list where there must be a word.')
  return value
}

const textOf = ({ file }: Taking, of: string): string | undefined => file.sections.find(({ about }) => about['of'] === of)?.text

async function insertRow({ act, file }: Taking, table: string, values: Row): Promise<void> {
  const given = Object.entries({ workspace_id: act.actor.workspaceId, ...values }).filter(([, value]) => value !== undefined)
  if (given.some(([, value]) => typeof value === 'object' && value !== null)) throw unreadable(file.path, 'holds something that cannot be.')
  await sql`insert into ${sql.table(table)} (${sql.join(given.map(([name]) => sql.ref(name)))}) values (${sql.join(given.map(([, value]) => value))})`.execute(act.tx)
}

/** The row that others point at, with what it points at itself still open. */
export async function insertShell(taking: Taking, part: Part): Promise<void> {
  const [row = {}] = rowsIn(taking, part)
  const values = Object.fromEntries(Object.entries(columnsOf(taking, part, row)).filter(([column]) => part.columns[column] !== 'entry'))
  await insertRow(taking, part.table, { [part.by]: taking.entryId, ...FOLLOWING[part.table]?.(taking), ...values })
  await keepVersion(taking, part, values)
}

/** What a decision or page says now, as the one version of it that an export holds. */
async function keepVersion(taking: Taking, { name, columns }: Part, values: Row): Promise<void> {
  const { file, entryId, authorId, at } = taking
  if (name === 'decision') await insertRow(taking, 'decision_version', { decision_id: entryId, version: values['version'] ?? 1, revision: values['revision'] ?? 0, content: values['content'], by_id: authorId, at })
  if (name === 'page' && 'edited_by' in columns) await insertRow(taking, 'page_version', { page_id: entryId, version: values['version'] ?? 1, title: file.front['title'], text: file.text, by_id: values['edited_by'], at: values['edited_at'], how: 'imported' })
}

/** Points the row at the entries that are here now, and gives its texts the links to files that were uploaded. */
export async function updateShell(taking: Taking, part: Part): Promise<void> {
  const { file, text } = taking
  const [row = {}] = rowsIn(taking, part)
  const standing = Object.fromEntries(Object.entries(columnsOf(taking, part, row)).filter(([, value]) => value !== null))
  const worded = part.name === 'page' ? { text: text(file.text) } : part.name === 'thread' && file.front['page'] === undefined ? { body: text(file.text) } : {}
  await updateRow(taking, part.table, part.by, { ...standing, ...worded })
  if (part.name === 'page') await updateRow(taking, 'page_version', 'page_id', worded)
  if (part.name === 'decision' && standing['content'] !== undefined) await updateRow(taking, 'decision_version', 'decision_id', { content: standing['content'] })
}

async function updateRow({ act, entryId }: Taking, table: string, by: string, values: Row): Promise<void> {
  const set = Object.entries(values)
  if (set.length > 0) await sql`update ${sql.table(table)} set ${sql.join(set.map(([name, value]) => sql`${sql.ref(name)} = ${value}`))} where workspace_id = ${act.actor.workspaceId} and ${sql.ref(by)} = ${entryId}`.execute(act.tx)
}

/** All rows of a part. Those that point at an entry which is not here are left out. */
export async function insertPart(taking: Taking, part: Part): Promise<void> {
  for (const row of rowsIn(taking, part)) {
    const values = columnsOf(taking, part, row)
    if (!part.one && Object.values(values).includes(null)) continue
    await insertRow(taking, part.table, { ...(part.of === undefined && { [part.by]: taking.entryId }), ...FOLLOWING[part.table]?.(taking), ...values })
  }
}
