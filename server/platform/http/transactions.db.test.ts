import { editMe, readMe } from '#contract/account.ts'
import { invitePerson } from '#contract/members.ts'
import { pino } from 'pino'
import { sql } from 'kysely'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { arm } from '#server/platform/failpoint.ts'
import { codeOf, startTestApp, type TestApp } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listenForNews } from '../news.ts'

describeOnBoth('a write', (on) => {
  let app: TestApp
  beforeAll(async () => { app = await startTestApp(on) })
  afterAll(() => app.stop())
  /** As many at once as the pool has connections, until none meets one that was cut before. */
  const calm = async () => {
    const asked = await Promise.all(Array.from({ length: 16 }, () => app.owner.call(readMe, {}).then(() => true, () => false)))
    if (asked.includes(false)) await calm()
  }
  beforeEach(calm)
  const rename = (name: string, idempotencyKey?: string) => app.owner.call(editMe, { name }, idempotencyKey === undefined ? {} : { idempotencyKey })
  const name = async () => (await app.owner.call(readMe, {})).person.name
  const invited = async (email: string) => (await on.db.selectFrom('person').select('id').where('email', '=', email).execute()).length
  const severed = () => sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(on.db).then(() => undefined)

  test.each(['40001', '40P01'])('that loses a race inside the database (%s) is tried again, unseen', async (code) => {
    let losses = 2
    const disarm = arm('write.before_commit', () => { if (losses-- > 0) throw Object.assign(new Error('lost'), { code }) })
    expect((await rename(`After ${code}`)).person.name).toBe(`After ${code}`)
    disarm()
    expect(losses).toBe(-1)
    expect(await name()).toBe(`After ${code}`)
  })

  test('that loses every race says so, and changes nothing', async () => {
    const disarm = arm('write.before_commit', () => { throw Object.assign(new Error('lost'), { code: '40001' }) })
    const before = await name()
    expect(await codeOf(rename('Never'))).toBe('unavailable')
    disarm()
    expect(await name()).toBe(before)
  })

  test('whose connection breaks before its commit leaves nothing, and its repeat acts once', async () => {
    const idempotencyKey = 'cut before commit'
    const disarm = arm('write.before_commit', severed)
    expect(await codeOf(app.owner.call(invitePerson, { email: 'cut@example.com' }, { idempotencyKey }))).toBe('unavailable')
    disarm()
    await calm()
    expect(await invited('cut@example.com')).toBe(0)
    await app.owner.call(invitePerson, { email: 'cut@example.com' }, { idempotencyKey })
    expect(await invited('cut@example.com')).toBe(1)
  })

  test('whose answer is lost after its commit is answered the same again, and acts once', async () => {
    const idempotencyKey = 'cut after commit'
    const disarm = arm('write.after_commit', () => { throw Object.assign(new Error('gone'), { code: 'ECONNRESET' }) })
    expect(await codeOf(rename('Olga kept', idempotencyKey))).toBe('unavailable')
    disarm()
    await rename('Olga changed')
    expect((await rename('Olga kept', idempotencyKey)).person.name).toBe('Olga kept')
    expect(await name()).toBe('Olga changed')
  })

  test('is heard of again after the connection for news broke', async () => {
    let heard = 0
    const news = await listenForNews({ connectionString: on.url }, pino({ level: 'silent' }))
    news.onNews(app.workspaceId, () => { heard += 1 })
    await severed()
    await expect.poll(() => heard, { timeout: 10_000 }).toBe(1)
    await app.asSystem((act) => act.emit({ kind: 'test.news' }))
    await expect.poll(() => heard, { timeout: 10_000 }).toBe(2)
    await news.stop()
  })
})
