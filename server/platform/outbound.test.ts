import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { makeOutbound, type Call, type Resolve } from './outbound.ts'
import { OutboundError, readAllowed, readTarget } from './outbound-target.ts'

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
/** Names of these tests, and the numbers that their owner has written down for them. */
const NAMES: Record<string, string[]> = {
  'inside.example.com': ['127.0.0.1'], 'ten.example.com': ['10.0.0.1'], 'meta.example.com': ['169.254.169.254'], 'six.example.com': ['::1'], 'mapped.example.com': ['::ffff:127.0.0.1'],
  'nat.example.com': ['64:ff9b::7f00:1'], 'mixed.example.com': ['93.184.215.14', '127.0.0.1'], 'mixed6.example.com': ['93.184.215.14', 'fe80::1'], 'zero.example.com': ['0.0.0.0'], 'cgn.example.com': ['100.64.0.1'],
  'azure.example.com': ['168.63.129.16'], 'ula.example.com': ['fd00:ec2::254'], 'xn--bcher-kva.example.com': ['192.168.0.1'],
}
const byTable: Resolve = async (host) => NAMES[host] ?? []
const outbound = (allow = '', resolve = byTable) => makeOutbound(readAllowed(allow), resolve)
const allowed = () => outbound(`127.0.0.1:${strangerPort},stranger.example.com:${strangerPort}`, async (host) => host === 'stranger.example.com' ? ['127.0.0.1'] : NAMES[host] ?? [])
const kindOf = (call: Promise<unknown>) => call.then(() => 'called', (error: unknown) => error instanceof OutboundError ? error.kind : String(error))

/** Ways to write a host that is not outside. */
const HOSTS = [
  // names
  'localhost', 'LOCALHOST', 'localhost.', 'LocalHost.', 'a.localhost', 'foo.bar.localhost.', 'printer.local', 'metadata.google.internal', 'metadata.internal.', 'router.home.arpa', '%6cocalhost', '%6C%6F%63alhost', 'ｌｏｃａｌｈｏｓｔ', 'ⓛⓞⓒⓐⓛⓗⓞⓢⓣ', 'localhost。', 'loc\talhost', 'local\nhost',
  ...Object.keys(NAMES), 'INSIDE.EXAMPLE.COM', 'inside.example.com.', 'inside。example。com', 'inside．example．com', 'inside｡example｡com', 'ⓘnside.example.com', 'bücher.example.com', '%69nside.example.com', 'ins­ide.example.com',
  // IPv4 in its many spellings
  '127.0.0.1', '127.0.0.1.', '127.1', '127.0.1', '127.1.', '127.000.000.001', '0177.0.0.1', '0177.0.0.01', '017700000001', '0x7f.0.0.1', '0x7f.1', '0x7f000001', '0X7F000001', '0x7F.0x0.0x0.0x1', '2130706433', '127.0.0x1', '127.0x0.1', '127.255.255.254', '127.65535', '127.16777215', '0x7f.16777215',
  '１２７.０.０.１', '127。0。0。1', '127．0．0．1', '127｡1', '①②⑦.⓪.⓪.①', '%31%32%37.0.0.1', '127%2e0%2e0%2e1', '1%327.0.0.1', '127.0.0.1\t', '12\n7.0.0.1', '0', '0.', '00', '0x0', '0x', '0.0', '0.0.0.0', '0.0.0.1', '0.1', '1',
  '10.0.0.1', '10.1', '012.0.0.1', '0xa.0.0.1', '167772161', '172.16.0.1', '172.31.255.254', '0xac100001', '2886729729', '192.168.0.1', '192.168.1', '0xc0a80001', '3232235521', '169.254.169.254', '169.254.43518', '0xa9fea9fe', '2852039166', '0251.0376.0251.0376', '0251.254.169.254', '169。254。169。254', '169.254.170.2',
  '100.64.0.1', '100.100.100.200', '1681915904', '192.0.0.192', '168.63.129.16', '0xa83f8110', '224.0.0.1', '255.255.255.255', '4294967295', '0xffffffff', '037777777777', '240.0.0.1', '198.18.0.1', '192.0.2.1', '203.0.113.7',
  // IPv6
  '[::1]', '[0:0:0:0:0:0:0:1]', '[0000:0000:0000:0000:0000:0000:0000:0001]', '[::0001]', '[0::1]', '[::]', '[::0]', '[::ffff:127.0.0.1]', '[::FFFF:127.0.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:ffff:127.0.0.1]', '[0:0:0:0:0:ffff:7f00:0001]', '[::127.0.0.1]', '[::7f00:1]', '[::ffff:0:127.0.0.1]', '[::ffff:10.0.0.1]', '[::ffff:a9fe:a9fe]', '[::ffff:169.254.169.254]',
  '[64:ff9b::127.0.0.1]', '[64:ff9b::7f00:1]', '[64:ff9b::a9fe:a9fe]', '[64:ff9b:1::7f00:1]', '[2002:7f00:1::]', '[2002:a9fe:a9fe::1]', '[2001:0:7f00:1::]', '[2001::1]', '[fe80::1]', '[FE80::1]', '[febf::1]', '[fec0::1]', '[fc00::1]', '[fd00:ec2::254]', '[fdff::1]', '[ff02::1]', '[ff0e::1]', '[2001:db8::1]', '[3fff::1]', '[100::1]', '[5f00::1]', '[4000::1]',
] as const

/** What somebody may write around a host so that a reader, or a careless program, takes it for another. */
const AROUND: readonly (readonly [string, (port: number) => string])[] = [
  ['a name before it', (port) => `https://good.example.com@127.0.0.1:${port}/`], ['a name and a password', (port) => `https://good.example.com:443@127.0.0.1:${port}/`], ['only a password', (port) => `https://:x@127.0.0.1:${port}/`],
  ['two names', (port) => `https://a@b@127.0.0.1:${port}/`], ['an encoded name', (port) => `https://good.example.com%40x@127.0.0.1:${port}/`], ['a name of its own', () => 'https://user@93.184.215.14/'],
  ['backslashes', (port) => `https:\\\\127.0.0.1:${port}\\`], ['a backslash before it', (port) => `https://127.0.0.1:${port}\\@good.example.com/`], ['one slash', (port) => `https:/127.0.0.1:${port}/`], ['no slash', (port) => `https:127.0.0.1:${port}`],
  ['many slashes', (port) => `https://///127.0.0.1:${port}/`], ['white space around', (port) => `  https://127.0.0.1:${port}/  `], ['a control character', (port) => `\u0001https://127.0.0.1:${port}/`], ['capital letters', (port) => `HTTPS://127.0.0.1:${port}/`], ['a tab in the middle', (port) => `htt\tps://127.0.0.1:${port}/`],
  ['no scheme', (port) => `//127.0.0.1:${port}/`], ['a file', () => 'file:///etc/passwd'], ['a file of another host', () => 'file://127.0.0.1/etc/passwd'], ['data', () => 'data:text/plain,x'], ['a script', () => 'javascript:alert(1)'], ['gopher', (port) => `gopher://127.0.0.1:${port}/_x`], ['ftp', (port) => `ftp://127.0.0.1:${port}/`],
  ['a socket', (port) => `ws://127.0.0.1:${port}/`], ['a secure socket', (port) => `wss://127.0.0.1:${port}/`], ['dict', (port) => `dict://127.0.0.1:${port}/`], ['unix', () => 'unix:///var/run/docker.sock'], ['http+unix', () => 'http+unix://%2Fvar%2Frun%2Fdocker.sock/'], ['blob', (port) => `blob:https://127.0.0.1:${port}/x`], ['a view of the source', (port) => `view-source:https://127.0.0.1:${port}/`], ['jar', (port) => `jar:https://127.0.0.1:${port}/!/x`],
  ['no host', () => 'https://'], ['a port that cannot be', () => 'https://127.0.0.1:99999/'], ['nothing', () => ''], ['an address too long', () => `https://good.example.com/${'a'.repeat(3000)}`], ['a broken bracket', () => 'https://[::1/'], ['a zone', () => 'https://[fe80::1%25eth0]/'], ['a null', () => 'https://127.0.0.1\u0000.good.example.com/'],
]

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
    if (text === '') expect(readAllowed(text).size).toBe(0)
    else expect(() => readAllowed(text)).toThrow(TypeError)
  })
})
