import { readMe, readStart, signIn, signOut } from '#contract/account.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

describeOnBoth('signing in', (on) => {
  let app: TestApp
  beforeAll(async () => { app = await startTestApp(on) })
  afterAll(() => app.stop())

  test('a first visitor learns that the workspace exists', async () => {
    expect(await app.visitor(readStart, {})).toMatchObject({ setUp: true, clock: { stands: true } })
  })

  test('the right password opens a session that says who you are', async () => {
    const { token, me } = await app.visitor(signIn, { email: 'OLGA@example.com', password: 'a long password' })
    expect(me.person).toMatchObject({ name: 'Olga Owner', role: 'owner', zone: 'Europe/Berlin' })
    expect(token).toMatch(/^lh_s_/)
  })

  test.each([
    ['a wrong password', { email: 'olga@example.com', password: 'another password' }],
    ['an unknown address', { email: 'nobody@example.com', password: 'a long password' }],
  ])('%s is refused in the same words', async (_why, given) => {
    expect(await codeOf(app.visitor(signIn, given))).toBe('wrong_credentials')
  })

  test('a session that was signed out is dead at once', async () => {
    const kim = await app.person('Kim Kurz')
    await kim.call(readMe, {})
    await kim.call(signOut, {})
    expect(await codeOf(kim.call(readMe, {}))).toBe('not_signed_in')
  })
})
