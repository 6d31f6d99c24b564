import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { editMe, readMe } from '#contract/account.ts'
import { startEmbedded, type Embedded } from '#server/platform/db/embedded.ts'
import { programsOf, testVersions } from '#server/platform/db/versions.test-kit.ts'
import { startTestApp, type TestApp } from '#server/app.test-kit.ts'
import { killPostgres } from '#server/server.test-kit.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** How soon everything must work again once the database is back. Unit: ms. */
const NORMAL_AGAIN_MS = 10_000

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
    const until = performance.now() + NORMAL_AGAIN_MS
    while (performance.now() < until) {
      if (await app.owner.call(readMe, {}).then(() => true, () => false)) return
    }
    throw new Error(`The server did not come back within ${NORMAL_AGAIN_MS} ms.`)
  }

  test.each(['in order', 'killed'])('every request is told to come back soon, and then all is well (ended: %s)', async (how) => {
    await app.owner.call(readMe, {})
    if (how === 'killed') await killPostgres(dataDir)
    else await database.stop()
    for (const [method, url, body] of [['GET', '/api/v1/me'], ['PATCH', '/api/v1/me', { name: 'Olga' }], ['POST', '/api/v1/session', { email: 'olga@example.com', password: 'a long password' }], ['GET', '/metrics'], ['GET', '/api/v1/events']] as const) {
      const answer = await inject(method, url, body)
      expect([url, answer.statusCode, answer.headers['retry-after'], answer.headers['content-type']]).toEqual([url, 503, '2', expect.stringContaining('application/problem+json')])
      expect(answer.json()).toMatchObject({ code: 'unavailable', next: expect.stringContaining('Try again') })
    }
    expect((await inject('GET', '/health/ready')).statusCode).toBe(503)
    expect((await inject('GET', '/health/live')).statusCode).toBe(200)
    database = await start()
    await works()
    expect((await app.owner.call(editMe, { name: `Olga after ${how}` })).person.name).toBe(`Olga after ${how}`)
    expect((await inject('GET', '/health/ready')).statusCode).toBe(200)
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
