import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { editMe, readMe } from '#contract/account.ts'
import { startEmbedded, type Embedded } from '#server/platform/db/embedded.ts'
import { programsOf, testVersions } from '#server/platform/db/versions.test-kit.ts'
import { startTestApp, type TestApp } from '#server/app.test-kit.ts'
import { killPostgres, quitPostgres } from '#server/server.test-kit.ts'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { sizeOf } from '#tools/reliability/size.test-kit.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** How soon everything must work again once the database is back. Unit: ms. */
const NORMAL_AGAIN_MS = 10_000
/** How long somebody waits until they are told to come back. Unit: ms. */
const ANSWER_MS = 5000
/** PostgreSQL ends so often in each of three ways. */
const RESTARTS = sizeOf(14, 1)
const WANTED_RESTARTS = 40
/** What is held in memory after all restarts, by what was held after the first of each way. */
const MEMORY_GROWS = 1.2
const PERCENT = 100
/** One restart on a busy machine. Unit: ms. */
const RESTART_MS = 30_000

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const heldBytes = () => { collect(); return process.memoryUsage().heapUsed }

describe.each(testVersions())('while PostgreSQL $version is away', (version) => {
  let dataDir = ''
  let database: Embedded
  let app: TestApp
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'longhand-outage-'))
    chmodSync(dataDir, 0o711)
    database = await start()
    app = await startTestApp(database)
  })
  afterAll(async () => {
    await app.stop()
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const start = () => startEmbedded({ dataDir, durable: false, ...programsOf(version) })
  const inject = (method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object) =>
    app.app.http.inject({ method, url, headers: { authorization: `Bearer ${app.owner.token}` }, ...(payload && { payload }) })
  const works = async () => {
    const began = performance.now()
    while (performance.now() - began < NORMAL_AGAIN_MS) {
      if (await app.owner.call(readMe, {}).then(() => true, () => false)) return performance.now() - began
    }
    throw new Error(`The server did not come back within ${NORMAL_AGAIN_MS} ms.`)
  }
  const say = (what: string, value: number, wanted: string, met: boolean, unit?: string) => figure({ gate: 'G10', what, value: Math.round(value), wanted, met, postgres: String(version.version), ...(unit && { unit }) })
  const took = { answer: 0, again: 0 }
  const ends = { 'in order': () => database.stop(), 'at once': () => quitPostgres(dataDir), killed: () => killPostgres(dataDir) }
  const held: number[] = []

  test.each(['in order', 'at once', 'killed'] as const)('every request is told to come back soon, and then all is well (ended: %s)', async (how) => {
    for (let restart = 0; restart < RESTARTS; restart += 1) {
      await app.owner.call(readMe, {})
      await ends[how]()
      for (const [method, url, body] of [['GET', '/api/v1/me'], ['PATCH', '/api/v1/me', { name: 'Olga' }], ['POST', '/api/v1/session', { email: 'olga@example.com', password: 'a long password' }], ['GET', '/metrics'], ['GET', '/api/v1/events']] as const) {
        const began = performance.now()
        const answer = await inject(method, url, body)
        took.answer = Math.max(took.answer, performance.now() - began)
        expect([url, answer.statusCode, answer.headers['retry-after'], answer.headers['content-type']]).toEqual([url, 503, '2', expect.stringContaining('application/problem+json')])
        expect(answer.json()).toMatchObject({ code: 'unavailable', next: expect.stringContaining('Try again') })
      }
      expect((await inject('GET', '/health/ready')).statusCode).toBe(503)
      expect((await inject('GET', '/health/live')).statusCode).toBe(200)
      database = await start()
      took.again = Math.max(took.again, await works())
      const name = `Olga after ${how}, ${restart}`
      expect((await app.owner.call(editMe, { name })).person.name).toBe(name)
      expect((await inject('GET', '/health/ready')).statusCode).toBe(200)
      held.push(heldBytes())
    }
  }, RESTART_MS * RESTARTS)

  test('however often that was, nothing of it is left in memory', () => {
    const grew = (held.at(-1) ?? 0) / (held[0] ?? 0)
    say('restarts of PostgreSQL (in order, at once, killed)', held.length, '40', held.length >= WANTED_RESTARTS)
    say('restarts: a request was told to come back after, at most', took.answer, '≤ 5,000 ms', took.answer <= ANSWER_MS, 'ms')
    say('restarts: normal again after, at most', took.again, '≤ 10,000 ms', took.again <= NORMAL_AGAIN_MS, 'ms')
    say('memory that is held after the last restart, of what was held after the first', grew * PERCENT, '≤ 120 %', grew <= MEMORY_GROWS, '%')
    expect(grew).toBeLessThan(MEMORY_GROWS)
  })

  test('timers and mails go on by themselves afterwards', async () => {
    await database.stop()
    await expect(app.app.worker.runDue()).rejects.toThrow(/./)
    database = await start()
    await works()
    await app.asSystem((act) => act.send({ eventKey: 'after the outage', personId: app.owner.id, subject: 'Back', body: { text: 'Back.', links: [] }, reason: 'Test.' }))
    await expect.poll(() => app.mails.map((mail) => mail.subject), { timeout: NORMAL_AGAIN_MS }).toEqual(['Back'])
  })
})
