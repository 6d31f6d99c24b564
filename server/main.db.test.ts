import { createServer } from 'node:net'
import { existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setUpWorkspace, signIn } from '#contract/account.ts'
import { makeClient } from '#contract/client.ts'
import type { Call } from '#contract/client.ts'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { weekdays } from './app.test-kit.ts'
import { killPostgres, postgresPid, startProcess, startServerProcess, temporaryData, type FailedStart, type ServerProcess } from './server.test-kit.ts'

let dataDir = ''
let running: ServerProcess[] = []
const endAll = async () => {
  for (const server of running) await server.end('SIGTERM')
  running = []
}
const remove = () => rmSync(dirname(dataDir), { recursive: true, force: true })

async function start(args: string[] = []): Promise<ServerProcess> {
  const server = await startServerProcess({ dataDir, args })
  running.push(server)
  return server
}
async function refused(env: Record<string, string>, args: string[] = []): Promise<FailedStart> {
  const started = await startProcess({ dataDir, args, env })
  if (!('url' in started)) return started
  running.push(started)
  throw new Error('It started.')
}
const callAs = (base: string): Call => makeClient({ base, newKey: () => crypto.randomUUID() })
const setUp = (call: Call) => call(setUpWorkspace, {
  workspace: 'Acme', name: 'Olga Owner', email: 'olga@example.com', password: 'a long password', zone: 'Europe/Berlin', weeks: [weekdays('09:00', '17:00')], preset: '002',
})
const signInto = (base: string) => callAs(base)(signIn, { email: 'olga@example.com', password: 'a long password' })

describe('a start that cannot be', () => {
  beforeEach(() => { dataDir = temporaryData() })
  afterEach(async () => { await endAll(); remove() })

  test.each<[string, Record<string, string>, string[], string]>([
    ['mail without a sender', { SMTP_URL: 'smtp://127.0.0.1' }, [], 'SMTP_URL is set but MAIL_FROM is missing. Set both or neither.'],
    ['a sender without mail', { MAIL_FROM: 'me@example.com' }, [], 'MAIL_FROM is set but SMTP_URL is missing. Set both or neither.'],
    ['S3 without a secret', { S3_ENDPOINT: 'https://s3.example.com', S3_REGION: 'eu-1', S3_BUCKET: 'files', S3_ACCESS_KEY_ID: 'key' }, [], 'S3_ENDPOINT and S3_REGION and S3_BUCKET and S3_ACCESS_KEY_ID are set but S3_SECRET_ACCESS_KEY is missing. Set all of them or none.'],
    ['a prefix without S3', { S3_PREFIX: 'team' }, [], 'S3_PREFIX is set but S3_ENDPOINT is missing. Set both or neither.'],
    ['another database', { DATABASE_URL: 'mysql://127.0.0.1/x' }, [], 'DATABASE_URL must start with postgres://.'],
    ['a database that is not there', { DATABASE_URL: 'postgres://longhand:secret@127.0.0.1:1/longhand' }, [], 'DATABASE_URL does not work: nobody answers at its host and port.'],
    ['no port', { PORT: 'abc' }, [], 'PORT must be a number from 0 to 65535.'],
    ['a clock that others could move', { HOST: '0.0.0.0' }, ['--clock', '2026-03-27T08:00Z'], 'A development clock may be moved by anybody who reaches it, so HOST must stay 127.0.0.1; it is 0.0.0.0.'],
    ['a clock that is no moment', {}, ['--clock', 'yesterday'], '--clock takes a moment such as 2026-03-27T08:00Z.'],
    ['an option that there is not', {}, ['--clok'], 'The server takes --demo and --clock 2026-03-27T08:00Z; everything else is set in the environment.'],
  ])('is one sentence: %s', async (_why, env, args, sentence) => {
    expect(await refused(env, args)).toMatchObject({ code: 1, said: `${sentence}\n` })
    expect(postgresPid(dataDir)).toBeNull()
  })

  test.each(inject('postgres'))('names a database that does not exist (PostgreSQL $version)', async ({ url }) => {
    expect(await refused({ DATABASE_URL: url.replace('/longhand?', '/nowhere?') })).toMatchObject({ code: 1, said: 'DATABASE_URL does not work: its database does not exist.\n' })
  })

  test('on a port that is taken names it before anything is told, and leaves no database behind', async () => {
    const other = createServer()
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening))
    const { port } = other.address() as { port: number }
    for (const args of [[], ['--demo']]) expect(await refused({ PORT: String(port) }, args)).toMatchObject({ code: 1, said: `Another program listens on port ${port}. Set PORT to a free one.\n` })
    expect(postgresPid(dataDir)).toBeNull()
    expect(existsSync(join(dataDir, 'demo/postgres'))).toBe(false)
    other.close()
  })
})

describe('the data of a server', () => {
  beforeAll(() => { dataDir = temporaryData() })
  afterAll(async () => { await endAll(); remove() })

  test('belong to one: a second start says so, and the first goes on', async () => {
    const first = await start()
    await setUp(callAs(first.url))
    const second = await refused({})
    console.log(`a second start was refused after ${Math.round(second.tookMs)} ms`)
    expect(second).toMatchObject({ code: 1, said: `Longhand is already running on ${dataDir}. Open ${first.url}.\n` })
    expect((await fetch(`${first.url}/health/ready`)).status).toBe(200)
  })

  test('survive the death of the server: the next one adopts the database that still runs', async () => {
    const before = postgresPid(dataDir)
    expect(await running.pop()?.end('SIGKILL')).toBe('SIGKILL')
    const second = await start()
    console.log(`the database was adopted ${Math.round(second.startedInMs)} ms after the start`)
    expect(postgresPid(dataDir)).toBe(before)
    const { me } = await signInto(second.url)
    expect(me.person.name).toBe('Olga Owner')
  })

  test('are closed in order by SIGTERM, open pages included', async () => {
    const server = running.pop()
    const { token } = await signInto(server?.url ?? '')
    const page = await fetch(`${server?.url}/api/v1/events`, { headers: { authorization: `Bearer ${token}` } })
    expect(await server?.end('SIGTERM')).toBe(0)
    await page.text().catch(() => 'cut off')
    expect(postgresPid(dataDir)).toBeNull()
  })

  test('keep the machine’s clock, if they were made with it', async () => {
    expect(await refused({}, ['--clock', '2026-03-27T08:00Z'])).toMatchObject({ code: 1, said: expect.stringContaining('made without a development clock') })
    expect(postgresPid(dataDir)).toBeNull()
  })
})

describe('the data of a server with a development clock', () => {
  beforeAll(() => { dataDir = temporaryData() })
  afterAll(async () => { await endAll(); remove() })

  test('continue where the clock stood when everything was killed, and refuse the machine’s', async () => {
    const moved = await start(['--clock', '2026-03-27T08:00Z'])
    const answer = await fetch(`${moved.url}/dev/clock`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"advance":"PT4H"}' })
    expect(await answer.json()).toEqual({ now: '2026-03-27T12:00:00Z' })
    running = []
    const ended = moved.end('SIGKILL')
    await killPostgres(dataDir)
    await ended
    expect(await refused({})).toMatchObject({ code: 1, said: expect.stringContaining('made with a development clock') })
    const again = await start(['--clock', '2026-03-27T08:00Z'])
    expect(await (await fetch(`${again.url}/dev/clock`)).json()).toEqual({ now: '2026-03-27T12:00:00Z' })
  })
})
