import { setTimeout as pause } from 'node:timers/promises'
import { postgresPid } from '#server/server.test-kit.ts'
import type pg from 'pg'
import { casesFor, type Case } from './cases.ts'
import { costOf, residentMb, type Cost } from './cost.ts'
import { benchPlanner, type PlannerFigures } from './planner.ts'
import { NOW } from './seed.ts'
import { startBare, wire } from './wire.ts'
import { openWorkspace, signIn, sqlClient, type Workspace } from './workspace.ts'

const CONNECTIONS = [1, 10] as const

export type Row = { name: string; connections: number; bytes: number; ours: Cost; limit: Cost; budget: Case['budget'] }
export type Figures = { entries: number; rows: Row[]; planner: PlannerFigures; startMs: number; memoryMb: number; seededInS: number }

/** `keptIn`: where filled data stay for the next run. `only`: measures operations whose name holds this. */
export type Wanted = { requests: number; keptIn?: string | undefined; only?: string | undefined }

/** Fills a workspace of its own and measures every operation on it, with its limits in the same run. */
export async function measure(entries: number, { requests, keptIn, only = '' }: Wanted): Promise<Figures> {
  const workspace = await openWorkspace(entries, keptIn)
  try {
    const { client, seeded, dataDir, server } = workspace
    const token = await signIn(client, seeded)
    const rows: Row[] = []
    for (const one of casesFor(seeded, token).filter(({ name }) => name.includes(only))) rows.push(...await measureCase(one, { workspace, requests }))
    const memoryMb = residentMb(server.pid)
    const planned = await benchPlanner({ seeded, dataDir, requests })
    const { startedInMs } = await workspace.again()
    return { entries, rows, planner: planned, startMs: startedInMs, memoryMb, seededInS: workspace.seededInS }
  } finally {
    await workspace.close()
  }
}

type Setting = { workspace: Workspace; requests: number }

/** How often to look whether the server has done what requests left to it. Unit: ms. */
const LOOK_MS = 50

/** Waits until every timer that is due has run: who is told of a reply is planned after its answer. */
async function nothingDue(client: pg.Client): Promise<void> {
  while ((await client.query('select from timer where next_try_at <= $1 limit 1', [NOW])).rowCount !== 0) await pause(LOOK_MS)
}

async function measureCase(one: Case, { workspace: { server, client, dataDir }, requests }: Setting): Promise<Row[]> {
  const { ask, close } = wire(server.url)
  const first = await ask(0, one.ask())
  const bytes = Buffer.byteLength(first.text)
  const rows: Row[] = []
  for (const connections of CONNECTIONS) {
    const ours = await costOf(async (connection) => {
      const { status, text } = await ask(connection, one.ask())
      if (status !== 200) throw new Error(`To ${one.name}, the server answered ${status}: ${text}`)
    }, { connections, requests, pids: [server.pid], postgres: [postgresPid(dataDir) ?? 0], settle: () => nothingDue(client) })
    const statement = await statementCost(one, dataDir, { connections, requests })
    const limit = one.besideSqlAlone ? statement : together(await bareCost(one, bytes, { connections, requests }), statement)
    rows.push({ name: one.name, connections, bytes, ours, limit, budget: one.budget })
  }
  close()
  return rows
}

const together = (left: Cost, right: Cost): Cost => ({ p50: left.p50 + right.p50, p99: left.p99 + right.p99, cpu: left.cpu + right.cpu, postgres: left.postgres + right.postgres })
type Load = { connections: number; requests: number }

/** Limit one: a bare Node server that sends the same bytes. */
async function bareCost(one: Case, bytes: number, load: Load): Promise<Cost> {
  const bare = await startBare(bytes)
  const { ask, close } = wire(bare.url)
  const cost = await costOf(async (connection) => { await ask(connection, one.ask()) }, { ...load, pids: [bare.pid], postgres: [] })
  close()
  await bare.stop()
  return cost
}

/** Limit two: the one statement, prepared, with nothing around it. */
async function statementCost(one: Case, dataDir: string, load: Load): Promise<Cost> {
  const clients = await Promise.all(Array.from({ length: load.connections }, () => sqlClient(dataDir)))
  const postgres = await Promise.all(clients.map(async (client) => (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid ?? 0))
  const { text, values } = one.statement
  const cost = await costOf(async (connection) => { await clients[connection]?.query({ name: one.name, text, values: values() }) }, { ...load, pids: [], postgres })
  for (const client of clients) await client.end()
  return cost
}
