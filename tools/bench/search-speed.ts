import { postgresPid } from '#server/server.test-kit.ts'
import type pg from 'pg'
import { costOf } from './cost.ts'
import { wire } from './wire.ts'
import { openWorkspace, signIn } from './workspace.ts'

const REQUESTS = 300
const WORDS_A_TEXT = 40

/** What the same words cost as SQL alone: the newest texts that hold both. */
const ALONE = `select x.id, x.title, x.at from entry_text x where x.workspace_id = $1 and not x.hidden and x.words @@ $2::tsquery order by x.at desc, x.id desc limit 20`

/** @returns a table of what a search costs beside the same words as SQL alone, over so many entries, as a member with 30 spaces */
export async function benchSearchSpeed(entries: number): Promise<string[]> {
  const workspace = await openWorkspace(entries)
  try {
    const { client, seeded, server, dataDir } = workspace
    const token = await signIn(client, seeded)
    const setting = { url: server.url, token, client, workspaceId: seeded.workspaceId, pids: [server.pid], postgres: [postgresPid(dataDir) ?? 0] }
    const rows: string[] = []
    for (const [name, ranks] of [['two rare words', [2000, 5000]], ['a common and a rare word', [20, 3000]], ['two common words', [20, 40]], ['a question of eight words', [12, 30, 90, 200, 700, 1500, 4000, 9000]]] as const) {
      rows.push(await compared(name, ranks, setting))
    }
    return [`${entries.toLocaleString('en')} entries of ${WORDS_A_TEXT} words, a member with 30 spaces, one connection, ${REQUESTS} requests. SQL alone: the newest 20 texts that hold all of the words, without rights, ranking, snippets and counts.`, '',
      '| question | p50 ms | p99 ms | SQL alone p50 ms | times | processor ms |', '| --- | --- | --- | --- | --- | --- |', ...rows]
  } finally {
    await workspace.close()
  }
}

type Setting = { url: string; token: string; client: pg.Client; workspaceId: string; pids: readonly number[]; postgres: readonly number[] }

async function compared(name: string, ranks: readonly number[], { url, token, client, workspaceId, pids, postgres }: Setting): Promise<string> {
  let turn = 0
  const words = () => { turn += 1; return ranks.map((rank) => `w${rank + turn % Math.max(1, Math.floor(rank / 10))}`) }
  const { ask, close } = wire(url)
  const ours = await costOf(async () => {
    const { status, text } = await ask(0, { method: 'GET', path: `/api/v1/search?q=${encodeURIComponent(`${words().join(' ')} `)}`, headers: { authorization: `Bearer ${token}` } })
    if (status !== 200) throw new Error(text)
  }, { connections: 1, requests: REQUESTS, pids, postgres })
  close()
  const alone = await costOf(async () => { await client.query({ name: 'alone', text: ALONE, values: [workspaceId, words().map((word) => `'${word}'`).join(' & ')] }) }, { connections: 1, requests: REQUESTS, pids, postgres })
  return `| ${name} | ${ours.p50.toFixed(1)} | ${ours.p99.toFixed(1)} | ${alone.p50.toFixed(1)} | ${(ours.p50 / alone.p50).toFixed(1)} | ${ours.cpu.toFixed(1)} |`
}
