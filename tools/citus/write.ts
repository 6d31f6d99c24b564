import { rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { startEmbedded } from '#server/platform/db/embedded.ts'
import { migrate } from '#server/platform/db/migrate.ts'
import { temporaryData } from '#server/server.test-kit.ts'
import pg from 'pg'
import { distribution, readSchema } from './schema.ts'

/** Writes the Citus set anew from the schema that the migrations make. */
const dataDir = temporaryData()
const database = await startEmbedded({ dataDir, durable: false })
try {
  await migrate(database.url, { now: Temporal.Now.instant() })
  const pool = new pg.Pool({ connectionString: database.url })
  // A connection that the server ends before it has closed is no failure of ours.
  pool.on('error', () => undefined)
  writeFileSync(join(import.meta.dirname, '../../server/platform/db/citus/distribute.sql'), distribution(await readSchema(pool)))
  await pool.end()
} finally {
  await database.stop()
  rmSync(dirname(dataDir), { recursive: true, force: true })
}
