import { Problem } from '#contract/problem.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { allRoutes } from '#server/app.ts'
import { startTestApp, type TestApp } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

const NOBODY = '00000000-0000-7000-8000-000000000000'

/** Longer than any name in an address. */
const LONG = 'a'.repeat(3000)
/** Tells the whole story of the demo team, which takes longer than this test should; its own tests call it. */
const MAKES_A_MONTH = new Set(['demo.enter'])

describeOnNewest('every answer', (on) => {
  let app: TestApp
  beforeAll(async () => { app = await startTestApp(on) })
  afterAll(() => app.stop())
  const inject = (method: string, url: string, headers: Record<string, string> = {}) => app.app.http.inject({ method: method as 'GET', url, headers })

  test('of every operation is kept by no cache, signed in or not, refused or not', async () => {
    for (const { operation } of allRoutes().filter((route) => !MAKES_A_MONTH.has(route.operation.name))) {
      const url = `/api/v1${operation.path.replace(':number', '1').replaceAll(/:\w+/g, NOBODY)}`
      for (const headers of [{}, { authorization: `Bearer ${app.owner.token}` }]) {
        const answer = await inject(operation.method, url, headers)
        expect([operation.name, answer.headers['cache-control']]).toEqual([operation.name, 'no-store'])
        expect([operation.name, answer.statusCode < 500]).toEqual([operation.name, true])
      }
    }
  })

  test.each([
    ['GET', '/api/v1/nothing', 404], ['POST', '/api/v1/nothing', 404], ['PUT', '/api/v1/me', 405], ['GET', '/nothing', 404], ['DELETE', '/', 404],
    ['GET', '/api/v1/%E0%A4%A', 400], ['DELETE', '/api/v1/sessions/%', 400], ['GET', '/api/v1/events', 401], ['POST', '/dev/clock', 400],
    ['GET', `/api/v1/${LONG}`, 404], ['DELETE', `/api/v1/sessions/${LONG}`, 414],
  ])('to %s %.40s is a problem that says what to do', async (method, url, status) => {
    const answer = await inject(method, url)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([status, expect.stringContaining('application/problem+json')])
    expect(Problem.parse(answer.json()).next).toMatch(/\w+/)
  })

  test('tells browsers to run only our own scripts and to guess no types', async () => {
    const answer = await inject('GET', '/api/v1/start')
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-security-policy': expect.stringContaining("default-src 'none'") })
  })
})
