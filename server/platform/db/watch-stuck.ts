import pg from 'pg'
import { elapsedMs } from '../clock.ts'

/**
 * How long an answer may be away until the database is asked about it, how long each of letting us in and saying may take,
 * and how often we look. Together below five seconds, after which whoever waits is told to come back. Units: ms.
 */
const STUCK_MS = 2000
const PROBE_MS = 1000
const LOOK_MS = 250

type Ask = (...given: unknown[]) => unknown
type Waiting = { client: pg.PoolClient; since: number }

/**
 * Ends connections that only look open: where an answer has been away for long, the database is asked by another way
 * whether it works on it. If it does, however long it takes, nothing happens. If it has forgotten the question, or says
 * nothing to anybody, the connection is ended, so that its requests are told to come back instead of waiting for ever.
 * A database that is too busy to let us in, and answers others meanwhile, is left in peace.
 */
export function watchStuck(url: string): { watch(client: pg.PoolClient): void; stop(): void } {
  const waiting = new Set<Waiting>()
  let probing = false
  let heard = elapsedMs()
  const waitLong = () => [...waiting].filter(({ since }) => elapsedMs() - since > STUCK_MS)
  const look = async () => {
    const stuck = waitLong()
    if (probing || stuck.length === 0) return
    probing = true
    const dead = await withoutWork(url, stuck).catch(() => elapsedMs() - heard > STUCK_MS ? waitLong() : [])
    for (const one of dead) if (waiting.has(one)) streamOf(one.client).destroy()
    probing = false
  }
  const every = setInterval(() => { void look() }, LOOK_MS)
  every.unref()
  return {
    watch(client) {
      const ask = client.query.bind(client) as Ask
      const watched: Ask = (...given) => {
        const answer = ask(...given)
        if (!(answer instanceof Promise)) return answer
        const one = { client, since: elapsedMs() }
        waiting.add(one)
        const done = () => waiting.delete(one)
        answer.then(() => { heard = elapsedMs(); done() }, done)
        return answer
      }
      client.query = watched as typeof client.query
    },
    stop: () => clearInterval(every),
  }
}

const streamOf = (client: pg.PoolClient) => (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream
const pidOf = (client: pg.PoolClient): number => (client as unknown as { processID: number | null }).processID ?? 0

/** Those of which the database says that it has long been idle there. Whom it does not know may stand behind a pooler, and is left. @throws when nobody answers */
async function withoutWork(url: string, stuck: readonly Waiting[]): Promise<Waiting[]> {
  const probe = new pg.Client({ connectionString: url, connectionTimeoutMillis: PROBE_MS, query_timeout: PROBE_MS })
  probe.on('error', () => undefined)
  try {
    await probe.connect()
    const { rows } = await probe.query<{ pid: number }>(`select pid from pg_stat_activity where pid = any($1) and state like 'idle%' and state_change < clock_timestamp() - $2 * interval '1 ms'`, [stuck.map(({ client }) => pidOf(client)), STUCK_MS])
    const idle = new Set(rows.map(({ pid }) => pid))
    return stuck.filter(({ client }) => idle.has(pidOf(client)))
  } finally {
    probe.end().catch(() => undefined)
  }
}
