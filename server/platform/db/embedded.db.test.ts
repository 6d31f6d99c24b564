import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runsAsRoot } from './data-folder.ts'
import { startEmbedded, type Embedded } from './embedded.ts'
import { embeddedPrograms, installedPackage } from './embedded-programs.ts'
import { sharedBuffersMib } from './embedded-server.ts'
import { postgresUser } from './embedded-user.ts'
import { hasEnded } from './postmaster.ts'
import { programsOf, testVersions, type TestVersion } from './versions.test-kit.ts'

/** Long enough for a killed process to be gone. Unit: ms. */
const SOON_MS = 10_000

/** The version that comes with Longhand; an older one is only ever somebody else's server, so it is started here for its data alone. */
const OURS = testVersions().toSorted((a, b) => b.version - a.version)[0] as TestVersion

let home = ''
let dataDir = ''
let started: Embedded[] = []
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'longhand-embedded-'))
  chmodSync(home, 0o711)
  dataDir = join(home, 'data')
})
afterEach(async () => {
  for (const server of started) await server.stop()
  started = []
  rmSync(home, { recursive: true, force: true })
})

/** Starts one that ends with its test. */
async function startIn(programs: ReturnType<typeof programsOf>, options: { durable?: boolean } = {}): Promise<Embedded> {
  const server = await startEmbedded({ dataDir, ...programs, ...options })
  started.push(server)
  return server
}

async function ask(url: string, ...statements: string[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    let rows: unknown[] = []
    for (const statement of statements) rows = (await client.query<Record<string, unknown>>(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

describe.each(testVersions())('PostgreSQL $version that we start ourselves', (version) => {
  const start = () => startIn(programsOf(version))

  test('is reached through a private socket only, and keeps its promise to the disk', async () => {
    const { url } = await start()
    expect(await ask(url, `select current_setting('listen_addresses') as tcp, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commits, getdatabaseencoding() as encoding, lower('Ä') as lower, (select setting::int * 8 / 1024 from pg_settings where name = 'shared_buffers') as buffers, current_setting('server_version_num')::int / 10000 as version`))
      .toEqual([{ tcp: '', fsync: 'on', commits: 'on', encoding: 'UTF8', lower: 'ä', buffers: sharedBuffersMib(), version: version.version }])
    for (const folder of ['postgres', 'socket']) expect(statSync(join(dataDir, folder)).mode & 0o777).toBe(0o700)
  })

  test('keeps what was written over a stop and a start', async () => {
    const first = await start()
    await ask(first.url, 'create table note (text text)', "insert into note values ('kept')")
    await first.stop()
    const second = await start()
    expect(second.adopted).toBe(false)
    expect(await ask(second.url, 'select text from note')).toEqual([{ text: 'kept' }])
  })

  test('loses no acknowledged write when it is killed', async () => {
    const first = await start()
    await ask(first.url, 'create table note (n int)', 'insert into note select generate_series(1, 1000)')
    process.kill(first.pid, 'SIGKILL')
    await hasEnded(first.pid, SOON_MS)
    const second = await start()
    expect(second.adopted).toBe(false)
    expect(await ask(second.url, 'select count(*)::int as n from note')).toEqual([{ n: 1000 }])
  })
})

describe('PostgreSQL that we start ourselves', () => {
  const start = (options: { durable?: boolean } = {}) => startIn(programsOf(OURS), options)

  /** Data of a server that was made and stopped in order; making some anew for each test takes most of its time. */
  let made = ''
  beforeAll(async () => {
    made = mkdtempSync(join(tmpdir(), 'longhand-embedded-made-'))
    chmodSync(made, 0o711)
    await (await startEmbedded({ dataDir: join(made, 'data'), ...programsOf(OURS) })).stop()
  })
  afterAll(() => rmSync(made, { recursive: true, force: true }))
  beforeEach(() => { spawnSync('cp', ['-a', join(made, 'data'), dataDir]) })

  test('is adopted when it still runs', async () => {
    const first = await start()
    const second = await start()
    expect(second).toMatchObject({ adopted: true, pid: first.pid, url: first.url })
  })

  test('is adopted after the Longhand that started it was killed', async () => {
    const script = `const { startEmbedded } = await import('#server/platform/db/embedded.ts')
      const { pid } = await startEmbedded(JSON.parse(process.env.OPTIONS)); console.log(pid); setInterval(() => undefined, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script],
      { env: { ...process.env, OPTIONS: JSON.stringify({ dataDir, ...programsOf(OURS) }) }, stdio: ['ignore', 'pipe', 'inherit'] })
    const pid = await new Promise<number>((done) => child.stdout.once('data', (data: Buffer) => done(Number(data))))
    child.kill('SIGKILL')
    await hasEnded(child.pid ?? 0, SOON_MS)
    expect(await start()).toMatchObject({ adopted: true, pid })
  })

  test('starts although its old process id belongs to another program now', async () => {
    const first = await start()
    process.kill(first.pid, 'SIGKILL')
    await hasEnded(first.pid, SOON_MS)
    const file = join(dataDir, 'postgres', 'postmaster.pid')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)))
    expect((await start()).adopted).toBe(false)
  })

  test('starts again on a folder where the first start was cut short', async () => {
    rmSync(dataDir, { recursive: true })
    mkdirSync(join(dataDir, 'postgres.new', 'base'), { recursive: true })
    chmodSync(dataDir, 0o711)
    expect((await start()).adopted).toBe(false)
    expect(readdirSync(dataDir)).not.toContain('postgres.new')
  })

  test('is started anew when the one that runs does not flush its writes', async () => {
    const hasty = await start({ durable: false })
    const careful = await start()
    expect(careful.adopted).toBe(false)
    expect(careful.pid).not.toBe(hasty.pid)
    expect(await ask(careful.url, 'show fsync')).toEqual([{ fsync: 'on' }])
  })

  test('is started anew when its socket was cleaned away', async () => {
    const first = await start()
    rmSync(join(dataDir, 'socket'), { recursive: true })
    const second = await start()
    expect(second.adopted).toBe(false)
    expect(second.pid).not.toBe(first.pid)
  })

  test('puts its socket elsewhere when the path of the data is too long for one, and cleans up', async () => {
    dataDir = join(home, 'a'.repeat(60), 'b'.repeat(60))
    const { url, stop } = await start()
    const socketDir = new URL(url.replace('@/', '@socket/')).searchParams.get('host') ?? ''
    expect(socketDir.startsWith(dataDir)).toBe(false)
    expect(statSync(socketDir).mode & 0o777).toBe(0o700)
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
    await stop()
    expect(existsSync(socketDir)).toBe(false)
  })

  test('leaves the data of another version alone', async () => {
    await (await start()).stop()
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '14\n')
    await expect(start()).rejects.toMatchObject({ name: 'Refusal', message: expect.stringContaining('was made by PostgreSQL 14') })
  })

  test('says what its log says when it can not start', async () => {
    await (await start()).stop()
    writeFileSync(join(dataDir, 'postgres', 'postgresql.auto.conf'), 'no_such_setting = 1\n')
    await expect(start()).rejects.toThrow('no_such_setting')
  })
})

/** The programs without their links, in a folder that only its owner may enter, as below the home of root. */
function privatePrograms(): string {
  const installed = join(home, 'private', 'programs')
  cpSync(installedPackage(), installed, { recursive: true, verbatimSymlinks: true })
  for (const name of readdirSync(join(installed, 'native', 'lib')))
    if (lstatSync(join(installed, 'native', 'lib', name)).isSymbolicLink()) rmSync(join(installed, 'native', 'lib', name))
  return installed
}

describe('the programs that come with Longhand', () => {
  test('get their library links without install scripts', async () => {
    const binDir = embeddedPrograms(dataDir, undefined, privatePrograms())
    expect(binDir).toBe(join(home, 'private', 'programs', 'native', 'bin'))
    expect(lstatSync(join(binDir, '..', 'lib', 'libpq.so.5')).isSymbolicLink()).toBe(true)
  })

  test('are copied into the data where they can not be used in place', async () => {
    const installed = privatePrograms()
    chmodSync(join(home, 'private'), 0o700)
    chmodSync(join(installed, 'native', 'lib'), 0o500)
    mkdirSync(dataDir)
    const binDir = embeddedPrograms(dataDir, postgresUser(dataDir), installed)
    expect(binDir.startsWith(dataDir)).toBe(true)
    expect(embeddedPrograms(dataDir, postgresUser(dataDir), installed)).toBe(binDir)
    const server = await startEmbedded({ dataDir, binDir, durable: false })
    started.push(server)
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
    chmodSync(join(installed, 'native', 'lib'), 0o700)
  })
})

if (runsAsRoot()) describe('as root', () => {
  test('PostgreSQL runs as somebody else', async () => {
    const server = await startEmbedded({ dataDir, durable: false })
    started.push(server)
    expect(statSync(join(dataDir, 'postgres')).uid).not.toBe(0)
    expect(await ask(server.url, "select (pg_stat_file('PG_VERSION')).size > 0 as readable")).toEqual([{ readable: true }])
  })

  test('data below a private home is refused with what to do', async () => {
    chmodSync(home, 0o700)
    await expect(startEmbedded({ dataDir })).rejects.toMatchObject({
      name: 'Refusal',
      message: `PostgreSQL does not run as root, and the user nobody may not enter ${home}.`,
      next: expect.stringContaining('Set LONGHAND_DATA'),
    })
  })
})
