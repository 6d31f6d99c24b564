import { createHash } from 'node:crypto'
import { NO_LINK, nextLink } from '#domain/audit/chain.ts'
import type { AuditContent, AuditHead, AuditLink } from '#domain/audit/chain.ts'
import type { Via } from '../act.ts'
import type { Instant } from '../clock.ts'
import { json } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import { newId } from '../ids.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What is to be told of a deed. Facts are words of a list, ids or counts; never a text of anybody. */
export type Told = {
  deed: string
  personId?: string | null; spaceId?: string | null; thingId?: string | null
  facts?: Readonly<Record<string, string>>
}
type By = { workspaceId: string; actorId: string | null; via: Via; now: Instant }

/**
 * Adds a line to the audit log of a workspace, in the transaction of what it tells of. From here to the commit nobody else
 * adds one there, so this comes last: the others wait for one commit, not for the work before it.
 */
export async function tellAudit(tx: Db, { workspaceId, actorId, via, now }: By, { deed, personId = null, spaceId = null, thingId = null, facts = {} }: Told): Promise<AuditLink> {
  const at = now.round({ smallestUnit: 'millisecond', roundingMode: 'floor' })
  const content: AuditContent = { workspaceId, id: newId(now), at: at.toString(), deed, actorId, via, personId, spaceId, thingId, facts }
  const link = nextLink(await holdHead(tx, workspaceId), content, sha256)
  await tx.insertInto('audit_line').values({
    workspace_id: workspaceId, seq: link.seq, id: content.id, at, deed, actor_id: actorId, via, person_id: personId, space_id: spaceId, thing_id: thingId, facts: json(facts),
    content_hash: Buffer.from(link.contentHash, 'hex'), hash: Buffer.from(link.hash, 'hex'),
  }).execute()
  await tx.updateTable('audit_head').set({ seq: link.seq, hash: Buffer.from(link.hash, 'hex') }).where('workspace_id', '=', workspaceId).execute()
  return link
}

/** Where the chain of a workspace ends, held until the commit. */
async function holdHead(tx: Db, workspaceId: string): Promise<AuditHead> {
  const held = () => tx.selectFrom('audit_head').select(['seq', 'hash']).where('workspace_id', '=', workspaceId).forUpdate().executeTakeFirst()
  const first = () => tx.insertInto('audit_head').values({ workspace_id: workspaceId, seq: NO_LINK.seq, hash: Buffer.from(NO_LINK.hash, 'hex') }).onConflict((row) => row.column('workspace_id').doNothing()).execute()
  const head = await held() ?? (await first(), await held())
  if (!head) throw new Error(`The audit log of ${workspaceId} has no head.`)
  return { seq: head.seq, hash: head.hash.toString('hex') }
}
