import { ROLES } from '#domain/policy.ts'
import { z } from 'zod'
import { LinkToken, SignedIn } from './access.ts'
import { Password, Weeks } from './account.ts'
import { operation } from './operation.ts'
import { Email, Id, InstantText, LocaleText, Ok, words, ZoneText } from './shapes.ts'

/** Who belongs to the workspace, for those who manage it, and how one comes to belong to it. */

const NAME_MAX = 100
const SPACES_MAX = 50

export const InviteView = z.object({
  id: Id, personId: Id, email: z.string(), name: z.string().nullable(), role: z.enum(ROLES), spaceIds: z.array(Id), invitedBy: z.string(),
  createdAt: InstantText, expiresAt: InstantText, expired: z.boolean(),
})
/** The link itself is answered once, to hand over by other means; `mailed` says whether a mail carries it too. */
export const MadeInvite = z.object({ invite: InviteView, link: z.string(), mailed: z.boolean() })

export const invitePerson = operation({
  name: 'invites.create', method: 'POST', path: '/invites', needs: 'admin:write', secret: true,
  does: 'Invites somebody by e-mail, with a role and the spaces they start in. The link works once and for 7 days.',
  input: z.object({ email: Email, name: words(NAME_MAX).optional(), role: z.enum(ROLES).default('member'), spaceIds: z.array(Id).max(SPACES_MAX).default([]) }),
  output: MadeInvite, refuses: ['not_allowed', 'not_found', 'conflict', 'bad_input'],
})
export const listInvites = operation({
  name: 'invites.list', method: 'GET', path: '/invites', needs: 'admin:read',
  does: 'Lists invites that nobody has accepted yet.', input: z.object({}), output: z.object({ invites: z.array(InviteView) }), refuses: ['not_allowed'],
})
export const renewInvite = operation({
  name: 'invites.renew', method: 'POST', path: '/invites/:id/renew', needs: 'admin:write', secret: true,
  does: 'Makes a new link for an invite and mails it; the old link stops working.', input: z.object({ id: Id }), output: MadeInvite, refuses: ['not_found', 'not_allowed'],
})
export const revokeInvite = operation({
  name: 'invites.revoke', method: 'DELETE', path: '/invites/:id', needs: 'admin:write',
  does: 'Takes an invite back; its link stops working at once.', input: z.object({ id: Id }), output: Ok, refuses: ['not_found', 'not_allowed'],
})
export const readInvite = operation({
  name: 'invites.read', method: 'GET', path: '/invite-links/:token', needs: 'anyone',
  does: 'Says who invites to which workspace, for the page behind an invite link.',
  input: z.object({ token: LinkToken }), output: z.object({ workspace: z.string(), invitedBy: z.string(), email: z.string(), name: z.string().nullable(), role: z.enum(ROLES), expiresAt: InstantText }),
  refuses: ['not_found', 'link_used', 'link_expired'],
})
export const acceptInvite = operation({
  name: 'invites.accept', method: 'POST', path: '/invite-links/:token/accept', needs: 'anyone',
  does: 'Accepts an invite with a name, a password, a zone and working hours, and signs in.',
  input: z.object({ token: LinkToken, name: words(NAME_MAX), password: Password, zone: ZoneText, weeks: Weeks, locale: LocaleText.optional() }), output: SignedIn,
  refuses: ['not_found', 'link_used', 'link_expired', 'bad_input', 'too_many'],
})

export const MemberView = z.object({
  id: Id, name: z.string(), email: z.string(), role: z.enum(ROLES), state: z.enum(['invited', 'active', 'deactivated']), zone: z.string(),
  createdAt: InstantText, lastSeenAt: InstantText.nullable().describe('To five minutes; when a session or token of theirs was last used.'),
  can: z.array(z.enum(['change-role', 'deactivate', 'reactivate', 'make-sign-in-link'])),
})
export const listMembers = operation({
  name: 'members.list', method: 'GET', path: '/members', needs: 'admin:read',
  does: 'Lists everybody with e-mail, role and state, for those who manage the workspace.', input: z.object({}), output: z.object({ members: z.array(MemberView) }), refuses: ['not_allowed'],
})
export const changeRole = operation({
  name: 'members.change-role', method: 'PATCH', path: '/members/:id', needs: 'admin:write',
  does: 'Changes what somebody is here. Only an owner makes or changes an owner, and one owner always stays.',
  input: z.object({ id: Id, role: z.enum(ROLES) }), output: MemberView, refuses: ['not_found', 'not_allowed', 'conflict'],
})
export const deactivateMember = operation({
  name: 'members.deactivate', method: 'POST', path: '/members/:id/deactivate', needs: 'admin:write',
  does: 'Ends somebody’s access at once, with every session, token and link; what they wrote stays.', input: z.object({ id: Id }), output: MemberView,
  refuses: ['not_found', 'not_allowed', 'conflict'],
})
export const reactivateMember = operation({
  name: 'members.reactivate', method: 'POST', path: '/members/:id/reactivate', needs: 'admin:write',
  does: 'Lets somebody in again, with their role, spaces and hours as they were; they sign in anew.', input: z.object({ id: Id }), output: MemberView,
  refuses: ['not_found', 'not_allowed', 'conflict'],
})

export type InviteView = z.output<typeof InviteView>
export type MadeInvite = z.output<typeof MadeInvite>
export type MemberView = z.output<typeof MemberView>
