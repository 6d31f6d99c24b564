import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { startEmbedded } from '#server/platform/db/embedded.ts'
import { migrate } from '#server/platform/db/migrate.ts'
import { temporaryData } from '#server/server.test-kit.ts'
import pg from 'pg'

/** The database that comes with a server of ours. */
const OURS = '/longhand?'

/**
 * A database for each life, on a server of their own: which transactions are under way is known to a whole server, and some
 * work waits for all of them, so that a neighbour's would make a timer act twice in one life and once in the other.
 */
export async function startFreshCopies() {
  const dataDir = temporaryData()
  const server = await startEmbedded({ dataDir, durable: false })
  await migrate(server.url, { now: Temporal.Instant.from('2026-01-01T00:00:00Z') })
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: server.url.replace(OURS, '/postgres?') })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  let made = 0
  return {
    async make(): Promise<string> {
      made += 1
      await run(`create database life_${made} template longhand`)
      return server.url.replace(OURS, `/life_${made}?`)
    },
    drop: (url: string) => run(`drop database ${/\/(life_\d+)\?/.exec(url)?.[1] ?? ''} with (force)`),
    async stop() {
      await server.stop()
      await rm(dirname(dataDir), { recursive: true, force: true })
    },
  }
}
