import { PassThrough } from 'node:stream'
import { finished } from 'node:stream/promises'
import { SIGN_IN_PATH } from '#contract/access.ts'
import { Refusal } from '#domain/refusal.ts'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { newInstanceSecret } from '../instance.ts'
import { freshToken } from '../auth/tokens.ts'
import type { Migration } from '../db/migrate.ts'
import type { FileStore } from '../files/store.ts'
import { newId } from '../ids.ts'
import { readBackup } from './check.ts'
import { damaged, migrationsOf } from './manifest.ts'
import type { Manifest } from './manifest.ts'
import { copyContent, putBack, takeApart } from './shape.ts'
import { copyIn, MIGRATION_TABLE, PLAIN_TEXT, presentTables, RESTORED_TABLE } from './tables.ts'
import type { Table } from './tables.ts'
import { failpoint } from '../failpoint.ts'

export type RestoreOptions = {
  path: string; url: string
  /** Where bytes of files go; null leaves them out. */
  files: FileStore | null
  /** Whether a workspace that is there may go. */
  replace: boolean
  now: Temporal.Instant
  migrations: readonly Migration[]
}

export type Restored = {
  manifest: Manifest
  /** Of a backup without secrets: one-time paths with which its owners sign in. */
  signIn: { name: string; workspace: string; path: string }[]
}

/**
 * Puts a backup into a database. The file is read whole and compared with its manifest before anything is changed; then all
 * of it happens in one transaction, which is read back and compared again before it is committed.
 *
 * @throws {Refusal} `cannot_be_read` for a damaged backup, `conflict` for one of a newer version, for a database in use, or
 * one that holds a workspace already
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const manifest = await readBackup(options.path)
  const migrations = migrationsOf(manifest, options.migrations)
  const client = new pg.Client({ connectionString: options.url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await refuseInUse(client)
    await refuseFull(client, options)
    await client.query(`${PLAIN_TEXT}; begin`)
    const signIn = await load(client, manifest, migrations, options)
    await failpoint('restore.before_commit')
    await client.query('commit')
    await failpoint('restore.after_commit')
    await client.query('analyze').catch(() => undefined)
    return { manifest, signIn }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function refuseInUse(client: pg.Client): Promise<void> {
  const { rows: [others] } = await client.query<{ others: number }>("select count(*)::int as others from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and coalesce(backend_type, 'client backend') = 'client backend'")
  if ((others?.others ?? 0) > 0) throw new Refusal('conflict', 'Other programs are connected to this database, perhaps a Longhand that runs.', 'Stop them, then restore again.')
}

async function refuseFull(client: pg.Client, { replace, migrations }: RestoreOptions): Promise<void> {
  const present = new Set((await presentTables(client, migrations)).map(({ name }) => name))
  if (present.has(MIGRATION_TABLE)) {
    const { rows } = await client.query<{ name: string }>('select name from migration')
    const newer = rows.find(({ name }) => !migrations.some((one) => one.name === name))
    if (newer) throw new Refusal('conflict', `The database here was changed by ${newer.name}, which this version of Longhand does not know.`, 'Use the newer version that wrote it, or an empty database.')
  }
  if (replace || !present.has('workspace')) return
  const { rows: [first] } = await client.query<{ name: string }>('select name from workspace order by created_at limit 1')
  if (first) throw new Refusal('conflict', `The workspace ${first.name} is here already.`, 'Restore into an empty database or data folder, or take its place with --replace.')
}

async function load(client: pg.Client, manifest: Manifest, migrations: readonly Migration[], options: RestoreOptions): Promise<Restored['signIn']> {
  await emptyShape(client, migrations, options.migrations)
  const tables = await presentTables(client, migrations)
  sameShape(tables, manifest)
  const shape = await takeApart(client, tables)
  await fill(client, tables, manifest, options)
  await putBack(client, shape)
  for (const [name, last] of Object.entries(manifest.sequences)) await client.query('select setval(quote_ident($1)::regclass, $2)', [name, last])
  await compare(client, tables, manifest)
  await client.query(`create table ${RESTORED_TABLE} (at timestamptz not null)`)
  await client.query(`insert into ${RESTORED_TABLE} values ($1)`, [options.now.toString()])
  return manifest.withSecrets ? [] : newSecrets(client, options.now)
}

/** The tables as they were when the backup was made; what came later is done by the next start, as for any older database. */
async function emptyShape(client: pg.Client, then: readonly Migration[], all: readonly Migration[]): Promise<void> {
  const present = (await presentTables(client, all)).map(({ name }) => `"${name}"`)
  if (present.length > 0) await client.query(`drop table ${present.join(', ')}`)
  await client.query(`drop table if exists ${RESTORED_TABLE}`)
  await client.query(`create table ${MIGRATION_TABLE} (name text primary key, checksum text not null, applied_at timestamptz not null)`)
  await client.query(then.map(({ sql }) => sql).join(';\n'))
  await client.query(`truncate ${(await presentTables(client, then)).map(({ name }) => `"${name}"`).join(', ')}`)
}

function sameShape(tables: readonly Table[], manifest: Manifest): void {
  const wanted = JSON.stringify(Object.entries(manifest.tables).map(([name, { columns }]) => [name, columns]).toSorted())
  if (JSON.stringify(tables.map(({ name, columns }) => [name, columns]).toSorted()) !== wanted) throw damaged('its tables are not those of the version that it names.')
}

async function fill(client: pg.Client, tables: readonly Table[], manifest: Manifest, { path, files }: RestoreOptions): Promise<void> {
  const named = new Map(tables.map((table) => [table.name, table]))
  const again = await readBackup(path, {
    async table(name) {
      const table = named.get(name)
      if (!table) throw damaged(`nothing knows its table ${name}.`)
      return into(client.query(copyFrom(copyIn(table))))
    },
    ...(files && { file: async (id: string) => intoStore(files, id) }),
  })
  if (JSON.stringify(again) !== JSON.stringify(manifest)) throw new Refusal('conflict', 'The backup was changed while it was read.', 'Nothing was changed. Restore it again once it stays as it is.')
}

function into(stream: NodeJS.WritableStream & { destroy(error?: Error): unknown }) {
  const done = finished(stream)
  done.catch(() => undefined)
  return {
    write: (bytes: Buffer) => Promise.race([done, new Promise<void>((next, fail) => { stream.write(bytes, (error) => error ? fail(error) : next()) })]),
    async close() { stream.end(); await done },
  }
}

function intoStore(store: FileStore, id: string) {
  const bytes = new PassThrough()
  const put = store.put(id, bytes, Number.MAX_SAFE_INTEGER)
  put.catch((error: unknown) => bytes.destroy(error instanceof Error ? error : new Error(String(error))))
  const { write, close } = into(bytes)
  return {
    write: (piece: Buffer) => Promise.race([put.then(() => undefined), write(piece)]),
    async close() { await Promise.all([close(), put]) },
  }
}

/** What the database says it holds now, against what the backup says it held. */
async function compare(client: pg.Client, tables: readonly Table[], manifest: Manifest): Promise<void> {
  for (const table of tables) {
    const { rows, hash } = await copyContent(client, table, manifest.withSecrets)
    const wanted = manifest.tables[table.name]
    if (wanted?.rows !== rows || wanted.hash !== hash) throw new Error(`The table ${table.name} does not hold what the backup says; nothing was changed.`)
  }
}

/** How long an owner has to sign in after a restore without passwords. Unit: hours. */
const SIGN_IN_HOURS = 24

/** A backup without secrets gets new ones, and its owners a way in. */
async function newSecrets(client: pg.Client, now: Temporal.Instant): Promise<Restored['signIn']> {
  await client.query('update instance set secret = $1, webhook_secret = $2', [newInstanceSecret(), newInstanceSecret()])
  const { rows } = await client.query<{ workspace_id: string; id: string; name: string; workspace: string; at: string }>(`
    select p.workspace_id, p.id, p.name, w.name as workspace, coalesce(i.development_clock, $1)::text as at from person p join workspace w on w.id = p.workspace_id, instance i
    where p.role = 'owner' and p.state = 'active' order by w.created_at, p.created_at`, [now.toString()])
  const links: Restored['signIn'] = []
  for (const { workspace_id, id, name, workspace, at } of rows) {
    const { token, hash } = freshToken('magic', workspace_id)
    await client.query(`insert into credential (workspace_id, id, person_id, kind, secret_hash, created_at, expires_at) values ($1, $2, $3, 'magic', $4, $5, $5::timestamptz + $6 * interval '1 hour')`, [workspace_id, newId(now), id, hash, at, SIGN_IN_HOURS])
    links.push({ name, workspace, path: `${SIGN_IN_PATH}${token}` })
  }
  return links
}
