import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp } from '#server/app.test-kit.ts'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { listen, makeHome } from '../cli.test-kit.ts'
import type { Home } from '../cli.test-kit.ts'

describeOnNewest('login --demo', (on) => {
  let app: TestApp
  let url: string
  let home: Home
  beforeAll(async () => {
    app = await startTestApp(on)
    await app.person('Kim Kurz', { zone: 'Asia/Tokyo' })
    // The month of the real demo takes too long to tell; for signing in, a demo is a workspace that says so.
    await on.db.updateTable('workspace').set({ demo: true }).execute()
    url = await listen(app)
  })
  afterAll(() => app.stop())
  beforeEach(() => { home = makeHome() })
  afterEach(() => home.remove())

  test('looks around as its first reader', async () => {
    expect(await home.run(['login', url, '--demo'])).toMatchObject({ code: 0, out: `Signed in as Olga Owner at Acme, ${url}.\n` })
    expect((await home.run(['whoami'])).out).toContain('Olga Owner (owner)')
  })

  test('looks around as whom one names', async () => {
    expect(await home.run(['login', url, '--demo', 'Kim'])).toMatchObject({ code: 0, out: `Signed in as Kim Kurz at Acme, ${url}.\n` })
    expect((await home.run(['whoami'])).out).toContain('Kim Kurz (member)')
    expect(await home.run(['logout'])).toMatchObject({ code: 0, out: 'Signed out.\n' })
  })

  test('knows nobody else', async () => {
    const ran = await home.run(['login', url, '--demo', 'Nobody'])
    expect([ran.code, ran.out]).toEqual([2, ''])
    expect(ran.said).toContain('Olga Owner')
  })
})
