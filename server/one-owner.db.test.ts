import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '#domain/refusal.ts'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { sizeOf } from '#tools/reliability/size.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lockData } from './platform/db/data-lock.ts'
import type { DataLock } from './platform/db/data-lock.ts'
import { startProcess, temporaryData } from './server.test-kit.ts'

const LONG = process.env['LONGHAND_LONG'] === '1'
const STARTS = sizeOf(100, 2)
const KILLED = sizeOf(100, 2)
const REUSED = 100
const QUICK_MS = 1000
const SLOW_MS = LONG ? 1_800_000 : 120_000

const OWNER = `const { lockData } = await import('#server/platform/db/data-lock.ts'); lockData(process.env.FOLDER); console.log('mine'); setInterval(() => {}, 1000)`

/** RELIABILITY G7: one process owns a data folder. */
let dataDir = ''
let lock: DataLock
const say = (what: string, value: number, wanted: string, met: boolean, unit?: string) => figure({ gate: 'G7', what, value, wanted, met, ...(unit && { unit }) })
beforeAll(() => {
  dataDir = temporaryData()
  lock = lockData(dataDir)
  lock.setUrl('http://127.0.0.1:7400')
})
afterAll(() => {
  lock.release()
  rmSync(dataDir, { recursive: true, force: true })
})

const taken = (folder: string): boolean => {
  try { lockData(folder) } catch (error) { if (error instanceof Refusal) return false; throw error }
  return true
}

test(`${STARTS} starts beside one that runs are refused with a plain sentence`, async () => {
  const sentence = `Longhand is already running on ${dataDir}. Open http://127.0.0.1:7400.\n`
  const took: number[] = []
  for (let start = 0; start < STARTS; start += 1) {
    const failed = await startProcess({ dataDir })
    expect(failed).toMatchObject({ code: 1, said: sentence })
    if ('tookMs' in failed) took.push(failed.tookMs)
  }
  const [median, slowest] = [took.toSorted((a, b) => a - b)[took.length >> 1] ?? 0, Math.max(...took)]
  say('second starts that were refused with a plain sentence', took.length, '100 of 100', took.length >= 100)
  say('until the sentence, half of the time', Math.round(median), '≤ 1,000 ms', median <= QUICK_MS, 'ms')
  say('until the sentence, at most', Math.round(slowest), '≤ 1,000 ms', slowest <= QUICK_MS, 'ms')
}, SLOW_MS)

test(`the lock of ${KILLED} owners that were killed is taken over, and held against others`, async () => {
  let over = 0
  for (let kill = 0; kill < KILLED; kill += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'longhand-owner-'))
    const owner = spawn(process.execPath, ['--input-type=module', '-e', OWNER], { env: { ...process.env, FOLDER: folder }, stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise((said) => owner.stdout.once('data', said))
    const refused = !taken(folder)
    const ended = new Promise((done) => owner.once('exit', done))
    owner.kill('SIGKILL')
    await ended
    if (refused && taken(folder) && !taken(folder)) over += 1
    rmSync(folder, { recursive: true, force: true })
  }
  say('locks of killed owners that were taken over', over, '100 of 100', over >= 100)
  expect(over).toBe(KILLED)
}, SLOW_MS)

test(`a lock whose process id was given to another process is taken over, ${REUSED} times of ${REUSED}`, () => {
  let over = 0
  for (let round = 0; round < REUSED; round += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'longhand-reused-'))
    mkdirSync(join(folder, 'lock'))
    writeFileSync(join(folder, 'lock', '7.json'), JSON.stringify({ pid: round % 2 === 0 ? process.ppid : process.pid, identity: `another life ${round}`, url: null, released: false }))
    if (taken(folder) && !taken(folder) && readdirSync(join(folder, 'lock')).join() === '8.json' && readFileSync(join(folder, 'lock', '8.json'), 'utf8').includes(`"pid":${process.pid}`)) over += 1
    rmSync(folder, { recursive: true, force: true })
  }
  say('locks with a re-used process id that were taken over', over, '100 of 100', over === REUSED)
  expect(over).toBe(REUSED)
})
