import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { disarmAll } from '../failpoint.ts'
import { connect, type Connection } from './connect.ts'
import type { Db } from './schema.ts'
import { hearStatements, heardSince, onlyReadByNewest } from './understood.test-kit.ts'
import { TEMPLATE, type TestServer } from './versions.test-kit.ts'

/** Few, because many suites share a server. */
const CONNECTIONS = 6

/** A fresh, migrated database of a suite; usable from `beforeAll` on. */
export type TestDb = {
  readonly version: number
  /** True on the newest version alone: for the few tests of a suite that take long and are about something else than SQL. */
  readonly newest: boolean
  readonly url: string
  readonly db: Db
  readonly pool: pg.Pool
  /** Takes out every workspace and the instance, for a suite whose tests each begin with an empty Longhand. */
  empty(): Promise<void>
}

/**
 * Deletes the rows of all tables that hang on an instance or a workspace, with the triggers off. `truncate` makes a new
 * file for each of more than a hundred tables, which takes longer than most tests do.
 */
const EMPTY = `
  do $$ declare one regclass; begin
    set local session_replication_role = replica;
    for one in
      with recursive below(id) as (
        select unnest(array['instance'::regclass, 'workspace'::regclass])::oid
        union select conrelid from pg_constraint join below on confrelid = below.id where contype = 'f')
      select id from below
    loop execute format('delete from %s', one); end loop;
  end $$`

/**
 * Runs a suite on PostgreSQL 18 and 15, each time with a fresh migrated database of its own.
 * @example describeOnBoth('wraps', (on) => test('are kept', async () => { await on.db.selectFrom('wrap')… }))
 */
export function describeOnBoth(name: string, suite: (on: TestDb) => void): void {
  for (const server of inject('postgres')) describeOn(server, name, suite)
}

/**
 * The same on the newest version only, for suites about something else than what a version does: rules, pages, what people are told.
 * Each statement that they send must be one that the oldest version reads, too.
 */
export function describeOnNewest(name: string, suite: (on: TestDb) => void): void {
  for (const server of inject('postgres').filter(isNewest)) describeOn(server, name, suite)
}

/** On the newest version, in a copy of another database than the migrated one; `template` makes it, where it is not there, and names it. */
export function describeOnCopy(name: string, template: (server: TestServer) => Promise<string>, suite: (on: TestDb) => void): void {
  for (const server of inject('postgres').filter(isNewest)) describeOn(server, name, suite, template)
}

const isNewest = (server: TestServer) => inject('postgres').every(({ version }) => version <= server.version)

function describeOn(server: TestServer, name: string, suite: (on: TestDb) => void, template: (server: TestServer) => Promise<string> = async () => TEMPLATE): void {
  describe(`${name} (PostgreSQL ${server.version})`, () => {
    let made: Made | undefined
    beforeAll(async () => {
      hearStatements()
      made = await freshDatabase(server, template)
    })
    afterAll(async () => {
      // The next file runs in the same process.
      disarmAll()
      await made?.drop()
      const unread = isNewest(server) ? await onlyReadByNewest(inject('postgres'), heardSince()) : []
      if (unread.length > 0) throw new Error(unread.join('\n'))
    })
    const ready = () => {
      if (made === undefined) throw new Error('The database of a suite can be used from beforeAll on, not while tests are collected.')
      return made
    }
    suite({
      version: server.version, newest: isNewest(server),
      get url() { return ready().url },
      get db() { return ready().db },
      get pool() { return ready().pool },
      empty: async () => { await ready().pool.query(EMPTY) },
    })
  })
}

type Made = Connection & { url: string; drop(): Promise<void> }

/** A copy of a template; `drop` closes the connections and removes it. */
async function freshDatabase(server: TestServer, template: (server: TestServer) => Promise<string>): Promise<Made> {
  if (server.template !== 'ready') throw new Error(server.template)
  const copied = await template(server)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(server.url, `create database ${name} template ${copied}`)
  const url = server.url.replace('/longhand?', `/${name}?`)
  const connection = connect(url, { connections: CONNECTIONS })
  return {
    ...connection, url,
    drop: async () => {
      await connection.close()
      await onServer(server.url, `drop database ${name} with (force)`)
    },
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
