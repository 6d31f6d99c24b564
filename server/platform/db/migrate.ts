import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { failpoint } from '../failpoint.ts'

/** Any fixed number will do, as long as all versions of Longhand use the same one: `longhand` on a telephone keypad. */
const LOCK = 56_644_263

const FILE_NAME = /^(\d{4})-[a-z0-9-]+\.sql$/

export type Migration = { name: string; sql: string; checksum: string }

type Options = {
  /** When the migrations are said to have been applied. */
  now: Temporal.Instant
  /** Where the files are; tests give their own. */
  folder?: string
}

/** The data and the program do not belong together; the message says in which way. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

/**
 * Brings the database to the state that this version of Longhand expects. Forward only; each file in a
 * transaction of its own; several processes may start at once, one of them does the work.
 *
 * @returns the names of the files that were applied now
 * @throws {MigrationError} when a file was changed after it was applied, or the database is newer than this program
 */
export async function migrate(url: string, { now, folder = join(import.meta.dirname, 'migrations') }: Options): Promise<string[]> {
  const migrations = readMigrations(folder)
  const client = new pg.Client({ connectionString: url })
  // A connection that breaks fails the statement under way; without a listener it would end the process before that is said.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query('create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null)')
    const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from migration order by name')
    const missing = missingMigrations(migrations, new Map(rows.map((row) => [row.name, row.checksum])))
    for (const migration of missing) {
      await apply(client, migration, now)
      await failpoint('migration.after_commit')
    }
    return missing.map((migration) => migration.name)
  } finally {
    await client.end()
  }
}

/**
 * The migration files of a folder in their order.
 * @throws {MigrationError} for a file that is not named NNNN-name.sql, or a number that is missing or used twice
 */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder).filter((name) => !name.startsWith('.')).toSorted().map((file, index) => {
    const number = Number(FILE_NAME.exec(file)?.[1])
    if (number !== index + 1) throw new MigrationError(`${file} does not fit in: the next migration is called ${String(index + 1).padStart(4, '0')}-name.sql.`)
    const sql = readFileSync(join(folder, file), 'utf8')
    return { name: file, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

/** Which migrations are still to be applied, given the checksums of those that were. */
function missingMigrations(migrations: Migration[], applied: ReadonlyMap<string, string>): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]))
  for (const [name, checksum] of applied) {
    const now = known.get(name)
    if (now === undefined)
      throw new MigrationError(`The database was changed by ${name}, which this version of Longhand does not know. Use the newer version that wrote it.`)
    if (now !== checksum)
      throw new MigrationError(`${name} was changed after it was applied to this database. Put the file back and make the change in a new one.`)
  }
  return migrations.filter((migration) => !applied.has(migration.name))
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration, now: Temporal.Instant): Promise<void> {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query('insert into migration (name, checksum, applied_at) values ($1, $2, $3)', [name, checksum, now.toString()])
    await failpoint('migration.before_commit')
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw new MigrationError(`${name} could not be applied: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}
