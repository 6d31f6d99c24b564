import { readFile } from '#contract/files.ts'
import type { FileView } from '#contract/files.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { SESSION_COOKIE } from '#server/platform/auth/identify.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { PNG, send } from '#server/files/files.test-kit.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { disposition, partOf } from './send-file.ts'

const SCRIPT = '<script>alert(document.domain)</script>'
const SVG = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${SCRIPT}</svg>`
/** A picture to who looks at its beginning, a page to who looks for tags. */
const PNG_AND_PAGE = Buffer.concat([PNG, Buffer.from(`<html><body>${SCRIPT}</body></html>`)])
const GIF_AND_SCRIPT = Buffer.from('GIF89a/*\u0001\u0000\u0001\u0000\u0000\u0000\u0000*/=1;alert(document.domain)//', 'latin1')
const PAGE_WITH_PNG = Buffer.concat([Buffer.from(`<!doctype html>${SCRIPT}`), PNG])

describeOnNewest('a file that is read', (on) => {
  let app: TestApp
  let ann: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on)
    ann = await app.person('Ann')
  })
  afterAll(() => app.stop())
  const get = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
    app.app.http.inject({ method, url, headers: { authorization: `Bearer ${ann.token}`, ...headers } })

  test.each<[string, string, Buffer | string, string]>([
    ['a page', 'page.html', `<!doctype html>${SCRIPT}`, 'application/octet-stream'],
    ['a page that is called a picture', 'photo.png', `<!doctype html>${SCRIPT}`, 'application/octet-stream'],
    ['a page with a picture in it', 'photo.png', PAGE_WITH_PNG, 'application/octet-stream'],
    ['SVG with a script', 'logo.svg', SVG, 'application/octet-stream'],
    ['SVG that is called a picture', 'logo.png', SVG, 'application/octet-stream'],
    ['PDF', 'plan.pdf', '%PDF-1.7\n%âãÏÓ\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj', 'application/octet-stream'],
    ['JavaScript', 'app.js', 'alert(1)', 'application/octet-stream'],
    ['a program', 'setup.exe', 'MZ\u0090\u0000', 'application/octet-stream'],
    ['a style sheet', 'a.css', '*{background:url(https://evil.example)}', 'application/octet-stream'],
    ['a picture', 'dot.png', PNG, 'image/png'],
    ['a picture that is called a page', 'dot.html', PNG, 'image/png'],
    ['a picture with a page behind it', 'dot.png', PNG_AND_PAGE, 'image/png'],
    ['a picture that is also a script', 'dot.gif', GIF_AND_SCRIPT, 'image/gif'],
  ])('past/22: %s is never a page of ours', async (_what, name, bytes, type) => {
    const file = await send(ann, name, bytes)
    const answer = await get(file.url)
    expect(answer.headers).toMatchObject({
      'content-type': type, 'content-security-policy': "sandbox; default-src 'none'", 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store',
      'content-disposition': expect.stringMatching(type.startsWith('image/') ? /^inline; / : /^attachment; /), 'cross-origin-resource-policy': 'same-origin',
    })
    expect(answer.rawPayload.equals(Buffer.from(bytes))).toBe(true)
    expect(file.image).toBe(type.startsWith('image/'))
  })

  test.each(['../../../etc/passwd', `${'ü'.repeat(995)}.txt`, 'a"; filename="evil.exe', "it's 100% (done)*.txt", '設計書 🚀.docx', '\u202Ecod.exe', 'CON', '.htaccess', 'a\r\nSet-Cookie: x=1', '#?&=+ %2e%2e%2f.txt'])(
    'keeps its name for people, and gets no other header in: %j', async (name) => {
      const file = await send(ann, name)
      const answer = await get(file.url)
      expect(answer.statusCode).toBe(200)
      expect(answer.headers['set-cookie']).toBeUndefined()
      const [, saved = ''] = /filename\*=UTF-8''(\S+)$/.exec(String(answer.headers['content-disposition'])) ?? []
      expect(decodeURIComponent(saved)).toBe(file.name)
      expect(file.name.length).toBeLessThanOrEqual(200)
    })

  describe('in parts', () => {
    let file: FileView
    beforeAll(async () => { file = await send(ann, 'digits.txt', '0123456789') })
    test.each([
      ['bytes=0-3', 206, '0123', 'bytes 0-3/10'], ['bytes=4-', 206, '456789', 'bytes 4-9/10'], ['bytes=-2', 206, '89', 'bytes 8-9/10'], ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
      ['bytes=0-0,2-3', 200, '0123456789', undefined], ['lines=1-2', 200, '0123456789', undefined], ['bytes=-', 200, '0123456789', undefined], ['bytes=5-2', 200, '0123456789', undefined],
    ])('%s', async (range, status, bytes, said) => {
      const answer = await get(file.url, { range })
      expect([answer.statusCode, answer.payload, answer.headers['content-range'], answer.headers['content-length']]).toEqual([status, bytes, said, String(bytes.length)])
    })
    test.each(['bytes=10-', 'bytes=99-100', 'bytes=-0'])('%s lies outside', async (range) => {
      const answer = await get(file.url, { range })
      expect([answer.statusCode, answer.headers['content-range'], answer.json<{ code: string }>().code]).toEqual([416, 'bytes */10', 'bad_range'])
    })
    test('only of the file that was meant', async () => {
      const etag = String((await get(file.url)).headers['etag'])
      expect((await get(file.url, { range: 'bytes=0-1', 'if-range': etag })).statusCode).toBe(206)
      expect((await get(file.url, { range: 'bytes=0-1', 'if-range': '"another"' })).statusCode).toBe(200)
    })
    test('by HEAD, nothing but what it would be', async () => {
      const answer = await get(file.url, {}, 'HEAD')
      expect([answer.statusCode, answer.payload, answer.headers['content-length'], answer.headers['accept-ranges']]).toEqual([200, '', '10', 'bytes'])
      expect((await app.app.http.inject({ method: 'HEAD', url: file.url })).statusCode).toBe(401)
    })
  })

  test('is asked for with a session too, below /api/v1 too, and by any name', async () => {
    const file = await send(ann, 'notes.txt')
    expect((await app.app.http.inject({ method: 'GET', url: file.url, headers: { cookie: `${SESSION_COOKIE}=${ann.token}` } })).statusCode).toBe(200)
    expect((await get(`/api/v1${file.url}`)).payload).toBe('Some words.')
    const other = await get(`/files/${file.id}/another%2F..%2Fname`)
    expect([other.statusCode, String(other.headers['content-disposition'])]).toEqual([200, expect.stringContaining('notes.txt')])
  })

  test('and may not be, is said not to exist, in the same words as what does not', async () => {
    const bob = await app.person('Bob')
    const file = await send(bob, 'hidden.txt')
    const [hidden, missing] = [await get(file.url), await get(file.url.replace(file.id, '00000000-0000-7000-8000-000000000000'))]
    expect([hidden.statusCode, hidden.body]).toEqual([404, missing.body])
    for (const url of ['/files/x/y', '/files/%00/y', `/files/${file.id}/%00`, `/files/${file.id}/${'n'.repeat(201)}`, '/files/..%2f..%2fetc/passwd', `/files/${file.id}`, `/files/${file.id}/a/b`]) {
      expect([url, [400, 404, 414].includes((await get(url)).statusCode)]).toEqual([url, true])
    }
    expect((await bob.call(readFile, { id: file.id })).name).toBe('hidden.txt')
  })

  test('past/15: is read no more with a session that was revoked', async () => {
    const cas = await app.person('Cas')
    const file = await send(cas, 'once.txt')
    const headers = { authorization: `Bearer ${cas.token}` }
    expect((await get(file.url, headers)).statusCode).toBe(200)
    await app.asSystem((act) => act.tx.updateTable('credential').set({ revoked_at: act.now }).where('workspace_id', '=', app.workspaceId).where('person_id', '=', cas.id).execute())
    expect((await get(file.url, headers)).statusCode).toBe(401)
  })
})

describe('headers of files', () => {
  test('a name is written for old and new browsers, and ends where it ends', () => {
    expect(disposition({ image: false, name: 'a"b\\c%d ü.txt' })).toBe(`attachment; filename="a_b_c_d _.txt"; filename*=UTF-8''a%22b%5Cc%25d%20%C3%BC.txt`)
  })
  test('a range is of this file, or the whole is meant', () => {
    const file = { size: 10, etag: '"x"' }
    expect([partOf(undefined, undefined, file), partOf('bytes=2-4', '"x"', file), partOf('bytes=2-4', '"y"', file), partOf('bytes=10-', undefined, file)]).toEqual([null, { start: 2, end: 4 }, null, 'outside'])
  })
})
