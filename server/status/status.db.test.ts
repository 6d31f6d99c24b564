import { readServerStatus } from '#contract/status.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

describeOnBoth('how the server does', (on) => {
  let app: TestApp
  beforeAll(async () => { app = await startTestApp(on, { mail: false }) })
  afterAll(() => app.stop())
  const read = () => app.owner.call(readServerStatus, {})

  test('is for owners and admins', async () => {
    const admin = await app.person('Ada Admin', { role: 'admin' })
    expect((await admin.call(readServerStatus, {})).versions.database).toMatch(new RegExp(`^PostgreSQL ${on.version}\\.`))
    const ben = await app.person('Ben Member')
    expect(await codeOf(ben.call(readServerStatus, {}))).toBe('not_allowed')
  })

  test('compares three tables of time zones, for the zones that people live in', async () => {
    const zones = (await read()).findings.filter(({ id }) => id.startsWith('zones.'))
    expect(zones.map(({ id, state }) => [id, state])).toEqual([['zones.node', 'ok'], ['zones.database', 'ok']])
  })

  test('counts what was given up and what is late, in this workspace alone, and says what to do', async () => {
    const personId = app.owner.id
    const { now } = app.app.platform.clock
    await app.asSystem(async (act) => {
      for (const eventKey of ['late', 'lost']) await act.send({ eventKey, personId, subject: 'Canary subject', body: { text: 'Canary text', links: [] }, reason: 'x', at: act.now.add({ hours: 1 }) })
      await act.tx.updateTable('delivery').set({ state: 'failed', settled_at: now() }).where('workspace_id', '=', app.workspaceId).where('event_key', '=', 'lost').execute()
      await act.tx.updateTable('timer').set({ attempts: 2 }).where('workspace_id', '=', app.workspaceId).execute()
      await act.timer({ kind: 'test', key: 'x', at: now().add({ hours: 3 }) })
      await act.tx.updateTable('timer').set({ attempts: 1 }).where('workspace_id', '=', app.workspaceId).where('kind', '=', 'test').execute()
    })
    const status = await read()
    expect(status.deliveries.find(({ channel }) => channel === 'mail')).toMatchObject({ failed: 1 })
    expect(status.timers.failing).toBeGreaterThan(0)
    expect(status.findings.find(({ id }) => id === 'outbox.mail')).toMatchObject({ state: 'look', next: expect.stringContaining('outbox') })
    expect(JSON.stringify(status)).not.toContain('Canary')
    expect(status.findings.map(({ state }) => state)).toEqual(status.findings.map(({ state }) => state).toSorted((a, b) => ['broken', 'look', 'ok'].indexOf(a) - ['broken', 'look', 'ok'].indexOf(b)))
  })
})
