import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { setUpWorkspace } from '#contract/account.ts'
import { makeClient } from '#contract/client.ts'
import { SCOPES } from '#contract/scopes.ts'
import { SESSION } from '#server/platform/db/connect.ts'
import { freshToken } from '#server/platform/auth/tokens.ts'
import { embeddedUrl, postgresPid, startServerProcess, temporaryData, type ServerProcess } from '#server/test-server.ts'
import pg from 'pg'
import { casesFor, type Case } from './cases.ts'
import { costOf, residentMb, type Cost } from './cost.ts'
import { NOW, seed, type Seeded } from './seed.ts'
import { benchPlanner, type PlannerFigures } from './planner.ts'
import { startBare, wire } from './wire.ts'

const CONNECTIONS = [1, 10] as const

export type Row = { name: string; connections: number; bytes: number; ours: Cost; limit: Cost; budget: Case['budget'] }
export type Figures = { entries: number; rows: Row[]; planner: PlannerFigures; startMs: number; memoryMb: number; seededInS: number }

/** Fills a workspace of its own and measures every operation on it, with its limits in the same run. */
export async function measure(entries: number, requests: number): Promise<Figures> {
  const dataDir = temporaryData()
  const args = ['--clock', NOW]
  let server = await startServerProcess({ dataDir, args })
  const client = await sqlClient(dataDir)
  try {
    const began = performance.now()
    const seeded = await fill(server, client, entries)
    const seededInS = (performance.now() - began) / 1000
    const token = await signIn(client, seeded)
    const rows: Row[] = []
    const settle = () => nothingDue(client)
    for (const one of casesFor(seeded, token)) rows.push(...await measureCase(one, { server, dataDir, requests, settle }))
    const memoryMb = residentMb(server.pid)
    const planned = await benchPlanner({ seeded, dataDir, requests })
    await client.end()
    await server.end('SIGTERM')
    server = await startServerProcess({ dataDir, args })
    return { entries, rows, planner: planned, startMs: server.startedInMs, memoryMb, seededInS }
  } finally {
    await client.end().catch(() => undefined)
    await server.end('SIGTERM')
    await rm(dirname(dataDir), { recursive: true, force: true })
  }
}

/** When a run breaks off, the database ends before its clients; why it broke off is what should be read then. */
export async function sqlClient(dataDir: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: embeddedUrl(dataDir) })
  client.on('error', () => undefined)
  await client.connect()
  await client.query(SESSION)
  return client
}

export async function fill(server: ServerProcess, client: pg.Client, entries: number): Promise<Seeded> {
  await makeClient({ base: server.url, newKey: randomUUID })(setUpWorkspace, {
    workspace: 'Measured', name: 'Olga Owner', email: 'olga@example.com', password: 'a long password', zone: 'Europe/Berlin', weeks: [[{ day: 1, start: '09:00', end: '17:00' }]], preset: '002',
  })
  return seed(client, entries)
}

export async function signIn(client: pg.Client, { workspaceId, readerId }: Seeded): Promise<string> {
  const { token, hash } = freshToken('session', workspaceId)
  await client.query("insert into credential (workspace_id, id, person_id, kind, secret_hash, scopes, created_at, last_used_at) values ($1, $2, $3, 'session', $4, $5, $6, $6)",
    [workspaceId, randomUUID(), readerId, hash, [...SCOPES], NOW])
  return token
}

type Setting = { server: ServerProcess; dataDir: string; requests: number; settle: () => Promise<void> }

/** How often to look whether the server has done what requests left to it. Unit: ms. */
const LOOK_MS = 50

/** Waits until every timer that is due has run: who is told of a reply is planned after its answer. */
async function nothingDue(client: pg.Client): Promise<void> {
  while ((await client.query('select from timer where next_try_at <= $1 limit 1', [NOW])).rowCount !== 0) await pause(LOOK_MS)
}

async function measureCase(one: Case, { server, dataDir, requests, settle }: Setting): Promise<Row[]> {
  const { ask, close } = wire(server.url)
  const first = await ask(0, one.ask())
  const bytes = Buffer.byteLength(first.text)
  const rows: Row[] = []
  for (const connections of CONNECTIONS) {
    const ours = await costOf(async (connection) => {
      const { status, text } = await ask(connection, one.ask())
      if (status !== 200) throw new Error(`To ${one.name}, the server answered ${status}: ${text}`)
    }, { connections, requests, pids: [server.pid, postgresPid(dataDir) ?? 0], settle })
    const limit = together(await bareCost(one, bytes, { connections, requests }), await statementCost(one, dataDir, { connections, requests }))
    rows.push({ name: one.name, connections, bytes, ours, limit, budget: one.budget })
  }
  close()
  return rows
}

const together = (left: Cost, right: Cost): Cost => ({ p50: left.p50 + right.p50, p99: left.p99 + right.p99, cpu: left.cpu + right.cpu })
type Load = { connections: number; requests: number }

/** Limit one: a bare Node server that sends the same bytes. */
async function bareCost(one: Case, bytes: number, load: Load): Promise<Cost> {
  const bare = await startBare(bytes)
  const { ask, close } = wire(bare.url)
  const cost = await costOf(async (connection) => { await ask(connection, one.ask()) }, { ...load, pids: [bare.pid] })
  close()
  await bare.stop()
  return cost
}

/** Limit two: the one statement, prepared, with nothing around it. */
async function statementCost(one: Case, dataDir: string, load: Load): Promise<Cost> {
  const clients = await Promise.all(Array.from({ length: load.connections }, () => sqlClient(dataDir)))
  const pids = await Promise.all(clients.map(async (client) => (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid ?? 0))
  const { text, values } = one.statement
  const cost = await costOf(async (connection) => { await clients[connection]?.query({ name: one.name, text, values: values() }) }, { ...load, pids })
  for (const client of clients) await client.end()
  return cost
}
