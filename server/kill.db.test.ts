import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { setUpWorkspace, signIn } from '#contract/account.ts'
import { postAsk } from '#contract/asks.ts'
import { makeClient } from '#contract/client.ts'
import type { Call } from '#contract/client.ts'
import { postWrap } from '#contract/handoffs.ts'
import { acceptInvite, invitePerson } from '#contract/members.ts'
import { createPage } from '#contract/pages.ts'
import { postReply, postThread } from '#contract/threads.ts'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { sizeOf } from '#tools/reliability/size.test-kit.ts'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEmbedded } from './platform/db/embedded.ts'
import { programsOf, testVersions } from './platform/db/versions.test-kit.ts'
import { weekdays } from './app.test-kit.ts'
import { brokenFacts } from './invariants.test-kit.ts'
import { embeddedUrl, killPostgres, startServerProcess, temporaryData, type ServerProcess } from './server.test-kit.ts'

const LONG = process.env['LONGHAND_LONG'] === '1'
/** Kills of each version (RELIABILITY G6); with each `npm test` a few, on the newest. */
const ROUNDS = sizeOf(50, 6)
const VERSIONS = LONG ? testVersions() : testVersions().slice(0, 1)
const WRITERS = 4
const READY_MS = 10_000
/** On a busy machine each start takes several seconds. Unit: ms. */
const SLOW_MS = LONG ? 1_800_000 : 300_000
/** How long writes go on before everything is killed: somewhat longer each round, so that kills fall on other moments. Unit: ms. */
const writingFor = (round: number): number => 120 + 17 * (round % 20)

/** On a machine that is busy, writes go on until there are some. Unit: ms. */
const ENOUGH = 10
const [WAIT_MS, WAITS_MAX] = [20, 250]

const OWNER = { email: 'olga@example.com', password: 'a long password' }

/** Each is several rows in several tables: there with all of them, or not at all. What it writes is its `words`. */
type Write = (call: Call, at: { spaceId: string; benId: string; thread: number }, words: string) => Promise<unknown>
const WRITES: readonly Write[] = [
  (call, { spaceId }, words) => call(postWrap, { spaceId, state: words, nextAction: 'Go on.', mostImportant: words, done: [{ text: 'one' }, { text: 'two' }], questions: [{ text: 'Three?' }] }),
  (call, { spaceId }, words) => call(postThread, { spaceId, title: words, body: 'See #1.' }),
  (call, { thread }, words) => call(postReply, { number: thread, body: words }),
  (call, { spaceId, benId }, words) => call(postAsk, { spaceId, title: words, kind: 'answer', to: benId }),
  (call, { spaceId }, words) => call(createPage, { spaceId, kind: 'reference', title: words, text: `# ${words}\n\nIt is so.\n` }),
]
/** Where their words are found again. */
const WRITTEN = 'select state_text as words from wrap union all select title from entry where kind <> \'wrap\' union all select body from reply'

describe.each(VERSIONS)('PostgreSQL $version', (version) => {
  let dataDir = ''
  let server: ServerProcess
  let at = { spaceId: '', benId: '', thread: 0 }
  let token = ''
  const acknowledged = new Set<string>()
  /** Requests that were under way at a kill, by the key under which they are sent again. */
  const unanswered = new Map<string, { write: Write; words: string }>()

  /** The newest runs inside Longhand; another one is started beside it, and named by its address. */
  const own = version.binDir === undefined
  const start = async (): Promise<ServerProcess> => {
    if (own) return startServerProcess({ dataDir })
    const { url } = await startEmbedded({ dataDir, ...programsOf(version) })
    return startServerProcess({ dataDir, env: { DATABASE_URL: url } })
  }
  beforeAll(async () => {
    dataDir = temporaryData()
    server = await start()
    const visitor = makeClient({ base: server.url, newKey: () => crypto.randomUUID() })
    const { me } = await visitor(setUpWorkspace, { workspace: 'Acme', name: 'Olga Owner', ...OWNER, zone: 'Europe/Berlin', weeks: [weekdays('09:00', '17:00')], preset: '002' })
    token = (await visitor(signIn, OWNER)).token
    const spaceId = me.spaces[0]?.id ?? ''
    const call = makeClient({ base: server.url, token, newKey: () => crypto.randomUUID() })
    const { number } = await call(postThread, { spaceId, title: 'Where all reply', body: '' })
    const { link } = await call(invitePerson, { email: 'ben@example.com', spaceIds: [spaceId] })
    const ben = await visitor(acceptInvite, { token: link.split('/').at(-1) ?? '', name: 'Ben', password: OWNER.password, zone: 'Europe/Berlin', weeks: [weekdays('09:00', '17:00')] })
    at = { spaceId, benId: ben.me.person.id, thread: number }
  })
  afterAll(async () => {
    await server.end('SIGTERM')
    if (!own) await killPostgres(dataDir)
    rmSync(dirname(dataDir), { recursive: true, force: true })
  })

  async function send(key: string, write: Write, words: string): Promise<void> {
    await write(makeClient({ base: server.url, token, newKey: () => key }), at, words)
    acknowledged.add(words)
  }

  async function writeUntilKilled(writer: string, signal: AbortSignal): Promise<void> {
    for (let number = 1; !signal.aborted; number += 1) {
      const key = crypto.randomUUID()
      const write = WRITES[number % WRITES.length] as Write
      const words = `${writer} wrote ${number}`
      try { await send(key, write, words) } catch { unanswered.set(key, { write, words }) }
    }
  }

  async function found(): Promise<string[]> {
    const client = new pg.Client({ connectionString: embeddedUrl(dataDir) })
    await client.connect()
    const { rows } = await client.query<{ words: string }>(WRITTEN)
    await client.end()
    return rows.flatMap(({ words }) => words.startsWith('round ') ? [words] : [])
  }

  test(`${ROUNDS} times everything is killed in mid-write: nothing acknowledged is lost, nothing is half there, repeats act once`, async () => {
    const started: number[] = []
    const lost: string[] = []
    const broken: string[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const stop = new AbortController()
      const writing = Promise.all(Array.from({ length: WRITERS }, (_none, index) => writeUntilKilled(`round ${round} writer ${index}`, stop.signal)))
      const before = acknowledged.size
      await pause(writingFor(round))
      for (let waits = 0; acknowledged.size - before < ENOUGH && waits < WAITS_MAX; waits += 1) await pause(WAIT_MS)
      const ended = server.end('SIGKILL')
      await killPostgres(dataDir)
      stop.abort()
      await Promise.all([ended, writing])
      server = await start()
      started.push(server.startedInMs)
      const kept = new Set(await found())
      lost.push(...[...acknowledged].filter((words) => !kept.has(words)))
      broken.push(...await brokenFacts(embeddedUrl(dataDir)))
      for (const [key, { write, words }] of unanswered) await send(key, write, words)
      unanswered.clear()
    }
    const words = await found()
    const slowest = Math.round(Math.max(...started))
    const say = (what: string, value: number, wanted: string, met: boolean, unit?: string) => figure({ gate: 'G6', what, value, wanted, met, postgres: String(version.version), ...(unit && { unit }) })
    say('kills of server and database in mid-write', ROUNDS, '50 each version', ROUNDS >= 50)
    say('acknowledged writes', acknowledged.size, '', true)
    say('of them lost', lost.length, '0', lost.length === 0)
    say('done twice when sent again with their key', words.length - new Set(words).size, '0', words.length === new Set(words).size)
    say('facts about the whole database that did not hold after a kill', broken.length, '0', broken.length === 0)
    say('ready again after, at most', slowest, '≤ 10,000 ms', slowest <= READY_MS, 'ms')
    expect([lost, broken]).toEqual([[], []])
    expect(words.length).toBe(new Set(words).size)
    expect(words.length).toBe(acknowledged.size)
    console.log(`${ROUNDS} kills, ${acknowledged.size} acknowledged writes, 0 lost; ready again after ${slowest} ms at most`)
  }, SLOW_MS)
})
