import { INVITE_PATH } from '#contract/access.ts'
import type { InviteView, MadeInvite, invitePerson } from '#contract/members.ts'
import type { InputOf } from '#contract/operation.ts'
import { allow, may, ROLES } from '#domain/policy.ts'
import type { Role } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { inWords, said } from '#domain/words/said.ts'
import { addPerson, personFor } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { wordsFor } from '#server/platform/words.ts'
import { spaceFor } from '#server/spaces/public.ts'
import { inviteFor, openInvites, spacesIn, viewableInvite } from './invite-queries.ts'
import { makeLink } from './links.ts'
import { endCredentials } from './queries.ts'
import { requireSession } from './sessions.ts'

type Invited = { email: string; name?: string | undefined; role: Role; spaceIds: readonly string[] }

/** Invites somebody. A token may invite members and guests; who will manage the workspace is invited by a person. */
export async function invite(act: Act, input: InputOf<typeof invitePerson>): Promise<MadeInvite> {
  await allowRole(act, input.role)
  if (input.role === 'guest' && input.spaceIds.length === 0) {
    throw new Refusal('bad_input', said`A guest sees only the spaces that were opened to them, and none is named.`, said`Choose at least one space for them.`)
  }
  for (const id of input.spaceIds) await spaceFor(act, id, 'space.manage')
  return writeInvite(act, input)
}

/** Invites without asking whether the actor may; for set-up and `invite`. */
export async function writeInvite(act: Act, { email, name, role, spaceIds }: Invited): Promise<MadeInvite> {
  const personId = await invitedPerson(act, { email, name, role })
  return sendInvite(act, personId, [...new Set(spaceIds)])
}

/** The person that the invite is for: somebody new, who reads what their inviter reads until they say otherwise, or one who had left. */
async function invitedPerson(act: Act, { email, name, role }: Omit<Invited, 'spaceIds'>): Promise<string> {
  const known = await act.tx.selectFrom('person').select(['id', 'state']).where('workspace_id', '=', act.actor.workspaceId)
    .where((is) => is(is.fn<string>('lower', ['email']), '=', email.toLowerCase())).forNoKeyUpdate().executeTakeFirst()
  if (!known) return addPerson(act, { name: name ?? email, email, role, zone: act.actor.zone, locale: act.actor.locale, state: 'invited', passwordHash: null, weeks: [] })
  if (known.state === 'active') throw new Refusal('conflict', said`${email} is in this workspace already.`, said`Change their role or spaces under Members.`)
  if (known.state === 'invited') throw new Refusal('conflict', said`${email} has been invited already.`, said`Make a new link for that invite, or take it back first.`)
  const { rights } = await personFor(act, known.id)
  allow(act.actor, 'person.manage', { person: rights })
  await act.tx.updateTable('person').set({ state: 'invited', role, deactivated_at: null, ...(name !== undefined && { name }) })
    .where('workspace_id', '=', act.actor.workspaceId).where('id', '=', known.id).execute()
  return known.id
}

async function sendInvite(act: Act, personId: string, spaceIds: readonly string[]): Promise<MadeInvite> {
  await endCredentials(act, { personId, kinds: ['invite'] })
  const { id, token } = await makeLink(act, { kind: 'invite', personId, createdBy: act.actor.personId, data: { spaces: spaceIds.join(' ') } })
  const link = `${act.server.publicUrl}${INVITE_PATH}${token}`
  await mailInvite(act, personId, { id, link })
  await tellWhoSeesInvites(act)
  return { invite: viewableInvite(act, await inviteFor(act, id)), link, mailed: act.server.mailWorks }
}

async function mailInvite(act: Act, personId: string, { id, link }: { id: string; link: string }): Promise<void> {
  const { name, locale } = await act.tx.selectFrom('workspace as w').innerJoin('person as p', 'p.workspace_id', 'w.id').select(['w.name', 'p.locale'])
    .where('w.id', '=', act.actor.workspaceId).where('p.id', '=', personId).executeTakeFirstOrThrow()
  const [words, by] = [wordsFor(locale), act.actor.name]
  const text = [said`${by} works with a team that hands its work over in writing, and invites you to ${name}.`, said`The link works once, for 7 days.`]
  await act.send({
    eventKey: `invite:${id}`, personId, subject: inWords(said`${by} invites you to ${name}`, words),
    body: { text: text.map((part) => inWords(part, words)).join('\n\n'), links: [{ label: inWords(said`Accept the invitation`, words), url: link }], oneTime: true },
    reason: inWords(said`You get this because ${by} invited your address.`, words),
  })
}

/** Invites that wait, newest first. */
export async function viewInvites(act: Act): Promise<{ invites: InviteView[] }> {
  allow(act.actor, 'workspace.manage')
  return { invites: (await openInvites(act)).map((row) => viewableInvite(act, row)) }
}

/** A new link for an invite, expired or not; the old one dies. */
export async function renew(act: Act, { id }: { id: string }): Promise<MadeInvite> {
  allow(act.actor, 'workspace.manage')
  const row = await inviteFor(act, id)
  await allowRole(act, row.role)
  return sendInvite(act, row.person_id, spacesIn(row.data))
}

/** Takes an invite back. The address can be invited again. */
export async function revoke(act: Act, { id }: { id: string }): Promise<{ ok: true }> {
  allow(act.actor, 'workspace.manage')
  const row = await inviteFor(act, id)
  const { rights } = await personFor(act, row.person_id)
  allow(act.actor, 'person.manage', { person: rights })
  await act.tx.updateTable('credential').set({ revoked_at: act.now }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
  await act.tx.updateTable('person').set({ state: 'deactivated', deactivated_at: act.now })
    .where('workspace_id', '=', act.actor.workspaceId).where('id', '=', row.person_id).where('state', '=', 'invited').execute()
  await tellWhoSeesInvites(act)
  return { ok: true }
}

/** Whoever may see invites is told by themselves that they changed, and nobody else, not even that there is one. */
async function tellWhoSeesInvites(act: Act): Promise<void> {
  const { workspaceId } = act.actor
  const roles = ROLES.filter((role) => may({ workspaceId, personId: act.actor.personId, role, memberOf: new Set() }, 'workspace.manage'))
  const people = await act.tx.selectFrom('person').select('id').where('workspace_id', '=', workspaceId).where('role', 'in', roles).where('state', '=', 'active').orderBy('id').execute()
  for (const { id } of people) await act.emit({ kind: 'account.invited', personId: id })
}

/** Only an owner invites owners, and whoever will manage the workspace is invited by somebody who is signed in. */
async function allowRole(act: Act, role: Role): Promise<void> {
  allow(act.actor, 'workspace.manage')
  if (role === 'owner') allow(act.actor, 'workspace.own')
  if (role === 'owner' || role === 'admin') await requireSession(act, said`A token cannot invite people who manage the workspace.`)
}
