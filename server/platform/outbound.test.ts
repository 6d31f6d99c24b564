import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { makeOutbound, type Call, type Resolve } from './outbound.ts'
import { OutboundError, readAllowed, readTarget } from './outbound-target.ts'
import { AROUND, HOSTS, NAMES } from './spellings.test-kit.ts'

/** Listens on all addresses of this machine; nothing below may ever reach it but what is allowed. */
let guarded: Server
/** Stands for a stranger's server: it may be called, and says what a test wants it to say. */
let stranger: Server
let connections = 0
let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined
let guardedPort = 0
let strangerPort = 0

const open = (server: Server, host: string) => new Promise<number>((done) => server.listen(0, host, () => done((server.address() as AddressInfo).port)))
beforeAll(async () => {
  guarded = createServer((_request, response) => response.end('secret'))
  guarded.on('connection', () => { connections += 1 })
  stranger = createServer((request, response) => answer(request, response))
  guardedPort = await open(guarded, '::')
  strangerPort = await open(stranger, '127.0.0.1')
})
afterAll(() => { for (const server of [guarded, stranger]) { server.closeAllConnections(); server.close() } })
afterEach(() => { if (connections > 0) throw new Error('Somebody reached the guarded server.') })

const CALL: Call = { timeoutMs: 2000, maxBytes: 1000 }
const byTable: Resolve = async (host) => NAMES[host] ?? []
const outbound = (allow = '', resolve = byTable) => makeOutbound(readAllowed(allow), resolve)
const allowed = () => outbound(`127.0.0.1:${strangerPort},stranger.example.com:${strangerPort}`, async (host) => host === 'stranger.example.com' ? ['127.0.0.1'] : NAMES[host] ?? [])
const kindOf = (call: Promise<unknown>) => call.then(() => 'called', (error: unknown) => error instanceof OutboundError ? error.kind : String(error))

describe('an address that is not outside is never called', () => {
  test(`there are at least 200 spellings`, () => { expect(new Set(HOSTS).size * 2 + AROUND.length).toBeGreaterThan(200) })

  test.each(HOSTS.map((host) => [JSON.stringify(host), host]))('with https: %s', async (_shown, host) => {
    expect(await kindOf(outbound().fetchOutside(`https://${host}:${guardedPort}/latest/meta-data`, CALL))).toBe('refused')
  })

  test.each(HOSTS.map((host) => [JSON.stringify(host), host]))('without: %s', async (_shown, host) => {
    expect(await kindOf(outbound().fetchOutside(`http://${host}:${guardedPort}/`, CALL))).toBe('refused')
  })

  test.each(AROUND)('%s', async (_what, spelt) => {
    expect(await kindOf(outbound().fetchOutside(spelt(guardedPort), CALL))).toBe('refused')
  })

  test.each(HOSTS.map((host) => [JSON.stringify(host), host]))('by a redirect to %s', async (_shown, host) => {
    answer = (_request, response) => response.writeHead(302, { location: encodeURI(`https://${host.replaceAll(/[\t\n]/g, '')}:${guardedPort}/`).replaceAll('%25', '%').replaceAll('%5B', '[').replaceAll('%5D', ']') }).end()
    expect(await kindOf(allowed().fetchOutside(`http://127.0.0.1:${strangerPort}/`, CALL))).toBe('refused')
  })

  test('without saying what stands behind the name', async () => {
    await expect(outbound().fetchOutside('https://ten.example.com/', CALL)).rejects.toThrow('ten.example.com leads into a private network, which is not called.')
  })

  test('and a name without any number is no server', async () => {
    expect(await kindOf(outbound().fetchOutside('https://nobody.example.com/', CALL))).toBe('failed')
  })
})

describe('where a list says what may be called', () => {
  const listed = () => makeOutbound(readAllowed(`127.0.0.1:${strangerPort}`, 'hooks.example.com, .push.example.net'), byTable)
  test.each([
    ['https://hooks.example.com/a', true], ['https://HOOKS.example.com:8443/', true], ['https://hooks.example.com./', true], ['https://eu.push.example.net/', true], ['https://a.b.push.example.net/', true],
    ['https://push.example.net/', false], ['https://example.com/', false], ['https://other.example.com/', false], ['https://a.hooks.example.com/', false], ['https://evilpush.example.net/', false], ['https://hooks.example.com.evil.org/', false], ['https://93.184.216.34/', false], ['http://hooks.example.com/', false],
  ])('%s: %s', (url, may) => {
    const checked = () => listed().check(url)
    if (may) expect(checked).not.toThrow()
    else expect(checked).toThrow(OutboundError)
  })

  test('a redirect leads nowhere else, and what was named as inward is called all the same', async () => {
    answer = (request, response) => request.url === '/away' ? response.writeHead(302, { location: 'https://other.example.com/' }).end() : response.end('here')
    await expect(listed().fetchOutside(`http://127.0.0.1:${strangerPort}/away`, CALL)).rejects.toThrow('other.example.com is not among the hosts that this server may call.')
    expect((await listed().fetchOutside(`http://127.0.0.1:${strangerPort}/`, CALL)).body.toString()).toBe('here')
  })

  test.each(['https://hooks.example.com', 'hooks.example.com:443', 'a b', '.', 'hooks.example.com/path'])('%s is no name for it', (part) => {
    expect(() => readAllowed('', part)).toThrow(TypeError)
  })

  test('an empty list leaves everything outside open', () => { expect(readAllowed('', ' , ').only).toBeNull() })
})

describe('a name is resolved once', () => {
  test('so that it cannot lead elsewhere between the check and the call', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.1']]
    const rebinding: Resolve = async () => answers.shift() ?? []
    answer = (_request, response) => response.end('the first')
    const got = await outbound(`rebinding.example.com:${strangerPort}`, rebinding).fetchOutside(`http://rebinding.example.com:${strangerPort}/`, CALL)
    expect([got.body.toString(), answers.length]).toEqual(['the first', 1])
  })

  test('and again for each redirect', async () => {
    const asked: string[] = []
    const noting: Resolve = async (host) => { asked.push(host); return ['127.0.0.1'] }
    answer = (request, response) => request.url === '/' ? response.writeHead(302, { location: '/two' }).end() : response.end('there')
    const got = await outbound(`stranger.example.com:${strangerPort}`, noting).fetchOutside(`http://stranger.example.com:${strangerPort}/`, CALL)
    expect([got.body.toString(), asked]).toEqual(['there', ['stranger.example.com', 'stranger.example.com']])
  })
})

describe('what is called', () => {
  const at = (path = '/') => `http://127.0.0.1:${strangerPort}${path}`

  test('is told what was given, and nothing of us but our name', async () => {
    let seen: unknown
    answer = (request, response) => {
      let body = ''
      request.on('data', (chunk: Buffer) => { body += chunk.toString() }).on('end', () => { seen = { method: request.method, url: request.url, body, headers: request.headers }; response.writeHead(202).end('ok') })
    }
    const got = await allowed().fetchOutside(at('/hook?x=1'), { ...CALL, method: 'POST', body: 'grüezi', headers: { 'content-type': 'text/plain', host: 'evil.example.com' } })
    expect(got).toMatchObject({ status: 202, cut: false, body: Buffer.from('ok') })
    expect(seen).toEqual({ method: 'POST', url: '/hook?x=1', body: 'grüezi', headers: { 'user-agent': 'Longhand', 'accept-encoding': 'identity', 'content-type': 'text/plain', 'content-length': '7', host: `127.0.0.1:${strangerPort}`, connection: 'close' } })
  })

  test('may say much: only the first bytes are read', async () => {
    answer = (_request, response) => response.end('x'.repeat(1_000_000))
    const got = await allowed().fetchOutside(at(), CALL)
    expect([got.body.length, got.cut]).toEqual([1000, true])
  })

  test('is left when it is silent, or never ends', async () => {
    answer = () => undefined
    expect(await kindOf(allowed().fetchOutside(at(), { ...CALL, timeoutMs: 100 }))).toBe('timeout')
    answer = (_request, response) => { response.writeHead(200); const drip = setInterval(() => response.write('x'), 10); response.on('close', () => clearInterval(drip)) }
    expect(await kindOf(allowed().fetchOutside(at(), { ...CALL, timeoutMs: 100, maxBytes: 1_000_000 }))).toBe('timeout')
  })

  test('a name that is never resolved is given up too', async () => {
    expect(await kindOf(outbound('', () => new Promise(() => undefined)).fetchOutside('https://slow.example.com/', { ...CALL, timeoutMs: 50 }))).toBe('timeout')
  })

  test('a connection that breaks is said in words', async () => {
    answer = (request) => { request.socket.destroy() }
    await expect(allowed().fetchOutside(at(), CALL)).rejects.toThrow('The connection broke before the answer was there.')
  })

  test('sends on three times at most', async () => {
    let hops = 0
    answer = (_request, response) => { hops += 1; response.writeHead(302, { location: `/${hops}` }).end() }
    expect((await allowed().fetchOutside(at(), CALL)).status).toBe(302)
    expect(hops).toBe(4)
    hops = 0
    expect((await allowed().fetchOutside(at(), { ...CALL, redirects: 0 })).status).toBe(302)
    expect(hops).toBe(1)
  })

  test.each([[307, 'POST', 'body'], [308, 'POST', 'body'], [301, 'GET', ''], [302, 'GET', ''], [303, 'GET', '']])('after %i it is asked with %s', async (status, method, body) => {
    let seen: unknown
    answer = (request, response) => {
      if (request.url === '/') { response.writeHead(status, { location: '/next' }).end(); return }
      let sent = ''
      request.on('data', (chunk: Buffer) => { sent += chunk.toString() }).on('end', () => { seen = [request.method, sent]; response.end() })
    }
    await allowed().fetchOutside(at(), { ...CALL, method: 'POST', body: 'body' })
    expect(seen).toEqual([method, body])
  })

  test('another address is not told what signs in at the first', async () => {
    const seen: (string | undefined)[] = []
    answer = (request, response) => {
      seen.push(request.headers.authorization)
      if (request.url === '/') response.writeHead(307, { location: `http://stranger.example.com:${strangerPort}/next` }).end()
      else response.end()
    }
    await allowed().fetchOutside(at(), { ...CALL, headers: { authorization: 'Bearer secret' } })
    expect(seen).toEqual(['Bearer secret', undefined])
  })
})

describe('the list of what may be called', () => {
  test('knows hosts, and hosts with a port', () => {
    const list = readAllowed('Hooks.internal, 127.0.0.1:8080,[::1]:9, ')
    const may = (url: string) => { try { readTarget(url, list); return true } catch { return false } }
    expect(['http://hooks.internal/', 'https://hooks.internal:81/', 'http://127.1:8080/', 'http://[::1]:9/'].map(may)).toEqual([true, true, true, true])
    expect(['http://127.0.0.1/', 'http://127.0.0.1:80801/', 'http://x.hooks.internal/', 'http://[::1]/', 'http://user@hooks.internal/'].map(may)).toEqual([false, false, false, false, false])
  })
  test('takes port 80 and 443 at their word', () => {
    const list = readAllowed('10.0.0.1:80,10.0.0.2:443')
    expect(() => readTarget('http://10.0.0.1/', list)).not.toThrow()
    expect(() => readTarget('https://10.0.0.2/', list)).not.toThrow()
    expect(() => readTarget('https://10.0.0.1/', list)).toThrow(OutboundError)
  })
  test.each(['http://x', 'a b', 'x/y', 'user@x', ''])('does not take %s for a host', (text) => {
    if (text === '') expect(readAllowed(text).inward.size).toBe(0)
    else expect(() => readAllowed(text)).toThrow(TypeError)
  })
})
