import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp } from '#server/app.test-kit.ts'
import { makeHome, listen } from '../cli.test-kit.ts'
import type { Home } from '../cli.test-kit.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

describeOnNewest('the command line and its server', (on) => {
  let app: TestApp
  let url: string
  let home: Home
  beforeAll(async () => {
    app = await startTestApp(on)
    url = await listen(app)
    home = makeHome()
  })
  afterAll(async () => { await app.stop(); home.remove() })
  const logIn = (run = home.run) => run(['login', url, '--token-stdin'], { stdin: `${app.owner.token}\n` })

  test('login keeps the token where only its owner reads it', async () => {
    const ran = await logIn(home.runAlone)
    expect(ran).toMatchObject({ code: 0, out: `Signed in as Olga Owner at Acme, ${url}.\n` })
    const file = join(home.folder, '.config/longhand/config.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ url, token: app.owner.token })
    expect(ran.out + ran.said).not.toContain(app.owner.token)
  })

  test('whoami says who, where and what time it is there', async () => {
    await logIn()
    const { code, out } = await home.run(['whoami'])
    expect([code, out]).toEqual([0, `Olga Owner (owner) at Acme, ${url}\nMonday 23 March, 08:00 in Europe/Berlin, on a development clock that stands\nSpaces: Team\n`])
  })

  test('a token in the environment goes before what was kept', async () => {
    const kim = await app.person('Kim Kurz', { zone: 'Asia/Tokyo' })
    const { out } = await home.run(['whoami'], { env: { LONGHAND_URL: url, LONGHAND_TOKEN: kim.token } })
    expect(out).toContain('Kim Kurz (member)')
    expect(out).toContain('16:00 in Asia/Tokyo')
  })

  test('what was kept is shown to the server that made it, and to no other', async () => {
    await logIn()
    const heard: (string | undefined)[] = []
    const foreign = createServer((request, answer) => { heard.push(request.headers.authorization); answer.end('{}') })
    await new Promise<void>((resolve) => { foreign.listen(0, '127.0.0.1', resolve) })
    const other = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`
    for (const args of [['brief'], ['whoami'], ['logout']]) {
      expect(await home.run(args, { env: { LONGHAND_URL: other } })).toEqual({ code: 2, out: '', said: expect.stringContaining(`You are signed in at ${url}, not at ${other}.\n  Run \`longhand login ${other}\` first`) })
    }
    foreign.close()
    expect(heard).toEqual([])
    expect((await home.run(['whoami'], { env: { LONGHAND_URL: `${url}/` } })).code).toBe(0)
  })

  test('a password that is piped in signs this terminal in; signing in for a script says that it does not', async () => {
    const other = makeHome()
    const login = (more: string[], stdin: string) => other.run(['login', url, ...more, '--password-stdin'], { stdin })
    expect(await login(['--email', 'olga@example.com'], 'a long password\n')).toMatchObject({ code: 0, out: `Signed in as Olga Owner at Acme, ${url}.\n` })
    expect((await other.run(['whoami'])).out).toContain('Olga Owner (owner)')
    expect(await login([], 'a long password\n')).toMatchObject({ code: 2, said: expect.stringContaining('--email is needed') })
    expect(await login(['--email', 'olga@example.com'], '')).toMatchObject({ code: 2, said: expect.stringContaining('No password was piped in.') })
    expect(await login(['--email', 'olga@example.com'], 'another password\n')).toMatchObject({ code: 1, out: '' })
    const signIn = ['account', 'sign-in', '--email', 'olga@example.com', '--password-stdin']
    const script = await other.run(signIn, { stdin: 'a long password\n', env: { LONGHAND_URL: url } })
    expect(script).toMatchObject({ code: 0, said: expect.stringMatching(new RegExp(`LONGHAND_TOKEN.*This terminal is not signed in by it; that does: longhand login ${url}\n$`)) })
    expect((await other.run([...signIn, '--json'], { stdin: 'a long password\n', env: { LONGHAND_URL: url } })).said).toBe('')
    other.remove()
  })

  test('where nothing is set up, login says so and where to do it', async () => {
    const fresh = createServer((_request, answer) => {
      answer.writeHead(200, { 'content-type': 'application/json' })
      answer.end(JSON.stringify({ setUp: false, demo: true, mailWorks: false, passkeys: false, clock: { now: '2026-03-23T07:00:00Z', stands: false } }))
    })
    await new Promise<void>((resolve) => { fresh.listen(0, '127.0.0.1', resolve) })
    const there = `http://127.0.0.1:${(fresh.address() as AddressInfo).port}`
    expect(await home.run(['login', there, '--email', 'olga@example.com', '--password-stdin'], { stdin: 'a long password\n' })).toEqual({
      code: 1, out: '', said: `✗ Nothing is set up yet at ${there}.\n  Open it in the browser, or see \`longhand account set-up --help\`. \`longhand login ${there} --demo\` looks around the demo team.\n`,
    })
    fresh.close()
  })

  test('the clock is read and moved', async () => {
    await logIn()
    expect((await home.run(['clock', '--json'])).out).toBe('{\n  "now": "2026-03-23T07:00:00Z"\n}\n')
    expect((await home.run(['clock', 'advance', 'PT30M'])).out).toBe('The clock stands at 2026-03-23T07:30:00Z, 08:30 in Europe/Berlin.\n')
    expect(await home.run(['clock', 'at', 'yesterday'])).toMatchObject({ code: 1, said: expect.stringContaining('This is no moment') })
  })

  describe('exit codes', () => {
    test('0 for what was done, with data on stdout and nothing else', async () => {
      await logIn()
      const { code, out, said } = await home.runAlone(['account', 'me', '--json'])
      expect([code, said, (JSON.parse(out) as { person: { name: string } }).person.name]).toEqual([0, '', 'Olga Owner'])
    })

    test('1 for a refusal, with what happened and what to do', async () => {
      const ran = await home.runAlone(['whoami'], { env: { LONGHAND_URL: url, LONGHAND_TOKEN: 'lh_a_x' } })
      expect(ran).toEqual({ code: 1, out: '', said: `✗ The token in LONGHAND_TOKEN is not known at ${url}, or it has ended.\n  Make another in Longhand under Settings; or unset it and run \`longhand login ${url}\`.\n` })
    })

    test('1 with the same as data under --json', async () => {
      const { code, said } = await home.run(['whoami', '--json'], { env: { LONGHAND_URL: url, LONGHAND_TOKEN: 'lh_a_x' } })
      expect([code, JSON.parse(said)]).toMatchObject([1, { code: 'not_signed_in', next: expect.stringContaining('Make another') }])
    })

    test.each([
      ['an unknown command', ['frobnicate'], 'There is no command "longhand frobnicate".'],
      ['an unknown flag', ['account', 'me', '--all'], 'There is no flag --all here.'],
      ['a flag with a wrong value', ['baton', 'list', '--of', 'everybody'], '--of cannot be "everybody".\n  It is one of '],
      ['a missing word', ['thread', 'new'], 'The title is missing.\n  What it is about, in a line. See `longhand thread new --help`.'],
      ['a flag without its value', ['baton', 'list', '--of'], '--of needs a value.\n  See `longhand baton list --help`.'],
      ['a slip of the fingers', ['breif'], 'Did you mean brief?'],
      ['two flags of which one will do', ['thread', 'reply', '1', '--edit', '--file', 'x'], 'cannot be used with'],
      ['words without quotes', ['thread', 'new', 'The', 'relay'], 'More stands behind "longhand thread new" than it takes.'],
      ['a missing input', ['account', 'create-token'], '--label is needed.'],
      ['a wrong field', ['account', 'create-token', '--label', 'x', '--scopes', 'all'], '--scopes'],
      ['an address that is none', ['login', 'http://', '--token-stdin'], 'is not an address'],
      ['nobody to ask for a password', ['login', 'http://127.0.0.1:9'], 'nobody to ask'],
    ])('2 for %s', async (_why, args, words) => {
      await logIn()
      const ran = await home.run(args)
      expect([ran.code, ran.out]).toEqual([2, ''])
      expect(ran.said).toContain(words)
    })

    test.each([
      [['ask', 'Mei'], 'The title is missing.'], [['breif'], 'There is no command "longhand breif".'], [['baton', 'nosuch'], 'There is no command "longhand baton nosuch".'],
      [['baton', 'list', '--of', 'everybody'], '--of cannot be "everybody".'], [['baton'], 'What to do is missing behind "longhand baton".'],
    ])('2 with the same as data under --json: %j', async (args, message) => {
      const ran = await home.run([...args, '--json'])
      expect([ran.code, ran.out, JSON.parse(ran.said)]).toEqual([2, '', { code: 'usage', message, next: expect.stringContaining('--help`.') }])
    })

    test('2 when nobody is signed in', async () => {
      const stranger = makeHome()
      expect(await stranger.runAlone(['brief'])).toMatchObject({ code: 2, out: '', said: expect.stringContaining('longhand login') })
      stranger.remove()
    })

    test('3 when nobody answers', async () => {
      const ran = await home.runAlone(['whoami'], { env: { LONGHAND_URL: 'http://127.0.0.1:9', LONGHAND_TOKEN: 'x' } })
      expect(ran).toMatchObject({ code: 3, out: '', said: expect.stringContaining('No answer from http://127.0.0.1:9.') })
    })
  })

  test('what answers and is no Longhand is said in a sentence', async () => {
    const answers = ['{}', '<h1>It works</h1>', null]
    const other = createServer((_request, answer) => {
      const text = answers.shift() ?? null
      answer.writeHead(text === null ? 404 : 200)
      answer.end(text ?? 'Not found')
    })
    await new Promise<void>((resolve) => { other.listen(0, '127.0.0.1', resolve) })
    const there = `http://127.0.0.1:${(other.address() as AddressInfo).port}`
    for (let asked = 0; asked < 3; asked += 1) {
      expect(await home.run(['whoami'], { env: { LONGHAND_URL: there, LONGHAND_TOKEN: 'x' } })).toEqual({ code: 3, out: '', said: `✗ There is no Longhand at ${there}, or one of another version.\n  Check the address; it is the one that you open in the browser.\n` })
    }
    other.close()
  })

  test('a token that is not known is told by where it stands', async () => {
    expect(await home.run(['login', url, '--token-stdin'], { stdin: 'lh_a_x' })).toMatchObject({ code: 1, said: expect.stringContaining(`The token that was piped in is not known at ${url}`) })
    const lea = await app.person('Lea Kurz')
    const other = makeHome()
    await other.run(['login', url, '--token-stdin'], { stdin: lea.token })
    await other.run(['logout'], { env: { LONGHAND_URL: url } })
    writeFileSync(join(other.folder, '.config/longhand/config.json'), JSON.stringify({ url, token: lea.token }))
    expect(await other.run(['whoami'])).toMatchObject({ code: 1, said: `✗ Your sign-in at ${url} has ended.\n  Run \`longhand login ${url}\` again.\n` })
    other.remove()
  })

  test('what anybody may do needs an address, and nobody signed in', async () => {
    const stranger = makeHome()
    expect(await stranger.run(['account', 'start', '--json'], { env: { LONGHAND_URL: url } })).toMatchObject({ code: 0, out: expect.stringContaining('"setUp": true') })
    expect(await stranger.run(['account', 'request-magic-link', '--email', 'olga@example.com'], { env: { LONGHAND_URL: url } })).toMatchObject({ code: 0 })
    expect(await stranger.run(['account', 'me'], { env: { LONGHAND_URL: url } })).toMatchObject({ code: 2 })
    expect(await stranger.run(['account', 'start'])).toMatchObject({ code: 2, said: expect.stringContaining('set LONGHAND_URL') })
    stranger.remove()
  })

  test('the help of a command begins with an example', async () => {
    const { code, out } = await home.run(['batons', 'return', '--help'])
    expect(code).toBe(0)
    expect(out).toMatch(/^ {2}\$ longhand batons return <id> --question …\n/)
  })

  test('logout ends the session at the server', async () => {
    const lea = await app.person('Lea Lang')
    const other = makeHome()
    await other.run(['login', url, '--token-stdin'], { stdin: lea.token })
    expect(await other.run(['logout'])).toMatchObject({ code: 0, out: 'Signed out.\n' })
    expect(await home.run(['whoami'], { env: { LONGHAND_URL: url, LONGHAND_TOKEN: lea.token } })).toMatchObject({ code: 1 })
    expect(await other.run(['whoami'])).toMatchObject({ code: 2 })
    other.remove()
  })

  test('the MCP bridge answers on stdio under the same rights', async () => {
    await logIn()
    mkdirSync(join(home.folder, 'mcp'), { recursive: true })
    const { Client } = await import('@modelcontextprotocol/client')
    const { StdioClientTransport } = await import('@modelcontextprotocol/client/stdio')
    const client = new Client({ name: 'test', version: '1' })
    await client.connect(new StdioClientTransport({ command: process.execPath, args: [join(import.meta.dirname, '../main.ts'), 'mcp'], env: { HOME: home.folder, PATH: process.env['PATH'] ?? '' } }))
    expect((await client.listTools()).tools.map((tool) => tool.name)).toContain('account_me')
    expect(await client.callTool({ name: 'account_me', arguments: {} })).toMatchObject({ structuredContent: { record: { person: { name: 'Olga Owner' } } } })
    await client.close()
  })
})
