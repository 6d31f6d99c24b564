import { randomUUID } from 'node:crypto'
import { createSpace, listSpaces } from '#contract/spaces.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SESSION_COOKIE } from '../auth/identify.ts'

type Sent = { headers?: Record<string, string>; payload?: string | Buffer; method?: 'POST' | 'GET' | 'PATCH'; url?: string }

describeOnNewest('a request', (on) => {
  let app: TestApp
  beforeAll(async () => { app = await startTestApp(on) })
  afterAll(() => app.stop())

  const send = async ({ headers = {}, payload, method = 'POST', url = '/api/v1/spaces' }: Sent) => {
    const answer = await app.app.http.inject({ method, url, headers: { 'content-type': 'application/json', ...headers }, ...(payload !== undefined && { payload }) })
    return { status: answer.statusCode, type: String(answer.headers['content-type']), body: answer.json<{ code?: string; next?: string }>() }
  }
  const bearer = () => ({ authorization: `Bearer ${app.owner.token}` })
  const cookie = () => ({ cookie: `${SESSION_COOKIE}=${app.owner.token}` })
  const name = () => JSON.stringify({ name: `Room ${randomUUID()}` })
  const spaceCount = async () => (await app.owner.call(listSpaces, {})).spaces.length

  test('with the same Idempotency-Key is answered the same, and acts once', async () => {
    const input = { name: 'Once' }
    const first = await app.owner.call(createSpace, input, { idempotencyKey: 'once' })
    expect(await app.owner.call(createSpace, input, { idempotencyKey: 'once' })).toEqual(first)
    expect(await codeOf(app.owner.call(createSpace, { name: 'Twice' }, { idempotencyKey: 'once' }))).toBe('conflict')
    expect(await codeOf(app.owner.call(createSpace, { name: 'Twice' }, { idempotencyKey: 'x'.repeat(201) }))).toBe('bad_input')
  })

  test('that is refused leaves its key free for a corrected one', async () => {
    expect(await codeOf(app.owner.call(createSpace, { name: 'Once' }, { idempotencyKey: 'again' }))).toBe('conflict')
    expect(await codeOf(app.owner.call(createSpace, { name: 'Corrected' }, { idempotencyKey: 'again' }))).toBe('no refusal')
  })

  test('and its key belong to one person', async () => {
    const ben = await app.person('Ben')
    const mine = await app.owner.call(createSpace, { name: 'Mine' }, { idempotencyKey: 'shared' })
    const his = await ben.call(createSpace, { name: 'His' }, { idempotencyKey: 'shared' })
    expect(his.id).not.toBe(mine.id)
  })

  test('repeated twenty times at once acts once, and all are answered the same', async () => {
    const before = await spaceCount()
    const answers = await Promise.all(Array.from({ length: 20 }, () => app.owner.call(createSpace, { name: 'Rush' }, { idempotencyKey: 'rush' })))
    expect(new Set(answers.map((space) => space.id)).size).toBe(1)
    expect(await spaceCount()).toBe(before + 1)
  })

  test.each([
    ['another site', { origin: 'https://evil.example' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['nowhere', {}, 403],
    ['a look-alike of our name', { origin: 'http://longhand.test.evil.example' }, 403],
    ['our name at another port', { origin: 'http://longhand.test:81' }, 403],
    ['our own pages', { origin: 'http://longhand.test' }, 200],
  ])('of a browser with a session, sent from %s', async (_where, headers, status) => {
    const before = await spaceCount()
    const answer = await send({ headers: { ...cookie(), ...headers }, payload: name() })
    expect([answer.status, answer.body.code]).toEqual([status, status === 403 ? 'foreign_origin' : undefined])
    expect(await spaceCount()).toBe(before + (status === 200 ? 1 : 0))
  })

  test('with a token is taken from anywhere, since no other site has it', async () => {
    expect((await send({ headers: { ...bearer(), origin: 'https://script.example' }, payload: name() })).status).toBe(200)
  })

  test('of a visitor is not taken from another site either, so that nobody is signed in unawares', async () => {
    const payload = JSON.stringify({ email: 'olga@example.com', password: 'a long password' })
    expect((await send({ url: '/api/v1/session', headers: { origin: 'https://evil.example' }, payload })).status).toBe(403)
    expect((await send({ url: '/api/v1/session', payload })).status).toBe(200)
  })

  test.each([
    ['as they are', (text: string) => text], ['each as an escape', (text: string) => text.replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)],
  ])('holds a page of a million characters of any script, %s', async (_how, written) => {
    const text = '\u4F1A\u8B70\n'.repeat(333_333)
    const page = { spaceId: app.spaceId, title: 'Long', text }
    const made = await send({ headers: bearer(), url: '/api/v1/pages', payload: written(JSON.stringify(page)) })
    expect([made.status, made.body.next]).toEqual([200, undefined])
    const slot = await app.app.http.inject({ method: 'PUT', url: `/api/v1/drafts/page:new-${randomUUID()}`, headers: { ...bearer(), 'content-type': 'application/json' }, payload: written(JSON.stringify({ version: 0, body: { text } })) })
    expect([slot.statusCode, slot.body.slice(0, 300)]).toEqual([200, expect.any(String)])
    const longer = await send({ headers: bearer(), url: '/api/v1/pages', payload: written(JSON.stringify({ ...page, text: `${text}\u4F1A\u4F1A` })) })
    expect([longer.status, longer.body.code]).toEqual([400, 'bad_input'])
  })

  test('that is long is not read from somebody who is not signed in', async () => {
    const payload = JSON.stringify({ spaceId: app.spaceId, title: 'Long', text: 'x'.repeat(2_000_000) })
    expect((await send({ url: '/api/v1/pages', payload })).status).toBe(401)
    expect((await send({ url: '/api/v1/session', payload })).status).toBe(413)
    expect((await send({ headers: bearer(), url: '/api/v1/pages', payload: JSON.stringify({ title: 'x'.repeat(7_000_000) }) })).status).toBe(413)
  })

  test.each<[string, string | Buffer, number, string]>([
    ['10 MB', JSON.stringify({ name: 'x'.repeat(10_000_000) }), 413, 'too_large'],
    ['broken UTF-8', Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xC3, 0x28, 0xFF]), Buffer.from('"}')]), 400, 'bad_input'],
    ['half a surrogate pair', String.raw`{"name":"x\ud800"}`, 400, 'bad_input'],
    ['the other half', String.raw`{"name":"\udc00x"}`, 400, 'bad_input'],
    ['a null character', String.raw`{"name":"x\u0000y"}`, 400, 'bad_input'],
    ['a name of white space', String.raw`{"name":" \t\u00a0"}`, 400, 'bad_input'],
    ['a prototype', '{"name":"x","__proto__":{"role":"owner"}}', 400, 'bad_input'],
    ['a constructor', '{"name":"x","constructor":{"prototype":{"role":"owner"}}}', 400, 'bad_input'],
    ['no object', '[]', 400, 'bad_input'],
    ['a text', '"name"', 400, 'bad_input'],
    ['null', 'null', 400, 'bad_input'],
    ['half an object', '{"name":', 400, 'bad_input'],
    ['a number for a name', '{"name":1e999}', 400, 'bad_input'],
    ['a length that cannot be made a text', '{"name":{"length":{"toString":{}}}}', 400, 'bad_input'],
    ['a thousand levels', `{"name":${'['.repeat(1000)}${']'.repeat(1000)}}`, 400, 'bad_input'],
  ])('that holds %s is a problem in words, and stores nothing', async (_what, payload, status, code) => {
    const before = await spaceCount()
    const answer = await send({ headers: bearer(), payload })
    expect(answer).toMatchObject({ status, type: 'application/problem+json; charset=utf-8', body: { code, next: expect.any(String) } })
    expect(await spaceCount()).toBe(before)
  })

  test.each([
    ['a form', 'application/x-www-form-urlencoded', 'name=x'], ['plain text, which browsers send without asking', 'text/plain', '{"name":"x"}'], ['XML', 'application/xml', '<name/>'],
  ])('as %s is not taken', async (_what, type, payload) => {
    const answer = await send({ headers: { ...bearer(), 'content-type': type }, payload })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.type).toContain('application/problem+json')
  })

  test.each(['/api/v1/spaces/%00', '/api/v1/spaces/not-an-id', `/api/v1/spaces/${'9'.repeat(5000)}`, '/api/v1/entries/1e3x', '/api/v1/entries/99999999999999999999', '/api/v1/entries?limit=0', '/api/v1/entries?cursor=%ff', '/api/v1/drafts/..%2f..%2fetc', '/api/v1/nothing'])(
    'for %s is answered with a problem, never a fault of ours', async (url) => {
      const answer = await send({ method: 'GET', url, headers: bearer() })
      expect([400, 404, 414]).toContain(answer.status)
      expect(answer.body.code).toMatch(/bad_input|not_found/)
    })

  test.each([
    ['PATCH', '/api/v1/spaces', 'GET, HEAD, POST'], ['POST', '/api/v1/people/0198c5a0-0000-7000-8000-000000000000/hours', 'GET, HEAD, PUT'], ['GET', '/api/v1/session?next=x', 'DELETE, POST'],
  ] as const)('by %s at %s is told what is taken there', async (method, url, allow) => {
    const answer = await app.app.http.inject({ method, url, headers: bearer() })
    expect([answer.statusCode, answer.headers.allow, answer.json()]).toMatchObject([405, allow, { code: 'wrong_method', title: `Nothing at this address takes ${method}.`, next: expect.stringContaining(allow) }])
  })

  test('of somebody who is not signed in is told how one signs in', async () => {
    const answer = await app.app.http.inject({ method: 'GET', url: '/api/v1/spaces' })
    expect([answer.statusCode, answer.headers['www-authenticate']]).toEqual([401, 'Bearer realm="Longhand"'])
  })

  test('that names an id in the path and another in the body is refused', async () => {
    const answer = await send({ method: 'PATCH', url: `/api/v1/spaces/${app.spaceId}`, headers: bearer(), payload: JSON.stringify({ id: randomUUID(), name: 'Mine' }) })
    expect([answer.status, answer.body.code]).toEqual([400, 'bad_input'])
  })
})
