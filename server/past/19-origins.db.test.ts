import { OPERATIONS } from '#contract/index.ts'
import { FILE_BODY, changes } from '#contract/operation.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { postThread } from '#contract/threads.ts'
import { SESSION_COOKIE } from '#server/platform/auth/identify.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp } from '#server/app.test-kit.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'

const SOME_ID = '00000000-0000-7000-8000-000000000000'
/** Where a page of somebody else may say that it comes from. */
const ORIGINS: Record<string, Record<string, string>> = {
  'another site': { origin: 'https://evil.example' }, 'a page without an origin': { origin: 'null' }, 'nowhere': {}, 'an empty origin': { origin: '' },
  'a look-alike': { origin: 'http://longhand.test.evil.example' }, 'our name by another protocol': { origin: 'https://longhand.test' }, 'our name with a dot': { origin: 'http://longhand.test.' },
  'a name given to the user': { origin: 'http://longhand.test@evil.example' }, 'our host in the header, from another site': { origin: 'http://evil.test', host: 'evil.test', 'sec-fetch-site': 'cross-site' },
}
/** Tells the whole story of the demo team, which takes longer than this test should. */
const MAKES_A_MONTH = 'demo.enter'

describeOnNewest('past/19: pages of other sites', (on) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp(on)
    await app.owner.call(postThread, { spaceId: app.spaceId, title: 'The first', body: 'Something to read.' })
  })
  afterAll(() => app.stop())
  const url = ({ path }: AnyOperation) => `/api/v1${path.replaceAll(':number', '1').replaceAll(/:\w+/g, SOME_ID)}`
  const ask = (operation: AnyOperation, headers: Record<string, string>) => app.app.http.inject({
    method: operation.method as 'GET', url: url(operation), headers: { cookie: `${SESSION_COOKIE}=${app.owner.token}`, 'content-type': operation.takes === 'file' ? FILE_BODY : 'application/json', ...headers },
    ...(changes(operation) && { payload: operation.takes === 'file' ? Buffer.from('x') : '{}' }),
  })

  test.each(Object.entries(ORIGINS))('nothing is written with the session of a browser for %s', async (_where, headers) => {
    const taken: string[] = []
    for (const operation of OPERATIONS.filter(changes)) {
      const answer = await ask(operation, headers)
      if (answer.statusCode !== 403 || answer.json<{ code: string }>().code !== 'foreign_origin') taken.push(`${operation.name}: ${answer.statusCode}`)
    }
    expect(taken).toEqual([])
  })

  test('no answer may be read by another site, streams included', async () => {
    const headers = { origin: 'https://evil.example' }
    for (const operation of OPERATIONS.filter(({ name }) => name !== MAKES_A_MONTH)) {
      const answer = await ask(operation, headers)
      expect([operation.name, answer.headers['access-control-allow-origin'], answer.headers['access-control-allow-credentials']]).toEqual([operation.name, undefined, undefined])
    }
    const base = await app.app.http.listen({ port: 0, host: '127.0.0.1' })
    const hangUp = new AbortController()
    const stream = await fetch(`${base}/api/v1/events`, { signal: hangUp.signal, headers: { ...headers, authorization: `Bearer ${app.owner.token}` } })
    expect(stream.headers.get('access-control-allow-origin')).toBeNull()
    expect(stream.headers.get('cache-control')).toBe('no-store')
    hangUp.abort()
  })

  test('reading changes nothing, whatever is read', async () => {
    const before = await contents()
    for (const operation of OPERATIONS.filter((one) => !changes(one))) await ask(operation, {})
    expect(await contents()).toEqual(before)
  })

  /** What stands in each table, as one number each; when a session was last seen is left out, and that somebody took an export along, which the audit log is told. */
  async function contents(): Promise<Record<string, string>> {
    const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('audit_line', 'audit_head') order by 1`.execute(on.db)
    const all: Record<string, string> = {}
    for (const { name } of rows) {
      const { rows: [row] } = await sql<{ hash: string }>`select count(*) || ' ' || coalesce(sum(hashtext((to_jsonb(t) - 'last_used_at')::text)), 0) as hash from ${sql.table(name)} t`.execute(on.db)
      all[name] = row?.hash ?? ''
    }
    return all
  }
})
