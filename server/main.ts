import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Refusal } from '#domain/refusal.ts'
import closeWithGrace from 'close-with-grace'
import type { App } from './app.ts'
import { DEMO_BEGINS } from './demo/begins.ts'
import { ConfigError, isLoopback, readConfig } from './platform/config.ts'
import type { Config } from './platform/config.ts'
import { lockData } from './platform/db/data-lock.ts'
import { startEmbedded } from './platform/db/embedded.ts'
import { MigrationError } from './platform/db/migrate.ts'
import { startTracing } from './platform/telemetry/otel.ts'
import { checkDatabaseUrl } from './platform/db/reach.ts'
import { checkPort, isTaken, takenWords } from './platform/port.ts'

/** How long open requests may take to end when the server stops. Unit: ms. */
const GRACE_MS = 8000

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
    // Half of a start is reading our own code, so it waits until the start may be.
    const { serve } = await import('./serve.ts')
    app = await serve(config, { ...options, dataDir: dataDirOf(config, options) }, database)
  } catch (error) {
    await database.stop()
    throw error
  }
}

/** A demo has a folder of its own. */
const dataDirOf = (config: Config, { demo }: Pick<Options, 'demo'>): string => resolve(config.dataDir, demo ? 'demo' : '')

type Opened = { url: string; setUrl(url: string): void; stop(): Promise<void> }

/** The server that DATABASE_URL names, or one of our own in the data directory. */
async function openDatabase(config: Config, { demo }: Options): Promise<Opened> {
  if (config.databaseUrl !== null) {
    await checkPort(config)
    await checkDatabaseUrl(config.databaseUrl)
    if (config.sessionUrl !== null) await checkDatabaseUrl(config.sessionUrl, 'DATABASE_SESSION_URL')
    return { url: config.databaseUrl, setUrl: () => undefined, stop: async () => undefined }
  }
  const dataDir = dataDirOf(config, { demo })
  const lock = lockData(dataDir)
  await checkPort(config).catch((error: unknown) => {
    lock.release()
    throw error
  })
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
  if (isTaken(error)) return takenWords(error instanceof Error && 'port' in error ? String(error.port) : '')
  return error instanceof Error ? error.stack ?? error.message : String(error)
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
})
