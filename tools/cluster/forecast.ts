import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** What a person does on a working day, by the row of docs/benchmarks.md that it costs. Assumed: nobody has measured a company yet. */
const DAY: Readonly<Record<string, number>> = {
  'read a thread of 100 replies': 40, 'list 50 threads': 25, 'read the inbox': 12, 'read the brief': 4, 'list what I owe': 6, 'list 50 entries': 4, 'read a wrap': 6, 'preview an ask': 2,
  'post a reply': 8, 'sign a wrap with a baton': 1,
}
/** Of these, what is written, and how many bytes a text takes with its versions, events, search rows and indexes. Assumed. */
const WRITES = ['post a reply', 'sign a wrap with a baton']
const BYTES_A_TEXT = 12_000
const WORKING_DAYS_A_YEAR = 225
/** The busiest hour of a day holds this share of it: an eight-hour day has 0.125 in each. Assumed. */
const BUSIEST_HOUR = 0.25
/** Of the processor time of a request, what PostgreSQL takes; the rest is ours. Assumed. */
const OF_POSTGRES = 0.4
/** Processors are loaded to this share at most in the busiest hour, so that half of them may go and work goes on. */
const LOAD_MAX = 0.5
/** One process of the app uses one processor, and holds so many streams within its memory. Measured: G17 holds 1,000. */
const STREAMS_A_PROCESS = 1000
/** Processors of the largest machine for PostgreSQL that people usually run. Assumed. */
const PROCESSORS_A_NODE = 64

export type Forecast = { people: number; requestsS: number; writesS: number; processors: number; processes: number; postgres: number; nodes: number; waitMs: number; gigabytesAYear: number }

/** Processor time by operation, in ms, as the last `npm run bench` measured it at one connection and 10,000 entries. */
export function costs(page: string): Map<string, number> {
  const rows = page.split('\n').filter((line) => line.startsWith('| ')).map((line) => line.split('|').map((cell) => cell.trim()))
  const head = rows.find((cells) => cells[1] === 'operation') ?? []
  const at = head.indexOf('processor ms')
  const found = new Map<string, number>()
  for (const cells of rows) if (cells[2] === '1' && !found.has(cells[1] ?? '')) found.set(cells[1] ?? '', Number(cells[at]))
  return found
}

/** What so many people need in their busiest hour, and in a year. */
export function forecast(people: number, cost: ReadonlyMap<string, number>): Forecast {
  const aSecond = people * BUSIEST_HOUR / 3600
  const each = Object.entries(DAY).map(([what, times]) => ({ what, times, ms: cost.get(what) ?? 0 }))
  const missing = each.filter(({ ms }) => ms === 0).map(({ what }) => what)
  if (missing.length > 0) throw new Error(`docs/benchmarks.md says nothing of ${missing.join(', ')}.`)
  const requestsS = aSecond * each.reduce((sum, { times }) => sum + times, 0)
  const writes = each.filter(({ what }) => WRITES.includes(what)).reduce((sum, { times }) => sum + times, 0)
  const busy = aSecond * each.reduce((sum, { times, ms }) => sum + times * ms / 1000, 0)
  const processors = Math.max(2, Math.ceil(busy / LOAD_MAX))
  const processes = Math.max(2, Math.ceil(busy * (1 - OF_POSTGRES) / LOAD_MAX), Math.ceil(people / 3 / STREAMS_A_PROCESS))
  const postgres = Math.max(2, Math.ceil(busy * OF_POSTGRES / LOAD_MAX))
  return {
    people, requestsS, writesS: aSecond * writes, processors, processes, postgres, nodes: Math.ceil(postgres / PROCESSORS_A_NODE),
    waitMs: waitOf(processors, busy, 1000 * busy / requestsS), gigabytesAYear: people * writes * WORKING_DAYS_A_YEAR * BYTES_A_TEXT / 1e9,
  }
}

/** Mean time in the queue before one of `servers` is free, if work comes by chance (Erlang C). Unit: ms. */
function waitOf(servers: number, busy: number, serviceMs: number): number {
  let blocked = 1
  for (let n = 1; n <= servers; n += 1) blocked = busy * blocked / (n + busy * blocked)
  const load = busy / servers
  const waits = blocked / (1 - load * (1 - blocked))
  return waits * serviceMs / (servers - busy)
}

const rounded = (value: number) => value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(2)

/** The table of docs/guides/scale.md. */
export function table(page: string): string {
  const cost = costs(page)
  const rows = [1000, 10_000, 100_000, 1_000_000, 10_000_000].map((people) => forecast(people, cost))
  return ['| people | requests/s in the busiest hour | of which write | processors in all | processes of the app | processors of PostgreSQL | nodes of PostgreSQL | mean wait for a processor | growth a year |', '|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...rows.map((row) => `| ${row.people.toLocaleString('en')} | ${rounded(row.requestsS)} | ${rounded(row.writesS)} | ${row.processors.toLocaleString('en')} | ${row.processes.toLocaleString('en')} | ${row.postgres.toLocaleString('en')} | ${row.nodes} | ${row.waitMs < 0.01 ? '< 0.01' : rounded(row.waitMs)} ms | ${rounded(row.gigabytesAYear)} GB |`)].join('\n')
}

if (import.meta.main) console.log(table(readFileSync(join(resolve(import.meta.dirname, '../..'), 'docs/benchmarks.md'), 'utf8')))
