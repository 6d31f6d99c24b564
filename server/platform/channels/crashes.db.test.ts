import { describeOnBoth, describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { sql } from 'kysely'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { sizeOf } from '#tools/reliability/size.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Failpoint } from '../failpoint.ts'
import { START, testPlatform, type TestPlatform } from '../platform.test-kit.ts'
import { runDueElsewhere } from '../process.test-kit.ts'
import { testEndpoint, tellEndpoint } from '../endpoints.test-kit.ts'
import { startReceiver, type Receiver } from './receiver.test-kit.ts'
import { startMailServer, type MailServer } from './smtp.test-kit.ts'

/** How many timers are due, each of which mails once, and how often a process is killed on the way. */
const TIMERS = sizeOf(1000, 8)
const KILLS = 2
/** Longer than a process has a message to itself, so that the next one may take over. */
const TAKE_OVER = { minutes: 3 }
/** Each kill is a process that loads the server anew; with each `npm test` they are on the newest PostgreSQL. */
const describeKills = process.env['LONGHAND_LONG'] === '1' ? describeOnBoth : describeOnNewest

describeKills('a process that is killed', (on) => {
  let platform: TestPlatform
  let mailServer: MailServer
  let receiver: Receiver
  beforeAll(async () => {
    platform = await testPlatform(on.url)
    mailServer = await startMailServer()
    receiver = await startReceiver()
  })
  afterAll(async () => {
    await mailServer.stop()
    await receiver.stop()
    await platform.close()
  })

  const say = (what: string, value: number, wanted: string) => figure({ gate: 'G5', what, value, wanted, met: value === 0, postgres: String(on.version) })
  const effectsOf = async (name: string) => (await sql<{ key: string; n: number }>`select payload->>'key' as key, count(*) as n from event where payload->>'key' like ${`${name} %`} group by 1`.execute(on.db)).rows

  test.each<[Failpoint, number]>([
    ['timer.after_claim', 0], ['timer.after_effect', 0], ['timer.before_commit', 0],
    ['outbox.after_claim', 0], ['outbox.after_send', KILLS], ['outbox.after_note', 0],
  ])('at %s loses no effect and no mail; repeats: %i, each under its first Message-ID', async (name, repeats) => {
    mailServer.received.length = 0
    const personId = await platform.person()
    await platform.asSystem(async (act) => {
      for (let index = 0; index < TIMERS; index += 1) await act.timer({ kind: 'crash', key: `${name} ${index}`, at: START, payload: { key: `${name} ${index}`, personId } })
    })
    let now = START
    const given = () => ({ url: on.url, workspaceId: platform.workspaceId, now: now.toString(), smtp: mailServer.url, receiver: receiver.host })
    for (let kill = 0; kill < KILLS; kill += 1) {
      expect(await runDueElsewhere(given(), name)).toBe('SIGKILL')
      now = now.add(TAKE_OVER)
    }
    expect(await runDueElsewhere(given())).toBe(0)
    const effects = await effectsOf(name)
    expect([effects.length, Math.max(...effects.map(({ n }) => n))]).toEqual([TIMERS, 1])
    const ids = mailServer.received.map(({ mail }) => mail.messageId)
    say(`${name}: mails of ${TIMERS} that were lost`, TIMERS - new Set(ids).size, '0')
    expect([new Set(ids).size, ids.length]).toEqual([TIMERS, TIMERS + repeats])
  })

  test.each<[Failpoint, number]>([['outbox.after_claim', 0], ['outbox.after_send', KILLS], ['outbox.after_note', 0]])('at %s loses nothing that a webhook is told; repeats: %i, each under its first webhook-id', async (name, repeats) => {
    receiver.got.length = 0
    const endpoint = await testEndpoint(platform, receiver.url)
    for (let index = 0; index < TIMERS; index += 1) await tellEndpoint(platform, endpoint, `${name} ${index}`)
    let now = START
    const given = () => ({ url: on.url, workspaceId: platform.workspaceId, now: now.toString(), smtp: mailServer.url, receiver: receiver.host })
    for (let kill = 0; kill < KILLS; kill += 1) {
      expect(await runDueElsewhere(given(), name)).toBe('SIGKILL')
      now = now.add(TAKE_OVER)
    }
    expect(await runDueElsewhere(given())).toBe(0)
    const ids = receiver.got.map(({ headers }) => headers['webhook-id'])
    say(`${name}: webhooks of ${TIMERS} that were lost`, TIMERS - new Set(ids).size, '0')
    expect([new Set(ids).size, ids.length]).toEqual([TIMERS, TIMERS + repeats])
    expect(new Set(receiver.got.map(({ text }) => JSON.parse(text).data.key)).size).toBe(TIMERS)
    const states = await on.db.selectFrom('delivery').select('state').where('target_id', '=', endpoint.id).execute()
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['sent']))
  })
})
