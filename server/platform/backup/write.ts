import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '#domain/refusal.ts'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Migration } from '../db/migrate.ts'
import { FileLost } from '../files/store.ts'
import type { FileStore } from '../files/store.ts'
import { FORMAT, HEAD, KIND, MANIFEST } from './manifest.ts'
import type { Head, Manifest } from './manifest.ts'
import { PIECE_BYTES, writePieces } from './pieces.ts'
import type { PutPiece } from './pieces.ts'
import { fileLine, newRowSum } from './row-sum.ts'
import type { RowSum } from './row-sum.ts'
import { copyOut, PLAIN_TEXT, presentTables } from './tables.ts'
import type { Table } from './tables.ts'

export type BackupOptions = {
  url: string
  /** Where it is written; a name that does not exist yet, unless `replace`. */
  path: string
  /** Where bytes of files are read; null leaves them out. */
  files: FileStore | null
  withSecrets: boolean
  replace?: boolean
  now: Temporal.Instant
  /** The migrations that this program knows. */
  migrations: readonly Migration[]
}

export type BackedUp = { path: string; bytes: number; manifest: Manifest }

/**
 * Writes everything that a database holds into one file: of one moment, however busy the server is, since all tables are
 * read in one `repeatable read` transaction. Files never change under their id; one that leaves meanwhile is named as lost.
 *
 * @throws {Refusal} `conflict` where the file is there already, `not_found` where its folder is not, or the database holds nothing of Longhand
 */
export async function makeBackup(options: BackupOptions): Promise<BackedUp> {
  checkPlace(options)
  const client = new pg.Client({ connectionString: options.url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(`${PLAIN_TEXT}; begin isolation level repeatable read read only`)
    const tables = await presentTables(client, options.migrations)
    if (!tables.some(({ name }) => name === 'instance')) throw new Refusal('not_found', 'This database holds nothing of Longhand.', 'Check DATABASE_URL, or LONGHAND_DATA.')
    let manifest: Manifest | null = null
    const bytes = await writePieces(options.path, options.now, async (put) => { manifest = await putAll(client, tables, options, put) })
    if (!manifest) throw new Error('The backup ended without its manifest.')
    return { path: options.path, bytes, manifest }
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Before any work: whether a file can be written there. @throws {Refusal} saying what stands in the way */
export function checkPlace({ path, replace }: Pick<BackupOptions, 'path' | 'replace'>): void {
  const folder = dirname(path)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw new Refusal('not_found', `There is no folder ${folder}.`, 'Make it first, or name a file in another folder.')
  try { accessSync(folder, constants.W_OK) } catch { throw new Refusal('not_allowed', `Nothing can be written into the folder ${folder}.`, 'Name a file in another folder, or run this as somebody who may write there.') }
  if (replace !== true && existsSync(path)) throw new Refusal('conflict', `${path} is there already.`, 'Name another file, or write over it with --replace.')
}

async function putAll(client: pg.Client, tables: readonly Table[], { files, withSecrets, now }: BackupOptions, put: PutPiece): Promise<Manifest> {
  const head = await headOf(client, { withFiles: files !== null, withSecrets, now })
  await put(HEAD, asJson(head))
  const told: Manifest['tables'] = {}
  for (const table of tables) told[table.name] = await putTable(client, table, withSecrets, put)
  const kept = files === null ? { rows: 0, hash: newRowSum().content().hash, bytes: 0, lost: [] } : await putFiles(client, files, put)
  const { lost, ...counted } = kept
  const manifest: Manifest = { ...head, tables: told, sequences: await sequences(client, tables), files: counted, lost }
  await put(MANIFEST, asJson(manifest))
  return manifest
}

const asJson = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`)

async function headOf(client: pg.Client, { withFiles, withSecrets, now }: { withFiles: boolean; withSecrets: boolean; now: Temporal.Instant }): Promise<Head> {
  const { rows: [server] } = await client.query<{ version: number }>("select current_setting('server_version_num')::int / 10000 as version")
  const { rows: migrations } = await client.query<{ name: string; checksum: string }>('select name, checksum from migration order by name')
  return { kind: KIND, format: FORMAT, madeAt: now.toString(), postgres: server?.version ?? 0, migrations, withFiles, withSecrets }
}

async function putTable(client: pg.Client, table: Table, withSecrets: boolean, put: PutPiece): Promise<Manifest['tables'][string]> {
  const sum = newRowSum()
  const pieces = await putStream(client.query(copyTo(copyOut(table, withSecrets))), `tables/${table.name}`, put, (bytes) => sum.add(bytes))
  return { columns: table.columns, ...sum.content(), pieces }
}

/** Cuts a stream into pieces. @returns how many */
async function putStream(stream: AsyncIterable<unknown>, name: string, put: PutPiece, look: (bytes: Buffer) => void): Promise<number> {
  let pieces = 0
  let waiting: Buffer[] = []
  let size = 0
  const flush = async () => {
    pieces += 1
    await put(`${name}/${String(pieces).padStart(6, '0')}`, Buffer.concat(waiting))
    waiting = []
    size = 0
  }
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    look(chunk)
    waiting.push(chunk)
    size += chunk.length
    if (size >= PIECE_BYTES) await flush()
  }
  if (size > 0) await flush()
  return pieces
}

/** How many rows of files are asked for at once. */
const FILES_AT_ONCE = 500
const FIRST_ID = '00000000-0000-0000-0000-000000000000'
type FileRow = { workspace_id: string; id: string; sha256: Buffer }

async function putFiles(client: pg.Client, store: FileStore, put: PutPiece): Promise<Manifest['files'] & { lost: string[] }> {
  const sum = newRowSum()
  const told = { bytes: 0, lost: [] as string[] }
  for (let after = [FIRST_ID, FIRST_ID]; ;) {
    const { rows } = await client.query<FileRow>("select workspace_id, id, sha256 from file where (workspace_id, id) > ($1, $2) and state in ('loose', 'used') order by workspace_id, id limit $3", [...after, FILES_AT_ONCE])
    for (const row of rows) {
      const { bytes, whole } = await putFile(store, row, put, sum)
      told.bytes += bytes
      if (!whole) told.lost.push(row.id)
    }
    const last = rows.at(-1)
    if (!last || rows.length < FILES_AT_ONCE) return { ...sum.content(), ...told }
    after = [last.workspace_id, last.id]
  }
}

/** Bytes that changed are kept as they are; `whole` says whether they are those that were put there. */
async function putFile(store: FileStore, { id, sha256 }: FileRow, put: PutPiece, sum: RowSum): Promise<{ bytes: number; whole: boolean }> {
  const stream = await store.open(id).catch((error: unknown) => {
    if (error instanceof FileLost) return null
    throw error
  })
  if (!stream) return { bytes: 0, whole: false }
  const hash = createHash('sha256')
  let size = 0
  await putStream(stream, `files/${id}`, put, (bytes) => { hash.update(bytes); size += bytes.length })
  if (size === 0) return { bytes: 0, whole: false }
  const found = hash.digest('hex')
  sum.add(fileLine({ id, size, sha256: found }))
  return { bytes: size, whole: found === sha256.toString('hex') }
}

/** Numbers that were given out already are not given out again. */
async function sequences(client: pg.Client, tables: readonly Table[]): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string; last: string }>(`
    select p.sequencename as name, p.last_value::text as last from pg_sequences p where p.schemaname = current_schema() and p.last_value is not null and exists (
      select from pg_depend d join pg_class t on t.oid = d.refobjid
      where d.objid = quote_ident(p.sequencename)::regclass and d.deptype in ('i', 'a') and t.relname = any($1)) order by 1`, [tables.map(({ name }) => name)])
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]))
}
