import type { DatabasePath } from '#domain/status/judge.ts'
import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'

/** How what is said to the database travels, as that sees it: behind a pooler, the last piece of the way. */
export async function pathTo(db: Db): Promise<DatabasePath> {
  const { rows } = await sql<{ here: boolean; encrypted: boolean | null }>`select coalesce(inet_server_addr() <<= '127.0.0.0/8'::inet or inet_server_addr() = '::1'::inet, true) as here, (select ssl from pg_stat_ssl where pid = pg_backend_pid()) as encrypted`.execute(db)
  return rows[0]?.encrypted === true ? 'encrypted' : rows[0]?.here === true ? 'here' : 'open'
}
