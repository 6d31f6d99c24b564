import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from './migrate.ts'
import { describeOnBoth } from './db.test-kit.ts'

const now = Temporal.Instant.from('2026-03-27T08:00Z')
const ON_TOP = '0001-shelf.sql'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-migrations-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql)

describeOnBoth('our own migrations', (on) => {
  test('are applied once, and a second start has nothing to do', async () => {
    expect(await migrate(on.url, { now })).toEqual([])
    const { rows } = await on.pool.query('select name, applied_at from migration order by name limit 1')
    expect(rows).toEqual([{ name: '0001-workspace.sql', applied_at: Temporal.Instant.from('2026-03-01T00:00Z') }])
  })
})

describeOnBoth('migrate', (on) => {
  beforeEach(async () => {
    await on.pool.query('drop schema public cascade; create schema public')
    write(ON_TOP, 'create table shelf (id uuid primary key); create index shelf_id on shelf (id);')
  })

  test('applies files in order and says which', async () => {
    write('0002-book.sql', 'create table book (shelf_id uuid references shelf (id));')
    expect(await migrate(on.url, { now, folder })).toEqual([ON_TOP, '0002-book.sql'])
    write('0003-page.sql', 'create table page (id uuid);')
    expect(await migrate(on.url, { now, folder })).toEqual(['0003-page.sql'])
  })

  test('leaves nothing half-done behind when a file fails, and keeps the ones before it', async () => {
    write('0002-broken.sql', 'create table book (id uuid); create table book (id uuid);')
    await expect(migrate(on.url, { now, folder })).rejects.toThrow('0002-broken.sql could not be applied: relation "book" already exists')
    const { rows } = await on.pool.query("select to_regclass('shelf') is not null as shelf, to_regclass('book') is not null as book")
    expect(rows).toEqual([{ shelf: true, book: false }])
    write('0002-broken.sql', 'create table book (id uuid);')
    expect(await migrate(on.url, { now, folder })).toEqual(['0002-broken.sql'])
  })

  test('says which file was changed after it was applied', async () => {
    await migrate(on.url, { now, folder })
    write(ON_TOP, 'create table shelf (id uuid primary key, name text);')
    await expect(migrate(on.url, { now, folder })).rejects.toThrow('0001-shelf.sql was changed after it was applied to this database.')
  })

  test('refuses a database that a newer version wrote', async () => {
    write('0002-book.sql', 'create table book (id uuid);')
    await migrate(on.url, { now, folder })
    rmSync(join(folder, '0002-book.sql'))
    await expect(migrate(on.url, { now, folder })).rejects.toThrow('0002-book.sql, which this version of Longhand does not know')
  })

  test.each([
    ['a gap', '0003-late.sql'],
    ['a number used twice', '0001-twin.sql'],
    ['another kind of name', 'notes.txt'],
  ])('refuses a folder with %s', async (_why, name) => {
    write(name, 'select 1')
    await expect(migrate(on.url, { now, folder })).rejects.toThrow('does not fit in')
  })

  test('can be started by four processes at once; one does the work', async () => {
    write('0002-slow.sql', 'select pg_sleep(0.1); create table book (id uuid);')
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(on.url, { now, folder })))
    expect(applied.map((names) => names.length).toSorted()).toEqual([0, 0, 0, 2])
  })
})
