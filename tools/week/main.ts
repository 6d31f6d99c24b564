import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { cpus } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createApp } from '#server/app.ts'
import type { App } from '#server/app.ts'
import { DEMO_BEGINS } from '#server/demo/public.ts'
import { faultsOf, tellWeekIn } from '#server/demo/demo.test-kit.ts'
import { startEmbedded } from '#server/platform/db/embedded.ts'
import { temporaryData } from '#server/server.test-kit.ts'
import { weekPage } from './page.ts'
import type { Run } from './page.ts'

const USAGE = `npm run week -- [--asks 200] [--messages 2000] [--out docs/simulated-week.md] [--serve]
  --asks, --messages  how much the six people of the demo ask and write in their week
  --out               the page that is written; - only prints it
  --serve             then lets people look around in the week, at the address that it prints, until it is stopped`
const HOST = '127.0.0.1'
const TRIES_PER_MINUTE = 1000
const root = resolve(import.meta.dirname, '../..')

function options() {
  const { values } = parseArgs({ options: {
    asks: { type: 'string', default: '200' }, messages: { type: 'string', default: '2000' }, out: { type: 'string', default: join(root, 'docs/simulated-week.md') }, serve: { type: 'boolean', default: false }, help: { type: 'boolean', default: false },
  } })
  const size = { asks: Number(values.asks), messages: Number(values.messages) }
  if (values.help || !Object.values(size).every((number) => Number.isInteger(number) && number > 0)) {
    console.error(USAGE)
    process.exit(values.help ? 0 : 2)
  }
  return { size, out: values.out, serve: values.serve }
}

type Stage = { app: App; close(): Promise<void> }

/** A server on a database of its own, which is gone afterwards. */
async function openStage(): Promise<Stage> {
  const dataDir = temporaryData()
  const database = await startEmbedded({ dataDir, durable: false })
  const close = async () => {
    await database.stop()
    await rm(dirname(dataDir), { recursive: true, force: true })
  }
  try {
    const app = await createApp({ databaseUrl: database.url, clockStart: Temporal.Instant.from(DEMO_BEGINS), smtp: null, webDir: join(root, 'dist/web'), logLevel: 'warn', triesPerMinute: TRIES_PER_MINUTE, publicUrl: `http://${HOST}` })
    return { app, close: async () => { await app.stop(); await close() } }
  } catch (error) {
    await close()
    throw error
  }
}

async function run({ app }: Stage, size: Run['size']): Promise<Run> {
  const began = performance.now()
  const told = await tellWeekIn(app, size)
  const faults = await faultsOf(app.platform.db, told)
  app.development?.moveTo(told.until)
  return { size, week: told.week, faults, seconds: (performance.now() - began) / 1000 }
}

/** Lets people look around until somebody stops it. */
async function serve({ app }: Stage): Promise<void> {
  const url = await app.http.listen({ host: HOST, port: 0 })
  app.setPublicUrl(url)
  console.error(`Look around: ${url}, and ${url}/week.`)
  await new Promise<void>((stopped) => { process.once('SIGINT', () => stopped()); process.once('SIGTERM', () => stopped()) })
}

async function main(): Promise<void> {
  const { size, out, serve: stays } = options()
  console.error(`Telling the demo’s month, and a week with ${size.asks} asks and ${size.messages} texts after it. This takes a few minutes.`)
  const stage = await openStage()
  try {
    const told = await run(stage, size)
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
    const page = weekPage(told, { date: new Date().toISOString().slice(0, 10), versions: [`Longhand ${commit}`, `Node ${process.versions.node}`, 'PostgreSQL 18 (embedded)', `${cpus().length} cores`] })
    console.log(page)
    for (const fault of told.faults) console.error(fault)
    if (told.faults.length > 0) process.exitCode = 1
    else if (out !== '-') writeFileSync(out, page)
    if (stays) await serve(stage)
  } finally {
    await stage.close()
  }
}

await main()
