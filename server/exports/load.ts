import { isHidden } from '#domain/decisions/hidden.ts'
import { sql } from 'kysely'
import type { Looker } from './cast.ts'
import { PARTS, REPLY_COLUMNS } from './parts.ts'
import type { Part } from './parts.ts'

export type Row = Record<string, unknown>
export type EntryRow = { id: string; number: number; kind: string; title: string; tldr: string; word_count: number; space_id: string; author_id: string; published_at: Temporal.Instant; updated_at: Temporal.Instant }
/** An entry with all that hangs on it, as the actor may see it. */
export type Loaded = { entry: EntryRow; body: string; parts: Map<string, Row[]>; replies: Row[]; reactions: Row[]; files: FileRow[] }
export type FileRow = { entry_id: string; reply_id: string | null; added_at: Temporal.Instant; added_by: string; id: string; name: string; size: number; sha256: string }

/** Entries from a number on, in the spaces given; one more than `limit` says that more follow. Index: entry_number. */
export async function entriesAfter({ tx, actor: { workspaceId } }: Looker, { after, spaceIds, limit }: { after: number; spaceIds: readonly string[]; limit: number }): Promise<EntryRow[]> {
  const rows = await tx.selectFrom('entry').select(['id', 'number', 'kind', 'title', 'tldr', 'word_count', 'space_id', 'author_id', 'published_at', 'updated_at'])
    .where('workspace_id', '=', workspaceId).where('number', '>', after).where('deleted_at', 'is', null).where('space_id', 'in', [...spaceIds]).orderBy('number').limit(limit + 1).execute()
  return rows.flatMap(({ space_id, ...row }) => space_id === null ? [] : [{ ...row, space_id }])
}

/** All that these entries are made of, in one query for each kind of row. */
export async function loadAll(act: Looker, entries: readonly EntryRow[]): Promise<Loaded[]> {
  const ids = entries.map(({ id }) => id)
  const parts = await loadParts(act, ids)
  const replies = await repliesOf(act, ids)
  const reactions = await reactionsOf(act, [...ids, ...replies.map(({ id }) => String(id))])
  const files = await filesOf(act, ids)
  const bodies = await bodiesOf(act, ids)
  return entries.map((entry) => {
    const mine = new Map([...parts].map(([name, rows]) => [name, rows.get(entry.id) ?? []]))
    return {
      entry, body: bodies.get(entry.id) ?? '', parts: known(act, mine), replies: replies.filter(({ entry_id: id }) => id === entry.id),
      reactions: reactions.filter(({ subject_id: id }) => id === entry.id || replies.some((reply) => reply['id'] === id && reply['entry_id'] === entry.id)), files: files.filter(({ entry_id: id }) => id === entry.id),
    }
  })
}

/** While a decision hides positions, nobody who has taken none reads those of others, here as everywhere. */
function known({ actor: { personId } }: Looker, parts: Map<string, Row[]>): Map<string, Row[]> {
  const [decision] = parts.get('decision') ?? []
  const positions = parts.get('positions') ?? []
  const standing = positions.filter((row) => row['replaced_at'] === null).map((row) => ({ personId: String(row['person_id']) }))
  if (!decision || !isHidden({ state: decision['state'], positions: standing } as unknown as Parameters<typeof isHidden>[0], decision['hidden_until_mine'] === true, personId)) return parts
  return new Map([...parts].map(([name, rows]) => [name, rows.filter((row) => name === 'positions' ? row['person_id'] === personId : name !== 'decision_steps' || !['took_position', 'lifted'].includes(String(row['kind'])))]))
}

async function loadParts(act: Looker, ids: readonly string[]): Promise<Map<string, Map<string, Row[]>>> {
  const loaded = new Map<string, Map<string, Row[]>>()
  for (const part of PARTS) {
    const parents = part.of === undefined ? null : parentsOf(loaded.get(part.of))
    const rows = await rowsOf(act, part, parents === null ? ids : [...parents.keys()])
    loaded.set(part.name, Map.groupBy(rows, (row) => parents === null ? String(row[part.by]) : parents.get(String(row[part.by])) ?? ''))
  }
  return loaded
}

const parentsOf = (rows: Map<string, Row[]> | undefined): Map<string, string> => new Map([...rows ?? []].flatMap(([entryId, some]) => some.map((row) => [String(row['id']), entryId] as const)))

async function rowsOf({ tx, actor: { workspaceId } }: Looker, { table, by, columns, order }: Part, ids: readonly string[]): Promise<Row[]> {
  if (ids.length === 0) return []
  const names = [...new Set([by, ...Object.keys(columns)])]
  const { rows } = await sql<Row>`select ${sql.join(names.map((name) => sql.ref(name)))} from ${sql.table(table)} where workspace_id = ${workspaceId} and ${sql.ref(by)} = any(${[...ids]}::uuid[]) order by ${sql.join(order.map((name) => sql.ref(name)))}`.execute(tx)
  return rows
}

async function repliesOf({ tx, actor: { workspaceId } }: Looker, ids: readonly string[]): Promise<Row[]> {
  const names = ['entry_id', 'body', ...Object.keys(REPLY_COLUMNS)]
  const { rows } = await sql<Row>`select ${sql.join(names.map((name) => sql.ref(name)))} from reply where workspace_id = ${workspaceId} and entry_id = any(${[...ids]}::uuid[]) and deleted_at is null and not undone order by entry_id, seq`.execute(tx)
  return rows
}

async function reactionsOf({ tx, actor: { workspaceId } }: Looker, ids: readonly string[]): Promise<Row[]> {
  return tx.selectFrom('reaction').select(['subject_id', 'emoji', 'person_id', 'at']).where('workspace_id', '=', workspaceId).where('subject_id', 'in', [...ids]).orderBy('at').orderBy('emoji').orderBy('person_id').execute()
}

/** Files of texts that may be seen: those of deleted replies are hidden with them. Ids come last, since they are others after an import. */
async function filesOf({ tx, actor: { workspaceId } }: Looker, ids: readonly string[]): Promise<FileRow[]> {
  const rows = await tx.selectFrom('file_use as u').innerJoin('file as f', (join) => join.onRef('f.workspace_id', '=', 'u.workspace_id').onRef('f.id', '=', 'u.file_id'))
    .select(['u.entry_id', 'u.reply_id', 'u.added_at', 'u.added_by', 'f.id', 'f.name', 'f.size', 'f.sha256']).where('u.workspace_id', '=', workspaceId).where('u.entry_id', 'in', [...ids])
    .where('u.hidden_at', 'is', null).where('f.deleted_at', 'is', null).where('f.state', '=', 'used').orderBy('u.added_at').orderBy('f.name').orderBy('f.sha256').orderBy('u.reply_id').orderBy('f.id').execute()
  return rows.map((row) => ({ ...row, sha256: row.sha256.toString('hex') }))
}

/** The opening of a thread, or the text of a page; decisions, wraps and check-ins have theirs in their parts. */
async function bodiesOf({ tx, actor: { workspaceId } }: Looker, ids: readonly string[]): Promise<Map<string, string>> {
  const threads = await tx.selectFrom('thread').select(['entry_id', 'body']).where('workspace_id', '=', workspaceId).where('entry_id', 'in', [...ids]).execute()
  const pages = await tx.selectFrom('page').select(['entry_id', 'text']).where('workspace_id', '=', workspaceId).where('entry_id', 'in', [...ids]).execute()
  return new Map([...threads.map((row) => [row.entry_id, row.body] as const), ...pages.map((row) => [row.entry_id, row.text] as const)])
}
