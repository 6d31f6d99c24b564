import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Refusal } from '#domain/refusal.ts'
import closeWithGrace from 'close-with-grace'
import { allRoutes, createApp } from './app.ts'
import type { App } from './app.ts'
import { DEMO_BEGINS, ensureDemo } from './demo/public.ts'
import { backupBeforeMigration } from './platform/backup/before-migration.ts'
import { machineClock } from './platform/clock.ts'
import { ConfigError, isLoopback, readConfig } from './platform/config.ts'
import type { Config } from './platform/config.ts'
import { lockData } from './platform/db/data-lock.ts'
import { startEmbedded } from './platform/db/embedded.ts'
import { MigrationError } from './platform/db/migrate.ts'
import { startTracing } from './platform/telemetry/otel.ts'
import { checkDatabaseUrl } from './platform/db/reach.ts'

/** How long open requests may take to end when the server stops. Unit: ms. */
const GRACE_MS = 8000
/** Sign-ins and redeemed links that one address may try a minute. */
const TRIES_PER_MINUTE = 20

type Options = { demo: boolean; clockStart: Temporal.Instant | null }

/** @throws {ConfigError} for an option that there is not, or a clock that is no moment */
function readOptions(): Options {
  try {
    const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false }, clock: { type: 'string' } }, allowPositionals: false })
    const clock = values.clock ?? (values.demo ? DEMO_BEGINS : null)
    return { demo: values.demo, clockStart: clock === null ? null : Temporal.Instant.from(clock) }
  } catch (error) {
    if (error instanceof RangeError) throw new ConfigError('--clock takes a moment such as 2026-03-27T08:00Z.', { cause: error })
    throw new ConfigError('The server takes --demo and --clock 2026-03-27T08:00Z; everything else is set in the environment.', { cause: error })
  }
}

async function main(): Promise<void> {
  const options = readOptions()
  const config = readConfig(process.env)
  const endTraces = await startTracing(process.env)
  if (options.clockStart !== null && !isLoopback(config.host)) throw new ConfigError(`A development clock may be moved by anybody who reaches it, so HOST must stay 127.0.0.1; it is ${config.host}.`)
  const database = await openDatabase(config, options)
  let app: App | null = null
  closeWithGrace({ delay: GRACE_MS + config.leavingMs, logger: false }, async () => {
    await app?.stop()
    await database.stop()
    await endTraces()
  })
  try {
    app = await serve(config, options, database)
  } catch (error) {
    await database.stop()
    throw error
  }
}

async function serve(config: Config, options: Options, database: Opened): Promise<App> {
  if (config.upgradeBackup) await keepWayBack(config, options, database)
  const app = await createApp({
    databaseUrl: database.url, sessionUrl: config.sessionUrl, replicaUrl: config.replicaUrl, leavingMs: config.leavingMs, clockStart: options.clockStart, smtp: config.smtp, mailIn: config.mailIn,
    webDir: resolve(import.meta.dirname, '../dist/web'), dataDir: dataDirOf(config, options), logLevel: config.logLevel, metricsToken: config.metricsToken, triesPerMinute: TRIES_PER_MINUTE,
    files: { folder: resolve(dataDirOf(config, options), 'files'), s3: config.s3 }, repositories: repositoriesOf(config, options), outboundAllow: config.outboundAllow, model: config.model, publicUrl: config.publicUrl ?? `http://${config.host}:${config.port}`,
  })
  if (options.demo) await tellDemo(app)
  const address = await app.http.listen({ host: config.host, port: config.port }).catch(async (error: unknown) => {
    await app.stop()
    throw error
  })
  const url = config.publicUrl ?? address
  app.setPublicUrl(url)
  database.setUrl(url)
  process.stdout.write(`${url}\n`)
  return app
}

/** Before an upgrade; says where the backup lies. */
async function keepWayBack(config: Config, options: Options, { url }: Opened): Promise<void> {
  const path = await backupBeforeMigration({ url: config.sessionUrl ?? url, folder: resolve(dataDirOf(config, options), 'backups'), now: machineClock().now() })
  if (path !== null) process.stderr.write(`A backup of the database as it was before this upgrade is in ${path}\n`)
}

/** The first start of a demo takes a few seconds, in which its month is told. */
async function tellDemo({ platform }: App): Promise<void> {
  process.stderr.write('Opening the demo team. The first time, its month is told, which takes a few seconds.\n')
  await platform.db.transaction().execute((tx) => ensureDemo(platform, allRoutes(), tx, platform.clock.now()))
}

/** A demo is prefilled from the checkout that it runs in, where nobody named other repositories. */
function repositoriesOf({ repositories }: Config, { demo }: Options): Config['repositories'] {
  const checkout = resolve(import.meta.dirname, '..')
  return demo && repositories.length === 0 && existsSync(resolve(checkout, '.git')) ? [{ name: 'longhand', path: checkout }] : repositories
}

/** A demo has a folder of its own. */
const dataDirOf = (config: Config, { demo }: Pick<Options, 'demo'>): string => resolve(config.dataDir, demo ? 'demo' : '')

type Opened = { url: string; setUrl(url: string): void; stop(): Promise<void> }

/** The server that DATABASE_URL names, or one of our own in the data directory. */
async function openDatabase(config: Config, { demo }: Options): Promise<Opened> {
  if (config.databaseUrl !== null) {
    await checkDatabaseUrl(config.databaseUrl)
    if (config.sessionUrl !== null) await checkDatabaseUrl(config.sessionUrl, 'DATABASE_SESSION_URL')
    return { url: config.databaseUrl, setUrl: () => undefined, stop: async () => undefined }
  }
  const dataDir = dataDirOf(config, { demo })
  const lock = lockData(dataDir)
  const embedded = await startEmbedded({ dataDir })
  return {
    url: embedded.url, setUrl: (url) => lock.setUrl(url),
    async stop() {
      await embedded.stop()
      lock.release()
    },
  }
}

/** A start that cannot be is one plain sentence, not a stack. */
function explain(error: unknown): string {
  if (error instanceof Refusal) return `${error.message} ${error.next}`
  if (error instanceof ConfigError || error instanceof MigrationError) return error.message
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return 'Another program listens on this port. Set PORT to a free one.'
  return error instanceof Error ? error.stack ?? error.message : String(error)
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
})
