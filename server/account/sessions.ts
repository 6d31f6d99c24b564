import { SCOPES } from '#contract/scopes.ts'
import { SESSION_DAYS } from '#server/platform/http/answer.ts'
import type { Act } from '#server/platform/act.ts'
import { freshToken } from '#server/platform/auth/tokens.ts'

/** Opens a session for somebody who has just proved who they are, and lets the browser remember it. */
export async function openSession(act: Act, personId: string, label: string): Promise<string> {
  const { workspaceId } = act.actor
  const { token, hash } = freshToken('session', workspaceId)
  await act.tx.insertInto('credential').values({
    workspace_id: workspaceId, id: act.newId(), person_id: personId, kind: 'session', secret_hash: hash, scopes: [...SCOPES], label: label.slice(0, 200),
    created_by: personId, created_at: act.now, expires_at: act.now.add({ hours: SESSION_DAYS * 24 }), last_used_at: act.now, used_at: null, revoked_at: null,
  }).execute()
  act.setSession(token)
  return token
}
