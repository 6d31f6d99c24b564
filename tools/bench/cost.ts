import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'

/** How many ticks of /proc make a second. */
const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
const MS = 1000

/** Latencies of one series. Unit: ms. `cpu`: processor time for one request, of all processes that served it; `postgres`: how much of it was PostgreSQL's. */
export type Cost = { p50: number; p99: number; cpu: number; postgres: number }

const NS_A_MS = 1_000_000

/** What is read of a process; empty once it is gone. */
function read(file: string): string {
  try { return readFileSync(file, 'utf8') } catch { return '' }
}

/** Processor time that the threads of a process have used, and what its ended children had. Unit: ms; 0 once it is gone. */
function usedBy(pid: number): number {
  const [ended, endedSystem] = (read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? []).slice(13, 15).map(Number)
  return threadsOf(pid).reduce((sum, thread) => sum + Number(read(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0]) / NS_A_MS, 0) + ((ended ?? 0) + (endedSystem ?? 0)) / TICKS * MS
}

function threadsOf(pid: number): string[] {
  return existsSync(`/proc/${pid}/task`) ? readdirSync(`/proc/${pid}/task`) : []
}

/** A process and those that it started and that still run. */
function family(pid: number): number[] {
  return [pid, ...threadsOf(pid).flatMap((thread) => read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number))]
}

/** Processor time of these processes and those that they started. Unit: ms. */
export const usedMs = (pids: readonly number[]): number => [...new Set(pids.flatMap(family))].reduce((sum, pid) => sum + usedBy(pid), 0)

export const residentMb = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

type Series = {
  connections: number; requests: number
  /** Processes that serve the requests, with those that they start. */
  pids: readonly number[]; postgres: readonly number[]
  /** Waits for what requests leave to be done after them; its processor time is theirs. */
  settle?: () => Promise<void>
}

/** Runs one request after the other on each of `connections`, and says what one of them costs. */
export async function costOf(request: (connection: number) => Promise<void>, { connections, requests, pids, postgres, settle = async () => undefined }: Series): Promise<Cost> {
  for (let warm = 0; warm < Math.min(requests, 50); warm += 1) await request(warm % connections)
  await settle()
  const before = { server: usedMs(pids), postgres: usedMs(postgres) }
  const took: number[] = []
  let left = requests
  await Promise.all(Array.from({ length: connections }, async (_none, connection) => {
    while (left > 0) {
      left -= 1
      const began = performance.now()
      await request(connection)
      took.push(performance.now() - began)
    }
  }))
  await settle()
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
  // A process that ended meanwhile is counted in whole ticks, and so takes up to one of them with it.
  const database = Math.max(0, usedMs(postgres) - before.postgres)
  return { p50: at(0.5), p99: at(0.99), cpu: (Math.max(0, usedMs(pids) - before.server) + database) / requests, postgres: database / requests }
}
