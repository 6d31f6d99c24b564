import { sql } from 'kysely'
import type { Instant } from '../clock.ts'
import { connect } from '../db/connect.ts'
import type { Db } from '../db/schema.ts'
import { tellAudit } from './chain.ts'
import type { Told } from './chain.ts'

/** Tells the audit log of every workspace what was done to the whole server. */
export async function tellAllAudits(tx: Db, now: Instant, told: Told): Promise<void> {
  for (const { id } of await tx.selectFrom('workspace').select('id').orderBy('id').execute()) await tellAudit(tx, { workspaceId: id, actorId: null, via: 'cli', now }, told)
}

/** The same from a process beside the server; does nothing where the database is older than the log. */
export async function tellAuditsAt(url: string, now: Instant, told: Told): Promise<void> {
  const connection = connect(url, { connections: 1 })
  try {
    const { rows } = await sql<{ there: boolean }>`select to_regclass('audit_head') is not null as there`.execute(connection.db)
    if (rows[0]?.there === true) await connection.db.transaction().execute((tx) => tellAllAudits(tx, now, told))
  } finally {
    await connection.close()
  }
}
