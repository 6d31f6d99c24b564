import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { sql } from 'kysely'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TimerHandler } from '../act.ts'
import { mailChannel } from '../channels/mail-channel.ts'
import type { Mail } from '../channels/mail.ts'
import { at, silence, START, testPlatform, type TestPlatform } from '../platform.test-kit.ts'
import { advance } from './advance.ts'
import { startWorker, type Worker } from './worker.ts'

const PROCESSES = 4
const TIMERS = 400
/** A chain of timers, each of which sets the next one, is where two processes would most easily double something. */
const LINKS = 40
/** Long enough for a clock to be moved on while another process is still at a mail. Unit: ms of the machine. */
const SLOW_SENDING_MS = 20

describeOnBoth('four processes on one database', (on) => {
  const mails: Mail[] = []
  const platforms: TestPlatform[] = []
  const workers: Worker[] = []
  let sendingMs = 0
  const handlers: Record<string, TimerHandler> = {
    mail: async (act, { key = '', personId = '' }) => {
      await act.emit({ kind: 'test.note', payload: { key } })
      await act.send({ eventKey: key, personId, subject: key, body: { text: key, links: [] }, reason: 'You are part of this test.' })
    },
    chain: async (act, { left = '' }) => {
      await act.emit({ kind: 'test.note', payload: { key: `link ${left}` } })
      if (Number(left) > 1) await act.timer({ kind: 'chain', key: 'chain', at: act.now.add({ minutes: 1 }), payload: { left: String(Number(left) - 1) } })
    },
  }
  beforeAll(async () => {
    await on.db.insertInto('instance').values({ created_at: START, development_clock: START, secret: Buffer.alloc(32), webhook_secret: Buffer.alloc(32) }).execute()
    for (let index = 0; index < PROCESSES; index += 1) {
      const [first] = platforms
      const platform = await testPlatform(on.url, { timers: handlers, ...(first && { clock: first.clock, workspaceId: first.workspaceId }) })
      platforms.push(platform)
      workers.push(startWorker(platform, silence, { mail: mailChannel(async (mail) => {
        if (sendingMs > 0) await pause(sendingMs)
        mails.push(mail)
      }) }))
    }
  })
  afterAll(async () => {
    for (const worker of workers) await worker.stop()
    for (const platform of platforms) await platform.close()
  })
  const first = () => {
    const [platform] = platforms
    if (!platform) throw new Error('No process was started.')
    return platform
  }
  const countOf = async (like: string) => {
    const { rows } = await sql<{ key: string; n: number }>`select payload->>'key' as key, count(*) as n from event where payload->>'key' like ${like} group by 1`.execute(on.db)
    return { different: rows.length, most: Math.max(...rows.map(({ n }) => n)) }
  }

  test(`one clock tick lets each of ${TIMERS} timers act once, and mails once`, async () => {
    const personId = await first().person()
    await first().asSystem(async (act) => {
      for (let index = 0; index < TIMERS; index += 1) await act.timer({ kind: 'mail', key: `tick ${index}`, at: at('2026-03-23T09:00:00Z'), payload: { key: `tick ${index}`, personId } })
    })
    first().clock.moveTo(at('2026-03-23T09:00:00Z'))
    await Promise.all(workers.map((worker) => worker.runDue()))
    await Promise.all(workers.map((worker) => worker.runDue()))
    expect(await countOf('tick %')).toEqual({ different: TIMERS, most: 1 })
    expect(mails.map((mail) => mail.subject).toSorted()).toEqual(Array.from({ length: TIMERS }, (_none, index) => `tick ${index}`).toSorted())
  })

  test('a clock moved by one while the others look too still lets everything happen once and before it returns', async () => {
    const personId = await first().person()
    const sent = mails.length
    sendingMs = SLOW_SENDING_MS
    await first().asSystem(async (act) => {
      await act.timer({ kind: 'chain', key: 'chain', at: at('2026-03-23T10:00:00Z'), payload: { left: String(LINKS) } })
      for (let index = 0; index < LINKS; index += 1) {
        await act.timer({ kind: 'mail', key: `apart ${index}`, at: at('2026-03-23T10:00:00Z').add({ minutes: 10 * index }), payload: { key: `apart ${index}`, personId } })
      }
    })
    let done = false
    const others = workers.slice(1).map(async (worker) => { while (!done) await worker.runDue() })
    const [mover] = workers
    if (!mover) throw new Error('No process was started.')
    await advance(first(), first().clock, mover, at('2026-03-24T10:00:00Z'))
    const atOnce = mails.length - sent
    done = true
    await Promise.all(others)
    expect(await countOf('apart %')).toEqual({ different: LINKS, most: 1 })
    expect(await countOf('link %')).toEqual({ different: LINKS, most: 1 })
    expect(atOnce).toBe(LINKS)
    expect(mails.length - sent).toBe(LINKS)
    expect(await on.db.selectFrom('timer').select('key').execute()).toEqual([])
  })
})
