import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { extract } from 'tar-stream'
import { createGunzip } from 'node:zlib'
import { readMigrations } from '../db/migrate.ts'
import { writePieces } from './pieces.ts'
import { copyContent } from './shape.ts'
import { presentTables } from './tables.ts'

export const MIGRATIONS = readMigrations(join(import.meta.dirname, '../db/migrations'))

async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try { return await work(client) } finally { await client.end() }
}

/** An empty database of a server of this run. */
export async function emptyDatabase(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `restore_${randomUUID().replaceAll('-', '')}`
  await onServer(server, (client) => client.query(`create database ${name}`))
  return { url: server.replace('/longhand?', `/${name}?`), drop: async () => { await onServer(server, (client) => client.query(`drop database ${name} with (force)`)) } }
}

/** Rows and hash of every table. */
export const contents = (url: string): Promise<Record<string, string>> => onServer(url, async (client) => {
  const told: Record<string, string> = {}
  for (const table of await presentTables(client, MIGRATIONS)) {
    const { rows, hash } = await copyContent(client, table, true)
    told[table.name] = `${rows} ${hash}`
  }
  return told
})

export const asked = <T extends object>(url: string, text: string, values: unknown[] = []): Promise<T[]> => onServer(url, async (client) => (await client.query<T>(text, values)).rows)

export const unpacked = async (path: string): Promise<Buffer> => gunzipSync(await readFile(path))

/** The same backup with its pieces changed: left out where `change` gives null, under other names where `rename` says so. */
export async function rewritten(path: string, to: string, change: (name: string, bytes: Buffer) => Buffer | null, rename = (name: string): string => name): Promise<string> {
  await writePieces(to, Temporal.Instant.from('2026-03-27T08:00Z'), async (put) => {
    // Begun where it is read: an entry that comes before anybody listens is never followed by another.
    const archive = createReadStream(path).pipe(createGunzip()).pipe(extract())
    for await (const entry of archive) {
      const chunks: Buffer[] = []
      for await (const chunk of entry) chunks.push(chunk as Buffer)
      const bytes = change(entry.header.name, Buffer.concat(chunks))
      if (bytes) await put(rename(entry.header.name), bytes)
    }
  })
  return to
}
