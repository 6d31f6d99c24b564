import { editMe, readMe } from '#contract/account.ts'
import { readMailWishes } from '#contract/mail-in.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unsubscribeToken } from './unsubscribe.ts'

describeOnNewest('unsubscribing with one click', (on) => {
  let app: TestApp
  let ben: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on)
    ben = await app.person('Ben')
  })
  afterAll(() => app.stop())

  const tokenFor = (kind: 'batons' | 'brief' | 'asks') => unsubscribeToken(on.db, { workspaceId: app.workspaceId, personId: ben.id, kind })
  const ask = (method: 'GET' | 'POST', token: string) => app.app.http.inject({
    method, url: `/unsubscribe/${token}`, ...(method === 'POST' && { payload: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
  })
  const unwanted = async () => (await ben.call(readMailWishes, {})).kinds.filter(({ on: wanted }) => !wanted).map(({ kind }) => kind)

  test('looking changes nothing, a POST of a mail program does, as often as it likes', async () => {
    const token = await tokenFor('batons')
    const page = await ask('GET', token)
    expect([page.statusCode, page.headers['cache-control'], await unwanted()]).toEqual([200, 'no-store', []])
    expect(page.body).toContain('Batons that are offered to you')
    for (const _try of [1, 2]) expect((await ask('POST', token)).statusCode).toBe(200)
    expect(await unwanted()).toEqual(['batons'])
  })

  test('speaks as the reader of the mails does, whoever’s browser it is, and to strangers as their browser asks', async () => {
    const greta = await app.person('Greta')
    await greta.call(editMe, { locale: 'de-CH' })
    const token = await unsubscribeToken(on.db, { workspaceId: app.workspaceId, personId: greta.id, kind: 'digest' })
    expect((await ask('GET', token)).body).toMatch(/<html lang="de">.*<h1>Sammelmeldungen<\/h1>.*<button>Keine solchen mehr<\/button>/s)
    expect((await ask('POST', token)).body).toContain('Du bekommst keine Mails dieser Art mehr: Sammelmeldungen. Unter <a href="/settings">Einstellungen</a> kannst du sie wieder einschalten.')
    expect((await app.app.http.inject({ method: 'GET', url: '/unsubscribe/x', headers: { 'accept-language': 'de' } })).body).toContain('Dieser Link führt nirgendwohin')
  })

  test('the form of the page, and one that sends nothing, do the same', async () => {
    expect((await app.app.http.inject({ method: 'POST', url: `/unsubscribe/${await tokenFor('asks')}` })).statusCode).toBe(200)
    expect(await unwanted()).toContain('asks')
  })

  test('of the brief is the switch among the settings', async () => {
    await ask('POST', await tokenFor('brief'))
    expect((await ben.call(readMe, {})).person.briefByMail).toBe(false)
  })

  test.each([
    ['made up', () => 'x'], ['empty', () => '%20'], ['of another kind', (token: string) => token.replace('batons', 'asks')], ['of a kind that there is not', (token: string) => token.replace('batons', 'magic')],
    ['of somebody else', (token: string) => `${token.slice(0, 22)}${'A'.repeat(22)}${token.slice(44)}`], ['with one sign changed', (token: string) => `${token.slice(0, 50)}${token[50] === 'A' ? 'B' : 'A'}${token.slice(51)}`],
    ['very long', () => 'x'.repeat(190)],
  ])('a token %s does nothing', async (_how, change) => {
    const before = await unwanted()
    const token = change(await tokenFor('batons'))
    expect([(await ask('GET', token)).statusCode, (await ask('POST', token)).statusCode]).toEqual([404, 404])
    expect(await unwanted()).toEqual(before)
  })
})
