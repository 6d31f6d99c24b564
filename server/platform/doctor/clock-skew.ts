import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { elapsedMs, machineClock } from '../clock.ts'

/** How far this machine's clock is ahead of the database's, half of the way there and back taken off. Unit: ms. */
export async function clockSkew<T>(db: Kysely<T>): Promise<number> {
  const began = elapsedMs()
  const { rows } = await sql<{ ms: number }>`select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`.execute(db)
  const way = (elapsedMs() - began) / 2
  return machineClock().now().epochMilliseconds - way - (rows[0]?.ms ?? 0)
}
