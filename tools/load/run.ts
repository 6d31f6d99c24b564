import { setTimeout as pause } from 'node:timers/promises'
import { postgresPid } from '#server/server.test-kit.ts'
import { residentMb, usedMs } from '#tools/bench/cost.ts'
import type { Workspace } from '#tools/bench/workspace.ts'
import { Agent, request } from 'node:http'
import { loadavg } from 'node:os'
import { asksOf, targetsIn } from './asks.ts'
import type { Kind, Made } from './asks.ts'
import { manyPeople } from './people.ts'
import { openStreams } from './streams.ts'

export type Load = { minutes: number; streams: number; rate: number }
/** Times of one kind of request. Unit: ms. */
export type Times = { name: string; many: number; p50: number; p95: number; p99: number }
export type Figures = {
  kinds: Times[]; errors: string[]
  /** From the answer to a reply until the last open page was told. */
  seen: Times; unseen: number; lostStreams: number
  /** Memory of the server, one value each ten seconds. Unit: MB. */
  memory: number[]
  /** Shares of the two cores in use by the server and PostgreSQL. */
  cores: { server: number; postgres: number }; load: number
  overload: { answered: number; turnedAway: Record<'read' | 'write', number>; asked: Record<'read' | 'write', number>; withoutRetryAfter: number; errors: string[]; aliveAfterMs: number }
}

const OVERLOAD_TIMES = 10
const OVERLOAD_S = 30
/** Before anything is counted. */
const WARM_S = 5
const MEMORY_EVERY_MS = 10_000
/** What is heard later than this is not seen. Unit: ms. */
const SEEN_WITHIN_MS = 10_000
const agent = new Agent({ keepAlive: true, maxSockets: 1000 })

type Answered = { status: number; text: string; retryAfter: string | undefined }
const ask = (base: string, { ask: { method, path, headers, body } }: Made): Promise<Answered> => new Promise((done, fail) => {
  const asked = request(base + path, { method, agent, headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }) } }, (answer) => {
    const chunks: Buffer[] = []
    answer.on('data', (chunk: Buffer) => chunks.push(chunk))
    answer.once('end', () => done({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString(), retryAfter: answer.headers['retry-after'] }))
    answer.once('error', fail)
  })
  asked.once('error', fail)
  asked.end(body)
})

function timesOf(name: string, took: readonly number[]): Times {
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { name, many: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

/** Sends requests at their moments whether or not the ones before were answered, as people do. */
async function atRate(rate: number, seconds: number, each: () => Promise<void>): Promise<void> {
  const began = performance.now()
  const open = new Set<Promise<void>>()
  for (let sent = 0; sent < rate * seconds; sent += 1) {
    const wait = began + sent / rate * 1000 - performance.now()
    if (wait > 1) await pause(wait)
    const one = each().finally(() => open.delete(one))
    open.add(one)
  }
  await Promise.all(open)
}

/** The development clock goes on with the wall's, so that what is due is told and sent as on any day. */
function moveClock(base: string, token: string): () => void {
  const clock = setInterval(() => {
    void fetch(`${base}/dev/clock`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: '{"advance":"PT1S"}' }).catch(() => undefined)
  }, 1000)
  return () => clearInterval(clock)
}

/** Open pages, requests at a steady rate for so many minutes, and then ten times as many. */
export async function runLoad({ server, client, seeded, dataDir }: Workspace, { minutes, streams, rate }: Load): Promise<Figures> {
  const tokens = await manyPeople(client, seeded, streams)
  const next = asksOf(await targetsIn(client, seeded), tokens)
  const listening = await openStreams(server.url, tokens, streams)
  const stopClock = moveClock(server.url, tokens[0] ?? '')
  const took = new Map<string, number[]>()
  const kinds = new Map<string, Kind>()
  const posted = new Map<string, number>()
  const errors: string[] = []
  const memory: number[] = []
  const measuring = setInterval(() => memory.push(residentMb(server.pid)), MEMORY_EVERY_MS)
  const one = async () => {
    const made = next()
    const began = performance.now()
    try {
      const { status, text } = await ask(server.url, made)
      if (status !== 200) errors.push(`${made.name}: ${status} ${text.slice(0, 200)}`)
      if (status === 200 && made.name === 'post a reply') posted.set((JSON.parse(text) as { id: string }).id, performance.now())
    } catch (error) { errors.push(`${made.name}: ${String(error)}`) }
    const times = took.get(made.name) ?? []
    times.push(performance.now() - began)
    took.set(made.name, times)
    kinds.set(made.name, made.kind)
  }
  await atRate(rate, WARM_S, one)
  for (const all of [took, posted]) all.clear()
  const used = () => ({ server: usedMs([server.pid]), postgres: usedMs([postgresPid(dataDir) ?? 0]) })
  const [before, began] = [used(), performance.now()]
  await atRate(rate, minutes * 60, one)
  const [after, lasted] = [used(), performance.now() - began]
  const [load = 0] = loadavg()
  await pause(SEEN_WITHIN_MS / 4)
  clearInterval(measuring)
  const seen = [...posted].flatMap(([id, at]) => { const heard = listening.heard(id); return heard === undefined ? [] : [Math.max(0, heard - at)] })
  const lostStreams = listening.lost()
  const overload = await overloaded(server.url, next, { rate, seconds: Math.min(OVERLOAD_S, minutes * 60) })
  stopClock()
  listening.close()
  const all = [...took.values()].flat()
  const search = [...took].flatMap(([name, times]) => kinds.get(name) === 'search' ? times : [])
  return {
    kinds: [timesOf('everything', all), timesOf('search', search), ...[...took].filter(([name]) => name !== 'search').map(([name, times]) => timesOf(name, times))], errors, seen: timesOf('seen', seen), unseen: posted.size - seen.length, lostStreams, memory,
    cores: { server: (after.server - before.server) / lasted, postgres: (after.postgres - before.postgres) / lasted }, load, overload,
  }
}

async function overloaded(base: string, next: () => Made, { rate, seconds }: { rate: number; seconds: number }): Promise<Figures['overload']> {
  const overload: Figures['overload'] = { answered: 0, turnedAway: { read: 0, write: 0 }, asked: { read: 0, write: 0 }, withoutRetryAfter: 0, errors: [], aliveAfterMs: 0 }
  await atRate(rate * OVERLOAD_TIMES, seconds, async () => {
    const made = next()
    const kind = made.kind === 'write' ? 'write' : 'read'
    overload.asked[kind] += 1
    try {
      const { status, text, retryAfter } = await ask(base, made)
      if (status === 200) overload.answered += 1
      else if (status === 503) { overload.turnedAway[kind] += 1; if (retryAfter === undefined) overload.withoutRetryAfter += 1 }
      else overload.errors.push(`${made.name}: ${status} ${text.slice(0, 200)}`)
    } catch (error) { overload.errors.push(`${made.name}: ${String(error)}`) }
  })
  const began = performance.now()
  await fetch(`${base}/health/ready`)
  return { ...overload, aliveAfterMs: performance.now() - began }
}
