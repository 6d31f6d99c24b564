import type { MeView, editMe } from '#contract/account.ts'
import type { InputOf } from '#contract/operation.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { spelt } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { passwordMatches } from '#server/platform/auth/passwords.ts'
import { hashChosenBy } from './easy-passwords.ts'
import { viewMe } from './me.ts'
import { endOthers, requireSession } from './sessions.ts'

/** Changes what a person says of themselves; a new password signs their other sessions out. */
export async function changeMe(act: Act, { name, locale, briefByMail, undoSeconds, gitEmails, password }: InputOf<typeof editMe>): Promise<MeView> {
  const changes = {
    ...(name !== undefined && { name }), ...(locale !== undefined && { locale: spelt(locale) }),
    ...(briefByMail !== undefined && { brief_by_mail: briefByMail }), ...(undoSeconds !== undefined && { undo_s: undoSeconds }), ...(gitEmails && { git_emails: gitEmails }), ...(password && { password_hash: await newPassword(act, password) }),
  }
  if (Object.keys(changes).length > 0) {
    await act.tx.updateTable('person').set(changes).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', act.actor.personId).execute()
  }
  if (password) await endOthers(act)
  if (name !== undefined) await act.emit({ kind: 'people.changed', payload: { personId: act.actor.personId } })
  return viewMe(act)
}

/**
 * Only who is signed in sets a password: a token that leaked must not become an account.
 * @throws {Refusal} `wrong_credentials` when the current one does not fit, `not_allowed` for tokens
 */
async function newPassword(act: Act, { current, next }: NonNullable<InputOf<typeof editMe>['password']>): Promise<string> {
  await requireSession(act, said`A token cannot change the password.`)
  const { password_hash: kept } = await act.tx.selectFrom('person').select('password_hash')
    .where('workspace_id', '=', act.actor.workspaceId).where('id', '=', act.actor.personId).executeTakeFirstOrThrow()
  if (kept !== null && !await passwordMatches(kept, current ?? '')) {
    throw new Refusal('wrong_credentials', said`This is not your current password.`, said`Type the current one again, or sign out and come in by a sign-in link.`)
  }
  return hashChosenBy(act, act.actor.personId, { name: act.actor.name, password: next })
}
