import { createToken, endOtherSessions, endSession, listSessions, listTokens, requestMagicLink, revokeToken } from '#contract/access.ts'
import { editMe, readMe, signIn } from '#contract/account.ts'
import { acceptInvite, changeRole, deactivateMember, invitePerson, listInvites, listMembers, reactivateMember, readInvite, renewInvite, revokeInvite } from '#contract/members.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp, weekdays } from '#server/app.test-kit.ts'
import type { TestApp } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

const tokenIn = (link: string) => link.split('/').at(-1) ?? ''
const SELF = { name: 'Somebody', password: 'a long password', zone: 'Asia/Tokyo', weeks: [weekdays('09:00', '17:00')] }

describeOnNewest('members, sessions and tokens', (on) => {
  let app: TestApp
  beforeAll(async () => { app = await startTestApp(on) })
  afterAll(() => app.stop())

  test('an invite says who invites, can be renewed, and the old link dies', async () => {
    const first = await app.owner.call(invitePerson, { email: 'kai@example.com', name: 'Kai Koch', spaceIds: [app.spaceId] })
    expect(first).toMatchObject({ mailed: true, invite: { email: 'kai@example.com', name: 'Kai Koch', invitedBy: 'Olga Owner', expired: false } })
    const second = await app.owner.call(renewInvite, { id: first.invite.id })
    expect(await codeOf(app.visitor(readInvite, { token: tokenIn(first.link) }))).toBe('link_expired')
    expect(await app.visitor(readInvite, { token: tokenIn(second.link) })).toMatchObject({ workspace: 'Acme', invitedBy: 'Olga Owner', email: 'kai@example.com' })
    expect((await app.owner.call(listInvites, {})).invites.map((invite) => invite.id)).toEqual([second.invite.id])
    await app.owner.call(revokeInvite, { id: second.invite.id })
    expect(await codeOf(app.visitor(acceptInvite, { token: tokenIn(second.link), ...SELF }))).toBe('link_expired')
    expect(await codeOf(app.owner.call(invitePerson, { email: 'KAI@example.com', role: 'admin' }))).toBe('no refusal')
  })

  test('an address is invited once, and twenty at the same time make one invite', async () => {
    const codes = await Promise.all(Array.from({ length: 20 }, () => codeOf(app.owner.call(invitePerson, { email: 'rush@example.com' }))))
    expect(codes.filter((code) => code === 'no refusal')).toHaveLength(1)
    expect(codes.filter((code) => code === 'conflict')).toHaveLength(19)
    expect(await codeOf(app.owner.call(invitePerson, { email: 'olga@example.com' }))).toBe('conflict')
  })

  test('a guest is invited to spaces, and an owner by owners only', async () => {
    const admin = await app.person('Ada Admin', { role: 'admin' })
    expect(await codeOf(admin.call(invitePerson, { email: 'guest@example.com', role: 'guest' }))).toBe('bad_input')
    expect(await codeOf(admin.call(invitePerson, { email: 'boss@example.com', role: 'owner' }))).toBe('not_allowed')
    expect(await codeOf(admin.call(changeRole, { id: admin.id, role: 'owner' }))).toBe('not_allowed')
    expect(await codeOf(admin.call(changeRole, { id: app.owner.id, role: 'member' }))).toBe('not_allowed')
    expect(await codeOf(admin.call(deactivateMember, { id: app.owner.id }))).toBe('not_allowed')
  })

  test('the last owner stays, also when two demote each other at once', async () => {
    expect(await codeOf(app.owner.call(changeRole, { id: app.owner.id, role: 'admin' }))).toBe('conflict')
    expect(await codeOf(app.owner.call(deactivateMember, { id: app.owner.id }))).toBe('conflict')
    const other = await app.person('Otto Other', { role: 'owner' })
    const codes = await Promise.all([codeOf(app.owner.call(changeRole, { id: other.id, role: 'member' })), codeOf(other.call(changeRole, { id: app.owner.id, role: 'member' }))])
    expect(codes.filter((code) => code === 'no refusal')).toHaveLength(1)
    const owners = await on.db.selectFrom('person').select('id').where('workspace_id', '=', app.workspaceId).where('role', '=', 'owner').execute()
    expect(owners).toHaveLength(1)
    await on.db.updateTable('person').set({ role: 'owner' }).where('id', '=', app.owner.id).execute()
  })

  test('a deactivated member is out at once, with every session, token and link, and can come back', async () => {
    const dora = await app.person('Dora Done')
    const { token } = await dora.call(createToken, { label: 'laptop' })
    await app.visitor(requestMagicLink, { email: 'dora.done@example.com' })
    const gone = await app.owner.call(deactivateMember, { id: dora.id })
    expect(gone).toMatchObject({ state: 'deactivated', can: ['reactivate'] })
    expect(await codeOf(dora.call(readMe, {}))).toBe('not_signed_in')
    expect(await codeOf(app.as(token)(readMe, {}))).toBe('not_signed_in')
    const alive = await on.db.selectFrom('credential').select('kind').where('person_id', '=', dora.id).where('revoked_at', 'is', null).execute()
    expect(alive).toEqual([])
    await app.owner.call(reactivateMember, { id: dora.id })
    expect(await codeOf(app.as(token)(readMe, {}))).toBe('not_signed_in')
    expect((await app.owner.call(listMembers, {})).members.find((member) => member.id === dora.id)?.state).toBe('active')
  })

  test('somebody whose invite was taken back is invited again, not reactivated', async () => {
    const { invite } = await app.owner.call(invitePerson, { email: 'never@example.com' })
    await app.owner.call(revokeInvite, { id: invite.id })
    expect(await codeOf(app.owner.call(reactivateMember, { id: invite.personId }))).toBe('conflict')
  })

  test('sessions are listed and ended one by one, or all but this', async () => {
    const sam = await app.person('Sam Sessions')
    await app.owner.call(deactivateMember, { id: sam.id })
    await app.owner.call(reactivateMember, { id: sam.id })
    const here = await app.sessionOf(sam.id)
    const there = await app.sessionOf(sam.id)
    const third = await app.sessionOf(sam.id)
    const { sessions } = await here.call(listSessions, {})
    expect(sessions).toHaveLength(3)
    expect(sessions.filter((session) => session.current)).toHaveLength(1)
    const theirs = (await there.call(listSessions, {})).sessions.find((session) => session.current)?.id ?? ''
    expect(await codeOf(app.owner.call(endSession, { id: theirs }))).toBe('not_found')
    await here.call(endSession, { id: theirs })
    expect(await codeOf(there.call(readMe, {}))).toBe('not_signed_in')
    expect(await here.call(endOtherSessions, {})).toEqual({ ended: 1 })
    expect(await codeOf(third.call(readMe, {}))).toBe('not_signed_in')
    expect(await codeOf(here.call(readMe, {}))).toBe('no refusal')
  })

  test('a token does what its scopes say until it expires or is revoked', async () => {
    const tess = await app.person('Tess Token')
    const soon = app.app.platform.clock.now().add({ hours: 1 }).toString()
    const { token, view } = await tess.call(createToken, { label: 'reader', expiresAt: soon })
    expect(token).toMatch(/^lh_a_/)
    expect(view.scopes).not.toContain('admin:read')
    expect(await codeOf(app.as(token)(editMe, { name: 'Tessa' }))).toBe('scope_missing')
    expect((await tess.call(listTokens, {})).tokens.map((one) => one.label)).toEqual(['reader'])
    expect(await codeOf(app.owner.call(revokeToken, { id: view.id }))).toBe('not_found')
    const { view: second, token: other } = await tess.call(createToken, { label: 'other' })
    await tess.call(revokeToken, { id: second.id })
    expect(await codeOf(app.as(other)(readMe, {}))).toBe('not_signed_in')
    expect(await codeOf(tess.call(createToken, { label: 'late', expiresAt: '2020-01-01T00:00:00Z' }))).toBe('bad_input')
    await app.advanceTo(soon)
    expect(await codeOf(app.as(token)(readMe, {}))).toBe('not_signed_in')
  })

  test('a secret is answered once: the repeat of a request is refused and makes no second token', async () => {
    const rita = await app.person('Rita Repeat')
    await rita.call(createToken, { label: 'once' }, { idempotencyKey: 'same' })
    expect(await codeOf(rita.call(createToken, { label: 'once' }, { idempotencyKey: 'same' }))).toBe('conflict')
    expect((await rita.call(listTokens, {})).tokens).toHaveLength(1)
    const kept = await on.db.selectFrom('idempotency').select('answer').where('person_id', '=', rita.id).execute()
    expect(kept).toEqual([{ answer: null }])
  })

  test('a new password needs the current one and signs the others out', async () => {
    const { link } = await app.owner.call(invitePerson, { email: 'pia@example.com' })
    const { token, me } = await app.visitor(acceptInvite, { token: tokenIn(link), ...SELF, name: 'Pia', locale: 'en-us' })
    expect(me.person.locale).toBe('en-US')
    const pia = app.as(token)
    const elsewhere = await app.visitor(signIn, { email: 'pia@example.com', password: 'a long password' })
    expect(await codeOf(pia(editMe, { password: { current: 'wrong', next: 'another long one' } }))).toBe('wrong_credentials')
    expect(await pia(editMe, { name: 'Pia Prim', locale: 'de-ch', briefByMail: false, password: { current: 'a long password', next: 'another long one' } }))
      .toMatchObject({ person: { name: 'Pia Prim', locale: 'de-CH', briefByMail: false } })
    expect(await codeOf(app.as(elsewhere.token)(readMe, {}))).toBe('not_signed_in')
    expect(await codeOf(app.visitor(signIn, { email: 'pia@example.com', password: 'another long one' }))).toBe('no refusal')
  })

  test('ten wrong passwords close an account to passwords for a while', async () => {
    for (let time = 0; time < 10; time += 1) await codeOf(app.visitor(signIn, { email: 'guessed@example.com', password: `guess ${time}` }))
    expect(await codeOf(app.visitor(signIn, { email: 'Guessed@example.com', password: 'a long password' }))).toBe('too_many')
  })
})
