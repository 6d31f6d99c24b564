import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { setUpWorkspace, signIn } from '#contract/account.ts'
import { makeClient } from '#contract/client.ts'
import { postWrap } from '#contract/handoffs.ts'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { weekdays } from './test-app.ts'
import { embeddedUrl, killPostgres, startServerProcess, temporaryData, type ServerProcess } from './test-server.ts'

const ROUNDS = 20
const WRITERS = 4
/** On a busy machine each start takes several seconds. Unit: ms. */
const SLOW_MS = 300_000
/** How long writes go on before everything is killed: somewhat longer each round, so that kills fall on other moments. Unit: ms. */
const writingFor = (round: number): number => 120 + 17 * round

let dataDir = ''
let server: ServerProcess
let token = ''
let spaceId = ''
const acknowledged = new Set<string>()
/** Requests that were under way at a kill, by the key under which they are sent again. */
const unanswered = new Map<string, string>()

beforeAll(async () => {
  dataDir = temporaryData()
  server = await startServerProcess({ dataDir })
  const visitor = makeClient({ base: server.url, newKey: () => crypto.randomUUID() })
  const { me } = await visitor(setUpWorkspace, {
    workspace: 'Acme', name: 'Olga Owner', email: 'olga@example.com', password: 'a long password', zone: 'Europe/Berlin', weeks: [weekdays('09:00', '17:00')], preset: '002',
  })
  spaceId = me.spaces[0]?.id ?? ''
  token = (await visitor(signIn, { email: 'olga@example.com', password: 'a long password' })).token
})
afterAll(async () => {
  await server.end('SIGTERM')
  rmSync(dirname(dataDir), { recursive: true, force: true })
})

/** One wrap is seven rows in five tables: there with all of them, or not at all. */
async function write(key: string, state: string): Promise<void> {
  const call = makeClient({ base: server.url, token, newKey: () => key })
  await call(postWrap, {
    spaceId, state, nextAction: 'Go on.', mostImportant: state, done: [{ text: 'one' }, { text: 'two' }], questions: [{ text: 'Three?' }],
  })
  acknowledged.add(state)
}

async function writeUntilKilled(writer: string, signal: AbortSignal): Promise<void> {
  for (let number = 1; !signal.aborted; number += 1) {
    const key = crypto.randomUUID()
    const state = `${writer} wrote ${number}`
    try { await write(key, state) } catch { unanswered.set(key, state) }
  }
}

/** Every wrap with the number of its lines. */
async function wraps(): Promise<{ state: string; lines: number }[]> {
  const client = new pg.Client({ connectionString: embeddedUrl(dataDir) })
  await client.connect()
  const { rows } = await client.query<{ state: string; lines: number }>(`
    select w.state_text as state, (select count(*)::int from wrap_line l where l.workspace_id = w.workspace_id and l.entry_id = w.entry_id) as lines
    from wrap w join entry e on e.workspace_id = w.workspace_id and e.id = w.entry_id`)
  await client.end()
  return rows
}

test(`${ROUNDS} times everything is killed in mid-write: nothing acknowledged is lost, nothing is half there, repeats act once`, async () => {
  const started: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const stop = new AbortController()
    const writing = Promise.all(Array.from({ length: WRITERS }, (_none, index) => writeUntilKilled(`round ${round} writer ${index}`, stop.signal)))
    await pause(writingFor(round))
    const ended = server.end('SIGKILL')
    await killPostgres(dataDir)
    stop.abort()
    await Promise.all([ended, writing])
    server = await startServerProcess({ dataDir })
    started.push(server.startedInMs)
    const kept = await wraps()
    const states = new Set(kept.map(({ state }) => state))
    expect([...acknowledged].filter((state) => !states.has(state))).toEqual([])
    expect(kept.filter(({ lines }) => lines !== 3)).toEqual([])
    for (const [key, state] of unanswered) await write(key, state)
    unanswered.clear()
  }
  const states = (await wraps()).map(({ state }) => state)
  expect(states.length).toBe(new Set(states).size)
  expect(states.length).toBe(acknowledged.size)
  console.log(`${ROUNDS} kills, ${acknowledged.size} acknowledged writes, 0 lost; ready again after ${Math.round(Math.max(...started))} ms at most`)
}, SLOW_MS)
