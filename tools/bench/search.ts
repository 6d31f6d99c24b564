import { randomUUID } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { setUpWorkspace } from '#contract/account.ts'
import { makeClient } from '#contract/client.ts'
import type { Call } from '#contract/client.ts'
import { SCOPES } from '#contract/scopes.ts'
import { search } from '#contract/search.ts'
import { postThread } from '#contract/threads.ts'
import { freshToken } from '#server/platform/auth/tokens.ts'
import { SESSION } from '#server/platform/db/connect.ts'
import { embeddedUrl, startServerProcess, temporaryData } from '#server/server.test-kit.ts'
import pg from 'pg'
import { corpusFolder } from './clarity-data.ts'
import { benchSearchSpeed } from './search-speed.ts'

const ABSENT = 'How well search finds was not measured: give the folder that holds G-search/queries.tsv with --corpus or LONGHAND_CORPUS.'
const PAGE = 'docs/benchmarks-search.md'
/** Results that a person looks at. */
const LOOKED_AT = 10
const QUOTED = 3
const BODY_MAX = 100_000
/** Titles of fewer words than that are no question. */
const TITLE_WORDS = 3

export type Document = { path: string; title: string; body: string }
export type Query = { text: string; path: string }
type Quality = { name: string; queries: number; mrr: number; recall: number; quoted: number }

/** `npm run bench -- search [--corpus FOLDER] [--entries 100000] [--out FILE|-]`. */
export async function benchSearch(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { corpus: { type: 'string' }, entries: { type: 'string', default: '100000' }, out: { type: 'string', default: join(import.meta.dirname, '../..', PAGE) } } })
  const folder = corpusFolder(values.corpus)
  const found = folder !== undefined && existsSync(join(folder, 'G-search/queries.tsv')) ? await benchQuality(folder) : [ABSENT]
  const page = ['# Benchmarks of search', '', 'Written by `npm run bench -- search --corpus FOLDER`.', '', '## Does it find what is meant?', '', ...found, '', '## What it costs', '', ...await benchSearchSpeed(Number(values.entries))].join('\n')
  console.log(page)
  if (values.out !== '-') writeFileSync(values.out, `${page}\n`)
}

async function benchQuality(folder: string): Promise<string[]> {
  const documents = readDocuments(folder)
  const [given, titles] = [readQueries(folder), titlesOf(documents)]
  const rows = [
    await inWorkspace(documents, (call, numbers) => judge('questions that avoid the words of the title', given, { call, numbers })),
    await inWorkspace(withoutTitles(documents), (call, numbers) => judge('titles, taken out of their own documents', titles, { call, numbers })),
  ]
  return [
    `${documents.length} public documents (decision records, runbooks, minutes, guides), each with one that is meant. MRR@${LOOKED_AT}: the mean of one over the place at which it stands.`, '',
    '| questions | how many | MRR@10 | among ten | among three |', '| --- | --- | --- | --- | --- |',
    ...rows.map(({ name, queries, mrr, recall, quoted }) => `| ${name} | ${queries} | ${mrr.toFixed(2)} | ${recall.toFixed(2)} | ${quoted.toFixed(2)} |`),
  ]
}

/** Questions of people, each with the document that is meant. */
export const readQueries = (folder: string): Query[] =>
  readFileSync(join(folder, 'G-search/queries.tsv'), 'utf8').split('\n').slice(1).filter(Boolean).map((line) => { const [text = '', path = ''] = line.split('\t'); return { text, path } })

/** Titles long enough to be a question, and documents that do not hold their own. */
export const titlesOf = (documents: readonly Document[]): Query[] => documents.filter(({ title }) => title.split(/\s+/).length >= TITLE_WORDS).map(({ title, path }) => ({ text: title, path }))
export const withoutTitles = (documents: readonly Document[]): Document[] => documents.map((one) => ({ ...one, title: 'Untitled', body: one.body.replaceAll(one.title, '') }))

export function readDocuments(folder: string): Document[] {
  return ['B-decisions', 'C-knowledge'].flatMap((part) => globSync(`${part}/**/*.md`, { cwd: folder })).toSorted().map((path) => {
    const text = readFileSync(join(folder, path), 'utf8').replaceAll('\u0000', '').slice(0, BODY_MAX)
    const title = /^# +(.+)$/m.exec(text)?.[1]?.trim().slice(0, 120) ?? basename(path, '.md')
    return { path, title, body: text }
  })
}

/** A server of its own, with these documents as threads, whose words are counted. */
export async function inWorkspace<T>(documents: readonly Document[], work: (call: Call, numbers: ReadonlyMap<string, number>) => Promise<T>): Promise<T> {
  const dataDir = temporaryData()
  const server = await startServerProcess({ dataDir })
  const client = new pg.Client({ connectionString: embeddedUrl(dataDir) })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query(SESSION)
    await makeClient({ base: server.url, newKey: randomUUID })(setUpWorkspace, { workspace: 'Measured', name: 'Olga Owner', email: 'olga@example.com', password: 'a long password', zone: 'Europe/Berlin', weeks: [[{ day: 1, start: '09:00', end: '17:00' }]], preset: '002' })
    const { rows: [owner] } = await client.query<{ workspace_id: string; id: string; space_id: string }>('select p.workspace_id, p.id, s.id as space_id from person p join space s on s.workspace_id = p.workspace_id limit 1')
    if (!owner) throw new Error('The workspace has nobody in it.')
    const { token, hash } = freshToken('session', owner.workspace_id)
    await client.query("insert into credential (workspace_id, id, person_id, kind, secret_hash, scopes, created_at, last_used_at) values ($1, $2, $3, 'session', $4, $5, now(), now())", [owner.workspace_id, randomUUID(), owner.id, hash, [...SCOPES]])
    const call = makeClient({ base: server.url, token, newKey: randomUUID })
    const numbers = new Map<string, number>()
    for (const { path, title, body } of documents) numbers.set(path, (await call(postThread, { spaceId: owner.space_id, title, body })).number)
    while ((await client.query('select from search_change limit 1')).rowCount !== 0) await new Promise((done) => { setTimeout(done, 200) })
    return await work(call, numbers)
  } finally {
    await client.end().catch(() => undefined)
    await server.end('SIGTERM')
    await rm(dirname(dataDir), { recursive: true, force: true })
  }
}

async function judge(name: string, queries: readonly Query[], { call, numbers }: { call: Call; numbers: ReadonlyMap<string, number> }): Promise<Quality> {
  const places: number[] = []
  for (const { text, path } of queries) {
    const { items } = await call(search, { q: `${text} `.replaceAll(/["“”„«»:#-]/g, ' '), limit: LOOKED_AT })
    places.push(items.findIndex(({ number }) => number === numbers.get(path)) + 1)
  }
  const share = (fits: (place: number) => boolean) => places.filter(fits).length / places.length
  return { name, queries: queries.length, mrr: places.reduce((sum, place) => sum + (place > 0 ? 1 / place : 0), 0) / places.length, recall: share((place) => place > 0), quoted: share((place) => place > 0 && place <= QUOTED) }
}
