import { editMe } from '#contract/account.ts'
import { acceptInvite, invitePerson } from '#contract/members.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp, weekdays } from '#server/app.test-kit.ts'
import type { TestApp } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

describeOnNewest('a password that is among the first that anybody tries', (on) => {
  let app: TestApp
  beforeAll(async () => { app = await startTestApp(on) })
  afterAll(() => app.stop())

  test('is refused where it is set: one of the most common, and one that is little more than a name', async () => {
    const { link } = await app.owner.call(invitePerson, { email: 'ben.okafor@harbour.example', role: 'member' })
    const accept = (password: string) => codeOf(app.visitor(acceptInvite, { token: link.split('/').at(-1) ?? '', name: 'Ben', password, zone: 'Europe/Berlin', weeks: [weekdays('09:00', '17:00')] }))
    for (const easy of ['1234567890', 'QWERTYuiop', '1qaz2wsx3edc', 'longhand2026', 'Okafor-Okafor', 'harbour.1234']) expect([easy, await accept(easy)]).toEqual([easy, 'bad_input'])
    expect(await accept('lamps burn late here')).toBe('no refusal')
    const change = (next: string) => codeOf(app.owner.call(editMe, { password: { current: 'a long password', next } }))
    expect([await change('password123'), await change('Olga Owner 1')]).toEqual(['bad_input', 'bad_input'])
    expect(await change('four words that fit')).toBe('no refusal')
  })
})
