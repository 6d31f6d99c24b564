import { createHash, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeClient } from '#contract/client.ts'
import type { Call } from '#contract/client.ts'
import { createApp } from '#server/app.ts'
import type { App } from '#server/app.ts'
import type { Mail } from '#server/platform/channels/mail.ts'
import { StoreOutage } from '#server/platform/files/store.ts'
import { advance } from '#server/platform/jobs/advance.ts'
import { takeChanceFrom } from '#server/platform/ids.ts'
import { injectedInto } from '#server/app.test-kit.ts'
import { sql } from 'kysely'
import pg from 'pg'
import { UpsideDown } from './upside-down.test-kit.ts'

type Instant = Temporal.Instant

/** What is broken at the moment. */
export type Broken = { mail: 'refused' | 'taken, then silent' | null; disk: boolean; worker: boolean }

/** One server on one database, which may be stopped and started again, with everything outside of it faked. */
export type Stage = {
  readonly app: App; readonly broken: Broken; readonly mails: Mail[]
  now(): Instant
  /** Speaks as whoever has the token. */
  as(token: string): Call
  /** Lets everything happen that is due, unless the worker stands still. */
  settle(): Promise<void>
  advanceTo(at: Instant): Promise<void>
  /** As after a crash: another server on the same database. */
  restart(): Promise<void>
  /** Ends every connection to the database from its side. */
  cutDatabase(): Promise<void>
  stop(): Promise<void>
}

/** More than a pool has connections. */
const ALL_CONNECTIONS = 32
const TRIES_PER_MINUTE = 100_000

/**
 * The server does nothing by itself: what is due happens when `settle` or `advanceTo` says so, and not when the machine finds time.
 *
 * @param seed where all chance of the server comes from, so that the same life has the same ids
 * @param upsideDown rows that come in no order come in the opposite one
 */
export async function openStage(url: string, { seed, begins, upsideDown }: { seed: number; begins: string; upsideDown: boolean }): Promise<Stage> {
  takeChanceFrom(chanceOf(`server ${seed}`))
  const keys = chanceOf(`keys ${seed}`)
  const files = join(tmpdir(), `longhand-life-${randomUUID()}`)
  const [mails, broken]: [Mail[], Broken] = [[], { mail: null, disk: false, worker: false }]
  const sender = async (mail: Mail) => {
    if (broken.mail === 'refused') throw new Error('The mail server refuses.')
    mails.push(mail)
    if (broken.mail !== null) throw new Error('The mail server took it and said nothing.')
  }
  const start = async () => {
    const app = await createApp({ databaseUrl: url, clockStart: Temporal.Instant.from(begins), smtp: null, sender, files: { folder: files, s3: null }, webDir: null, logLevel: 'silent', triesPerMinute: TRIES_PER_MINUTE, publicUrl: 'http://longhand.test', worksByItself: false })
    if (upsideDown) app.platform.db = app.platform.db.withPlugin(new UpsideDown())
    const store = app.platform.files
    app.platform.files = { ...store, open: store.open.bind(store), remove: store.remove.bind(store), put: async (...given) => { if (broken.disk) throw new StoreOutage('The disk does not answer.'); return store.put(...given) } }
    return app
  }
  let app = await start()
  const settle = async () => { if (!broken.worker) await app.worker.runDue() }
  return {
    get app() { return app }, broken, mails, settle,
    now: () => app.platform.clock.now(),
    as: (token) => makeClient({ base: 'http://longhand.test', newKey: () => keys(16).toString('hex'), fetch: (...given) => injectedInto(app)(...given), token }),
    async advanceTo(at) {
      if (!app.development) throw new Error('This server has no development clock.')
      if (broken.worker) app.development.moveTo(at)
      else await advance(app.platform, app.development, app.worker, at, 0)
    },
    async restart() {
      await app.stop()
      app = await start()
      await settle()
    },
    async cutDatabase() {
      await cut(url)
      // Whether a connection in the pool is known to be gone depends on the machine; once all of them were used, it is.
      await Promise.allSettled(Array.from({ length: ALL_CONNECTIONS }, () => sql`select 1`.execute(app.platform.db)))
      await Promise.all(Array.from({ length: ALL_CONNECTIONS }, () => sql`select 1`.execute(app.platform.db)))
    },
    async stop() {
      await app.stop()
      takeChanceFrom(null)
      await rm(files, { recursive: true, force: true })
    },
  }
}

/** Bytes that look random and are the same for the same words. */
function chanceOf(words: string): (count: number) => Buffer {
  let drawn = 0
  return (count) => {
    const pieces: Buffer[] = []
    for (let have = 0; have < count; have += 32) pieces.push(createHash('sha256').update(`${words} ${drawn += 1}`).digest())
    return Buffer.concat(pieces).subarray(0, count)
  }
}

async function cut(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()')
  } finally {
    await client.end()
  }
}
