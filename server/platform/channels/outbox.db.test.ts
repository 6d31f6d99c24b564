import { createServer } from 'node:net'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { silence, START, testPlatform, type TestPlatform } from '../platform.test-kit.ts'
import type { NewMessage } from './outbox.ts'
import { setWish, unsubscribeToken } from './unsubscribe.ts'
import { startWorker, type Worker } from '../jobs/worker.ts'
import { mailChannel } from './mail-channel.ts'
import { smtpSender, type MailSender } from './mail.ts'
import { closedPort, listening, startMailServer, type MailServer } from './smtp.test-kit.ts'

/** As often as a message is tried before it is given up. */
const TRIES = 12
const FROM = 'Longhand <longhand@example.com>'

describeOnBoth('the outbox', (on) => {
  let platform: TestPlatform
  let mailServer: MailServer
  let ben = ''
  beforeAll(async () => {
    mailServer = await startMailServer()
    await on.db.insertInto('instance').values({ created_at: START, development_clock: START, secret: Buffer.alloc(32, 7), webhook_secret: Buffer.alloc(32, 7) }).onConflict((row) => row.doNothing()).execute()
  })
  afterAll(() => mailServer.stop())
  beforeEach(async () => {
    platform = await testPlatform(on.url)
    ben = await platform.person({ name: 'Ben Reader', email: 'ben@example.com' })
    mailServer.received.length = 0
    return async () => {
      await on.db.deleteFrom('delivery').execute()
      await platform.close()
    }
  })

  const put = (eventKey: string, personId = ben, subject = 'A baton for you') => platform.asSystem((act) => act.send({
    eventKey, personId, subject, body: { text: 'Take the release.\n\nIt is cut.', links: [{ label: 'Accept', url: 'http://longhand.test/b/1' }] }, reason: 'It was handed to you.',
  }))
  const deliveries = () => on.db.selectFrom('delivery').select(['state', 'attempts', 'last_error', 'message_id', 'settled_at']).where('workspace_id', '=', platform.workspaceId).execute()
  const smtp = (url = mailServer.url) => smtpSender({ url, from: FROM })
  /** Looks once at the moment where the clock stands. */
  const look = async (sender: MailSender | null, { afterSeconds = 0 } = {}) => {
    platform.clock.moveTo(platform.clock.now().add({ seconds: afterSeconds }))
    const worker: Worker = startWorker(platform, silence, { mail: mailChannel(sender) })
    await worker.runDue()
    await worker.stop()
  }

  describe('what is put in', () => {
    test('is kept once for each event and person, however many processes hear of it', async () => {
      const anna = await platform.person()
      const written = await Promise.all(Array.from({ length: 12 }, () => put('baton 1 offered')))
      expect(written.filter(Boolean)).toHaveLength(1)
      expect(await put('baton 1 offered', anna)).toBe(true)
      expect(await put('baton 1 answered')).toBe(true)
      const ids = (await deliveries()).map((delivery) => delivery.message_id)
      expect(new Set(ids).size).toBe(3)
    })

    test('is gone with the transaction that caused it', async () => {
      await expect(platform.asSystem(async (act) => {
        await act.send({ eventKey: 'never', personId: ben, subject: 'Never', body: { text: '', links: [] }, reason: '' })
        throw new Error('rolled back')
      })).rejects.toThrow('rolled back')
      expect(await deliveries()).toEqual([])
    })

    test('waits for its moment', async () => {
      await platform.asSystem((act) => act.send({ eventKey: 'later', personId: ben, subject: 'Later', body: { text: '', links: [] }, reason: '', at: act.now.add({ hours: 1 }) }))
      await look(smtp())
      expect(await deliveries()).toMatchObject([{ state: 'waiting', attempts: 0 }])
      await look(smtp(), { afterSeconds: 3600 })
      expect(await deliveries()).toMatchObject([{ state: 'sent' }])
    })
  })

  describe('by SMTP', () => {
    test('a mail arrives with its words, its reason and a Message-ID of its own, and says that no person wrote it', async () => {
      await put('baton 1 offered')
      await look(smtp())
      const [{ to, mail } = { to: [], mail: undefined }] = mailServer.received
      const [kept] = await deliveries()
      expect(kept).toMatchObject({ state: 'sent', attempts: 1, last_error: null })
      expect({ to, id: mail?.messageId, subject: mail?.subject, name: mail?.to?.[0]?.name }).toEqual({ to: ['ben@example.com'], id: kept?.message_id, subject: 'A baton for you', name: 'Ben Reader' })
      expect(mail?.headers.find((header) => header.key === 'auto-submitted')?.value).toBe('auto-generated')
      for (const words of ['Take the release.', 'http://longhand.test/b/1', 'It was handed to you.', 'http://longhand.test/settings']) {
        expect(mail?.text).toContain(words)
        expect(mail?.html).toContain(words)
      }
    })

    test('nobody listens: the mail waits, and leaves once somebody does', async () => {
      await put('baton 1 offered')
      await look(smtp(`smtp://127.0.0.1:${await closedPort()}`))
      expect(await deliveries()).toMatchObject([{ state: 'waiting', attempts: 1, last_error: expect.stringContaining('ECONNREFUSED') }])
      await look(smtp(), { afterSeconds: 30 })
      expect(await deliveries()).toMatchObject([{ state: 'sent', attempts: 2, last_error: null }])
      expect(mailServer.received).toHaveLength(1)
    })

    test.each([
      ['is cut off in the middle of its answer', 'reset'],
      ['is told to come back later', '451'],
      ['is refused', '550'],
    ] as const)('a mail that %s is sent again under the same Message-ID', async (_how, answer) => {
      await put('baton 1 offered')
      mailServer.answers.push(answer, answer)
      await look(smtp())
      await look(smtp(), { afterSeconds: 30 })
      expect(await deliveries()).toMatchObject([{ state: 'waiting', attempts: 2, last_error: expect.stringMatching(/./) }])
      await look(smtp(), { afterSeconds: 60 })
      const [kept] = await deliveries()
      expect(kept).toMatchObject({ state: 'sent', attempts: 3 })
      expect(mailServer.received.map(({ mail }) => mail.messageId)).toEqual([kept?.message_id])
    })

    test('a server that is silent is given up for this time', async () => {
      const silent = createServer(() => undefined)
      const port = await listening(silent)
      await put('baton 1 offered')
      await look(smtp(`smtp://127.0.0.1:${port}?greetingTimeout=200`))
      expect(await deliveries()).toMatchObject([{ state: 'waiting', attempts: 1 }])
      silent.close()
    })

    test(`after ${TRIES} tries it is given up, says why, and is tried no more`, async () => {
      await put('baton 1 offered')
      const broken: MailSender = async () => { throw new Error('mailbox full') }
      for (let tries = 0; tries < TRIES + 3; tries += 1) await look(broken, { afterSeconds: 14_400 })
      expect(await deliveries()).toMatchObject([{ state: 'failed', attempts: TRIES, last_error: 'mailbox full', settled_at: expect.anything() }])
    })
  })

  describe('manners', () => {
    const putWith = (more: Partial<NewMessage>) => platform.asSystem((act) => act.send({
      eventKey: act.newId(), personId: ben, subject: 'A baton for you', body: { text: 'Take the release.', links: [{ label: 'Accept', url: 'http://longhand.test/b/1' }] }, reason: 'It was handed to you.', ...more,
    }))
    const headersOf = (index: number) => new Map(mailServer.received[index]?.mail.headers.map(({ key, value }) => [key, value]))
    const subject = { kind: 'baton', id: '01957c4e-7e00-7abc-bdef-0123456789ab' }

    test('a mail that can be answered says where and how, at an address that stays the same for the same thing', async () => {
      await putWith({ replyTo: { ...subject, how: 'Reply with “accept”.' } })
      await putWith({ replyTo: subject })
      await putWith({ replyTo: { ...subject, id: ben } })
      await look(smtp())
      const [first, second, third] = mailServer.received.map(({ mail }) => mail.replyTo?.[0]?.address)
      expect(first).toMatch(/^reply\+[0-9a-v]{57}@ws\.example$/)
      expect([second === first, third === first]).toEqual([true, false])
      expect(mailServer.received.map(({ mail }) => mail.text?.includes('Reply with “accept”.'))).toEqual([true, false, false])
    })

    test('mails of one conversation answer one Message-ID that follows from its name, and an answer that of what it answers', async () => {
      for (const more of [{ conversation: 'entry:1' }, { conversation: 'entry:1' }, { conversation: 'entry:2' }, { answers: '<their@example.com>' }, {}]) await putWith(more)
      await look(smtp())
      const ids = mailServer.received.map((_one, index) => [headersOf(index).get('in-reply-to'), headersOf(index).get('references')])
      expect(ids[0]?.[0]).toMatch(/^<[\w-]{43}@longhand\.test>$/)
      expect(ids[0]).toEqual(ids[1])
      expect(ids[2]).not.toEqual(ids[1])
      expect(ids.slice(3)).toEqual([['<their@example.com>', '<their@example.com>'], [undefined, undefined]])
      expect(ids.every(([answered, listed]) => answered === listed)).toBe(true)
    })

    test('a kind of mail has its list and its way out; what must arrive has neither', async () => {
      await putWith({ kind: 'batons' })
      await putWith({})
      await look(smtp())
      expect(headersOf(0).get('list-id')).toBe('Longhand batons <batons.longhand.test>')
      expect(headersOf(0).get('list-unsubscribe')).toBe(`<http://longhand.test/unsubscribe/${await unsubscribeToken(on.db, { workspaceId: platform.workspaceId, personId: ben, kind: 'batons' })}>`)
      expect([headersOf(1).has('list-id'), headersOf(1).has('list-unsubscribe')]).toEqual([false, false])
    })

    test('who wants no more of a kind gets none, also of what was written before; all else still comes', async () => {
      await putWith({ kind: 'batons' })
      await setWish(on.db, { workspaceId: platform.workspaceId, personId: ben, kind: 'batons' }, false, START)
      await putWith({ kind: 'batons' })
      await putWith({ kind: 'asks' })
      await putWith({})
      await look(smtp())
      expect((await deliveries()).map(({ state, last_error: why }) => [state, why]).toSorted()).toEqual([
        ['dropped', 'Its reader wants no more mails of this kind.'], ['dropped', 'Its reader wants no more mails of this kind.'], ['sent', null], ['sent', null],
      ])
      expect(mailServer.received).toHaveLength(2)
    })

    test('a link that signs in is in the mail, and kept nowhere once that has left', async () => {
      const links = async () => (await on.db.selectFrom('delivery').select('body').where('workspace_id', '=', platform.workspaceId).execute()).flatMap(({ body }) => 'links' in body ? body.links : [])
      await putWith({ body: { text: 'Open it.', links: [{ label: 'Sign in', url: 'http://longhand.test/s/secret' }], oneTime: true } })
      await look(async () => { throw new Error('not now') })
      expect(await links()).toEqual([{ label: 'Sign in', url: 'http://longhand.test/s/secret' }])
      await look(smtp(), { afterSeconds: 30 })
      expect(mailServer.received[0]?.mail.text).toContain('http://longhand.test/s/secret')
      expect(await links()).toEqual([{ label: 'Sign in', url: '' }])
    })
  })

  describe('what is not sent', () => {
    test('mails without a mail server are kept to be read', async () => {
      await put('baton 1 offered')
      await look(smtpSender(null))
      expect(await deliveries()).toMatchObject([{ state: 'kept', settled_at: platform.clock.now() }])
    })

    test('those of a demo never leave, and those to people who left are dropped', async () => {
      const demo = await testPlatform(on.url, { demo: true })
      const visitor = await demo.person()
      await demo.asSystem((act) => act.send({ eventKey: 'x', personId: visitor, subject: 'x', body: { text: '', links: [] }, reason: '' }))
      await put('baton 1 offered', await platform.person({ state: 'deactivated' }))
      await look(smtp())
      expect(await deliveries()).toMatchObject([{ state: 'dropped' }])
      expect(await on.db.selectFrom('delivery').select('state').where('workspace_id', '=', demo.workspaceId).execute()).toEqual([{ state: 'kept' }])
      expect(mailServer.received).toEqual([])
      await demo.close()
    })
  })

  describe('one that was held up beyond its lease', () => {
    test('has nothing to say any more once another process has sent the mail', async () => {
      await put('baton 1 offered')
      let fail = () => undefined as void
      const held = new Promise<void>((_done, reject) => { fail = () => reject(new Error('came back too late')) })
      const slow = startWorker(platform, silence, { mail: mailChannel(() => held) })
      const slowly = slow.runDue()
      while ((await deliveries())[0]?.state !== 'sending') await new Promise((resume) => setTimeout(resume, 5))
      await look(smtp(), { afterSeconds: 120 })
      expect(await deliveries()).toMatchObject([{ state: 'sent', attempts: 2 }])
      fail()
      await slowly
      await slow.stop()
      expect(await deliveries()).toMatchObject([{ state: 'sent', attempts: 2 }])
    })
  })

  describe('names and subjects that try to be more', () => {
    test.each([
      ['a header after a line end', 'Ben\r\nBcc: evil@example.com'],
      ['a body after an empty line', 'Ben\nBcc: evil@example.com\n\n<script>alert(1)</script>'],
      ['a second address in quotes', '"Ben" <evil@example.com>, "'],
      ['another address', 'Ben <evil@example.com>'],
      ['a line separator of Unicode', 'Ben\u2028Bcc: evil@example.com'],
      ['a next-line character', 'Ben\u0085Bcc: evil@example.com'],
      ['a line end in an encoded word', '=?utf-8?q?Ben=0D=0ABcc:_evil@example.com?='],
      ['a command after the end of a long line', `${'B'.repeat(990)}\r\n.\r\nMAIL FROM:<evil@example.com>`],
    ])('reach one reader and add no header: %s', async (_what, hostile) => {
      const reader = await platform.person({ name: hostile, email: 'ben.too@example.com' })
      await put('baton 1 offered', reader, hostile)
      await look(smtp())
      expect(await deliveries()).toMatchObject([{ state: 'sent' }])
      expect(mailServer.received).toHaveLength(1)
      const [{ to, mail } = { to: [], mail: undefined }] = mailServer.received
      expect(to).toEqual(['ben.too@example.com'])
      expect(mail?.to?.map((one) => one.address)).toEqual(['ben.too@example.com'])
      expect({ bcc: mail?.bcc, cc: mail?.cc }).toEqual({ bcc: undefined, cc: undefined })
      expect(mail?.html).toContain('Take the release.')
      expect(mail?.html).not.toContain('<script')
    })
  })
})
