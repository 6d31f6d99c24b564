import type { SignedIn } from '#contract/access.ts'
import type { acceptInvite, readInvite } from '#contract/members.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { setHours, spelt } from '#server/people/public.ts'
import type { Act, Visit } from '#server/platform/act.ts'
import { addMember } from '#server/spaces/public.ts'
import { hashChosenBy } from './easy-passwords.ts'
import { inviteFor, spacesIn, viewableInvite } from './invite-queries.ts'
import { findLink, redeemLink } from './links.ts'
import { viewMe } from './me.ts'
import { openInstead } from './sessions.ts'
import { signedIn } from './signed-in.ts'

/** What the page behind an invite link shows. */
export async function lookAtInvite(visit: Visit, { token }: InputOf<typeof readInvite>): Promise<OutputOf<typeof readInvite>> {
  const link = await findLink(visit, token, 'invite')
  const act = visit.as(link.workspaceId)
  const [row, workspace] = await Promise.all([
    inviteFor(act, link.id), visit.tx.selectFrom('workspace').select('name').where('id', '=', link.workspaceId).executeTakeFirstOrThrow(),
  ])
  const { invitedBy, email, name, role, expiresAt } = viewableInvite(act, row)
  return { workspace: workspace.name, invitedBy, email, name, role, expiresAt }
}

/** Uses the link up, makes the person active with what they said of themselves, opens their spaces, and signs them in. */
export async function accept(visit: Visit, input: InputOf<typeof acceptInvite>): Promise<SignedIn> {
  const link = await redeemLink(visit, input.token, 'invite')
  const act = visit.as(link.workspaceId)
  const { workspaceId } = act.actor
  const passwordHash = await hashChosenBy(act, link.personId, input)
  const joined = await act.tx.updateTable('person').set({ name: input.name, zone: input.zone, password_hash: passwordHash, state: 'active', ...(input.locale !== undefined && { locale: spelt(input.locale) }) })
    .where('workspace_id', '=', workspaceId).where('id', '=', link.personId).where('state', '=', 'invited').executeTakeFirst()
  if (joined.numUpdatedRows !== 1n) throw new Refusal('link_used', said`This invitation was accepted already.`, said`Sign in, or come in by a sign-in link.`)
  await setHours(act, link.personId, { from: null, zone: input.zone, weeks: input.weeks })
  for (const id of await openSpaces(act, spacesIn(link.data))) await addMember(act, id, link.personId)
  await act.emit({ kind: 'people.changed', payload: { personId: link.personId } })
  const member = await signedIn(act, link.personId)
  return { token: await openInstead(visit, member, link.personId), me: await viewMe(member) }
}

/** Those of the invite's spaces that are still there to be joined. */
async function openSpaces(act: Act, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await act.tx.selectFrom('space').select('id')
    .where('workspace_id', '=', act.actor.workspaceId).where('id', 'in', ids).where('archived_at', 'is', null).execute()
  return rows.map((row) => row.id)
}
