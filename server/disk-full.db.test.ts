import { spawnSync } from 'node:child_process'
import { appendFileSync, chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, statfsSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readMe, setUpWorkspace, signIn } from '#contract/account.ts'
import { makeClient } from '#contract/client.ts'
import type { Call } from '#contract/client.ts'
import { uploadFile } from '#contract/files.ts'
import { createPage } from '#contract/pages.ts'
import { ProblemError } from '#contract/problem.ts'
import { postThread } from '#contract/threads.ts'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { sizeOf } from '#tools/reliability/size.test-kit.ts'
import { afterAll, expect, test } from 'vitest'
import { MIGRATIONS } from './platform/backup/backup.test-kit.ts'
import { makeBackup } from './platform/backup/write.ts'
import { weekdays } from './app.test-kit.ts'
import { brokenFacts } from './invariants.test-kit.ts'
import { embeddedUrl, startServerProcess } from './server.test-kit.ts'
import type { ServerProcess } from './server.test-kit.ts'

const LONG = process.env['LONGHAND_LONG'] === '1'
/** The disk, and how much of it is left at the moments at which it is found full. Units: MB, bytes. */
const DISK_MB = 320
const LEFT = [0, 8192, 65_536, 262_144, 1_048_576].slice(0, sizeOf(5, 1))
const MB = 1024 * 1024
/** So many writes fill what is left, or find that there is enough. */
const WRITES_MAX = 300
const READY_MS = 20_000
const SLOW_MS = LONG ? 1_800_000 : 240_000
const OWNER = { email: 'olga@example.com', password: 'a long password' }

/** Takes everything that is left of the disk but so many bytes. */
function fill(path: string, left: number): void {
  const piece = Buffer.alloc(MB)
  try { while (statfsSync(disk).bavail > 0) appendFileSync(path, piece) } catch (error) { if ((error as { code?: unknown }).code !== 'ENOSPC') throw error }
  truncateSync(path, Math.max(0, statSync(path).size - left))
}

/** RELIABILITY G11: a small disk of its own, which only root may make. */
const disk = mkdtempSync(join(tmpdir(), 'longhand-disk-'))
const mounted = process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m,mode=711`, 'longhand-test', disk]).status === 0
const say = (what: string, value: number, wanted: string, met: boolean) => figure({ gate: 'G11', what, value, wanted, met, postgres: '18' })

type Act = (call: Call, at: { spaceId: string; dataDir: string }, n: number) => Promise<unknown>
const ACTS: Record<string, Act> = {
  'a thread': (call, { spaceId }, n) => call(postThread, { spaceId, title: `Thread ${n}`, body: 'Words. '.repeat(2000) }),
  'a page': (call, { spaceId }, n) => call(createPage, { spaceId, kind: 'reference', title: `Page ${n}`, text: `# Page\n\n${'Words. '.repeat(5000)}` }),
  'a file': (call, _at, n) => call(uploadFile, { name: `${n}.txt` }, { file: new Blob(['x'.repeat(MB)]) }),
  'a backup': (_call, { dataDir }, n) => makeBackup({ url: embeddedUrl(dataDir), path: join(disk, `${n}.tar.gz`), files: null, withSecrets: true, now: Temporal.Instant.from('2026-03-27T08:00Z'), migrations: MIGRATIONS }).then(() => rmSync(join(disk, `${n}.tar.gz`))),
}

test.runIf(mounted)('a full disk is said, reads go on, and once there is space all goes on without a restart', async () => {
  chmodSync(disk, 0o711)
  const dataDir = join(disk, 'data')
  const server: ServerProcess = await startServerProcess({ dataDir })
  const visitor = makeClient({ base: server.url, newKey: () => crypto.randomUUID() })
  const { me } = await visitor(setUpWorkspace, { workspace: 'Acme', name: 'Olga Owner', ...OWNER, zone: 'Europe/Berlin', weeks: [weekdays('09:00', '17:00')], preset: '002' })
  const call = makeClient({ base: server.url, token: (await visitor(signIn, OWNER)).token, newKey: () => crypto.randomUUID() })
  const at = { spaceId: me.spaces[0]?.id ?? '', dataDir }
  const told: Record<string, number> = {}
  let [points, unread, stuck, n] = [0, 0, 0, 0]
  const ballast = join(disk, 'ballast')
  const codeOf = (error: unknown): string => error instanceof ProblemError ? `${error.problem.status}` : String((error as { code?: unknown }).code ?? error)
  for (const left of LEFT) {
    for (const [what, act] of Object.entries(ACTS)) {
      fill(ballast, left)
      points += 1
      let said = ''
      for (let writes = 0; said === '' && writes < WRITES_MAX; writes += 1) said = await act(call, at, n += 1).then(() => '', codeOf)
      told[`${what}: ${said === 'ENOSPC' ? '507' : said || 'room enough'}`] = (told[`${what}: ${said === 'ENOSPC' ? '507' : said || 'room enough'}`] ?? 0) + 1
      if (!await call(readMe, {}).then(() => true, () => false)) unread += 1
      truncateSync(ballast)
      rmSync(ballast)
      const until = performance.now() + READY_MS
      let works = false
      while (!works && performance.now() < until) works = await ACTS['a thread']?.(call, at, n += 1).then(() => true, () => false) ?? false
      if (!works) stuck += 1
    }
  }
  const other = Object.entries(told).filter(([what]) => !what.endsWith('507') && !what.endsWith('room enough'))
  for (const [what, times] of Object.entries(told)) say(`answered on a full disk: ${what}`, times, '507', what.endsWith('507') || what.endsWith('room enough'))
  say('points at which the disk was full', points, '20', points >= 20)
  say('of them at which reads did not go on', unread, '0', unread === 0)
  say('of them after which writes did not go on without a restart', stuck, '0', stuck === 0)
  const broken = await brokenFacts(embeddedUrl(dataDir))
  const parts = readdirSync(dataDir, { recursive: true }).filter((name) => String(name).endsWith('.part'))
  say('half files, and facts about the whole database that did not hold afterwards', broken.length + parts.length, '0', broken.length + parts.length === 0)
  await server.end('SIGTERM')
  expect([other, unread, stuck, broken, parts]).toEqual([[], 0, 0, [], []])
}, SLOW_MS)

test('a small disk could be made for this, which only root may', () => {
  say('machines on which the test could make a small disk', mounted ? 1 : 0, '1', mounted)
  expect(existsSync(disk)).toBe(true)
})

afterAll(() => {
  if (mounted) spawnSync('umount', ['-l', disk])
  rmSync(disk, { recursive: true, force: true })
})
