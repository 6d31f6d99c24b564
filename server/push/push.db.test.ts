import { randomUUID } from 'node:crypto'
import { editMe, signOut } from '#contract/account.ts'
import { endOtherSessions } from '#contract/access.ts'
import { postAsk } from '#contract/asks.ts'
import { deactivateMember } from '#contract/members.ts'
import { listOutbox } from '#contract/outbox.ts'
import { readPush, subscribePush, testPush, unsubscribePush } from '#contract/push.ts'
import { startReceiver, type Receiver } from '#server/platform/channels/receiver.test-kit.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { newDelivery } from '#server/platform/channels/outbox.ts'
import { vapidKeys } from '#server/platform/instance.ts'
import { codeOf, startTestApp, type TestApp, type TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pushTo } from './public.ts'
import { testDevice, type TestDevice } from './device.test-kit.ts'

describeOnNewest('web push', (on) => {
  let app: TestApp
  let service: Receiver
  let ana: TestPerson
  let device: TestDevice
  beforeAll(async () => {
    service = await startReceiver()
    app = await startTestApp(on, { outboundAllow: [service.host] })
  })
  afterAll(async () => {
    await app.stop()
    await service.stop()
  })
  beforeEach(async () => {
    ana = await app.person(`Ana ${randomUUID()}`)
    device = testDevice()
    service.got.length = 0
    service.answers.length = 0
  })
  let asked = 0
  const on1 = (person = ana, which = device, path = `/d/${asked += 1}`) => person.call(subscribePush, which.subscription(`${service.url}${path}`))
  const tell = (eventKey: string, person = ana) => app.asSystem((act) => pushTo(act, { eventKey, personId: person.id, body: 'Three things wait for you.', url: '/inbox' }))
  const settled = () => app.app.worker.runDue()
  const after = (by: Temporal.DurationLike) => app.advanceTo(app.app.platform.clock.now().add(by).toString())
  const states = async (person = ana) => (await app.owner.call(listOutbox, { channel: 'push', limit: 200 })).items.filter(({ personId }) => personId === person.id).map(({ state, lastError }) => [state, lastError])

  describe('a device', () => {
    test('is told that something waits, encrypted for it alone, and nothing of what it is', async () => {
      await on1()
      expect(await tell('batch 1')).toBe(1)
      await settled()
      expect(service.got).toHaveLength(1)
      const [got] = service.got
      const body = got?.body ?? Buffer.alloc(0)
      expect(device.read(body)).toEqual({ title: 'Longhand', body: 'Three things wait for you.', url: 'http://longhand.test/inbox', tag: 'longhand' })
      expect(() => testDevice().read(body)).toThrow('unable to authenticate')
      expect(got?.headers).toMatchObject({ ttl: '43200', urgency: 'normal', 'content-encoding': 'aes128gcm', authorization: expect.stringMatching(/^vapid t=[\w-]+\.[\w-]+\.[\w-]+, k=[\w-]{87}$/), topic: expect.stringMatching(/^[\w-]{32}$/) })
      expect(body.toString('latin1')).not.toContain('Three things')
    })

    test('is told of each cause once, and each of several devices is told', async () => {
      await on1()
      const second = testDevice()
      await on1(ana, second)
      expect(await Promise.all([tell('batch 2'), tell('batch 2')])).toEqual([2, 2])
      await tell('batch 2')
      await settled()
      expect(service.got).toHaveLength(2)
      expect(await tell('batch 2', await app.person('Nobody Listens'))).toBe(0)
    })

    test('proves by the same key after a restart', async () => {
      const { publicKey } = await ana.call(readPush, {})
      expect(publicKey).toMatch(/^[\w-]{87}$/)
      expect((await vapidKeys(on.db)).publicKey).toBe(publicKey)
    })

    test('is told how much came, in its reader’s language, where it is asks', async () => {
      await ana.call(editMe, { locale: 'de-DE' })
      await on1()
      for (const title of ['Which?', 'Which other?']) {
        await app.owner.call(postAsk, { spaceId: app.spaceId, title, body: 'The old one?', kind: 'answer', to: ana.id, dueAt: app.app.platform.clock.now().add({ hours: 96 }).toString() })
      }
      await after({ hours: 24 })
      expect(service.got.map(({ body }) => device.read(body))).toMatchObject([{ body: '2 Dinge für dich.', url: 'http://longhand.test/inbox' }])
    })

    test('can be tried, and says so in the language of whose device it is', async () => {
      const { id } = await on1()
      await ana.call(testPush, { id })
      await settled()
      expect(device.read(service.got[0]?.body ?? Buffer.alloc(0))).toMatchObject({ body: 'Messages arrive on this device.' })
      await ana.call(editMe, { locale: 'de-AT' })
      await ana.call(testPush, { id })
      await settled()
      expect(device.read(service.got[1]?.body ?? Buffer.alloc(0))).toMatchObject({ body: 'Mitteilungen kommen auf diesem Gerät an.' })
    })
  })

  describe('nothing goes', () => {
    test.each<[string, (person: TestPerson) => Promise<unknown>]>([
      ['where somebody signed out', (person) => person.call(signOut, {})],
      ['where others signed them out', async (person) => (await app.sessionOf(person.id)).call(endOtherSessions, {})],
      ['to somebody who left', (person) => app.owner.call(deactivateMember, { id: person.id })],
    ])('%s, also when it waited already', async (_where, ends) => {
      await on1()
      service.answers.push(503)
      await tell('waits')
      await settled()
      await ends(ana)
      await after({ minutes: 5 })
      expect(service.got).toHaveLength(1)
      expect(await tell('later')).toBe(0)
      expect((await states())[0]?.[0]).toBe('dropped')
    })

    test('once a session is over by itself', async () => {
      await on1()
      await on.db.updateTable('credential').set({ expires_at: app.app.platform.clock.now().add({ hours: 1 }) }).where('person_id', '=', ana.id).execute()
      service.answers.push(503, 503, 503, 503)
      await tell('waits')
      await after({ hours: 3 })
      expect([service.got.length, (await states())[0]]).toEqual([4, ['dropped', 'Its person signed out there.']])
    })

    test('to a device that was switched off', async () => {
      const { id } = await on1()
      await ana.call(unsubscribePush, { id })
      expect([await tell('x'), (await ana.call(readPush, {})).devices]).toEqual([0, []])
      const ben = await app.person('Ben Other')
      const theirs = await on1(ben)
      expect([await codeOf(ana.call(unsubscribePush, { id: theirs.id })), await codeOf(ana.call(testPush, { id: theirs.id }))]).toEqual(['not_found', 'not_found'])
    })

    test('of the one before to somebody who uses the same browser now', async () => {
      await on1(ana, device, '/shared')
      service.answers.push(503)
      await tell('for Ana')
      await settled()
      const ben = await app.person('Ben Next')
      await on1(ben, testDevice(), '/shared')
      await after({ minutes: 5 })
      expect([service.got.length, (await states())[0]?.[0], (await ana.call(readPush, {})).devices, (await ben.call(readPush, {})).devices.length]).toEqual([1, 'dropped', [], 1])
    })

    test.each(['http://example.com/x', 'https://127.0.0.1/x', 'https://10.0.0.1/x', 'https://[::1]/x', 'https://localhost/x', 'push'])('to an address that is not called: %s', async (endpoint) => {
      expect(await codeOf(ana.call(subscribePush, device.subscription(endpoint)))).toBe('bad_input')
    })
  })

  describe('a device that is not reached', () => {
    test.each([404, 410])('is forgotten when its service answers %i', async (status) => {
      await on1()
      service.answers.push(status)
      await tell('x')
      await settled()
      expect([(await ana.call(readPush, {})).devices, await states()]).toEqual([[], [['dropped', 'The browser does not take messages any more.']]])
    })

    test('says since when, until it is reached again', async () => {
      const { id } = await on1()
      const began = app.app.platform.clock.now().toString()
      service.answers.push(500, 500)
      await tell('x')
      await settled()
      await after({ seconds: 20 })
      expect((await ana.call(readPush, {})).devices).toMatchObject([{ id, failingSince: began, lastError: 'The browser’s service answered 500.', reachedAt: null }])
      await after({ minutes: 2 })
      expect((await ana.call(readPush, {})).devices).toMatchObject([{ failingSince: null, lastError: null, reachedAt: expect.any(String) }])
      expect(service.got).toHaveLength(3)
    })

    test('is given up for this message after a few hours', async () => {
      await on1()
      service.answers.push(500, 500, 500, 500, 500)
      await tell('x')
      await after({ hours: 24 })
      expect([service.got.length, await states()]).toEqual([5, [['failed', 'The browser’s service answered 500.']]])
    })
  })

  test('what a device was told leaves the outbox after thirty days; what still waits stays', async () => {
    const { id } = await on1()
    const told = (eventKey: string, days: number, at?: Temporal.Instant) => app.asSystem((act) => newDelivery(act.tx, { workspaceId: app.workspaceId, now: act.now.subtract({ hours: days * 24 }), delivery: {
      channel: 'push', targetId: id, eventKey, personId: ana.id, subject: 'Longhand', body: { title: 'Longhand', body: 'Something waits.', url: 'http://longhand.test/', tag: 'x' }, reason: '', ...(at && { at }),
    } }))
    await told('old', 31)
    await told('old, and not sent yet', 31, app.app.platform.clock.now().add({ hours: 1000 }))
    await told('of this month', 28)
    await settled()
    await after({ hours: 25 })
    const kept = await on.db.selectFrom('delivery').select(['event_key', 'state']).where('person_id', '=', ana.id).where('channel', '=', 'push').orderBy('event_key').execute()
    expect(kept.map((row) => [row.event_key.replace(/ to .*/, ''), row.state])).toEqual([['of this month', 'sent'], ['old, and not sent yet', 'waiting']])
  })

  test('secrets of a device stand in no answer', async () => {
    const given = device.subscription(`${service.url}/very-secret`)
    await ana.call(subscribePush, given)
    const answers = JSON.stringify([await ana.call(readPush, {}), await app.owner.call(listOutbox, {})])
    for (const secret of ['very-secret', given.keys.auth, given.keys.p256dh]) expect(answers).not.toContain(secret)
  })

  test('one person has twenty devices at most', async () => {
    for (let made = 0; made < 20; made += 1) await on1()
    expect(await codeOf(on1())).toBe('conflict')
  })
})
