import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '#domain/refusal.ts'
import pg from 'pg'
import { readMigrations } from '../db/migrate.ts'
import type { Migration } from '../db/migrate.ts'
import { makeBackup } from './write.ts'

/** How many backups before upgrades are kept. */
const KEPT = 3
const NAME = /^\d{8}T\d{6}Z-before-[\w-]+\.tar\.gz$/

type Upgrade = {
  url: string
  /** Where such backups lie; made when needed. */
  folder: string
  now: Temporal.Instant
  migrations?: readonly Migration[]
}

/**
 * A backup of the database, without files, which migrations never touch, before this version changes what an older one
 * wrote. The last few are kept.
 *
 * @returns where it lies; null where there is nothing to upgrade
 * @throws {Refusal} `conflict` where it cannot be written: better no upgrade than one without a way back
 */
export async function backupBeforeMigration({ url, folder, now, migrations = readMigrations(join(import.meta.dirname, '../db/migrations')) }: Upgrade): Promise<string | null> {
  const next = await firstMissing(url, migrations)
  if (next === null) return null
  const stamp = now.round('second').toString().replace(/[-:]/g, '')
  const path = join(folder, `${stamp}-before-${next.replace(/\.sql$/, '')}.tar.gz`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    await makeBackup({ url, path, files: null, withSecrets: true, replace: true, now, migrations })
  } catch (error) {
    throw new Refusal('conflict', `Before this version changes the database it makes a backup, and could not: ${error instanceof Error ? error.message : String(error)}`,
      `Make room in ${folder}, or set LONGHAND_UPGRADE_BACKUP=off when you have a backup of your own.`)
  }
  for (const old of readdirSync(folder).filter((name) => NAME.test(name)).toSorted().slice(0, -KEPT)) rmSync(join(folder, old))
  return path
}

/** The first migration that a database with somebody in it has not seen; null where there is none, or nothing to lose. */
async function firstMissing(url: string, migrations: readonly Migration[]): Promise<string | null> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows: [there] } = await client.query<{ made: boolean }>("select to_regclass('migration') is not null and to_regclass('workspace') is not null as made")
    if (there?.made !== true) return null
    const { rows: people } = await client.query('select 1 from workspace limit 1')
    if (people.length === 0) return null
    const { rows } = await client.query<{ name: string }>('select name from migration')
    const applied = new Set(rows.map(({ name }) => name))
    return migrations.find(({ name }) => !applied.has(name))?.name ?? null
  } finally {
    await client.end()
  }
}
