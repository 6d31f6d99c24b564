import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { FILE_MAX_BYTES, readFile } from '#contract/files.ts'
import type { FileView } from '#contract/files.ts'
import { deactivateMember } from '#contract/members.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { SESSION_COOKIE } from '#server/platform/auth/identify.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { onDisk, send } from '#server/files/files.test-kit.ts'
import { arm } from '../failpoint.ts'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

type Sent = { url?: string; headers?: Record<string, string>; body?: Buffer; pieces?: { size: number; count: number } }
type Answered = { status: number; body: { code?: string; title?: string; id?: string } }
const PIECE = 64 * 1024

describeOnNewest('an upload', (on) => {
  let app: TestApp
  let ann: TestPerson
  let port: number
  beforeAll(async () => {
    app = await startTestApp(on)
    ann = await app.person('Ann')
    await app.app.http.listen({ host: '127.0.0.1', port: 0 })
    port = (app.app.http.server.address() as AddressInfo).port
  })
  afterAll(() => app.stop())

  const bearer = (person = ann) => ({ authorization: `Bearer ${person.token}` })
  const bytes = { 'content-type': 'application/octet-stream' }
  const rows = () => app.app.platform.db.selectFrom('file').select(['id', 'state']).where('workspace_id', '=', app.workspaceId).orderBy('id').execute()
  /** The state before and after must be the same: no row, no timer, no byte. */
  const kept = async () => ({
    rows: await rows(), disk: onDisk(app),
    timers: (await app.app.platform.db.selectFrom('timer').select('key').where('workspace_id', '=', app.workspaceId).where('kind', '=', 'file.remove').orderBy('key').execute()).map((one) => one.key),
  })
  /** Over a socket, so that bodies come as they come. */
  const post = ({ url = '/api/v1/files?name=x.txt', headers = {}, body, pieces }: Sent): Promise<Answered> => new Promise((done, failed) => {
    const agent = new Agent({ keepAlive: true })
    const asked = request({ host: '127.0.0.1', port, method: 'POST', path: url, headers, agent }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => { agent.destroy(); done({ status: answer.statusCode ?? 0, body: JSON.parse(Buffer.concat(parts).toString()) as Answered['body'] }) })
    })
    asked.on('error', failed)
    if (!pieces) { asked.end(body); return }
    let left = pieces.count
    const write = () => { while (left > 0) { left -= 1; if (!asked.write(Buffer.alloc(pieces.size, 'x'))) { asked.once('drain', write); return } } asked.end() }
    write()
  })

  test('comes in pieces of unknown number and is kept whole', async () => {
    const { status, body } = await post({ headers: { ...bearer(), ...bytes }, pieces: { size: PIECE, count: 40 } })
    expect([status, (body as FileView).size]).toEqual([200, 40 * PIECE])
  })

  test('may be exactly as large as the limit, with little memory', async () => {
    const { status, body } = await post({ headers: { ...bearer(), ...bytes, 'content-length': String(FILE_MAX_BYTES) }, pieces: { size: PIECE, count: FILE_MAX_BYTES / PIECE } })
    expect([status, (body as FileView).size]).toEqual([200, FILE_MAX_BYTES])
  })

  test.each<[string, Sent, number, string]>([
    ['says that it is too large', { headers: { ...bytes, 'content-length': String(FILE_MAX_BYTES + 1) }, pieces: { size: PIECE, count: 1 } }, 413, 'too_large'],
    ['turns out to be too large', { headers: bytes, pieces: { size: PIECE, count: FILE_MAX_BYTES / PIECE + 3 } }, 413, 'too_large'],
    ['is empty', { headers: bytes, body: Buffer.alloc(0) }, 400, 'bad_input'],
    ['has no body', { headers: { 'content-length': '0' } }, 400, 'bad_input'],
    ['is a form', { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: Buffer.from('--x--') }, 400, 'bad_input'],
    ['is plain text, which browsers send to other sites without asking', { headers: { 'content-type': 'text/plain' }, body: Buffer.from('x') }, 400, 'bad_input'],
    ['is JSON', { headers: { 'content-type': 'application/json' }, body: Buffer.from('{"name":"x"}') }, 400, 'bad_input'],
    ['has no name', { url: '/api/v1/files', headers: bytes, body: Buffer.from('x') }, 400, 'bad_input'],
    ['has two names', { url: '/api/v1/files?name=a&name=b', headers: bytes, body: Buffer.from('x') }, 400, 'bad_input'],
    ['has a name of 5,000 bytes', { url: `/api/v1/files?name=${'n'.repeat(5000)}`, headers: bytes, body: Buffer.from('x') }, 400, 'bad_input'],
    ['has a name with a null character', { url: '/api/v1/files?name=a%00b', headers: bytes, body: Buffer.from('x') }, 400, 'bad_input'],
    ['past/23: brings columns of the table', { url: '/api/v1/files?name=a&owner_id=x&state=used&type=image%2Fpng&size=1&id=00000000-0000-7000-8000-000000000000', headers: bytes, body: Buffer.from('x') }, 400, 'bad_input'],
  ])('that %s is refused in words, and leaves nothing', async (_what, sent, status, code) => {
    const before = await kept()
    const answer = await post({ ...sent, headers: { ...bearer(), ...sent.headers } })
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(await kept()).toEqual(before)
  })

  test('of nobody, or from another site, is refused before a byte is kept', async () => {
    const before = await kept()
    const cookie = `${SESSION_COOKIE}=${ann.token}`
    expect((await post({ headers: bytes, pieces: { size: PIECE, count: 400 } })).body.code).toBe('not_signed_in')
    expect((await post({ headers: { ...bytes, cookie, origin: 'https://evil.example' }, body: Buffer.from('x') })).body.code).toBe('foreign_origin')
    expect((await post({ headers: { ...bytes, cookie }, body: Buffer.from('x') })).body.code).toBe('foreign_origin')
    expect(await kept()).toEqual(before)
    expect((await post({ headers: { ...bytes, cookie, origin: 'http://longhand.test' }, body: Buffer.from('x') })).status).toBe(200)
  })

  test.each([['with a length', `content-length: ${10 * PIECE}\r\n\r\n`, 'x'.repeat(PIECE)], ['in pieces', 'transfer-encoding: chunked\r\n\r\n', `10000\r\n${'x'.repeat(0x10000)}\r\n`]])(
    'that is cut, %s, leaves nothing', async (_how, head, part) => {
      const before = await kept()
      const socket = connect(port, '127.0.0.1')
      socket.on('error', () => undefined)
      socket.write(`POST /api/v1/files?name=cut.txt HTTP/1.1\r\nhost: longhand.test\r\nauthorization: Bearer ${ann.token}\r\ncontent-type: application/octet-stream\r\n${head}${part}`)
      await expect.poll(async () => (await rows()).length, { timeout: 10_000 }).toBe(before.rows.length + 1)
      expect((await rows()).filter((row) => row.state === 'arriving')).toHaveLength(1)
      socket.destroy()
      await expect.poll(kept, { timeout: 10_000 }).toEqual(before)
    })

  test('of somebody whose rights end meanwhile is not kept', async () => {
    const leaver = await app.person('Lea')
    const before = await kept()
    const disarm = arm('file.after_put', async () => { await app.owner.call(deactivateMember, { id: leaver.id }) })
    expect(await codeOf(send(leaver, 'late.txt'))).toBe('not_signed_in')
    disarm()
    expect(await kept()).toEqual(before)
  })

  describe('with an Idempotency-Key', () => {
    test('that comes again is one file, and its bytes lie there once', async () => {
      const first = await send(ann, 'once.txt', 'the same', 'upload-1')
      const before = await kept()
      expect(await send(ann, 'once.txt', 'the same', 'upload-1')).toEqual(first)
      expect(await kept()).toEqual(before)
    })
    test('for other bytes is refused', async () => {
      await send(ann, 'once.txt', 'these', 'upload-2')
      const before = await kept()
      expect([await codeOf(send(ann, 'once.txt', 'others', 'upload-2')), await codeOf(send(ann, 'other.txt', 'these', 'upload-2'))]).toEqual(['conflict', 'conflict'])
      expect(await kept()).toEqual(before)
    })
    test('ten times at once is one file', async () => {
      const before = await kept()
      const answers = await Promise.all(Array.from({ length: 10 }, () => send(ann, 'rush.txt', 'rush', 'upload-3')))
      expect(new Set(answers.map((file) => file.id)).size).toBe(1)
      await expect.poll(async () => (await kept()).disk.length).toBe(before.disk.length + 1)
      expect((await kept()).rows.length).toBe(before.rows.length + 1)
    })
    test('whose answer was lost after the commit keeps its file, and a repeat is answered with it', async () => {
      let fails = true
      const disarm = arm('write.after_commit', async () => {
        const [last] = (await rows()).toReversed()
        if (fails && last?.state === 'loose') { fails = false; throw Object.assign(new Error('Connection terminated'), { code: '57P01' }) }
      })
      expect(await codeOf(send(ann, 'lost answer.txt', 'kept', 'upload-4'))).toBe('unavailable')
      disarm()
      const again = await send(ann, 'lost answer.txt', 'kept', 'upload-4')
      expect([onDisk(app).includes(again.id), (await ann.call(readFile, { id: again.id })).size]).toEqual([true, 4])
    })
  })

  test('whose process dies between bytes and row leaves nothing after a day', async () => {
    const before = await kept()
    const disarm = arm('file.after_put', () => { throw new Error('died') })
    vi.spyOn(app.app.platform.files, 'remove').mockRejectedValueOnce(new Error('died'))
    expect(await codeOf(send(ann, 'died.txt'))).toBe('unexpected')
    disarm()
    expect(onDisk(app).length).toBe(before.disk.length + 1)
    await app.advanceTo(app.app.platform.clock.now().add({ hours: 25 }).toString())
    expect((await rows()).filter((row) => row.state === 'arriving')).toEqual([])
    expect(onDisk(app)).toEqual((await rows()).map((row) => row.id))
  })
})
