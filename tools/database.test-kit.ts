import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '#server/platform/db/embedded.ts'
import { migrate } from '#server/platform/db/migrate.ts'
import { programsOf, READ, TEMPLATE, testVersions, TOLD, type TestVersion } from '#server/platform/db/versions.test-kit.ts'
import { keepData, takeKeptData } from './cluster-cache.test-kit.ts'

/** The moment at which the test databases are said to have been made; any fixed one will do. */
const MADE_AT = Temporal.Instant.from('2026-03-01T00:00Z')

/** Lets the user that PostgreSQL runs as, when the tests run as root, through to its own folder. */
const PASSABLE = 0o711

/**
 * Starts one server of each PostgreSQL version for the whole run, with a migrated template from which
 * each suite copies its own database. Nothing is flushed to disk: the tests that need that start their own.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const servers = await Promise.all(testVersions().map(startServer))
  project.provide('postgres', servers.map(({ version, url, template }) => ({ version, url, template })))
  return async () => {
    await Promise.all(servers.map((server) => server.end()))
  }
}

async function startServer(wanted: TestVersion) {
  if (wanted.binDir !== undefined && !existsSync(join(wanted.binDir, 'postgres')))
    throw new Error(`PostgreSQL ${wanted.version} is missing in ${wanted.binDir}. Install the package postgresql-${wanted.version}, or set LONGHAND_TEST_PG=18 to leave it out.`)
  const folder = await mkdtemp(join(tmpdir(), `longhand-pg${wanted.version}-`))
  await chmod(folder, PASSABLE)
  const dataDir = join(folder, 'data')
  const kept = takeKeptData(wanted.version, dataDir)
  const server = await startEmbedded({ dataDir, durable: false, ...programsOf(wanted) })
  return {
    version: wanted.version, url: server.url, template: kept ? 'ready' : await makeTemplate(server.url),
    end: async () => {
      const worthKeeping = !kept && await isWorthKeeping(server.url)
      await server.stop()
      if (worthKeeping) keepData(wanted.version, dataDir)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Once the demo was told in it, and when no suite left a database behind. */
async function isWorthKeeping(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string; said: string | null }>(`select datname as name, shobj_description(oid, 'pg_database') as said from pg_database`)
  await client.end()
  return rows.some(({ name, said }) => name === TOLD && said !== null) && !rows.some(({ name }) => name.startsWith('test_'))
}

/** Returns the reason when the migrations fail, so that only the suites which need them fail. */
async function makeTemplate(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`create database ${TEMPLATE}`)
    await migrate(url.replace('/longhand?', `/${TEMPLATE}?`), { now: MADE_AT })
    await client.query(`create database ${READ} template ${TEMPLATE}`)
    return 'ready'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    await client.end()
  }
}
