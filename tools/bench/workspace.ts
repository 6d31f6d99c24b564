import { randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { setUpWorkspace } from '#contract/account.ts'
import { makeClient } from '#contract/client.ts'
import { SCOPES } from '#contract/scopes.ts'
import { freshToken } from '#server/platform/auth/tokens.ts'
import { SESSION } from '#server/platform/db/connect.ts'
import { embeddedUrl, startServerProcess, temporaryData, type ServerProcess } from '#server/server.test-kit.ts'
import pg from 'pg'
import { NOW, seed, type Seeded } from './seed.ts'

const CLOCK = ['--clock', NOW]

/** A server on data of so many entries, and a way into its database. */
export type Workspace = {
  server: ServerProcess; client: pg.Client; seeded: Seeded; dataDir: string
  /** How long filling took; 0 where the data were kept from before. Unit: s. */
  seededInS: number
  /** Ends the server in order and starts another one on the same data. */
  again(): Promise<ServerProcess>
  /** Ends everything; the data go too, unless they are kept. */
  close(): Promise<void>
}

/**
 * A workspace of so many entries.
 * @param keptIn a folder in which filled data stay for the next run; without it they are made anew and deleted afterwards
 */
export async function openWorkspace(entries: number, keptIn?: string, env: Record<string, string> = {}): Promise<Workspace> {
  const folder = keptIn === undefined ? null : join(resolve(keptIn), String(entries))
  const dataDir = folder === null ? temporaryData() : join(folder, 'data')
  const note = join(dirname(dataDir), 'seeded.json')
  const filled = existsSync(note)
  if (folder !== null && !filled) {
    await rm(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    chmodSync(folder, 0o711)
  }
  const start = () => startServerProcess({ dataDir, args: CLOCK, env })
  let server = await start()
  const client = await sqlClient(dataDir)
  const began = performance.now()
  const seeded = filled ? JSON.parse(readFileSync(note, 'utf8')) as Seeded : await fill(server, client, entries)
  if (folder !== null) writeFileSync(note, JSON.stringify(seeded))
  const end = async () => { await client.end().catch(() => undefined); await server.end('SIGTERM') }
  return {
    client, seeded, dataDir, seededInS: filled ? 0 : (performance.now() - began) / 1000,
    get server() { return server },
    async again() { await end(); server = await start(); return server },
    async close() { await end(); if (folder === null) await rm(dirname(dataDir), { recursive: true, force: true }) },
  }
}

/** When a run breaks off, the database ends before its clients; why it broke off is what should be read then. */
export async function sqlClient(dataDir: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: embeddedUrl(dataDir) })
  client.on('error', () => undefined)
  await client.connect()
  await client.query(SESSION)
  return client
}

async function fill(server: ServerProcess, client: pg.Client, entries: number): Promise<Seeded> {
  await makeClient({ base: server.url, newKey: randomUUID })(setUpWorkspace, {
    workspace: 'Measured', name: 'Olga Owner', email: 'olga@example.com', password: 'a long password', zone: 'Europe/Berlin', weeks: [[{ day: 1, start: '09:00', end: '17:00' }]], preset: '002',
  })
  return seed(client, entries)
}

/** A session of one of the people. */
export async function signIn(client: pg.Client, { workspaceId, readerId }: Seeded, personId = readerId): Promise<string> {
  const { token, hash } = freshToken('session', workspaceId)
  await client.query("insert into credential (workspace_id, id, person_id, kind, secret_hash, scopes, created_at, last_used_at) values ($1, $2, $3, 'session', $4, $5, $6, $6)",
    [workspaceId, randomUUID(), personId, hash, [...SCOPES], NOW])
  return token
}
