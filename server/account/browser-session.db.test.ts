import { readMe } from '#contract/account.ts'
import { HOST_COOKIE, SESSION_COOKIE } from '#server/platform/auth/identify.ts'
import { hashSecret } from '#server/platform/ids.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp } from '#server/app.test-kit.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

const HTTPS = 'https://longhand.test'
const RIGHT = { email: 'olga@example.com', password: 'a long password' }

describeOnNewest('the session of a browser', (on) => {
  let app: TestApp
  beforeAll(async () => { app = await startTestApp(on) })
  beforeEach(() => app.app.setPublicUrl(HTTPS))
  afterAll(() => app.stop())

  const ask = async (method: 'GET' | 'POST' | 'DELETE', path: string, cookie: Record<string, string> = {}, payload?: object) => {
    const origin = app.app.platform.facts().publicUrl
    const answer = await app.app.http.inject({ method, url: `/api/v1${path}`, headers: { origin, ...(method === 'DELETE' && { 'idempotency-key': 'a key of its own' }), ...(payload && { 'content-type': 'application/json' }) }, cookies: cookie, ...(payload && { payload }) })
    const cookies = new Map(answer.cookies.map(({ name, ...rest }) => [name, rest as Partial<(typeof answer.cookies)[number]>]))
    return { status: answer.statusCode, cookies, body: answer.json<{ token?: string }>(), token: cookies.get(HOST_COOKIE)?.value ?? cookies.get(SESSION_COOKIE)?.value ?? '' }
  }

  test('is kept under a name that browsers take by https alone, for this host and all of it', async () => {
    const { status, cookies } = await ask('POST', '/session', {}, RIGHT)
    expect([status, cookies.get(HOST_COOKIE)]).toMatchObject([200, { value: expect.stringMatching(/^lh_s_/), path: '/', secure: true, httpOnly: true, sameSite: 'Lax' }])
    expect(cookies.get(HOST_COOKIE)?.domain).toBeUndefined()
    app.app.setPublicUrl('http://127.0.0.1:7400')
    expect([...(await ask('POST', '/session', {}, RIGHT)).cookies.keys()]).toEqual([SESSION_COOKIE])
  })

  test('stands in no answer that a script of a page could read; a client without cookies is given it there', async () => {
    const { status, body, token } = await ask('POST', '/session', {}, RIGHT)
    expect([status, body.token, token]).toEqual([200, '', expect.stringMatching(/^lh_s_/)])
    const other = await app.app.http.inject({ method: 'POST', url: '/api/v1/session', headers: { 'content-type': 'application/json' }, payload: RIGHT })
    expect(other.json<{ token: string }>().token).toMatch(/^lh_s_/)
  })

  test('that began under the old name goes on under the new one, which goes before it', async () => {
    const eva = await app.person('Eva')
    const moved = await ask('GET', '/me', { [SESSION_COOKIE]: eva.token })
    expect([moved.status, moved.cookies.get(HOST_COOKIE)?.value, moved.cookies.get(SESSION_COOKIE)?.value]).toEqual([200, eva.token, ''])
    const stays = await ask('GET', '/me', { [HOST_COOKIE]: eva.token, [SESSION_COOKIE]: 'set by a neighbour' })
    expect([stays.status, stays.cookies.size]).toEqual([200, 0])
    expect((await ask('GET', '/me', { [HOST_COOKIE]: 'made up', [SESSION_COOKIE]: eva.token })).status).toBe(401)
    const out = await ask('DELETE', '/session', { [HOST_COOKIE]: eva.token })
    expect([out.status, out.cookies.get(HOST_COOKIE)?.value]).toEqual([200, ''])
  })

  test('ends fourteen days after it was last used, and thirty after it began', async () => {
    const session = await ask('POST', '/session', {}, RIGHT)
    const status = async () => (await ask('GET', '/me', { [HOST_COOKIE]: session.token })).status
    const earlier = (days: number, what: 'last_used_at' | 'expires_at') => sql`update credential set ${sql.ref(what)} = ${sql.ref(what)} - make_interval(days => ${days}::int) where secret_hash = ${hashSecret(session.token)}`.execute(on.db)
    await earlier(13, 'last_used_at')
    expect(await status()).toBe(200)
    await earlier(15, 'last_used_at')
    expect(await status()).toBe(401)
    await earlier(-15, 'last_used_at')
    await earlier(29, 'expires_at')
    expect(await status()).toBe(200)
    await earlier(2, 'expires_at')
    expect(await status()).toBe(401)
  })

  test('ends when somebody signs in there again, whoever it was of', async () => {
    const first = await ask('POST', '/session', {}, RIGHT)
    const other = await ask('POST', '/session', {}, RIGHT)
    const second = await ask('POST', '/session', { [HOST_COOKIE]: first.token }, RIGHT)
    expect(await codeOf(app.as(first.token)(readMe, {}))).toBe('not_signed_in')
    for (const { token } of [other, second]) expect(await codeOf(app.as(token)(readMe, {}))).toBe('no refusal')
    expect((await ask('POST', '/session', { [HOST_COOKIE]: second.token }, { ...RIGHT, password: 'another password' })).status).toBe(401)
    expect(await codeOf(app.as(second.token)(readMe, {}))).toBe('no refusal')
  })
})
