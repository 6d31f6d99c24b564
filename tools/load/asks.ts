import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Ask } from '#tools/bench/wire.ts'
import type { Seeded } from '#tools/bench/seed.ts'

const WORDS = 20_000
/** Threads and entries near the end are what people read and write in. */
const AMONG = 400
/** The newest that everybody may read. */
const OPEN = `select e.number::int as number from entry e join space s on s.workspace_id = e.workspace_id and s.id = e.space_id
  where e.workspace_id = $1 and e.deleted_at is null and s.visibility = 'open' and s.archived_at is null and e.kind = any($2::text[]) order by e.published_at desc, e.id desc limit ${AMONG}`

export type Targets = { spaceId: string; threads: readonly number[]; entries: readonly number[] }

/** What everybody may ask for. */
export async function targetsIn(client: pg.Client, { workspaceId, spaceId }: Seeded): Promise<Targets> {
  const numbers = async (kinds: readonly string[]) => (await client.query<{ number: number }>(OPEN, [workspaceId, kinds])).rows.map(({ number }) => number)
  return { spaceId, threads: await numbers(['thread', 'ask']), entries: await numbers(['wrap', 'checkin']) }
}
const BODY = 'Tonight is fine for the client. Please say in the thread when `ledger_2020` begins, so that the night shift can watch it.'

export type Kind = 'read' | 'write' | 'search'
export type Made = { kind: Kind; name: string; ask: Ask }

/** What people ask for, of a hundred requests: ten write. */
const MIX = [
  ['post a reply', 9], ['sign a wrap', 1], ['read a thread', 30], ['list threads', 14], ['read the inbox', 14], ['read the brief', 5], ['list entries', 9], ['list what I owe', 5], ['what links to an entry', 5], ['search', 8],
] as const
const DRAWN = MIX.flatMap(([name, share]) => Array.from({ length: share }, () => name))

/** Requests in a fixed but mixed order, each by another person. */
export function asksOf({ entries, threads, spaceId }: Targets, tokens: readonly string[]): () => Made {
  let turn = 0
  const pick = (among: number) => (turn * 7919) % among
  const thread = () => threads[pick(threads.length)] ?? 0
  const word = () => `w${Math.floor(WORDS ** ((turn * 0.618_034) % 1))}`
  return () => {
    turn += 1
    const name = DRAWN[pick(DRAWN.length)] ?? 'list threads'
    const headers = { authorization: `Bearer ${tokens[turn % tokens.length]}` }
    const get = (path: string, kind: Kind = 'read'): Made => ({ kind, name, ask: { method: 'GET', path: `/api/v1${path}`, headers } })
    const post = (path: string, body: object): Made => ({ kind: 'write', name, ask: { method: 'POST', path: `/api/v1${path}`, headers: { ...headers, 'idempotency-key': randomUUID() }, body: JSON.stringify(body) } })
    switch (name) {
      case 'post a reply': return post(`/threads/${thread()}/replies`, { body: BODY })
      case 'sign a wrap': return post('/wraps', { spaceId, state: 'All green.', nextAction: 'Run the last step.', mostImportant: 'The ledger is ready for tonight.', done: [{ text: 'Moved 80 tables.' }] })
      case 'read a thread': return get(`/threads/${thread()}`)
      case 'list threads': return get('/threads')
      case 'read the inbox': return get('/inbox')
      case 'read the brief': return get('/brief')
      case 'list entries': return get('/entries')
      case 'list what I owe': return get('/asks/owe')
      case 'what links to an entry': return get(`/links/to/${entries[pick(entries.length)] ?? 0}`)
      case 'search': return get(`/search?q=${word()}+${word()}+`, 'search')
    }
  }
}
