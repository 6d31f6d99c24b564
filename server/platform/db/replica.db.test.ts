import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readBrief } from '#contract/brief.ts'
import { search } from '#contract/search.ts'
import { postReply, postThread } from '#contract/threads.ts'
import { startEmbedded, type Embedded } from '#server/platform/db/embedded.ts'
import { programsOf, testVersions } from '#server/platform/db/versions.test-kit.ts'
import { startTestApp, type TestApp } from '#server/app.test-kit.ts'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'

const DAY = '2026-03-23T07:00:00Z'
/** Writes after which their author searches at once, while the replica is behind and while it is not. */
const ROUNDS = 60
/** After this a reader that had to turn to the primary asks the replica again. Unit: ms. */
const RESTED_MS = 1100

/** The version whose own programs include pg_basebackup. */
describe.each(testVersions().filter(({ binDir }) => binDir !== undefined))('reads from a replica of PostgreSQL $version', (version) => {
  let folder = ''
  let primary: Embedded
  let replica: Embedded
  let app: TestApp
  const onReplica = async (sql: string) => {
    const client = new pg.Client({ connectionString: replica.url })
    await client.connect()
    try { await client.query(sql) } finally { await client.end() }
  }
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'longhand-replica-'))
    chmodSync(folder, 0o711)
    primary = await startEmbedded({ dataDir: join(folder, 'one'), ...programsOf(version) })
    copyTo(join(folder, 'two'))
    replica = await startEmbedded({ dataDir: join(folder, 'two'), durable: false, ...programsOf(version) })
    app = await startTestApp({ url: primary.url }, { clock: DAY, replicaUrl: replica.url })
  })
  afterAll(async () => {
    await app.stop()
    await replica.stop()
    await primary.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  beforeEach(rested)
  afterEach(() => onReplica('select pg_wal_replay_resume()').catch(() => undefined))
  function copyTo(dataDir: string): void {
    mkdirSync(dataDir, { mode: 0o711 })
    const { uid, gid } = statSync(join(folder, 'one/postgres'))
    const to = join(dataDir, 'postgres')
    mkdirSync(to, { mode: 0o700 })
    if (process.getuid?.() === 0) execFileSync('chown', [`${uid}:${gid}`, to])
    const socket = decodeURIComponent(/host=(.+)$/.exec(primary.url)?.[1] ?? '')
    execFileSync(join(version.binDir ?? '', 'pg_basebackup'), ['-h', socket, '-U', 'longhand', '-D', to, '-R', '-X', 'stream', '-c', 'fast', '--no-sync'], { cwd: '/', ...(process.getuid?.() === 0 && { uid, gid }) })
  }
  const counts = () => ({ ...app.app.platform.replica!.counts })
  const finds = async (word: string) => (await app.owner.call(search, { q: word })).total
  /** Until reads go to the replica again. */
  const caughtUp = async () => {
    const before = counts().replica
    await expect.poll(async () => { await rested(); await finds('anything'); return counts().replica }).toBeGreaterThan(before)
  }
  const write = (word: string) => app.owner.call(postThread, { spaceId: app.spaceId, title: `About ${word}`, body: word })

  test('go to the replica, and find what was written just before', async () => {
    await write('first')
    const before = counts()
    expect(await finds('first')).toBe(1)
    expect((await app.owner.call(readBrief, {})).composedAt).toBe(DAY)
    const after = counts()
    expect(after.replica + after.primary - before.replica - before.primary).toBe(2)
    await caughtUp()
  })

  test('never show less than was written, on any device, while the replica stands still', async () => {
    await onReplica('select pg_wal_replay_pause()')
    const phone = await app.sessionOf(app.owner.id)
    await write('paused')
    const before = counts()
    expect(await finds('paused')).toBe(1)
    expect((await phone.call(search, { q: 'paused' })).total).toBe(1)
    expect(counts()).toEqual({ replica: before.replica, primary: before.primary + 2 })
  })

  test('never show less over many writes, while the replica stops and goes on', async () => {
    const { number } = await write('rounds')
    const before = counts()
    let less = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      if (round % 10 === 0) {
        const stops = round % 20 === 0
        await onReplica(`select pg_wal_replay_${stops ? 'pause' : 'resume'}()`)
        if (!stops) await caughtUp()
      }
      await app.owner.call(postReply, { number, body: `Roundword${round} was written` })
      if (await finds(`roundword${round}`) !== 1) less += 1
    }
    figure({ gate: 'SCALE', what: `reads right after their reader's write, of ${ROUNDS}, that showed less, with a replica that stops and goes on`, value: less, wanted: '0', met: less === 0, postgres: String(version.version) })
    expect(less).toBe(0)
    for (const where of ['replica', 'primary'] as const) expect(counts()[where]).toBeGreaterThan(before[where])
  })

  test('go on from the primary when the replica ends, and from the replica once it is back', async () => {
    await replica.stop()
    await write('alone')
    expect(await finds('alone')).toBe(1)
    replica = await startEmbedded({ dataDir: join(folder, 'two'), durable: false, ...programsOf(version) })
    await caughtUp()
  })

  test('do not trust what is no replica any more', async () => {
    await onReplica('select pg_promote()')
    await write('promoted')
    const before = counts()
    expect(await finds('promoted')).toBe(1)
    expect(counts().replica).toBe(before.replica)
  })
})

const rested = (): Promise<void> => new Promise((then) => setTimeout(then, RESTED_MS))
