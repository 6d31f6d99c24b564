import { join, resolve } from 'node:path'
import pg from 'pg'
import { ensureDataFolder } from './data-folder.ts'
import { createCluster } from './embedded-cluster.ts'
import { embeddedPrograms } from './embedded-programs.ts'
import { startServer, stopServer } from './embedded-server.ts'
import { postgresUser, refuseUnreachableData } from './embedded-user.ts'
import { runningPostmaster, whenReady, type Postmaster } from './postmaster.ts'

/** The role and the database that Longhand uses. */
const NAME = 'longhand'

type EmbeddedOptions = {
  /** Longhand's data folder; the database lies in `postgres/` below it. */
  dataDir: string
  /** Where `initdb` and `postgres` are, when not those that come with Longhand. */
  binDir?: string
  /** False only for tests: an answer may then come before the write is safe on disk. */
  durable?: boolean
}

export type Embedded = {
  /** For `DATABASE_URL` and every Postgres client; leads to a socket that only this user can open. */
  url: string
  /** The process id of the server's main process. */
  pid: number
  /** True when the server was still running from before, as after a crash of Longhand. */
  adopted: boolean
  /** Ends the server after its open writes; a later start needs no recovery. */
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL on the data folder, or takes over the one that still runs there. The caller
 * must own the folder (`lockData`).
 *
 * @throws {Refusal} with a sentence for the person at the terminal, when the folder can not be used
 * @see docs/decisions/0002-embedded-postgresql.md
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = resolve(options.dataDir)
  const cluster = join(dataDir, 'postgres')
  const durable = options.durable ?? true
  ensureDataFolder(dataDir)
  const user = postgresUser(cluster)
  refuseUnreachableData(user, dataDir)
  const running = await adoptable(cluster, durable)
  if (running !== undefined) return embedded(running, dataDir, { adopted: true })
  const binDir = options.binDir ?? embeddedPrograms(dataDir, user)
  await createCluster({ cluster, binDir, user, durable, role: NAME })
  const started = await startServer({ dataDir, cluster, binDir, user, durable })
  return embedded(started, dataDir, { adopted: false })
}

/** A server of ours that still runs and serves as asked; one that does not is ended first. */
async function adoptable(cluster: string, durable: boolean): Promise<Postmaster | undefined> {
  const found = runningPostmaster(cluster)
  if (found === undefined) return undefined
  const ready = found.status === 'stopping' ? undefined : await whenReady(cluster, found.pid)
  if (ready !== undefined && await serves(ready, durable)) return ready
  await stopServer(found)
  return undefined
}

/** False when its socket was cleaned away, or when it was started without the promise that writes are safe on disk. */
async function serves(server: Postmaster, durable: boolean): Promise<boolean> {
  try {
    const fsync = await onMaintenance(server, async (client) => (await client.query<{ fsync: string }>('show fsync')).rows[0]?.fsync)
    return !durable || fsync === 'on'
  } catch {
    return false
  }
}

async function embedded(server: Postmaster, dataDir: string, { adopted }: { adopted: boolean }): Promise<Embedded> {
  await onMaintenance(server, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [NAME])
    if (rowCount === 0) await client.query(`create database ${NAME}`)
  })
  return { url: urlOf(server, NAME), pid: server.pid, adopted, stop: () => stopServer(server, dataDir) }
}

/** Runs something in the database that every PostgreSQL has from the start. */
async function onMaintenance<T>(server: Postmaster, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf(server, 'postgres') })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** How a program beside a Longhand that runs reaches its database. */
export const embeddedUrl = (server: Postmaster): string => urlOf(server, NAME)

const urlOf = (server: Postmaster, database: string) => `postgresql://${NAME}@/${database}?host=${encodeURIComponent(server.socketDir)}`
