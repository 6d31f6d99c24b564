import { createToken } from '#contract/access.ts'
import { editMe, readMe } from '#contract/account.ts'
import { postThread, saveForLater } from '#contract/threads.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp } from '#server/app.test-kit.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { limitWrites } from './person-limit.ts'

const PER_MINUTE = 5

describeOnNewest('a person who changes a lot', (on) => {
  let app: TestApp
  let elapsed = 0
  beforeAll(async () => {
    app = await startTestApp(on)
    app.app.platform.writeLimit = limitWrites(PER_MINUTE, () => elapsed)
  })
  afterAll(() => app.stop())

  test('who changes more than that within a minute is told when to go on; others, reading and the next minute are not touched', async () => {
    const [ana, ben] = [await app.person('Ana Fast'), await app.person('Ben Calm')]
    const { number } = await ben.call(postThread, { spaceId: app.spaceId, title: 'Here', body: 'Words.' })
    const script = app.as((await ana.call(createToken, { label: 'script', scopes: ['threads:write'] })).token)
    for (let n = 1; n < PER_MINUTE; n += 1) await script(saveForLater, { number, saved: n % 2 === 0 })
    elapsed = 20_500
    await expect(ana.call(saveForLater, { number, saved: true })).rejects.toMatchObject({ problem: { status: 429, code: 'too_many', title: 'You have changed more than 5 things within a minute.', next: 'Go on in 40 seconds; a script should rest between what it sends.' } })
    expect([await codeOf(script(saveForLater, { number, saved: true })), await codeOf(ana.call(editMe, { briefByMail: true }))]).toEqual(['too_many', 'too_many'])
    expect([await codeOf(ana.call(readMe, {})), await codeOf(ben.call(saveForLater, { number, saved: true }))]).toEqual(['no refusal', 'no refusal'])
    const raw = await app.app.http.inject({ method: 'PATCH', url: '/api/v1/me', headers: { authorization: `Bearer ${ana.token}` }, payload: { briefByMail: true } })
    expect([raw.statusCode, raw.headers['retry-after']]).toEqual([429, '40'])
    elapsed = 60_000
    expect(await codeOf(ana.call(saveForLater, { number, saved: true }))).toBe('no refusal')
  })
})
