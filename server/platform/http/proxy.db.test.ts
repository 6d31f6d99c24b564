import { createApp } from '#server/app.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { expect, test } from 'vitest'

/** Tries of one address before it must wait. */
const TRIES = 3

describeOnNewest('behind a proxy', (on) => {
  test.each([
    ['on this machine, each person tries for themselves', true, '127.0.0.1', [401, 401, 401, 401, 401, 401]],
    ['on this machine that nobody spoke for, all of them together are one address', false, '127.0.0.1', [401, 401, 401, 429, 429, 429]],
    ['elsewhere, nobody is believed', true, '203.0.113.200', [401, 401, 401, 429, 429, 429]],
  ])('counts tries: %s', async (_where, trustProxy, remoteAddress, wanted) => {
    const app = await createApp({ databaseUrl: on.url, clockStart: Temporal.Instant.from('2026-03-23T07:00:00Z'), smtp: null, webDir: null, logLevel: 'fatal', triesPerMinute: TRIES, publicUrl: 'http://longhand.test', trustProxy })
    const statuses: number[] = []
    for (let at = 0; at < wanted.length; at += 1) {
      const answer = await app.http.inject({ method: 'POST', url: '/api/v1/session', remoteAddress, headers: { 'content-type': 'application/json', 'x-forwarded-for': `198.51.100.${at}` }, payload: { email: `nobody-${at}@example.com`, password: 'a long password' } })
      statuses.push(answer.statusCode)
    }
    await app.stop()
    expect(statuses).toEqual(wanted)
  })
})
