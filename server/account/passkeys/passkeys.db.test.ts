import { createToken, listSessions, makeSignInLink, redeemMagicLink, requestMagicLink } from '#contract/access.ts'
import { editMe, readMe, readStart, signIn } from '#contract/account.ts'
import { listAudit } from '#contract/audit.ts'
import { deactivateMember, reactivateMember } from '#contract/members.ts'
import { addPasskey, beginPasskey, beginPasskeySignIn, choosePasskeysOnly, listPasskeys, removePasskey, requirePasskeys, signInByPasskey } from '#contract/passkeys.ts'
import { listThreads } from '#contract/threads.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { newDevice } from './device.test-kit.ts'

const RIGHT = { email: 'olga@example.com', password: 'a long password' }
const LABEL = 'Laptop'
const SCRIPT = join(import.meta.dirname, '../../sign-in-link.ts')

describeOnBoth('passkeys', (on) => {
  let app: TestApp
  beforeAll(async () => { app = await startTestApp(on) })
  beforeEach(() => app.app.setPublicUrl('https://longhand.test'))
  afterEach(async () => {
    await sql`update workspace set passkeys_required = false`.execute(on.db)
    await sql`update person set passkeys_only = false`.execute(on.db)
    await sql`delete from passkey`.execute(on.db)
  })
  afterAll(() => app.stop())

  const withKey = async (person: TestPerson, device = newDevice()) => {
    const { passkey } = await person.call(addPasskey, { label: LABEL, key: device.make(await person.call(beginPasskey, {})) })
    return { device, id: passkey.id }
  }
  const asks = () => app.visitor(beginPasskeySignIn, {})
  const enters = async (device: ReturnType<typeof newDevice>, ...says: Parameters<ReturnType<typeof newDevice>['answer']> extends [unknown, ...infer Rest] ? Rest : never) =>
    app.visitor(signInByPasskey, { key: device.answer(await asks(), ...says) })
  const later = (minutes: number) => sql`update credential set created_at = created_at - make_interval(mins => ${minutes}::int) where kind = 'session'`.execute(on.db)
  const linkFor = async (email: string): Promise<string | undefined> => {
    await app.visitor(requestMagicLink, { email })
    await app.advanceTo(app.app.platform.clock.now().toString())
    return app.mails.at(-1)?.body.links[0]?.url.split('/').at(-1)
  }

  test('let somebody in again, in their workspace and as themselves, and are listed with when they did', async () => {
    const eva = await app.person('Eva Key')
    const { device, id } = await withKey(eva)
    expect((await eva.call(listPasskeys, {})).passkeys).toMatchObject([{ id, label: LABEL, lastUsedAt: null, synced: true }])
    const { token, me } = await enters(device)
    expect([me.person.name, me.workspace.id, token.slice(0, 5)]).toEqual(['Eva Key', app.workspaceId, 'lh_s_'])
    expect((await app.as(token)(readMe, {})).person.id).toBe(eva.id)
    const list = await eva.call(listPasskeys, {})
    expect(list).toMatchObject({ possible: true, only: false, required: false, fresh: true })
    expect(list.passkeys[0]?.lastUsedAt).not.toBeNull()
  })

  test.each([
    ['of another site', { origin: 'https://longhand.example' }],
    ['of a site with the same end', { rpId: 'test' }],
    ['of a device that did not look who is there', { verified: false }],
    ['that was meant for making one', { type: 'webauthn.create' }],
  ])('an answer %s opens nothing', async (_why, says) => {
    const { device } = await withKey(await app.person(`Eva ${_why}`))
    expect(await codeOf(enters(device, says))).toBe('wrong_credentials')
    expect(await codeOf(enters(device))).toBe('no refusal')
  })

  test.each([
    ['of another site', { origin: 'https://longhand.example' }],
    ['for another site', { rpId: 'longhand.example' }],
    ['that nobody was asked for', { verified: false }],
    ['that answers another question', { type: 'webauthn.get' }],
  ])('a key %s is not kept', async (_why, says) => {
    const noor = await app.person(`Noor ${_why}`)
    expect(await codeOf(noor.call(addPasskey, { label: LABEL, key: newDevice().make(await noor.call(beginPasskey, {}), says) }))).toBe('bad_input')
    expect((await noor.call(listPasskeys, {})).passkeys).toEqual([])
  })

  test('an answer opens once, within five minutes, and only to a question of ours for this purpose', async () => {
    const omar = await app.person('Omar Once')
    const { device } = await withKey(omar)
    const key = device.answer(await asks())
    const both = await Promise.all([codeOf(app.visitor(signInByPasskey, { key })), codeOf(app.visitor(signInByPasskey, { key }))])
    expect(both.toSorted()).toEqual(['conflict', 'no refusal'])
    expect(await codeOf(app.visitor(signInByPasskey, { key }))).toBe('conflict')
    const made = await omar.call(beginPasskey, {})
    expect(await codeOf(app.visitor(signInByPasskey, { key: device.answer(made) }))).toBe('wrong_credentials')
    const own = { options: { challenge: Buffer.alloc(56, 7).toString('base64url') } }
    expect(await codeOf(app.visitor(signInByPasskey, { key: device.answer(own) }))).toBe('wrong_credentials')
    const late = device.answer(await asks())
    await app.advanceTo(app.app.platform.clock.now().add({ minutes: 5 }).toString())
    expect(await codeOf(app.visitor(signInByPasskey, { key: late }))).toBe('wrong_credentials')
    expect(await codeOf(enters(device))).toBe('no refusal')
  })

  test('what was asked of one person is not answered by another', async () => {
    const [ida, jan] = [await app.person('Ida First'), await app.person('Jan Second')]
    expect(await codeOf(jan.call(addPasskey, { label: LABEL, key: newDevice().make(await ida.call(beginPasskey, {})) }))).toBe('bad_input')
    const device = newDevice()
    await withKey(ida, device)
    expect(await codeOf(jan.call(addPasskey, { label: LABEL, key: device.make(await jan.call(beginPasskey, {})) }))).toBe('conflict')
  })

  test('of a device that counts, one that has counted less is a copy and opens nothing', async () => {
    const { device } = await withKey(await app.person('Cleo Counts'), newDevice({ synced: false }))
    expect(await codeOf(enters(device, { count: 7 }))).toBe('no refusal')
    expect(await codeOf(enters(device, { count: 7 }))).toBe('wrong_credentials')
    expect(await codeOf(enters(device, { count: 8 }))).toBe('no refusal')
  })

  test('a signature that was changed, or a key of somebody else under my name, opens nothing', async () => {
    const [mia, tom] = [await app.person('Mia Mine'), await app.person('Tom Theirs')]
    const [mine, theirs] = [(await withKey(mia)).device, (await withKey(tom)).device]
    const good = mine.answer(await asks())
    const other = theirs.answer(await asks())
    const flipped = Buffer.from(good.response.signature, 'base64url')
    flipped[flipped.length - 1] = (flipped.at(-1) ?? 0) ^ 1
    for (const response of [{ ...good.response, signature: flipped.toString('base64url') }, { ...good.response, userHandle: other.response.userHandle }, { ...other.response, userHandle: good.response.userHandle }, { ...good.response, userHandle: null }, { ...good.response, userHandle: 'AAAA' }]) {
      expect(await codeOf(app.visitor(signInByPasskey, { key: { ...good, response } }))).toBe('wrong_credentials')
    }
    expect(await codeOf(app.visitor(signInByPasskey, { key: good }))).toBe('no refusal')
  })

  test('one that was taken away, or whose person has left, opens nothing at once', async () => {
    const [zoe, ben] = [await app.person('Zoe Removes'), await app.person('Ben Leaves')]
    const { device, id } = await withKey(zoe)
    expect(await zoe.call(removePasskey, { id })).toEqual({ ok: true })
    expect(await codeOf(enters(device))).toBe('wrong_credentials')
    const other = await withKey(ben)
    await app.owner.call(deactivateMember, { id: ben.id })
    expect(await codeOf(enters(other.device))).toBe('wrong_credentials')
    await app.owner.call(reactivateMember, { id: ben.id })
    expect(await codeOf(enters(other.device))).toBe('no refusal')
  })

  test('are made and taken away by a person who has just signed in, never by a token', async () => {
    const lea = await app.person('Lea Late')
    const { id } = await withKey(lea)
    const script = app.as((await lea.call(createToken, { label: 'script', scopes: ['account:read', 'account:write'] })).token)
    const all = async (call: TestPerson['call']) => Promise.all([
      codeOf(call(beginPasskey, {})), codeOf(call(removePasskey, { id })), codeOf(call(choosePasskeysOnly, { only: true })),
    ])
    expect(await all(script)).toEqual(['not_allowed', 'not_allowed', 'not_allowed'])
    const asked = await lea.call(beginPasskey, {})
    await later(16)
    expect((await lea.call(listPasskeys, {})).fresh).toBe(false)
    expect(await all(lea.call)).toEqual(['not_allowed', 'not_allowed', 'not_allowed'])
    expect(await codeOf(lea.call(addPasskey, { label: LABEL, key: newDevice().make(asked) }))).toBe('not_allowed')
    expect((await lea.call(listPasskeys, {})).passkeys).toHaveLength(1)
  })

  test('alone let somebody in who chose so: no password, no mailed link, no session from before', async () => {
    const before = await app.visitor(signIn, RIGHT)
    const olga = await app.sessionOf(app.owner.id)
    expect(await codeOf(olga.call(choosePasskeysOnly, { only: true }))).toBe('conflict')
    const mailed = await linkFor(RIGHT.email)
    const { device, id } = await withKey(olga)
    await olga.call(choosePasskeysOnly, { only: true })
    expect(await codeOf(app.as(before.token)(readMe, {}))).toBe('not_signed_in')
    expect(await codeOf(app.visitor(signIn, RIGHT))).toBe('not_allowed')
    expect(await codeOf(app.visitor(signIn, { ...RIGHT, password: 'another password' }))).toBe('wrong_credentials')
    expect(await codeOf(app.visitor(redeemMagicLink, { token: mailed ?? '' }))).toBe('link_expired')
    const mails = app.mails.length
    expect([await linkFor(RIGHT.email), await linkFor(RIGHT.email), app.mails.length]).toEqual([undefined, undefined, mails + 1])
    expect(app.mails.at(-1)?.body.text).toContain('a passkey alone lets you in')
    expect(await codeOf(olga.call(removePasskey, { id }))).toBe('conflict')
    expect(await codeOf(enters(device))).toBe('no refusal')
    await olga.call(choosePasskeysOnly, { only: false })
    expect(await codeOf(app.visitor(signIn, RIGHT))).toBe('no refusal')
  })

  test('a link that was handed over in person lets somebody in who has lost theirs; one that was mailed before does not', async () => {
    const kim = await app.person('Kim Lost')
    await withKey(kim)
    const before = await linkFor('kim.lost@example.com')
    await sql`update person set passkeys_only = true where id = ${kim.id}`.execute(on.db)
    expect(await codeOf(app.visitor(redeemMagicLink, { token: before ?? '' }))).toBe('not_allowed')
    app.owner = await app.sessionOf(app.owner.id)
    const { link } = await app.owner.call(makeSignInLink, { id: kim.id })
    const { token } = await app.visitor(redeemMagicLink, { token: link.split('/').at(-1) ?? '' })
    const again = { ...kim, call: app.as(token) }
    expect(await codeOf(enters((await withKey(again)).device))).toBe('no refusal')
  })

  test('whoever runs the server makes a link for somebody whom nobody else can let in; the audit log says so', async () => {
    await withKey(await app.sessionOf(app.owner.id))
    await sql`update person set passkeys_only = true where id = ${app.owner.id}`.execute(on.db)
    const run = (...args: string[]) => promisify(execFile)(process.execPath, [SCRIPT, ...args], { env: { ...process.env, DATABASE_URL: on.url, PUBLIC_URL: 'https://longhand.test' } })
    const { stdout } = await run('OLGA@example.com')
    expect(stdout).toMatch(/^Olga Owner of Acme signs in once, within 30 minutes, at https:\/\/longhand\.test\/sign-in\/\S+\n$/)
    await sql`update workspace set passkeys_required = true`.execute(on.db)
    app.app.setPublicUrl('http://127.0.0.1:7400')
    const entered = await app.visitor(redeemMagicLink, { token: stdout.trim().split('/').at(-1) ?? '' })
    expect(entered.me.person).toMatchObject({ id: app.owner.id, passkeyFirst: false })
    expect(await codeOf(app.as(entered.token)(requirePasskeys, { required: false }))).toBe('no refusal')
    const { lines } = await app.owner.call(listAudit, {})
    expect(lines.map(({ says }) => says)).toContain('Whoever runs the server made a one-time sign-in link for Olga Owner.')
    await expect(run('nobody@example.com')).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('Nobody with the address nobody@example.com is active here.') })
    await expect(run()).rejects.toMatchObject({ code: 2 })
  })

  test('that a workspace asks of everybody: whoever has none reaches their own account alone until they add one', async () => {
    const [una, vic] = [await app.person('Una New'), await app.person('Vic Admin', { role: 'admin' })]
    const script = app.as((await una.call(createToken, { label: 'script' })).token)
    expect(await codeOf(una.call(requirePasskeys, { required: true }))).toBe('not_allowed')
    expect(await codeOf(vic.call(requirePasskeys, { required: true }))).toBe('conflict')
    await withKey(vic)
    const { without } = await vic.call(listPasskeys, {})
    await vic.call(requirePasskeys, { required: true })
    expect((await vic.call(listPasskeys, {})).required).toBe(true)
    expect((await vic.call(readMe, {})).person.passkeyFirst).toBe(false)
    expect((await una.call(readMe, {})).person.passkeyFirst).toBe(true)
    expect([await codeOf(una.call(listThreads, {})), await codeOf(script(listThreads, {})), await codeOf(vic.call(listThreads, {}))]).toEqual(['scope_missing', 'no refusal', 'no refusal'])
    const stream = await app.app.http.inject({ method: 'GET', url: '/api/v1/events', headers: { authorization: `Bearer ${una.token}` } })
    expect([stream.statusCode, stream.json()]).toMatchObject([403, { code: 'scope_missing' }])
    expect((await una.call(listSessions, {})).sessions).toHaveLength(1)
    expect((await app.visitor(signIn, RIGHT)).me.person.passkeyFirst).toBe(true)
    const { device } = await withKey(una)
    expect([(await una.call(listPasskeys, {})).without, (await vic.call(listPasskeys, {})).without]).toEqual([null, Number(without) - 1])
    expect([(await una.call(readMe, {})).person.passkeyFirst, await codeOf(una.call(listThreads, {}))]).toEqual([false, 'no refusal'])
    expect(await codeOf(enters(device))).toBe('no refusal')
    await una.call(editMe, { password: { next: 'correct horse staple' } })
    expect(await codeOf(app.visitor(signIn, { email: 'una.new@example.com', password: 'correct horse staple' }))).toBe('not_allowed')
    await vic.call(requirePasskeys, { required: false })
    expect(await codeOf(app.visitor(signIn, { email: 'una.new@example.com', password: 'correct horse staple' }))).toBe('no refusal')
  })

  test.each([
    ['https://longhand.example', true], ['https://longhand.example:8443', true], ['http://localhost:7400', true], ['http://127.0.0.1:7400', false], ['http://[::1]:7400', false], ['https://192.0.2.7', false], ['http://longhand.example', false],
  ])('at %s they are possible: %s', async (address, possible) => {
    app.app.setPublicUrl(address)
    expect((await app.visitor(readStart, {})).passkeys).toBe(possible)
    expect(await codeOf(asks())).toBe(possible ? 'no refusal' : 'conflict')
    expect(await codeOf((await app.sessionOf(app.owner.id)).call(beginPasskey, {}))).toBe(possible ? 'no refusal' : 'conflict')
  })
})
