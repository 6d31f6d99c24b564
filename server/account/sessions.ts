import type { SessionView } from '#contract/access.ts'
import { SCOPES } from '#contract/scopes.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Sentence } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act, Visit } from '#server/platform/act.ts'
import { freshToken, readToken } from '#server/platform/auth/tokens.ts'
import { SESSION_DAYS } from '#server/platform/http/answer.ts'
import { credentialsOf, endCredentials } from './queries.ts'

/** Longest name of a browser kept. Unit: characters. */
const LABEL_MAX = 200

/** Opens a session for somebody who has just proved who they are, and lets the browser remember it. */
export async function openSession(act: Act, personId: string, label: string): Promise<string> {
  const { workspaceId } = act.actor
  const { token, hash } = freshToken('session', workspaceId)
  await act.tx.insertInto('credential').values({
    workspace_id: workspaceId, id: act.newId(), person_id: personId, kind: 'session', secret_hash: hash, scopes: [...SCOPES], label: label.slice(0, LABEL_MAX),
    created_by: personId, created_at: act.now, expires_at: act.now.add({ hours: SESSION_DAYS * 24 }), last_used_at: act.now, used_at: null, revoked_at: null,
  }).execute()
  act.setSession(token)
  return token
}

/**
 * The same in place of what the browser held until now: nobody comes back to a session that it forgot.
 * @returns what goes into the answer: the token, or nothing for a browser, which has it as a cookie
 */
export async function openInstead({ tx, now, held, userAgent, byBrowser }: Visit, act: Act, personId: string): Promise<string> {
  const before = held === null ? null : readToken(held)
  if (before?.kind === 'session') {
    await tx.updateTable('credential').set({ revoked_at: now }).where('workspace_id', '=', before.workspaceId).where('secret_hash', '=', before.hash).where('kind', '=', 'session').where('revoked_at', 'is', null).execute()
  }
  const token = await openSession(act, personId, userAgent)
  return byBrowser ? '' : token
}

/** Where the actor is signed in, last used first. */
export async function viewSessions(act: Act): Promise<{ sessions: SessionView[] }> {
  const rows = await credentialsOf(act, 'session')
  return {
    sessions: rows.map((row) => ({
      id: row.id, label: row.label, createdAt: row.created_at.toString(), lastUsedAt: row.last_used_at?.toString() ?? null,
      expiresAt: row.expires_at?.toString() ?? null, current: row.id === act.actor.credentialId,
    })),
  }
}

/** @throws {Refusal} `not_found` for anything but a live session of the actor */
export async function endOne(act: Act, { id }: { id: string }): Promise<{ ok: true }> {
  const ended = await endCredentials(act, { personId: act.actor.personId, kinds: ['session'], id })
  if (ended === 0) throw new Refusal('not_found', said`There is no such session of yours.`, said`Read the list again; it may have ended already.`)
  if (id === act.actor.credentialId) act.setSession(null)
  await act.emit({ kind: 'account.signed_out', personId: act.actor.personId })
  return { ok: true }
}

/** Signs the actor out everywhere but where they ask from. What lies in their mailbox ends too: sign-in links, links to batons and, by what is emitted, reply addresses. */
export async function endOthers(act: Act): Promise<{ ended: number }> {
  await endCredentials(act, { personId: act.actor.personId, kinds: ['baton'] })
  const ended = await endCredentials(act, { personId: act.actor.personId, kinds: ['session', 'magic'], except: act.actor.credentialId })
  await act.emit({ kind: 'account.signed_out', personId: act.actor.personId, payload: { everywhere: true } })
  return { ended }
}

/**
 * What opens more doors is left to people who are signed in, never to a token, so that a leaked one stays as small as it was made.
 * @throws {Refusal} `not_allowed`
 */
export async function requireSession(act: Act, sentence: Sentence): Promise<void> {
  const row = await act.tx.selectFrom('credential').select('kind')
    .where('workspace_id', '=', act.actor.workspaceId).where('id', '=', act.actor.credentialId ?? act.actor.personId).executeTakeFirst()
  if (row?.kind !== 'session') throw new Refusal('not_allowed', sentence, said`Sign in and do it there.`)
}
