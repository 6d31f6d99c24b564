import { pino } from 'pino'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mailChannel } from '../channels/mail-channel.ts'
import { at, silence, START, testPlatform, type TestPlatform } from '../platform.test-kit.ts'
import { startWorker, type Worker } from './worker.ts'

describeOnBoth('when the clock of the machine goes back', (on) => {
  let platform: TestPlatform
  let worker: Worker
  let now = START
  const acted: string[] = []
  const mails: string[] = []
  let refuses = false
  const log: object[] = []

  beforeEach(async () => {
    now = START
    for (const list of [acted, mails, log]) list.length = 0
    refuses = false
    const timers = Object.fromEntries(['soon', 'deadline', 'finder', 'fails'].map((kind) => [kind, async (_act: unknown, { key = '' }: Record<string, string>) => {
      if (kind === 'fails' && refuses) throw new Error('not now')
      acted.push(key)
    }]))
    platform = await testPlatform(on.url, { timers, clock: { stands: false, now: () => now, moveTo: () => undefined } })
    platform.log = pino({ level: 'warn' }, { write: (line: string) => { log.push(JSON.parse(line) as object) } })
    worker = startWorker(platform, silence, { mail: mailChannel(async ({ subject }) => { if (refuses) throw new Error('not now'); mails.push(subject) }) }, { byItself: false, finders: ['finder'] })
    await worker.runDue()
  })
  afterEach(async () => {
    await worker.stop()
    await platform.close()
  })
  const set = (kind: string, moment: Temporal.Instant) => platform.asSystem((act) => act.timer({ kind, key: kind, at: moment, payload: { key: kind } }))
  const mail = async (subject: string, laterMin = 0) => {
    const personId = await platform.person()
    await platform.asSystem((act) => act.send({ eventKey: subject, personId, subject, body: { text: subject, links: [] }, reason: 'You are part of this test.', at: act.now.add({ minutes: laterMin }) }))
  }
  const goTo = async (moment: Temporal.Instant) => { now = moment; await worker.runDue() }

  test('what finds out itself what is due is asked at once, also where it was to wait for ten years', async () => {
    await goTo(START.add({ hours: 24 * 3653 }))
    await set('finder', now.add({ hours: 24 }))
    await goTo(START.add({ seconds: 5 }))
    expect(acted).toEqual(['finder'])
  })

  test('a timer and a mail of the last moment do not wait until it is as late again', async () => {
    await goTo(START.add({ hours: 1 }))
    await set('soon', now)
    await mail('A link')
    await mail('A digest', 5)
    await goTo(START)
    expect([acted, mails]).toEqual([['soon'], ['A link']])
    await goTo(START.add({ minutes: 5 }))
    expect(mails).toEqual(['A link', 'A digest'])
    expect(log).toMatchObject([{ msg: 'the clock of this machine went back; what waits is planned again' }])
  })

  test('a deadline stays the moment that was shown, and passes once', async () => {
    await goTo(START.add({ hours: 1 }))
    const shown = now.add({ minutes: 30 })
    await set('deadline', shown)
    await goTo(START)
    const due = await on.db.selectFrom('timer').select('due_at').where('workspace_id', '=', platform.workspaceId).where('kind', '=', 'deadline').executeTakeFirstOrThrow()
    expect(due.due_at).toEqual(shown)
    await goTo(shown.subtract({ seconds: 1 }))
    expect(acted).toEqual([])
    await goTo(shown)
    await goTo(shown.add({ hours: 1 }))
    expect(acted).toEqual(['deadline'])
  })

  test('what failed is tried again at once, a timer not before it is due', async () => {
    await goTo(START.add({ hours: 1 }))
    refuses = true
    await set('fails', START.add({ minutes: 10 }))
    await mail('A link')
    await worker.runDue()
    refuses = false
    await goTo(START)
    expect([acted, mails]).toEqual([[], ['A link']])
    await goTo(START.add({ minutes: 10 }))
    expect(acted).toEqual(['fails'])
  })

  test('a message that a process held when it was killed is free after one lease', async () => {
    await mail('A link')
    await on.db.updateTable('delivery').set({ state: 'sending', attempts: 1, lease_until: at('2036-03-23T07:00:00Z') }).where('workspace_id', '=', platform.workspaceId).execute()
    await goTo(START.add({ hours: 1 }))
    await goTo(START)
    expect(mails).toEqual([])
    await goTo(START.add({ seconds: 121 }))
    expect(mails).toEqual(['A link'])
  })

  test('a second back is nothing', async () => {
    await goTo(START.add({ seconds: 2 }))
    await goTo(START)
    expect(log).toEqual([])
  })
})
