import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { allRoutes, createApp } from './app.ts'
import type { App } from './app.ts'
import { ensureDemo } from './demo/public.ts'
import { backupBeforeMigration } from './platform/backup/before-migration.ts'
import { machineClock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'

/** Sign-ins and redeemed links that one address may try a minute. */
const TRIES_PER_MINUTE = 20

type Options = { demo: boolean; clockStart: Temporal.Instant | null; dataDir: string }
/** The database that was opened; it is told where we listen, for the next start on the same data. */
type Opened = { url: string; setUrl(url: string): void }

/** Brings the database up to date, starts the app on it, and listens. */
export async function serve(config: Config, options: Options, database: Opened): Promise<App> {
  if (config.upgradeBackup) await keepWayBack(config, options, database)
  const app = await createApp({
    databaseUrl: database.url, sessionUrl: config.sessionUrl, replicaUrl: config.replicaUrl, leavingMs: config.leavingMs, clockStart: options.clockStart, smtp: config.smtp, mailIn: config.mailIn,
    webDir: resolve(import.meta.dirname, '../dist/web'), dataDir: options.dataDir, databaseFolder: config.databaseUrl === null ? resolve(options.dataDir, 'postgres') : null, logLevel: config.logLevel, metricsToken: config.metricsToken, triesPerMinute: TRIES_PER_MINUTE, writesPerMinute: config.writesPerMinute, trustProxy: config.trustProxy,
    files: { folder: resolve(options.dataDir, 'files'), s3: config.s3 }, repositories: repositoriesOf(config, options), outboundAllow: config.outboundAllow, model: config.model, publicUrl: config.publicUrl ?? `http://${config.host}:${config.port}`,
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
  const path = await backupBeforeMigration({ url: config.sessionUrl ?? url, folder: resolve(options.dataDir, 'backups'), now: machineClock().now() })
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
