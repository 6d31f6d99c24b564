import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setUpWorkspace } from '#contract/account.ts'
import { makeClient } from '#contract/client.ts'
import { SCOPES } from '#contract/scopes.ts'
import { freshToken } from '#server/platform/auth/tokens.ts'
import { SESSION } from '#server/platform/db/connect.ts'
import { embeddedUrl, postgresPid, startServerProcess, temporaryData } from '#server/test-server.ts'
import pg from 'pg'
import { costOf } from './cost.ts'
import { NOW, seed } from './seed.ts'
import { wire } from './wire.ts'

const REQUESTS = 300
/** Words that texts are made of; the n-th is about as common as one over n, as in any language. */
const VOCABULARY = 20_000
const WORDS_A_TEXT = 40

const TEXTS = `
insert into entry_text (workspace_id, id, entry_id, space_id, author_id, kind, is_reply, at, title, body, names, words, size, hidden)
  select e.workspace_id, e.id, e.id, e.space_id, e.author_id, e.kind, false, e.published_at, e.title, t.body, '', to_tsvector('simple', t.body), ${WORDS_A_TEXT}, e.deleted_at is not null
  from entry e cross join lateral (select string_agg('w' || floor(power(${VOCABULARY}, random() + 0 * (e.number + g))), ' ') as body from generate_series(1, ${WORDS_A_TEXT}) g) t
  where e.workspace_id = $1 and e.space_id is not null`
const COUNTS = [
  'insert into search_word (workspace_id, space_id, lexeme, texts) select x.workspace_id, x.space_id, u.lexeme, count(*) from entry_text x, unnest(x.words) u where x.workspace_id = $1 group by 1, 2, 3',
  'insert into search_space (workspace_id, space_id, texts, size) select workspace_id, space_id, count(*), sum(size) from entry_text where workspace_id = $1 group by 1, 2',
]

/** What the same words cost as SQL alone: the newest texts that hold both. */
const ALONE = `select x.id, x.title, x.at from entry_text x where x.workspace_id = $1 and not x.hidden and x.words @@ $2::tsquery order by x.at desc, x.id desc limit 20`

/** @returns a table of what a search costs beside the same words as SQL alone, over so many entries, as a member with 30 spaces */
export async function benchSearchSpeed(entries: number): Promise<string[]> {
  const dataDir = temporaryData()
  const server = await startServerProcess({ dataDir, args: ['--clock', NOW] })
  const client = new pg.Client({ connectionString: embeddedUrl(dataDir) })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query(SESSION)
    await makeClient({ base: server.url, newKey: randomUUID })(setUpWorkspace, { workspace: 'Measured', name: 'Olga Owner', email: 'olga@example.com', password: 'a long password', zone: 'Europe/Berlin', weeks: [[{ day: 1, start: '09:00', end: '17:00' }]], preset: '002' })
    const { workspaceId, readerId } = await seed(client, entries)
    await client.query(TEXTS, [workspaceId])
    for (const statement of COUNTS) await client.query(statement, [workspaceId])
    await client.query("update workspace set search_language = 'simple' where id = $1", [workspaceId])
    await client.query('vacuum analyze')
    const { token, hash } = freshToken('session', workspaceId)
    await client.query("insert into credential (workspace_id, id, person_id, kind, secret_hash, scopes, created_at, last_used_at) values ($1, $2, $3, 'session', $4, $5, $6, $6)", [workspaceId, randomUUID(), readerId, hash, [...SCOPES], NOW])
    const pids = [server.pid, postgresPid(dataDir) ?? 0]
    const rows: string[] = []
    for (const [name, ranks] of [['two rare words', [2000, 5000]], ['a common and a rare word', [20, 3000]], ['two common words', [20, 40]], ['a question of eight words', [12, 30, 90, 200, 700, 1500, 4000, 9000]]] as const) {
      rows.push(await compared(name, ranks, { url: server.url, token, client, workspaceId, pids }))
    }
    return [`${entries.toLocaleString('en')} entries of ${WORDS_A_TEXT} words, a member with 30 spaces, one connection, ${REQUESTS} requests. SQL alone: the newest 20 texts that hold all of the words, without rights, ranking, snippets and counts.`, '',
      '| question | p50 ms | p99 ms | SQL alone p50 ms | times | processor ms |', '| --- | --- | --- | --- | --- | --- |', ...rows]
  } finally {
    await client.end().catch(() => undefined)
    await server.end('SIGTERM')
    await rm(dirname(dataDir), { recursive: true, force: true })
  }
}

type Setting = { url: string; token: string; client: pg.Client; workspaceId: string; pids: readonly number[] }

async function compared(name: string, ranks: readonly number[], { url, token, client, workspaceId, pids }: Setting): Promise<string> {
  let turn = 0
  const words = () => { turn += 1; return ranks.map((rank) => `w${rank + turn % Math.max(1, Math.floor(rank / 10))}`) }
  const { ask, close } = wire(url)
  const ours = await costOf(async () => {
    const { status, text } = await ask(0, { method: 'GET', path: `/api/v1/search?q=${encodeURIComponent(`${words().join(' ')} `)}`, headers: { authorization: `Bearer ${token}` } })
    if (status !== 200) throw new Error(text)
  }, { connections: 1, requests: REQUESTS, pids })
  close()
  const alone = await costOf(async () => { await client.query({ name: 'alone', text: ALONE, values: [workspaceId, words().map((word) => `'${word}'`).join(' & ')] }) }, { connections: 1, requests: REQUESTS, pids })
  return `| ${name} | ${ours.p50.toFixed(1)} | ${ours.p99.toFixed(1)} | ${alone.p50.toFixed(1)} | ${(ours.p50 / alone.p50).toFixed(1)} | ${ours.cpu.toFixed(1)} |`
}
