import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startMailServer } from '#server/platform/channels/smtp.test-kit.ts'
import pg from 'pg'
import { layVersion, startApp } from './apps.ts'
import { PORTS, startPooler, startProxy } from './front.ts'
import { layNetwork, machineOf, removeNetwork } from './network.ts'
import { POSTGRES, primaryOf, startNodes } from './nodes.ts'
import type { Node } from './nodes.ts'
import { ensurePackages } from './packages.ts'
import { endAll, until } from './processes.ts'
import { newReport } from './report.ts'
import { failover, news, once, rolling } from './scenes.ts'
import type { Stage } from './scenes.ts'
import { setUpTeam } from './team.ts'

const USAGE = `npm run cluster -- [--scenes news,rolling,plug,cable,upgrade,once] [--out docs/scale-figures.md] [--keep]
  --scenes  what is shown, in this order
  --out     the page that is written; - only prints
  --keep    leaves the folder with all logs; it is named at the start`
const MACHINES = 3
const APPS = 4
const START_MS = 60_000
/** A migration such as a newer version brings: a column and an index on a table that is read and written all the time. */
const NEWER = { sql: 'alter table reply add column newer_word text;\ncreate index reply_newer_word on reply (workspace_id, newer_word) where newer_word is not null;\n', name: 'newer-word.sql' }

const { values } = parseArgs({ options: {
  scenes: { type: 'string', default: 'news,rolling,plug,cable,upgrade,once' }, out: { type: 'string', default: resolve(import.meta.dirname, '../../docs/scale-figures.md') }, keep: { type: 'boolean', default: false }, help: { type: 'boolean', default: false },
} })
if (values.help) { console.error(USAGE); process.exit(0) }

const machines = Array.from({ length: MACHINES }, (_none, index) => machineOf(index))

async function show(): Promise<number> {
  ensurePackages()
  const folder = mkdtempSync(join(tmpdir(), 'longhand-cluster-'))
  chmodSync(folder, 0o711)
  console.log(`Everything lies in ${folder}`)
  const mails = await startMailServer()
  const report = newReport()
  const began = performance.now()
  try {
    layNetwork(machines)
    const nodes = await startNodes(machines, folder)
    startProxy(machines, APPS, folder)
    startPooler(folder)
    await makeDatabase(nodes)
    const version = layVersion(folder, 'this-version')
    const apps = []
    for (let index = 0; index < APPS; index += 1) apps.push(await startApp(index, { folder, version, smtp: mails.url }))
    await until('the front lets people in', async () => (await fetch(`http://127.0.0.1:${PORTS.web}/health/ready`)).ok, START_MS)
    await play({ nodes, apps, team: await setUpTeam(mails), mails, folder, report, written: [], invited: [] }, version)
    if (values.out !== '-') writeFileSync(values.out, report.page(`${Math.round((performance.now() - began) / 60_000)} minutes`))
    return report.missed()
  } finally {
    await endAll()
    removeNetwork(machines)
    await mails.stop()
    if (!values.keep) rmSync(folder, { recursive: true, force: true })
  }
}

async function play(stage: Stage, version: string): Promise<void> {
  const scenes: Record<string, () => Promise<void>> = {
    news: () => news(stage),
    rolling: () => rolling(stage, 'rolling restart', version),
    plug: () => failover(stage, 'primary killed', 'plug'),
    cable: () => failover(stage, 'primary cut off', 'cable'),
    upgrade: () => upgrade(stage),
    once: () => once(stage),
  }
  for (const name of values.scenes.split(',')) {
    console.log(`\n${name}`)
    await scenes[name]?.()
  }
}

/** Half the processes of an older version beside half of a newer one, and then all of the newer one. */
async function upgrade(stage: Stage): Promise<void> {
  const { readMigrations } = await import('#server/platform/db/migrate.ts')
  const next = String(readMigrations(resolve(import.meta.dirname, '../../server/platform/db/migrations')).length + 1).padStart(4, '0')
  await rolling(stage, 'rolling upgrade', layVersion(stage.folder, 'newer-version', { [`${next}-${NEWER.name}`]: NEWER.sql }))
}

/** The database and its role, on the primary. */
async function makeDatabase(nodes: readonly Node[]): Promise<void> {
  const { address } = await primaryOf(nodes)
  const client = new pg.Client({ host: address, port: POSTGRES, user: 'postgres', database: 'postgres' })
  await client.connect()
  await client.query('create role longhand login')
  await client.query('create database longhand owner longhand')
  await client.end()
}

process.once('SIGINT', () => { void endAll().then(() => { removeNetwork(machines); process.exit(1) }) })
const missed = await show()
console.log(missed === 0 ? '\nEverything held.' : `\n${missed} figures are not as they must be.`)
process.exit(missed === 0 ? 0 : 1)
