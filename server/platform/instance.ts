import { randomBytes } from 'node:crypto'
import { Refusal } from '#domain/refusal.ts'
import { sql } from 'kysely'
import { developmentClock, machineClock } from './clock.ts'
import type { Clock, DevelopmentClock, Instant } from './clock.ts'
import type { Db } from './db/schema.ts'
import { CLOCK_CHANNEL } from './news.ts'

export type InstanceClock = { clock: Clock; development: DevelopmentClock | null }

/**
 * The clock that this database runs on. A database keeps the kind of clock that it was made with, because on the
 * other kind its deadlines would be nonsense.
 *
 * @param start where a development clock begins on a new database; null for the machine's clock
 * @throws {Refusal} `conflict` when the database was made with the other kind
 */
export async function openInstance(db: Db, start: Instant | null): Promise<InstanceClock> {
  await db.insertInto('instance').values({ created_at: start ?? machineClock().now(), development_clock: start, secret: randomBytes(32) })
    .onConflict((row) => row.doNothing()).execute()
  const { development_clock: kept } = await db.selectFrom('instance').select('development_clock').executeTakeFirstOrThrow()
  if (kept === null && start !== null) {
    throw new Refusal('conflict', 'This database was made without a development clock.', 'Leave out --clock, or give an empty data directory.')
  }
  if (kept === null) return { clock: machineClock(), development: null }
  if (start === null) {
    throw new Refusal('conflict', 'This database was made with a development clock.', 'Start with --clock (or --demo), or give an empty data directory.')
  }
  const development = developmentClock(Temporal.Instant.compare(kept, start) > 0 ? kept : start)
  return { clock: development, development }
}

/** Remembers where the development clock stands, which is never earlier than before, and tells the other processes. */
export async function keepClock(db: Db, at: Instant): Promise<void> {
  await db.updateTable('instance').set({ development_clock: sql<Instant>`greatest(development_clock, ${at}::timestamptz)` }).execute()
  await sql`select pg_notify(${CLOCK_CHANNEL}, ${at.toString()})`.execute(db)
}
