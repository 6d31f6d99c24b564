import type { TokenView, createToken } from '#contract/access.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { Scope } from '#contract/scopes.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { freshToken } from '#server/platform/auth/tokens.ts'
import { credentialsOf, endCredentials } from './queries.ts'
import { requireSession } from './sessions.ts'

/** The actor's live personal tokens. */
export async function viewTokens(act: Act): Promise<{ tokens: TokenView[] }> {
  const rows = await credentialsOf(act, 'api')
  return { tokens: rows.map(viewToken) }
}

function viewToken(row: Awaited<ReturnType<typeof credentialsOf>>[number]): TokenView {
  return {
    id: row.id, label: row.label, scopes: row.scopes as Scope[], createdAt: row.created_at.toString(),
    lastUsedAt: row.last_used_at?.toString() ?? null, expiresAt: row.expires_at?.toString() ?? null,
  }
}

/** Makes a personal token. Its rights are its scopes and, at each request, those of its owner then. */
export async function makeToken(act: Act, { label, scopes, expiresAt }: InputOf<typeof createToken>): Promise<OutputOf<typeof createToken>> {
  await requireSession(act, said`A token cannot make tokens.`)
  const ends = expiresAt === undefined ? null : Temporal.Instant.from(expiresAt)
  if (ends && Temporal.Instant.compare(ends, act.now) <= 0) throw new Refusal('bad_input', said`This token would have expired already.`, said`Choose a later moment, or leave it out.`)
  const { token, hash } = freshToken('api', act.actor.workspaceId)
  const row = { id: act.newId(), label, scopes: [...new Set(scopes)], created_at: act.now, last_used_at: null, expires_at: ends }
  await act.tx.insertInto('credential').values({
    ...row, workspace_id: act.actor.workspaceId, person_id: act.actor.personId, kind: 'api', secret_hash: hash, created_by: act.actor.personId, used_at: null, revoked_at: null,
  }).execute()
  return { token, view: viewToken(row) }
}

/** @throws {Refusal} `not_found` for anything but a live token of the actor */
export async function endToken(act: Act, { id }: { id: string }): Promise<{ ok: true }> {
  const ended = await endCredentials(act, { personId: act.actor.personId, kinds: ['api'], id })
  if (ended === 0) throw new Refusal('not_found', said`There is no such token of yours.`, said`Read the list again; it may have ended already.`)
  await act.emit({ kind: 'account.signed_out', personId: act.actor.personId })
  return { ok: true }
}
