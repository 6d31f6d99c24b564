import { randomUUID } from 'node:crypto'
import { editMe } from '#contract/account.ts'
import { deleteEntry } from '#contract/entries.ts'
import { changeRole, deactivateMember } from '#contract/members.ts'
import { addSpaceMember, createSpace, removeSpaceMember } from '#contract/spaces.ts'
import { enableWebhook, readWebhook, WEBHOOK_TYPES } from '#contract/webhooks.ts'
import { FEATURES } from '#server/features.ts'
import { followThread, postReply, postThread, undoReply } from '#contract/threads.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { codeOf } from '#server/app.test-kit.ts'
import { describe, expect, test } from 'vitest'
import { after, isSignedBy, log, settled, sign, told, WORDS, webhookSite } from './webhooks.test-kit.ts'

/** When the tries come, counted from the first. Unit: seconds. */
const SCHEDULE_S = [0, 5, 305, 2105, 9305, 27_305, 63_305, 113_705, 185_705, 272_105]

describeOnBoth('webhooks', (on) => {
  const site = webhookSite(on)

  describe('what happens is told', () => {
    test('once, signed, by ids and an address, without a word of it', async () => {
      const { secret, endpoint } = await told(site.ana, site.receiver)
      const number = await sign(site.ben, site.app.spaceId)
      await settled(site.app)
      const [got] = site.receiver.got
      expect(site.receiver.got).toHaveLength(1)
      expect(got && isSignedBy(secret, got)).toBe(true)
      expect(got?.headers).toMatchObject({ 'webhook-id': expect.stringMatching(/^msg_[\w-]{43}$/), 'content-type': 'application/json', 'user-agent': 'Longhand' })
      expect(JSON.parse(got?.text ?? '')).toEqual({
        type: 'wrap.signed', timestamp: site.app.app.platform.clock.now().toString(),
        data: { number, entryId: expect.any(String), spaceId: site.app.spaceId, byId: site.ben.id, url: `http://longhand.test/${number}` },
      })
      expect(got?.text).not.toContain('migration')
      expect(await log(site.ana, endpoint.id)).toMatchObject([{ state: 'sent', webhookId: got?.headers['webhook-id'], payload: { type: 'wrap.signed' }, attempts: [{ status: 200, answer: 'thank you', error: null }], can: ['redeliver'] }])
    })

    test('of the types that were asked for, to each endpoint by itself', async () => {
      const [first, second] = [await told(site.ana, site.receiver, { path: '/one' }), await told(site.ana, site.receiver, { path: '/two', types: ['wrap.signed', 'entry.deleted'] })]
      const number = await sign(site.ben, site.app.spaceId)
      await settled(site.app)
      await site.ben.call(deleteEntry, { number })
      await settled(site.app)
      expect(site.receiver.got.map(({ path, text }) => `${path} ${JSON.parse(text).type}`).toSorted()).toEqual(['/one wrap.signed', '/two entry.deleted', '/two wrap.signed'])
      expect(first.secret).not.toBe(second.secret)
    })

    test('only from the space that was chosen', async () => {
      const quiet = await site.privateSpace('Quiet', site.ana)
      await told(site.ana, site.receiver, { spaceId: quiet })
      await sign(site.ben, site.app.spaceId)
      await sign(site.ben, quiet)
      await settled(site.app)
      expect(site.receiver.got.map(({ text }) => JSON.parse(text).data.spaceId)).toEqual([quiet])
    })

    test('under types of the contract, and under each of them', () => {
      const types = FEATURES.flatMap((feature) => Object.values(feature.webhooks ?? {})).map((as) => typeof as === 'string' ? as : as.type)
      expect([...new Set<string>(types)].toSorted()).toEqual(Object.keys(WEBHOOK_TYPES).toSorted())
    })
  })

  describe('what its owner may not see is not told', () => {
    test('when it happens', async () => {
      const secretly = await site.privateSpace('Secretly')
      const { endpoint } = await told(site.ana, site.receiver, { types: ['wrap.signed', 'space.joined'] })
      await sign(site.ben, secretly)
      await settled(site.app)
      expect([site.receiver.got, await log(site.ana, endpoint.id)]).toEqual([[], []])
      await site.ben.call(addSpaceMember, { id: secretly, personId: site.ana.id })
      await sign(site.ben, secretly)
      await settled(site.app)
      expect(site.receiver.got.map(({ text }) => JSON.parse(text).type)).toEqual(['space.joined', 'wrap.signed'])
    })

    test('when it leaves, although they saw it when it happened', async () => {
      const team = await site.privateSpace('Team', site.ana)
      const { endpoint } = await told(site.ana, site.receiver)
      site.receiver.answers.push(503)
      await sign(site.ben, team)
      await settled(site.app)
      await site.ben.call(removeSpaceMember, { id: team, personId: site.ana.id })
      await after(site.app, { hours: 1 })
      expect(site.receiver.got).toHaveLength(1)
      expect(await log(site.ana, endpoint.id)).toMatchObject([{ state: 'dropped', lastError: 'It was taken back, or its owner may not see it any more.', payload: null, attempts: [{ status: 503, answer: null }] }])
    })

    test('when it was deleted meanwhile', async () => {
      const { endpoint } = await told(site.ana, site.receiver)
      site.receiver.answers.push(503)
      const number = await sign(site.ben, site.app.spaceId)
      await settled(site.app)
      await site.ben.call(deleteEntry, { number })
      await after(site.app, { minutes: 1 })
      expect([site.receiver.got.length, (await log(site.ana, endpoint.id))[0]?.state]).toEqual([1, 'dropped'])
    })

    test('when it was taken back before anybody was told', async () => {
      await told(site.ana, site.receiver, { types: ['thread.started', 'reply.posted'] })
      const { number } = await site.ben.call(postThread, { spaceId: site.app.spaceId, title: 'Where does the ledger stand' })
      await settled(site.app)
      expect(site.receiver.got).toEqual([])
      await after(site.app, { seconds: 11 })
      const { id } = await site.ben.call(postReply, { number, body: WORDS })
      const kept = await site.ben.call(postReply, { number, body: WORDS })
      await site.ben.call(undoReply, { id })
      await after(site.app, { seconds: 11 })
      expect(site.receiver.got.map(({ text }) => [JSON.parse(text).type, JSON.parse(text).data.replyId])).toEqual([['thread.started', undefined], ['reply.posted', kept.id]])
    })

    test('before its author can no longer take it back', async () => {
      await told(site.ana, site.receiver, { types: ['thread.started'] })
      await site.ben.call(editMe, { undoSeconds: 60 })
      await site.ben.call(postThread, { spaceId: site.app.spaceId, title: 'Where does the ledger stand' })
      await after(site.app, { seconds: 59 })
      expect(site.receiver.got).toEqual([])
      await after(site.app, { seconds: 2 })
      expect(site.receiver.got.map(({ text }) => JSON.parse(text).type)).toEqual(['thread.started'])
      await site.ben.call(editMe, { undoSeconds: 10 })
    })

    test('when it concerns the pages of one person alone', async () => {
      await told(site.ana, site.receiver, { types: ['thread.changed'] })
      const { number } = await site.ben.call(postThread, { spaceId: site.app.spaceId, title: 'Where does the ledger stand' })
      await site.ana.call(followThread, { number, follow: 'muted' })
      await after(site.app, { minutes: 1 })
      expect(site.receiver.got).toEqual([])
    })

    test('once they do not manage the workspace any more, and the endpoint is off', async () => {
      const { endpoint } = await told(site.ana, site.receiver)
      site.receiver.answers.push(503)
      await sign(site.ben, site.app.spaceId)
      await settled(site.app)
      await site.app.owner.call(changeRole, { id: site.ana.id, role: 'member' })
      await sign(site.ben, site.app.spaceId)
      await after(site.app, { minutes: 1 })
      expect(site.receiver.got).toHaveLength(1)
      expect(await site.ana.call(readWebhook, { id: endpoint.id })).toMatchObject({ state: 'disabled', because: 'owner', can: ['remove'] })
      expect(await codeOf(site.ana.call(enableWebhook, { id: endpoint.id }))).toBe('not_allowed')
    })

    test('once they have left', async () => {
      const { endpoint } = await told(site.ana, site.receiver)
      await site.app.owner.call(deactivateMember, { id: site.ana.id })
      await sign(site.ben, site.app.spaceId)
      await settled(site.app)
      expect(site.receiver.got).toEqual([])
      expect(await site.app.owner.call(readWebhook, { id: endpoint.id })).toMatchObject({ state: 'disabled', because: 'owner' })
    })
  })

  describe('an endpoint that does not take it', () => {
    if (on.newest) test('is tried ten times over three days, at moments that never vary; then it is off and its owner is told', async () => {
      const { endpoint } = await told(site.ana, site.receiver)
      site.receiver.answers.push(...SCHEDULE_S.map(() => 500))
      await sign(site.ben, site.app.spaceId)
      await settled(site.app)
      const began = site.app.app.platform.clock.now()
      await after(site.app, { hours: 24 * 4 })
      const [message] = await log(site.ana, endpoint.id)
      expect(message?.attempts.map(({ at }) => Temporal.Instant.from(at).since(began).total('seconds')).toReversed()).toEqual(SCHEDULE_S)
      expect(message).toMatchObject({ state: 'failed', lastError: 'It answered 500.' })
      expect(new Set(site.receiver.got.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
      expect(new Set(site.receiver.got.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(SCHEDULE_S.length)
      expect(await site.ana.call(readWebhook, { id: endpoint.id })).toMatchObject({ state: 'disabled', because: 'failing' })
      expect(site.app.mails.filter(({ subject }) => subject.includes('webhook'))).toMatchObject([{ subject: 'Your webhook to 127.0.0.1 was switched off', to: { name: expect.stringContaining('Ana') } }])
    })

    if (on.newest) test('is on as long as one try in three days succeeds', async () => {
      const { endpoint } = await told(site.ana, site.receiver)
      for (const day of [1, 2, 3, 4, 5]) {
        site.receiver.answers.push(...(day === 3 ? [200] : [500, 500, 500, 500]))
        await sign(site.ben, site.app.spaceId)
        await after(site.app, { hours: 24 })
      }
      expect(await site.ana.call(readWebhook, { id: endpoint.id })).toMatchObject({ state: 'active' })
    })

    test('is off at once when it answers 410, and what else waits for it does not leave', async () => {
      const { endpoint } = await told(site.ana, site.receiver)
      site.receiver.answers.push(503, 410)
      await sign(site.ben, site.app.spaceId)
      await settled(site.app)
      await sign(site.ben, site.app.spaceId)
      await settled(site.app)
      expect(await site.ana.call(readWebhook, { id: endpoint.id })).toMatchObject({ state: 'disabled', because: 'gone', sentence: expect.stringContaining('410') })
      await after(site.app, { hours: 80 })
      expect(site.receiver.got).toHaveLength(2)
      expect((await log(site.ana, endpoint.id)).map(({ state }) => state)).toEqual(['failed', 'dropped'])
      expect(site.app.mails.filter(({ subject }) => subject.includes('webhook'))).toHaveLength(1)
    })

    test.each([['reset', 'The connection broke before the answer was there.', null], [302, 'It answered 302, which leads elsewhere; give the address where it really is.', 302]] as const)('%s is a failure, with words', async (answer, error, status) => {
      const { endpoint } = await told(site.ana, site.receiver)
      site.receiver.answers.push(answer)
      await sign(site.ben, site.app.spaceId)
      await settled(site.app)
      expect(site.receiver.got.map(({ path }) => path)).toEqual(['/hook'])
      expect(await log(site.ana, endpoint.id)).toMatchObject([{ state: 'waiting', lastError: error, attempts: [{ status }] }])
    })

    test('may say anything: the first thousand bytes stand in the log', async () => {
      const { endpoint } = await told(site.ana, site.receiver)
      site.receiver.says = `<script>\u0000${'ü'.repeat(5000)}`
      await sign(site.ben, site.app.spaceId)
      await settled(site.app)
      const answer = (await log(site.ana, endpoint.id))[0]?.attempts[0]?.answer ?? ''
      expect(answer.startsWith('<script>ü')).toBe(true)
      expect(Buffer.byteLength(answer)).toBeLessThanOrEqual(1003)
    })

    test('and is silent holds up neither mails nor other endpoints', async () => {
      await told(site.ana, site.receiver, { path: '/slow' })
      await told(site.ana, site.receiver, { path: '/quick', types: ['space.created'] })
      site.receiver.answers.push('silence')
      await sign(site.ben, site.app.spaceId)
      const running = settled(site.app)
      while (site.receiver.got.length === 0) await new Promise((resume) => setTimeout(resume, 5))
      await site.privateSpace('Made meanwhile', site.ana)
      await site.ana.call(createSpace, { name: `Open ${randomUUID()}`, purpose: '', visibility: 'open', noise: 'work' })
      await site.app.asSystem((act) => act.send({ eventKey: `mail ${act.newId()}`, personId: site.ben.id, subject: 'Meanwhile', body: { text: 'x', links: [] }, reason: 'x' }))
      while (!site.app.mails.some(({ subject }) => subject === 'Meanwhile') || !site.receiver.got.some(({ path }) => path === '/quick')) await new Promise((resume) => setTimeout(resume, 5))
      expect(site.receiver.got.filter(({ path }) => path === '/slow')).toHaveLength(1)
      site.receiver.hangUp()
      await running
    })
  })
})
