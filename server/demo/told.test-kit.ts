import pg from 'pg'
import { allRoutes, createApp } from '#server/app.ts'
import { describeOnCopy } from '#server/platform/db/db.test-kit.ts'
import type { TestDb } from '#server/platform/db/db.test-kit.ts'
import { TEMPLATE, TOLD } from '#server/platform/db/versions.test-kit.ts'
import type { TestServer } from '#server/platform/db/versions.test-kit.ts'
import { DEMO_BEGINS } from './public.ts'
import { seedDemo } from './seed.ts'
import type { Seeded } from './seed.ts'

/** Serialises the telling: two files that need the demo at once have it told once. Any number that nothing else locks. */
const TELLING_LOCK = 7402

/**
 * Runs a suite on the newest PostgreSQL, in a copy of a database in which the demo was told up to `DEMO_BEGINS`. Telling
 * takes half a minute of a processor, copying a third of a second; so the first file that needs it has it told for all.
 */
export function describeOnDemo(name: string, suite: (on: TestDb, seeded: () => Seeded) => void): void {
  let seeded: Seeded
  describeOnCopy(name, async (server) => { seeded = await toldOn(server); return TOLD }, (on) => suite(on, () => seeded))
}

/** What was told on this server; tells it first where nobody has. */
async function toldOn({ url }: TestServer): Promise<Seeded> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [TELLING_LOCK])
    const { rows: [found] } = await client.query<{ said: string | null }>(`select shobj_description(oid, 'pg_database') as said from pg_database where datname = $1`, [TOLD])
    if (found?.said) return JSON.parse(found.said) as Seeded
    await client.query(`drop database if exists ${TOLD} with (force)`)
    await client.query(`create database ${TOLD} template ${TEMPLATE}`)
    const seeded = await tell(url.replace('/longhand?', `/${TOLD}?`))
    // Said last: a database without it was left half told.
    await client.query(`comment on database ${TOLD} is ${client.escapeLiteral(JSON.stringify(seeded))}`)
    return seeded
  } finally {
    await client.end()
  }
}

async function tell(databaseUrl: string): Promise<Seeded> {
  const app = await createApp({ databaseUrl, clockStart: Temporal.Instant.from(DEMO_BEGINS), smtp: null, webDir: null, logLevel: 'fatal', triesPerMinute: 10_000, publicUrl: 'http://longhand.test' })
  try {
    return await app.platform.db.transaction().execute((tx) => seedDemo(app.platform, allRoutes(), tx, app.platform.clock.now()))
  } finally {
    await app.stop()
  }
}
