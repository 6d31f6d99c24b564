import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { sizeOf } from '#tools/reliability/size.test-kit.ts'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test, describe } from 'vitest'
import { emptyDatabase } from '../backup/backup.test-kit.ts'
import { arm } from '../failpoint.ts'
import { lintMigration } from './migration-lint.ts'
import { migrate, readMigrations } from './migrate.ts'
import type { Migration } from './migrate.ts'

const LONG = process.env['LONGHAND_LONG'] === '1'
/** From how many migrations ago; each step of the way is killed after each of its statements. */
const RELEASES = sizeOf(5, 2)
/** Threads of the old database, each with ten replies. */
const THREADS = sizeOf(84_000, 20)
const SLOW_MS = LONG ? 1_800_000 : 240_000
/** How long a lock may be held that others wait for. Unit: ms. */
const LOCKED_MS = 2000

const now = Temporal.Instant.from('2026-03-27T08:00Z')
const ALL = readMigrations(join(import.meta.dirname, 'migrations'))

/** What stands in a database of the oldest of these releases: people, threads, replies, asks' entries, messages and timers. */
const DATA = (threads: number) => `
  insert into workspace (id, name, created_at, next_number) values ('00000000-0000-7000-8000-000000000001', 'Acme', now(), ${threads + 1});
  insert into person (workspace_id, id, name, email, role, state, zone, created_at) select w.id, gen_random_uuid(), 'Person ' || n, 'p' || n || '@example.com', case n when 1 then 'owner' else 'member' end, 'active', 'Europe/Berlin', now() from workspace w, generate_series(1, 20) n;
  insert into space (workspace_id, id, name, visibility, noise, created_by, created_at) select workspace_id, gen_random_uuid(), 'Work', 'open', 'work', id, now() from person where role = 'owner';
  insert into entry (workspace_id, id, number, kind, space_id, author_id, title, published_at, updated_at) select s.workspace_id, gen_random_uuid(), n, 'thread', s.id, s.created_by, 'Thread ' || n, now(), now() from space s, generate_series(1, ${threads}) n;
  insert into thread (workspace_id, entry_id, space_id, author_id, body, via, undo_until, active_at, last_seq, reply_count) select workspace_id, id, space_id, author_id, 'Opening of ' || title, 'web', now(), now(), 10, 10 from entry;
  insert into reply (workspace_id, id, entry_id, seq, kind, author_id, body, via, posted_at, undo_until) select t.workspace_id, gen_random_uuid(), t.entry_id, n, 'reply', t.author_id, 'See #1, says ' || n, 'web', now(), now() from thread t, generate_series(1, 10) n;
  insert into delivery (workspace_id, id, event_key, person_id, channel, subject, body, message_id, reason, state, created_at, send_at) select workspace_id, gen_random_uuid(), 'k' || id, id, 'mail', 'S', '{"text": "x", "links": []}', '<' || id || '@x>', 'Test.', 'waiting', now(), now() from person;
  insert into timer (workspace_id, id, kind, key, due_at, next_try_at) select workspace_id, gen_random_uuid(), 'brief.compose', id::text, now(), now() from person;
  insert into file (workspace_id, id, owner_id, name, size, type, sha256, state, created_at) select workspace_id, gen_random_uuid(), id, 'a.txt', 1, 'text/plain', decode(repeat('00', 32), 'hex'), 'used', now() from person;`

const CRASH = 'select pg_terminate_backend(pg_backend_pid());'

/** A migration cut after each of its statements: what came before, then the end of the connection, as when the process or the server is killed there. */
function cuts(sql: string): string[] {
  const ends: number[] = []
  let quoted = false
  for (const [at, letter] of [...sql.replaceAll(/--[^\n]*/g, (comment) => ' '.repeat(comment.length))].entries()) {
    if (letter === "'") quoted = !quoted
    if (letter === ';' && !quoted) ends.push(at + 1)
  }
  return ends.map((end) => `${sql.slice(0, end)}\n${CRASH}\n${sql.slice(end)}`)
}

/** The columns that a table had, and a hash of what stands in them. */
type Content = Record<string, { columns: string[]; rows: string; hash: string }>

describe.each(inject('postgres'))('an upgrade (PostgreSQL $version)', (server) => {
  let folder = ''
  const made: { drop(): Promise<void> }[] = []
  beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'longhand-upgrade-')) })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    for (const one of made) await one.drop()
  })
  type Ask = <T extends object>(text: string) => Promise<T[]>
  /** Many questions over one connection; a connection for each takes longer than the questions. */
  const connected = async <T>(url: string, work: (ask: Ask) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try { return await work(async <Row extends object>(text: string) => (await client.query<Row>(text)).rows) } finally { await client.end() }
  }
  const ask = <T extends object>(url: string, text: string): Promise<T[]> => connected(url, (asks) => asks<T>(text))
  const folderOf = (name: string, migrations: readonly Pick<Migration, 'name' | 'sql'>[]): string => {
    const place = join(folder, name)
    rmSync(place, { recursive: true, force: true })
    mkdirSync(place)
    for (const { name: file, sql } of migrations) writeFileSync(join(place, file), sql)
    return place
  }
  /** What stands in the tables of before; of their columns, those that are still there. */
  const contentsOf = (url: string, before?: Content): Promise<Content> => connected(url, async (asks) => {
    const rows = await asks<{ table: string; column: string }>(`select c.table_name as table, c.column_name as column from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name not in ('migration', 'timer') order by 1, c.ordinal_position`)
    const content: Content = {}
    for (const [table, all] of Map.groupBy(rows, (row) => row.table)) {
      if (before && !before[table]) continue
      const columns = before?.[table]?.columns ?? all.map(({ column }) => column)
      const [found] = await asks<{ rows: string; hash: string }>(`select count(*)::text as rows, md5(coalesce(string_agg(md5(row(${columns.map((column) => `"${column}"`).join(', ')})::text), '' order by md5(row(${columns.map((column) => `"${column}"`).join(', ')})::text)), '')) as hash from "${table}"`)
      if (found) content[table] = { columns, ...found }
    }
    return content
  })
  const timers = (url: string) => ask<{ key: string }>(url, "select key from timer where kind = 'brief.compose' order by key")

  test(`of databases up to ${RELEASES} releases old, killed after each statement, loses no row and comes to its end`, async () => {
    const say = (what: string, value: number, wanted: string, met: boolean, unit?: string) => figure({ gate: 'G14', what, value, wanted, met, postgres: String(server.version), ...(unit && { unit }) })
    let [killed, changed, slowest] = [0, 0, 0]
    const database = await emptyDatabase(server.url)
    made.push(database)
    const { url } = database
    await migrate(url, { now, folder: folderOf('old', ALL.slice(0, ALL.length - RELEASES)) })
    await ask(url, DATA(THREADS))
    const [first, due] = [await contentsOf(url), await timers(url)]
    for (let at = ALL.length - RELEASES; at < ALL.length; at += 1) {
      const migration = ALL[at]
      if (!migration) continue
      const before = await contentsOf(url)
      for (const sql of cuts(migration.sql)) {
        await expect(migrate(url, { now, folder: folderOf('cut', [...ALL.slice(0, at), { name: migration.name, sql }]) })).rejects.toThrow(/./)
        killed += 1
        if (!LONG && killed % 5 !== 1) continue
        if (JSON.stringify(await contentsOf(url)) !== JSON.stringify(before)) changed += 1
      }
      const began = performance.now()
      expect(await migrate(url, { now, folder: folderOf('whole', ALL.slice(0, at + 1)) })).toEqual([migration.name])
      slowest = Math.max(slowest, performance.now() - began)
    }
    const after = await contentsOf(url, first)
    const lost = Object.keys(first).filter((table) => first[table]?.hash !== after[table]?.hash)
    const rows = Object.values(first).reduce((sum, one) => sum + Number(one.rows), 0)
    say('rows of the old database', rows, '1,000,000 asked for', rows >= 1_000_000)
    say('releases that it is older', RELEASES, '5', RELEASES >= 5)
    say('kills, one after each statement of the way', killed, '', true)
    say('kills after which anything was half there', changed, '0', changed === 0)
    say('tables that lost or changed a row on the way', lost.length, '0', lost.length === 0)
    say('one migration took, at most (all of it under its locks)', Math.round(slowest), '≤ 2,000 ms', slowest <= LOCKED_MS, 'ms')
    expect([changed, lost]).toEqual([0, []])
    expect(await timers(url)).toEqual(due)
    expect(await migrate(url, { now })).toEqual([])
  }, SLOW_MS)

  test.each(['migration.before_commit', 'migration.after_commit'] as const)('that fails at %s goes on where it was', async (name) => {
    const database = await emptyDatabase(server.url)
    made.push(database)
    const disarm = arm(name, () => { throw new Error('Failed here.') })
    await expect(migrate(database.url, { now })).rejects.toThrow('Failed here.')
    disarm()
    const rest = await migrate(database.url, { now })
    expect(rest.length).toBe(ALL.length - (name === 'migration.after_commit' ? 1 : 0))
    expect(await migrate(database.url, { now })).toEqual([])
  })

  test('the rules for migrations find nothing in ours', () => {
    const found = ALL.flatMap(({ sql }) => lintMigration(sql))
    figure({ gate: 'G14', what: 'breaks of the rules for migrations (32-bit ids, TRUNCATE, DROP … CASCADE, DELETE without WHERE)', value: found.length, wanted: '0', met: found.length === 0, postgres: String(server.version) })
    expect(found).toEqual([])
  })
})
