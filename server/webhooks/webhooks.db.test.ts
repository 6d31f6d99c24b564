import { randomUUID } from 'node:crypto'
import { deleteEntry } from '#contract/entries.ts'
import { changeRole, deactivateMember } from '#contract/members.ts'
import { listOutbox } from '#contract/outbox.ts'
import { addSpaceMember, createSpace, removeSpaceMember } from '#contract/spaces.ts'
import { addWebhook, disableWebhook, editWebhook, enableWebhook, listWebhooks, readWebhook, redeliverWebhook, removeWebhook, renewWebhookSecret, testWebhook, WEBHOOK_TYPES } from '#contract/webhooks.ts'
import { FEATURES } from '#server/features.ts'
import { followThread, postReply, postThread, undoReply } from '#contract/threads.ts'
import { startReceiver, type Receiver } from '#server/platform/channels/test-receiver.ts'
import { describeOnBoth } from '#server/platform/db/test-db.ts'
import { codeOf, startTestApp, type TestApp, type TestPerson } from '#server/test-app.ts'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { after, isSignedBy, log, settled, sign, told, WORDS } from './test-webhooks.ts'

/** When the tries come, counted from the first. Unit: seconds. */
const SCHEDULE_S = [0, 5, 305, 2105, 9305, 27_305, 63_305, 113_705, 185_705, 272_105]

describeOnBoth('webhooks', (on) => {
  let app: TestApp
  let receiver: Receiver
  let ana: TestPerson
  let ben: TestPerson
  beforeAll(async () => {
    receiver = await startReceiver()
    app = await startTestApp(on, { outboundAllow: [receiver.host] })
    ben = await app.person('Ben Writer')
  })
  afterAll(async () => {
    await app.stop()
    await receiver.stop()
  })
  beforeEach(async () => { ana = await app.person(`Ana ${randomUUID()}`, { role: 'admin' }) })
  afterEach(async () => {
    const { endpoints } = await app.owner.call(listWebhooks, {})
    for (const { id } of endpoints) await app.owner.call(removeWebhook, { id })
    await settled(app)
    receiver.got.length = 0
    receiver.answers.length = 0
    receiver.says = 'thank you'
    app.mails.length = 0
  })
  const privateSpace = async (name: string, ...members: TestPerson[]) => {
    const { id } = await ben.call(createSpace, { name: `${name} ${randomUUID()}`, purpose: '', visibility: 'private', noise: 'work' })
    for (const member of members) await ben.call(addSpaceMember, { id, personId: member.id })
    return id
  }

  describe('what happens is told', () => {
    test('once, signed, by ids and an address, without a word of it', async () => {
      const { secret, endpoint } = await told(ana, receiver)
      const number = await sign(ben, app.spaceId)
      await settled(app)
      const [got] = receiver.got
      expect(receiver.got).toHaveLength(1)
      expect(got && isSignedBy(secret, got)).toBe(true)
      expect(got?.headers).toMatchObject({ 'webhook-id': expect.stringMatching(/^msg_[\w-]{43}$/), 'content-type': 'application/json', 'user-agent': 'Longhand' })
      expect(JSON.parse(got?.text ?? '')).toEqual({
        type: 'wrap.signed', timestamp: app.app.platform.clock.now().toString(),
        data: { number, entryId: expect.any(String), spaceId: app.spaceId, byId: ben.id, url: `http://longhand.test/${number}` },
      })
      expect(got?.text).not.toContain('migration')
      expect(await log(ana, endpoint.id)).toMatchObject([{ state: 'sent', webhookId: got?.headers['webhook-id'], payload: { type: 'wrap.signed' }, attempts: [{ status: 200, answer: 'thank you', error: null }], can: ['redeliver'] }])
    })

    test('of the types that were asked for, to each endpoint by itself', async () => {
      const [first, second] = [await told(ana, receiver, { path: '/one' }), await told(ana, receiver, { path: '/two', types: ['wrap.signed', 'entry.deleted'] })]
      const number = await sign(ben, app.spaceId)
      await settled(app)
      await ben.call(deleteEntry, { number })
      await settled(app)
      expect(receiver.got.map(({ path, text }) => `${path} ${JSON.parse(text).type}`).toSorted()).toEqual(['/one wrap.signed', '/two entry.deleted', '/two wrap.signed'])
      expect(first.secret).not.toBe(second.secret)
    })

    test('only from the space that was chosen', async () => {
      const quiet = await privateSpace('Quiet', ana)
      await told(ana, receiver, { spaceId: quiet })
      await sign(ben, app.spaceId)
      await sign(ben, quiet)
      await settled(app)
      expect(receiver.got.map(({ text }) => JSON.parse(text).data.spaceId)).toEqual([quiet])
    })

    test('under types of the contract, and under each of them', () => {
      const types = FEATURES.flatMap((feature) => Object.values(feature.webhooks ?? {})).map((as) => typeof as === 'string' ? as : as.type)
      expect([...new Set<string>(types)].toSorted()).toEqual(Object.keys(WEBHOOK_TYPES).toSorted())
    })
  })

  describe('what its owner may not see is not told', () => {
    test('when it happens', async () => {
      const secretly = await privateSpace('Secretly')
      const { endpoint } = await told(ana, receiver, { types: ['wrap.signed', 'space.joined'] })
      await sign(ben, secretly)
      await settled(app)
      expect([receiver.got, await log(ana, endpoint.id)]).toEqual([[], []])
      await ben.call(addSpaceMember, { id: secretly, personId: ana.id })
      await sign(ben, secretly)
      await settled(app)
      expect(receiver.got.map(({ text }) => JSON.parse(text).type)).toEqual(['space.joined', 'wrap.signed'])
    })

    test('when it leaves, although they saw it when it happened', async () => {
      const team = await privateSpace('Team', ana)
      const { endpoint } = await told(ana, receiver)
      receiver.answers.push(503)
      await sign(ben, team)
      await settled(app)
      await ben.call(removeSpaceMember, { id: team, personId: ana.id })
      await after(app, { hours: 1 })
      expect(receiver.got).toHaveLength(1)
      expect(await log(ana, endpoint.id)).toMatchObject([{ state: 'dropped', lastError: 'It was taken back, or its owner may not see it any more.', payload: null, attempts: [{ status: 503, answer: null }] }])
    })

    test('when it was deleted meanwhile', async () => {
      const { endpoint } = await told(ana, receiver)
      receiver.answers.push(503)
      const number = await sign(ben, app.spaceId)
      await settled(app)
      await ben.call(deleteEntry, { number })
      await after(app, { minutes: 1 })
      expect([receiver.got.length, (await log(ana, endpoint.id))[0]?.state]).toEqual([1, 'dropped'])
    })

    test('when it was taken back before anybody was told', async () => {
      await told(ana, receiver, { types: ['thread.started', 'reply.posted'] })
      const { number } = await ben.call(postThread, { spaceId: app.spaceId, title: 'Where does the ledger stand' })
      await settled(app)
      expect(receiver.got).toEqual([])
      await after(app, { seconds: 11 })
      const { id } = await ben.call(postReply, { number, body: WORDS })
      const kept = await ben.call(postReply, { number, body: WORDS })
      await ben.call(undoReply, { id })
      await after(app, { seconds: 11 })
      expect(receiver.got.map(({ text }) => [JSON.parse(text).type, JSON.parse(text).data.replyId])).toEqual([['thread.started', undefined], ['reply.posted', kept.id]])
    })

    test('when it concerns the pages of one person alone', async () => {
      await told(ana, receiver, { types: ['thread.changed'] })
      const { number } = await ben.call(postThread, { spaceId: app.spaceId, title: 'Where does the ledger stand' })
      await ana.call(followThread, { number, follow: 'muted' })
      await after(app, { minutes: 1 })
      expect(receiver.got).toEqual([])
    })

    test('once they do not manage the workspace any more, and the endpoint is off', async () => {
      const { endpoint } = await told(ana, receiver)
      receiver.answers.push(503)
      await sign(ben, app.spaceId)
      await settled(app)
      await app.owner.call(changeRole, { id: ana.id, role: 'member' })
      await sign(ben, app.spaceId)
      await after(app, { minutes: 1 })
      expect(receiver.got).toHaveLength(1)
      expect(await ana.call(readWebhook, { id: endpoint.id })).toMatchObject({ state: 'disabled', because: 'owner', can: ['remove'] })
      expect(await codeOf(ana.call(enableWebhook, { id: endpoint.id }))).toBe('not_allowed')
    })

    test('once they have left', async () => {
      const { endpoint } = await told(ana, receiver)
      await app.owner.call(deactivateMember, { id: ana.id })
      await sign(ben, app.spaceId)
      await settled(app)
      expect(receiver.got).toEqual([])
      expect(await app.owner.call(readWebhook, { id: endpoint.id })).toMatchObject({ state: 'disabled', because: 'owner' })
    })
  })

  describe('an endpoint that does not take it', () => {
    if (on.newest) test('is tried ten times over three days, at moments that never vary; then it is off and its owner is told', async () => {
      const { endpoint } = await told(ana, receiver)
      receiver.answers.push(...SCHEDULE_S.map(() => 500))
      await sign(ben, app.spaceId)
      await settled(app)
      const began = app.app.platform.clock.now()
      await after(app, { hours: 24 * 4 })
      const [message] = await log(ana, endpoint.id)
      expect(message?.attempts.map(({ at }) => Temporal.Instant.from(at).since(began).total('seconds')).toReversed()).toEqual(SCHEDULE_S)
      expect(message).toMatchObject({ state: 'failed', lastError: 'It answered 500.' })
      expect(new Set(receiver.got.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
      expect(new Set(receiver.got.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(SCHEDULE_S.length)
      expect(await ana.call(readWebhook, { id: endpoint.id })).toMatchObject({ state: 'disabled', because: 'failing' })
      expect(app.mails.filter(({ subject }) => subject.includes('webhook'))).toMatchObject([{ subject: 'Your webhook to 127.0.0.1 was switched off', to: { name: expect.stringContaining('Ana') } }])
    })

    if (on.newest) test('is on as long as one try in three days succeeds', async () => {
      const { endpoint } = await told(ana, receiver)
      for (const day of [1, 2, 3, 4, 5]) {
        receiver.answers.push(...(day === 3 ? [200] : [500, 500, 500, 500]))
        await sign(ben, app.spaceId)
        await after(app, { hours: 24 })
      }
      expect(await ana.call(readWebhook, { id: endpoint.id })).toMatchObject({ state: 'active' })
    })

    test('is off at once when it answers 410, and what else waits for it does not leave', async () => {
      const { endpoint } = await told(ana, receiver)
      receiver.answers.push(503, 410)
      await sign(ben, app.spaceId)
      await settled(app)
      await sign(ben, app.spaceId)
      await settled(app)
      expect(await ana.call(readWebhook, { id: endpoint.id })).toMatchObject({ state: 'disabled', because: 'gone', sentence: expect.stringContaining('410') })
      await after(app, { hours: 80 })
      expect(receiver.got).toHaveLength(2)
      expect((await log(ana, endpoint.id)).map(({ state }) => state)).toEqual(['failed', 'dropped'])
      expect(app.mails.filter(({ subject }) => subject.includes('webhook'))).toHaveLength(1)
    })

    test.each([['reset', 'The connection broke before the answer was there.', null], [302, 'It answered 302, which leads elsewhere; give the address where it really is.', 302]] as const)('%s is a failure, with words', async (answer, error, status) => {
      const { endpoint } = await told(ana, receiver)
      receiver.answers.push(answer)
      await sign(ben, app.spaceId)
      await settled(app)
      expect(receiver.got.map(({ path }) => path)).toEqual(['/hook'])
      expect(await log(ana, endpoint.id)).toMatchObject([{ state: 'waiting', lastError: error, attempts: [{ status }] }])
    })

    test('may say anything: the first thousand bytes stand in the log', async () => {
      const { endpoint } = await told(ana, receiver)
      receiver.says = `<script>\u0000${'ü'.repeat(5000)}`
      await sign(ben, app.spaceId)
      await settled(app)
      const answer = (await log(ana, endpoint.id))[0]?.attempts[0]?.answer ?? ''
      expect(answer.startsWith('<script>ü')).toBe(true)
      expect(Buffer.byteLength(answer)).toBeLessThanOrEqual(1003)
    })

    test('and is silent holds up neither mails nor other endpoints', async () => {
      await told(ana, receiver, { path: '/slow' })
      await told(ana, receiver, { path: '/quick', types: ['space.created'] })
      receiver.answers.push('silence')
      await sign(ben, app.spaceId)
      const running = settled(app)
      while (receiver.got.length === 0) await new Promise((resume) => setTimeout(resume, 5))
      await privateSpace('Made meanwhile', ana)
      await ana.call(createSpace, { name: `Open ${randomUUID()}`, purpose: '', visibility: 'open', noise: 'work' })
      await app.asSystem((act) => act.send({ eventKey: `mail ${act.newId()}`, personId: ben.id, subject: 'Meanwhile', body: { text: 'x', links: [] }, reason: 'x' }))
      while (!app.mails.some(({ subject }) => subject === 'Meanwhile') || !receiver.got.some(({ path }) => path === '/quick')) await new Promise((resume) => setTimeout(resume, 5))
      expect(receiver.got.filter(({ path }) => path === '/slow')).toHaveLength(1)
      receiver.hangUp()
      await running
    })
  })

  describe('the log', () => {
    test('sends a message again under the same id, whether it arrived or not', async () => {
      const { endpoint } = await told(ana, receiver)
      await sign(ben, app.spaceId)
      await settled(app)
      const [{ id: deliveryId } = { id: '' }] = await log(ana, endpoint.id)
      receiver.answers.push(500)
      await ana.call(redeliverWebhook, { id: endpoint.id, deliveryId })
      await settled(app)
      expect(await log(ana, endpoint.id)).toMatchObject([{ state: 'waiting', attempts: [{ status: 500 }, { status: 200 }] }])
      await ana.call(redeliverWebhook, { id: endpoint.id, deliveryId })
      await settled(app)
      expect(await log(ana, endpoint.id)).toMatchObject([{ state: 'sent', attempts: [{ status: 200 }, { status: 500 }, { status: 200 }] }])
      expect(new Set(receiver.got.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
      await ana.call(disableWebhook, { id: endpoint.id })
      expect(await codeOf(ana.call(redeliverWebhook, { id: endpoint.id, deliveryId }))).toBe('conflict')
    })

    test('of somebody else is open to admins, but not what they do not see', async () => {
      const team = await privateSpace('Team', ana)
      const { endpoint } = await told(ana, receiver)
      receiver.says = WORDS
      const [hidden, open] = [await sign(ben, team), await sign(ben, app.spaceId)]
      await settled(app)
      expect((await log(ana, endpoint.id)).map(({ payload }) => payload?.data['number'])).toEqual([open, hidden])
      const theirs = await log(app.owner, endpoint.id)
      expect(theirs.map(({ payload, attempts }) => [payload?.data['number'], attempts[0]?.answer])).toEqual([[open, WORDS], [undefined, null]])
      expect(await app.owner.call(readWebhook, { id: endpoint.id })).toMatchObject({ url: null, host: receiver.host, can: ['disable', 'remove'] })
      expect(await codeOf(app.owner.call(editWebhook, { id: endpoint.id, url: 'https://example.com/' }))).toBe('not_allowed')
      expect(await codeOf(ben.call(readWebhook, { id: endpoint.id }))).toBe('not_found')
    })

    if (on.newest) test('goes back thirty days', async () => {
      const { endpoint } = await told(ana, receiver)
      await sign(ben, app.spaceId)
      await after(app, { hours: 24 * 31 })
      expect(await log(ana, endpoint.id)).toEqual([])
      expect(await on.db.selectFrom('webhook_attempt').select('id').where('endpoint_id', '=', endpoint.id).execute()).toEqual([])
      expect(await on.db.selectFrom('delivery').select('id').where('target_id', '=', endpoint.id).execute()).toEqual([])
    })

    test('stands in the outbox too, without what it says', async () => {
      await told(ana, receiver)
      receiver.answers.push(503)
      await sign(ben, app.spaceId)
      await settled(app)
      const [row] = (await app.owner.call(listOutbox, { channel: 'webhook', state: 'waiting' })).items
      expect(row).toMatchObject({ channel: 'webhook', subject: 'Webhook to 127.0.0.1', lastError: 'It answered 503.', content: null, can: [] })
    })
  })

  describe('the secret', () => {
    test('is shown once and kept nowhere', async () => {
      const { secret, endpoint } = await told(ana, receiver)
      await sign(ben, app.spaceId)
      await settled(app)
      const answers = JSON.stringify([await ana.call(listWebhooks, {}), await ana.call(readWebhook, { id: endpoint.id }), await log(ana, endpoint.id), await app.owner.call(listOutbox, {})])
      const { rows } = await on.pool.query<{ name: string }>("select table_name as name from information_schema.tables where table_schema = 'public'")
      const dump = (await Promise.all(rows.map(({ name }) => on.pool.query(`select * from "${name}"`)))).map((table) => JSON.stringify(table.rows)).join('')
      for (const form of [secret, secret.slice('whsec_'.length), Buffer.from(secret.slice('whsec_'.length), 'base64').toString('hex')]) {
        expect(answers).not.toContain(form)
        expect(dump).not.toContain(form)
      }
    })

    test('can be changed: for a day both sign', async () => {
      const { secret: old, endpoint } = await told(ana, receiver)
      const { secret: fresh } = await ana.call(renewWebhookSecret, { id: endpoint.id })
      expect(fresh).not.toBe(old)
      await ana.call(testWebhook, { id: endpoint.id })
      await settled(app)
      await after(app, { hours: 25 })
      await ana.call(testWebhook, { id: endpoint.id })
      await settled(app)
      expect(receiver.got.map((got) => [isSignedBy(old, got), isSignedBy(fresh, got)])).toEqual([[true, true], [false, true]])
      expect(JSON.parse(receiver.got[0]?.text ?? '')).toMatchObject({ type: 'webhook.test', data: { endpointId: endpoint.id } })
    })

    test('signs nothing once the endpoint is removed or off', async () => {
      const { endpoint } = await told(ana, receiver)
      receiver.answers.push(503)
      await sign(ben, app.spaceId)
      await settled(app)
      await ana.call(removeWebhook, { id: endpoint.id })
      await after(app, { hours: 1 })
      expect(receiver.got).toHaveLength(1)
      expect(await codeOf(ana.call(readWebhook, { id: endpoint.id }))).toBe('not_found')
    })
  })

  describe('an address', () => {
    test.each(['http://example.com/', 'https://127.0.0.1/', 'https://169.254.169.254/latest', 'https://localhost/', 'https://[::1]/', 'https://ana:secret@example.com/', 'https://2130706433/', 'ftp://example.com/', 'example.com', 'https://printer.local/'])('that is not called is not taken: %s', async (url) => {
      expect(await codeOf(ana.call(addWebhook, { url, types: ['wrap.signed'] }))).toBe('bad_input')
      const { endpoint } = await told(ana, receiver)
      expect(await codeOf(ana.call(editWebhook, { id: endpoint.id, url }))).toBe('bad_input')
    })

    test('can be changed, and what it is told of', async () => {
      const { endpoint } = await told(ana, receiver)
      expect(await ana.call(editWebhook, { id: endpoint.id, url: `${receiver.url}/new`, types: ['space.created'], spaceId: null })).toMatchObject({ url: `${receiver.url}/new`, types: ['space.created'] })
      await sign(ben, app.spaceId)
      await settled(app)
      expect(receiver.got).toEqual([])
    })

    test('there are twenty at most', async () => {
      for (let made = 0; made < 20; made += 1) await told(ana, receiver)
      expect(await codeOf(told(ana, receiver))).toBe('conflict')
    })
  })
})
