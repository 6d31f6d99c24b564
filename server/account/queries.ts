import { alive } from '#server/platform/auth/identify.ts'
import type { Act } from '#server/platform/act.ts'
import type { CredentialKind } from '#server/platform/db/tables/workspace.ts'

/** Live credentials of the actor of one kind, last used first. Index: credential_of_person. */
export function credentialsOf(act: Pick<Act, 'tx' | 'actor' | 'now'>, kind: CredentialKind) {
  return act.tx.selectFrom('credential').select(['id', 'label', 'scopes', 'created_at', 'last_used_at', 'expires_at'])
    .where('workspace_id', '=', act.actor.workspaceId).where('person_id', '=', act.actor.personId).where('kind', '=', kind)
    .where('revoked_at', 'is', null).where(alive(act.now))
    .orderBy('last_used_at', (by) => by.desc().nullsLast()).orderBy('id').execute()
}

type Which = { personId: string; kinds: readonly CredentialKind[]; id?: string; except?: string | null }

/** Ends credentials of one person at once. @returns how many were still alive */
export async function endCredentials(act: Pick<Act, 'tx' | 'actor' | 'now'>, { personId, kinds, id, except }: Which): Promise<number> {
  let ending = act.tx.updateTable('credential').set({ revoked_at: act.now })
    .where('workspace_id', '=', act.actor.workspaceId).where('person_id', '=', personId).where('kind', 'in', kinds)
    .where('revoked_at', 'is', null).where('used_at', 'is', null).where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', act.now)]))
  if (id !== undefined) ending = ending.where('id', '=', id)
  if (except) ending = ending.where('id', '!=', except)
  return Number((await ending.executeTakeFirst()).numUpdatedRows)
}
