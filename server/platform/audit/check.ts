import { checkChain, NO_LINK } from '#domain/audit/chain.ts'
import type { AuditHead, AuditLink, Verdict } from '#domain/audit/chain.ts'
import type { Db, Tables } from '../db/schema.ts'
import type { Selectable } from 'kysely'
import { sha256 } from './chain.ts'

/** How many lines are read at once. */
const AT_ONCE = 2000

const COLUMNS = ['seq', 'id', 'at', 'deed', 'actor_id', 'via', 'person_id', 'space_id', 'thing_id', 'facts', 'content_hash', 'hash'] as const
export type AuditRow = Pick<Selectable<Tables['audit_line']>, (typeof COLUMNS)[number]>

/** Lines from a place on, oldest first, or up to one, newest first. Index: the primary key. */
function auditRows(db: Db, workspaceId: string, { from, before, limit }: { from?: number | undefined; before?: number | undefined; limit: number }): Promise<AuditRow[]> {
  let rows = db.selectFrom('audit_line').select(COLUMNS).where('workspace_id', '=', workspaceId)
  if (from !== undefined) rows = rows.where('seq', '>=', from)
  if (before !== undefined) rows = rows.where('seq', '<', before)
  return rows.orderBy('seq', from === undefined ? 'desc' : 'asc').limit(limit).execute()
}

/** A line as a link of its chain. */
export const linkOf = (workspaceId: string, row: AuditRow): AuditLink => ({
  seq: row.seq, contentHash: row.content_hash.toString('hex'), hash: row.hash.toString('hex'),
  content: {
    workspaceId, id: row.id, at: row.at.toString(), deed: row.deed, actorId: row.actor_id, via: row.via, personId: row.person_id, spaceId: row.space_id, thingId: row.thing_id, facts: row.facts,
  },
})

/** Where the chain of a workspace ends, by its own account. */
async function auditHead(db: Db, workspaceId: string): Promise<AuditHead> {
  const row = await db.selectFrom('audit_head').select(['seq', 'hash']).where('workspace_id', '=', workspaceId).executeTakeFirst()
  return row ? { seq: row.seq, hash: row.hash.toString('hex') } : NO_LINK
}

/** Reads of one moment, since lines and head must fit. Not inside another transaction. */
const atOneMoment = <T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> => db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)

/** One page of the log, and where it ends. */
export const auditPage = (db: Db, workspaceId: string, which: Parameters<typeof auditRows>[2]): Promise<{ rows: AuditRow[]; head: AuditHead }> =>
  atOneMoment(db, async (tx) => ({ rows: await auditRows(tx, workspaceId, which), head: await auditHead(tx, workspaceId) }))

/** Follows the whole audit log of a workspace. */
export const checkAudit = (db: Db, workspaceId: string): Promise<Verdict> => atOneMoment(db, (tx) => followChain(tx, workspaceId))

/** The same inside a transaction, against heads that were kept elsewhere. */
export async function followChain(tx: Db, workspaceId: string, kept: readonly AuditHead[] = []): Promise<Verdict> {
  const check = checkChain(sha256, kept)
  for (let from = 0; ;) {
    const rows = await auditRows(tx, workspaceId, { from, limit: AT_ONCE })
    for (const row of rows) check.add(linkOf(workspaceId, row))
    if (rows.length < AT_ONCE) return check.end(await auditHead(tx, workspaceId))
    from = (rows.at(-1)?.seq ?? 0) + 1
  }
}
