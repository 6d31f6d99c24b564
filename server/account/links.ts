import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act, Visit } from '#server/platform/act.ts'
import { freshToken, readToken } from '#server/platform/auth/tokens.ts'
import { json } from '#server/platform/db/columns.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { newId } from '#server/platform/ids.ts'

/** How long a one-time link works. Unit: minutes. */
const LASTS_MIN = { magic: 30, invite: 7 * 24 * 60 } as const
export type LinkKind = keyof typeof LASTS_MIN

export type NewLink = { id: string; token: string; expiresAt: Temporal.Instant }
type ForWhom = { kind: LinkKind; personId: string; createdBy: string | null; data?: Record<string, string> }

/** Makes a one-time link for a person; only its hash is kept. */
export const makeLink = (act: Act, whom: ForWhom): Promise<NewLink> => insertLink(act, { ...whom, workspaceId: act.actor.workspaceId })

/** The same from outside of a request. */
export async function insertLink({ tx, now }: Pick<Act, 'tx' | 'now'>, { workspaceId, kind, personId, createdBy, data = {} }: ForWhom & { workspaceId: string }): Promise<NewLink> {
  const { token, hash } = freshToken(kind, workspaceId)
  const id = newId(now)
  const expiresAt = now.add({ minutes: LASTS_MIN[kind] })
  await tx.insertInto('credential').values({
    workspace_id: workspaceId, id, person_id: personId, kind, secret_hash: hash, data: json(data), created_by: createdBy, created_at: now,
    expires_at: expiresAt, last_used_at: null, used_at: null, revoked_at: null,
  }).execute()
  return { id, token, expiresAt }
}

export type FoundLink = { workspaceId: string; id: string; personId: string; data: Record<string, string>; createdBy: string | null; expiresAt: Temporal.Instant }

/**
 * Uses a link up: one statement decides, so that of any number of tries at once exactly one wins.
 * @throws {Refusal} `link_used`, `link_expired`, or `not_found` for what was never one of our links
 */
export async function redeemLink(visit: Pick<Visit, 'tx' | 'now'>, token: string, kind: LinkKind): Promise<FoundLink> {
  const read = readToken(token)
  if (read?.kind !== kind) throw unknown()
  const row = await visit.tx.updateTable('credential').set({ used_at: visit.now })
    .where('workspace_id', '=', read.workspaceId).where('secret_hash', '=', read.hash).where('kind', '=', kind)
    .where('used_at', 'is', null).where('revoked_at', 'is', null).where('expires_at', '>', visit.now)
    .returning(['id', 'person_id', 'data', 'created_by', 'expires_at']).executeTakeFirst()
  if (!row) return whyNot(visit, token, kind)
  return { workspaceId: read.workspaceId, id: row.id, personId: row.person_id, data: row.data, createdBy: row.created_by, expiresAt: row.expires_at ?? visit.now }
}

/** Looks at a link without using it. Refuses as `redeemLink` does. */
export async function findLink(visit: { tx: Db; now: Temporal.Instant }, token: string, kind: LinkKind): Promise<FoundLink> {
  const read = readToken(token)
  if (read?.kind !== kind) throw unknown()
  const row = await visit.tx.selectFrom('credential').select(['id', 'person_id', 'data', 'created_by', 'expires_at', 'used_at', 'revoked_at'])
    .where('workspace_id', '=', read.workspaceId).where('secret_hash', '=', read.hash).where('kind', '=', kind).executeTakeFirst()
  if (!row) throw unknown()
  if (row.used_at) throw new Refusal('link_used', said`This link has been used already.`, said`Sign in, or ask for a new link.`)
  if (row.revoked_at) throw new Refusal('link_expired', said`This link was taken back or replaced by a newer one.`, said`Look for a newer mail, or ask for a new link.`)
  if (!row.expires_at || Temporal.Instant.compare(row.expires_at, visit.now) <= 0) {
    throw new Refusal('link_expired', said`This link has expired.`, said`Ask for a new one.`)
  }
  return { workspaceId: read.workspaceId, id: row.id, personId: row.person_id, data: row.data, createdBy: row.created_by, expiresAt: row.expires_at }
}

async function whyNot(visit: Pick<Visit, 'tx' | 'now'>, token: string, kind: LinkKind): Promise<never> {
  await findLink(visit, token, kind)
  throw new Refusal('link_used', said`This link has been used already.`, said`Sign in, or ask for a new link.`)
}

const unknown = () => new Refusal('not_found', said`This is not a link of this Longhand.`, said`Open the whole link from the mail, or ask for a new one.`)
