import { broken, fine, look } from '#domain/status/finding.ts'
import type { Finding } from '#domain/status/finding.ts'
import { judgePath, judgeSkew, judgeVersion } from '#domain/status/judge.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Config } from '../config.ts'
import { machineClock } from '../clock.ts'
import { connect } from '../db/connect.ts'
import { embeddedUrl } from '../db/embedded.ts'
import { readMigrations } from '../db/migrate.ts'
import { runningPostmaster } from '../db/postmaster.ts'
import { checkDatabaseUrl } from '../db/reach.ts'
import type { Db } from '../db/schema.ts'
import { lookAtAudit } from './audit.ts'
import { clockSkew } from './clock-skew.ts'
import { pathTo } from './path.ts'
import { compareZones, everyZone } from './zones.ts'

const [id, about] = ['database.reached', 'Database'] as const

/** Everything that the database says of itself; a database that cannot be asked is one finding. */
export async function lookAtDatabase({ databaseUrl }: Pick<Config, 'databaseUrl'>, dataDir: string): Promise<Finding[]> {
  const url = databaseUrl ?? embeddedAddress(dataDir)
  if (typeof url !== 'string') return [url]
  try {
    if (databaseUrl !== null) await checkDatabaseUrl(databaseUrl)
    const connection = connect(url, { connections: 1 })
    try {
      return [fine(id, about, databaseUrl === null ? 'The embedded PostgreSQL answers.' : 'The PostgreSQL of DATABASE_URL answers.'), ...await askDatabase(connection.db)]
    } finally {
      await connection.close()
    }
  } catch (error) {
    return [broken(id, about, error instanceof Error ? error.message : String(error), 'Start the database, or correct DATABASE_URL.')]
  }
}

function embeddedAddress(dataDir: string): string | Finding {
  const cluster = join(dataDir, 'postgres')
  const running = runningPostmaster(cluster)
  if (running?.status === 'ready') return embeddedUrl(running)
  return existsSync(cluster) ? look(id, about, 'The embedded PostgreSQL does not run now, so it was not asked.', 'Start Longhand, and run this again.')
    : look(id, about, 'There is no database in the data folder yet; the first start makes one.', 'Start Longhand, or name the right folder with --data.')
}

async function askDatabase(db: Db): Promise<Finding[]> {
  const { rows } = await sql<{ major: number }>`select current_setting('server_version_num')::int / 10000 as major`.execute(db)
  const now = machineClock().now()
  return [judgeVersion(rows[0]?.major ?? 0), judgePath(await pathTo(db)), ...await lookAtTables(db), judgeSkew(await clockSkew(db)), ...await compareZones(db, { zones: everyZone(), now })]
}

/** Which migrations were applied, and whether the keys of the instance are there. */
async function lookAtTables(db: Db): Promise<Finding[]> {
  const [which, what] = ['database.migrations', 'Tables'] as const
  const { rows } = await sql<{ made: boolean }>`select to_regclass('migration') is not null as made`.execute(db)
  if (rows[0]?.made !== true) return [look(which, what, 'The database is empty; the first start makes its tables.', 'Start Longhand.')]
  const files = readMigrations(join(import.meta.dirname, '../db/migrations'))
  const applied = new Map((await db.selectFrom('migration').select(['name', 'checksum']).execute()).map(({ name, checksum }) => [name, checksum]))
  const missing = files.filter(({ name }) => !applied.has(name))
  const strange = [...applied].filter(([name, checksum]) => files.find((file) => file.name === name)?.checksum !== checksum)
  if (strange.length > 0) return [broken(which, what, `They were changed by ${strange[0]?.[0]}, which this version does not know as it is.`, 'Use the version of Longhand that wrote it, or put its file back.')]
  if (missing.length > 0) return [look(which, what, `${missing.length === 1 ? 'One migration waits' : `${missing.length} migrations wait`} for the next start of this version.`, 'Make a backup, and restart Longhand; see docs/guides/upgrade.md.')]
  return [fine(which, what, `All ${files.length} migrations of this version were applied.`), ...await lookAtKeys(db), await lookAtAudit(db)]
}

/** Sizes of the secret that all others come from, and of the keys for push (RFC 8292). Unit: bytes. */
const SECRET_BYTES = 32
const PUBLIC_BYTES = 65
const PRIVATE_BYTES = 32

async function lookAtKeys(db: Db): Promise<Finding[]> {
  const kept = await db.selectFrom('instance').select(['secret', 'webhook_secret', 'vapid_public', 'vapid_private']).executeTakeFirst()
  if (!kept) return [look('database.secret', 'Secret of the instance', 'There is none yet; the first start makes it.', 'Start Longhand.')]
  const bytes = (text: string | null) => text === null ? 0 : Buffer.from(text, 'base64url').length
  const pushes = bytes(kept.vapid_public) === PUBLIC_BYTES && bytes(kept.vapid_private) === PRIVATE_BYTES
  return [
    Math.min(kept.secret.length, kept.webhook_secret.length) >= SECRET_BYTES ? fine('database.secret', 'Secret of the instance', 'It is long enough.') : broken('database.secret', 'Secret of the instance', 'It is too short to protect what is signed.', 'Restore the newest backup that was made with secrets.'),
    pushes ? fine('push.keys', 'Keys for push', 'They are there, and of the right size.') : broken('push.keys', 'Keys for push', 'They are missing or damaged, so no device can be reached.', 'Restart Longhand, which makes missing ones; damaged ones come back with a backup.'),
  ]
}
