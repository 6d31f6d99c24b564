import { createToken, makeSignInLink, redeemMagicLink, requestMagicLink } from '#contract/access.ts'
import { readMe, signIn } from '#contract/account.ts'
import { acceptInvite, invitePerson, readInvite } from '#contract/members.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp, weekdays } from '#server/app.test-kit.ts'
import type { TestApp } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

const tokenIn = (link: string | undefined) => link?.split('/').at(-1) ?? ''
const HOURS = { zone: 'Asia/Manila', weeks: [weekdays('09:00', '17:00')] }

describeOnNewest('one-time links', (on) => {
  let app: TestApp
  beforeAll(async () => { app = await startTestApp(on) })
  afterAll(() => app.stop())

  const now = () => app.app.platform.clock.now()
  const mailsTo = (address: string) => app.mails.filter((mail) => mail.to.address === address)
  const askFor = async (email: string) => {
    expect(await app.visitor(requestMagicLink, { email })).toEqual({ ok: true })
    await app.advanceTo(now().toString())
    return tokenIn(mailsTo(email).at(-1)?.body.links[0]?.url)
  }

  test('an unknown address, an invited one and one that has left are answered like a known one, and get nothing', async () => {
    await app.owner.call(invitePerson, { email: 'invited@example.com' })
    await app.advanceTo(now().toString())
    const before = app.mails.length
    for (const email of ['stranger@example.com', 'invited@example.com']) expect(await app.visitor(requestMagicLink, { email })).toEqual({ ok: true })
    await app.advanceTo(now().toString())
    expect(app.mails).toHaveLength(before)
    expect(await on.db.selectFrom('person').select('email').where('email', '=', 'stranger@example.com').execute()).toEqual([])
  })

  test('a mailed link signs in once', async () => {
    await app.person('Ana Alves')
    const token = await askFor('ana.alves@example.com')
    const { me } = await app.visitor(redeemMagicLink, { token })
    expect(me.person.name).toBe('Ana Alves')
    expect(await codeOf(app.visitor(redeemMagicLink, { token }))).toBe('link_used')
  })

  test('fifty tries at once: exactly one wins', async () => {
    await app.person('Fifi Fifty')
    const token = await askFor('fifi.fifty@example.com')
    const codes = await Promise.all(Array.from({ length: 50 }, () => codeOf(app.visitor(redeemMagicLink, { token }))))
    expect(codes.filter((code) => code === 'no refusal')).toHaveLength(1)
    expect(codes.filter((code) => code === 'link_used')).toHaveLength(49)
    const sessions = await on.db.selectFrom('credential as c').innerJoin('person as p', 'p.id', 'c.person_id').select('c.id')
      .where('p.email', '=', 'fifi.fifty@example.com').where('c.kind', '=', 'session').where('c.label', '!=', 'test').execute()
    expect(sessions).toHaveLength(1)
  })

  test('a link dies after thirty minutes', async () => {
    await app.person('Lena Late')
    const token = await askFor('lena.late@example.com')
    await app.advanceTo(now().add({ minutes: 30 }).toString())
    expect(await codeOf(app.visitor(redeemMagicLink, { token }))).toBe('link_expired')
  })

  test('a mailbox gets five unused links at most, whoever asks', async () => {
    await app.person('Flo Flood')
    for (let time = 0; time < 8; time += 1) await askFor('flo.flood@example.com')
    expect(mailsTo('flo.flood@example.com')).toHaveLength(5)
  })

  test.each(['', 'x', 'lh_m_AAAAAAAAAAAAAAAAAAAAAA_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', '../../etc/passwd'])('a made-up token (%s) is none of ours', async (token) => {
    expect(await codeOf(app.visitor(redeemMagicLink, { token }))).toBe('not_found')
  })

  test('an invite link is no sign-in link, and a session token is neither', async () => {
    const { link } = await app.owner.call(invitePerson, { email: 'mixed@example.com' })
    expect(await codeOf(app.visitor(redeemMagicLink, { token: tokenIn(link) }))).toBe('not_found')
    expect(await codeOf(app.visitor(readInvite, { token: app.owner.token }))).toBe('not_found')
  })

  test('fifty acceptances of one invite at once: exactly one wins, with its name and hours', async () => {
    const { link } = await app.owner.call(invitePerson, { email: 'mei@example.com', spaceIds: [app.spaceId] })
    const accepted = await Promise.all(Array.from({ length: 50 }, (_none, index) =>
      app.visitor(acceptInvite, { token: tokenIn(link), name: `Mei ${index}`, password: 'a long password', ...HOURS }).then(({ me }) => me, () => null)))
    const winners = accepted.filter((me) => me !== null)
    expect(winners).toHaveLength(1)
    expect(winners[0]).toMatchObject({ person: { email: 'mei@example.com', role: 'member', zone: 'Asia/Manila' }, spaces: [{ id: app.spaceId, joined: true }] })
    const { me } = await app.visitor(signIn, { email: 'mei@example.com', password: 'a long password' })
    expect(me.person.name).toBe(winners[0]?.person.name)
  })

  test('an invite with hours that cannot be stays usable', async () => {
    const { link } = await app.owner.call(invitePerson, { email: 'noa@example.com' })
    const token = tokenIn(link)
    const crossed = [[...weekdays('09:00', '17:00'), ...weekdays('16:00', '18:00')]]
    expect(await codeOf(app.visitor(acceptInvite, { token, name: 'Noa', password: 'a long password', zone: 'Asia/Manila', weeks: crossed }))).toBe('bad_input')
    expect(await codeOf(app.visitor(acceptInvite, { token, name: 'Noa', password: 'a long password', ...HOURS }))).toBe('no refusal')
  })

  test('a link made by hand needs a person who manages, and never opens an owner to an admin', async () => {
    const admin = await app.person('Adam Admin', { role: 'admin' })
    const ben = await app.person('Ben Link')
    expect(await codeOf(ben.call(makeSignInLink, { id: admin.id }))).toBe('not_allowed')
    expect(await codeOf(admin.call(makeSignInLink, { id: app.owner.id }))).toBe('not_allowed')
    const { link } = await admin.call(makeSignInLink, { id: ben.id })
    expect(link).toMatch(/^http:\/\/longhand\.test\/sign-in\/lh_m_/)
    expect((await app.visitor(redeemMagicLink, { token: tokenIn(link) })).me.person.id).toBe(ben.id)
  })

  test('a token opens no further door: no tokens, links or people who manage', async () => {
    const { token } = await app.owner.call(createToken, { label: 'script', scopes: ['account:read', 'account:write', 'admin:write'] })
    const script = app.as(token)
    expect((await script(readMe, {})).person.role).toBe('owner')
    expect(await codeOf(script(createToken, { label: 'more' }))).toBe('not_allowed')
    expect(await codeOf(script(makeSignInLink, { id: app.owner.id }))).toBe('not_allowed')
    expect(await codeOf(script(invitePerson, { email: 'boss@example.com', role: 'admin' }))).toBe('not_allowed')
    expect(await codeOf(script(invitePerson, { email: 'hand@example.com' }))).toBe('no refusal')
  })
})
