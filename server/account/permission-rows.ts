import * as access from '#contract/access.ts'
import * as contract from '#contract/account.ts'
import * as membership from '#contract/members.ts'
import * as passkeys from '#contract/passkeys.ts'
import { anyone, EVERYBODY, MANAGERS, MANAGERS_EACH, NO, NOBODY, NOT_ALLOWED, OK, row } from '#server/permissions/rows.ts'
import type { Answers, Row } from '#server/permissions/rows.ts'
import { OTHER_WORKSPACE } from '#server/permissions/world.ts'
import type { World } from '#server/permissions/world.ts'
import { randomUUID } from 'node:crypto'
import { makeLink } from './links.ts'

/** An owner is managed by owners only. */
const OWNERS: Answers = { ...MANAGERS, admin: NOT_ALLOWED }
/** The matrix asks at an address without encryption, where browsers make no passkeys. */
const UNSAFE: Answers = { guest: 'conflict', member: 'conflict', insider: 'conflict', admin: 'conflict', owner: 'conflict', stranger: 'conflict' }
const HERE = { zone: 'Europe/Berlin', weeks: [[]] }

const link = async (world: World, kind: 'magic' | 'invite') =>
  world.app.asSystem(async (act) => (await makeLink(act, { kind, personId: await invited(world, kind), createdBy: null })).token)
const invited = async (world: World, kind: 'magic' | 'invite') => kind === 'magic' ? world.people.member : (await freshInvite(world)).personId
const freshInvite = async (world: World, role: 'member' | 'owner' = 'member') => (await (await world.as('owner'))(membership.invitePerson, { email: `${randomUUID()}@example.com`, role })).invite
const sessionOf = (world: World, personId: string) => world.app.sessionOf(personId, personId === world.people.stranger ? OTHER_WORKSPACE : world.app.workspaceId)
const freshSession = async (world: World, personId: string) => {
  const { call } = await sessionOf(world, personId)
  return (await call(access.listSessions, {})).sessions.find((session) => session.current)?.id ?? ''
}
const freshPasskey = async (world: World, personId: string) => {
  const { db, clock } = world.app.app.platform
  const id = randomUUID()
  await db.insertInto('passkey').values({
    workspace_id: personId === world.people.stranger ? OTHER_WORKSPACE : world.app.workspaceId, id, person_id: personId, key_id: Buffer.from(id), public_key: Buffer.alloc(1), sign_count: 0, synced: true, label: 'Laptop', created_at: clock.now(), last_used_at: null,
  }).execute()
  return id
}
const freshToken = async (world: World, personId: string) => (await (await sessionOf(world, personId)).call(access.createToken, { label: 'fresh' })).view.id
const gone = async (world: World, ...role: Parameters<World['freshPerson']>) => {
  const id = await world.freshPerson(...role)
  await (await world.as('owner'))(membership.deactivateMember, { id })
  return id
}
const addressOf = async (world: World, id: string) => (await (await world.as('owner'))(membership.listMembers, {})).members.find((one) => one.id === id)?.email ?? ''

export const permissionRows: readonly Row[] = [
  anyone(contract.readStart, 'the start page', () => ({}), OK),
  anyone(contract.setUpWorkspace, 'a second workspace', () => ({ workspace: 'B', name: 'B', email: 'b@example.com', password: 'a long password', preset: '001' as const, ...HERE }), 'conflict'),
  anyone(contract.signIn, 'with the password', () => ({ email: 'olga@example.com', password: 'a long password' }), OK),
  anyone(contract.signIn, 'with another password', () => ({ email: `${randomUUID()}@example.com`, password: 'wrong' }), 'wrong_credentials'),
  row(contract.signOut, 'here', () => ({}), EVERYBODY),
  row(contract.readMe, 'oneself', () => ({}), EVERYBODY),
  row(contract.editMe, 'oneself', () => ({ briefByMail: true }), EVERYBODY),
  anyone(access.requestMagicLink, 'for any address', () => ({ email: `${randomUUID()}@example.com` }), OK),
  anyone(access.redeemMagicLink, 'a fresh one', async (world) => ({ token: await link(world, 'magic') }), OK),
  anyone(access.redeemMagicLink, 'a made-up one', () => ({ token: 'lh_m_x' }), NO),
  row(access.makeSignInLink, 'for a member', async (world) => ({ id: await world.freshPerson() }), MANAGERS),
  row(access.makeSignInLink, 'for an admin', async (world) => ({ id: await world.freshPerson('admin') }), MANAGERS),
  row(access.makeSignInLink, 'for an owner', async (world) => ({ id: await world.freshPerson('owner') }), OWNERS),
  row(access.listSessions, 'one’s own', () => ({}), EVERYBODY),
  row(access.endSession, 'one’s own', async (world, caller) => ({ id: await freshSession(world, caller.id) }), EVERYBODY),
  row(access.endSession, 'of somebody else', async (world) => ({ id: await freshSession(world, await world.freshPerson()) }), NOBODY),
  row(access.endOtherSessions, 'one’s own', () => ({}), EVERYBODY),
  row(access.listTokens, 'one’s own', () => ({}), EVERYBODY),
  row(access.createToken, 'for oneself', () => ({ label: 'script' }), EVERYBODY),
  row(access.revokeToken, 'one’s own', async (world, caller) => ({ id: await freshToken(world, caller.id) }), EVERYBODY),
  row(access.revokeToken, 'of somebody else', async (world) => ({ id: await freshToken(world, await world.freshPerson()) }), NOBODY),
  row(passkeys.listPasskeys, 'one’s own', () => ({}), EVERYBODY),
  row(passkeys.beginPasskey, 'where nothing is encrypted', () => ({}), UNSAFE),
  row(passkeys.addPasskey, 'where nothing is encrypted', () => ({ label: 'Laptop', key: { id: 'AA', rawId: 'AA', type: 'public-key' as const, response: { clientDataJSON: 'AA', attestationObject: 'AA' } } }), UNSAFE),
  row(passkeys.removePasskey, 'one’s own', async (world, caller) => ({ id: await freshPasskey(world, caller.id) }), EVERYBODY),
  row(passkeys.removePasskey, 'of somebody else', async (world) => ({ id: await freshPasskey(world, await world.freshPerson()) }), NOBODY),
  row(passkeys.choosePasskeysOnly, 'that it is not so', () => ({ only: false }), EVERYBODY),
  row(passkeys.requirePasskeys, 'of nobody', () => ({ required: false }), MANAGERS_EACH),
  anyone(passkeys.beginPasskeySignIn, 'where nothing is encrypted', () => ({}), 'conflict'),
  anyone(passkeys.signInByPasskey, 'where nothing is encrypted', () => ({ key: { id: 'AA', rawId: 'AA', type: 'public-key' as const, response: { clientDataJSON: 'AA', authenticatorData: 'AA', signature: 'AA', userHandle: 'AA' } } }), 'conflict'),
  row(membership.invitePerson, 'a member', () => ({ email: `${randomUUID()}@example.com` }), MANAGERS_EACH),
  row(membership.invitePerson, 'an owner', () => ({ email: `${randomUUID()}@example.com`, role: 'owner' as const }), { ...MANAGERS_EACH, admin: NOT_ALLOWED }),
  row(membership.invitePerson, 'a member, into an open space', (world) => ({ email: `${randomUUID()}@example.com`, spaceIds: [world.spaces.open] }), MANAGERS),
  row(membership.invitePerson, 'a guest, into a private space', (world) => ({ email: `${randomUUID()}@example.com`, role: 'guest' as const, spaceIds: [world.spaces.private] }), { ...MANAGERS, admin: NO, owner: NO }),
  row(membership.invitePerson, 'somebody who left as a member', async (world) => ({ email: await addressOf(world, await gone(world)) }), MANAGERS_EACH),
  row(membership.invitePerson, 'somebody who left as an owner', async (world) => ({ email: await addressOf(world, await gone(world, 'owner')) }), { ...MANAGERS_EACH, admin: NOT_ALLOWED }),
  row(membership.listInvites, 'that wait', () => ({}), MANAGERS_EACH),
  row(membership.renewInvite, 'that waits', async (world) => ({ id: (await freshInvite(world)).id }), MANAGERS),
  row(membership.renewInvite, 'for an owner', async (world) => ({ id: (await freshInvite(world, 'owner')).id }), OWNERS),
  row(membership.renewInvite, 'that there is not', () => ({ id: randomUUID() }), { ...MANAGERS, admin: NO, owner: NO }),
  row(membership.revokeInvite, 'that waits', async (world) => ({ id: (await freshInvite(world)).id }), MANAGERS),
  row(membership.revokeInvite, 'for an owner', async (world) => ({ id: (await freshInvite(world, 'owner')).id }), OWNERS),
  row(membership.revokeInvite, 'that there is not', () => ({ id: randomUUID() }), { ...MANAGERS, admin: NO, owner: NO }),
  anyone(membership.readInvite, 'a fresh one', async (world) => ({ token: await link(world, 'invite') }), OK),
  anyone(membership.acceptInvite, 'a fresh one', async (world) => ({ token: await link(world, 'invite'), name: 'New', password: 'a long password', ...HERE }), OK),
  row(membership.listMembers, 'everybody', () => ({}), MANAGERS_EACH),
  row(membership.changeRole, 'of a member', async (world) => ({ id: await world.freshPerson(), role: 'guest' as const }), MANAGERS),
  row(membership.changeRole, 'to owner', async (world) => ({ id: await world.freshPerson(), role: 'owner' as const }), OWNERS),
  row(membership.changeRole, 'of an owner', async (world) => ({ id: await world.freshPerson('owner'), role: 'member' as const }), OWNERS),
  row(membership.changeRole, 'of oneself, to owner', (_world, caller) => ({ id: caller.id, role: 'owner' as const }), { ...OWNERS, stranger: OK }),
  row(membership.deactivateMember, 'a member', async (world) => ({ id: await world.freshPerson() }), MANAGERS),
  row(membership.deactivateMember, 'an owner', async (world) => ({ id: await world.freshPerson('owner') }), OWNERS),
  row(membership.reactivateMember, 'a member', async (world) => ({ id: await gone(world) }), MANAGERS),
  row(membership.reactivateMember, 'an owner', async (world) => ({ id: await gone(world, 'owner') }), OWNERS),
]
