import { deactivateMember, reactivateMember } from '#contract/members.ts'
import { endOtherSessions } from '#contract/access.ts'
import { editMe } from '#contract/account.ts'
import { postWrap, readBaton, withdrawBaton } from '#contract/handoffs.ts'
import { listMailIn, readMailWishes, setMailWish } from '#contract/mail-in.ts'
import { addSpaceMember, createSpace, removeSpaceMember } from '#contract/spaces.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { mailsTo, someWrap } from '#server/handoffs/handoffs.test-kit.ts'
import { arm } from '#server/platform/failpoint.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cameIn, replyAddressIn, sendMail, settle } from './mail-in.test-kit.ts'

const MB = 1024 * 1024

describeOnNewest('mail that comes in', (on) => {
  let app: TestApp
  let ben: TestPerson
  let kenji: TestPerson
  beforeEach(async () => {
    await on.empty()
    app = await startTestApp(on, { clock: '2026-03-23T09:00:00Z', mailIn: {} })
    ben = await app.person('Ben')
    kenji = await app.person('Kenji')
  })
  afterEach(() => app.stop())

  const handToKenji = async (): Promise<{ id: string; to: string }> => {
    const wrap = await ben.call(postWrap, { ...someWrap, spaceId: app.spaceId, batons: [{ text: 'Rotate the keys', to: { kind: 'person', personId: kenji.id } }] })
    await settle(app)
    return { id: wrap.batons[0]?.id ?? '', to: replyAddressIn(mailsTo(app, 'kenji').at(-1)) }
  }
  const stateOf = async (id: string) => (await ben.call(readBaton, { id })).state
  const states = async () => (await cameIn(app)).map(({ state }) => state)
  const answers = () => mailsTo(app, 'kenji').filter(({ subject }) => subject.startsWith('Your reply had no effect'))

  describe('acts', () => {
    test('as its person: a yes takes the baton, and nobody is told but who depends on it', async () => {
      const { id, to } = await handToKenji()
      const before = app.mails.length
      expect(await sendMail(app, { to, body: 'Accept, thanks.\n\nOn Mon, 23 Mar 2026 at 09:00, Longhand <l@longhand.example> wrote:\n> Rotate the keys\n' })).toBe('taken')
      await settle(app)
      expect(await ben.call(readBaton, { id })).toMatchObject({ state: 'accepted', holderId: kenji.id })
      expect(await cameIn(app)).toMatchObject([{ state: 'done', outcome: 'Accepted the baton.' }])
      expect(app.mails.length).toBe(before)
    })

    test('with all of its words as the question where it is no yes', async () => {
      const { id, to } = await handToKenji()
      await sendMail(app, { to, body: 'Which keys?\n\n-- \nKenji\n' })
      await settle(app)
      expect(await ben.call(readBaton, { id })).toMatchObject({ state: 'returned', question: 'Which keys?' })
    })

    test('from a further address of its person', async () => {
      const { id, to } = await handToKenji()
      await kenji.call(editMe, { gitEmails: ['kenji@home.example'] })
      await sendMail(app, { to, from: 'kenji@home.example', envelopeFrom: 'kenji@home.example' })
      await settle(app)
      expect(await stateOf(id)).toBe('accepted')
    })

    test('once, however many copies come at the same moment and later', async () => {
      const { id, to } = await handToKenji()
      const copy = { to, body: 'Which keys?\n', headers: { 'Message-ID': '<one@example.com>' } }
      expect(new Set(await Promise.all(Array.from({ length: 5 }, () => sendMail(app, copy))))).toEqual(new Set(['taken']))
      await settle(app)
      expect(await sendMail(app, copy)).toBe('taken')
      await settle(app)
      expect(await states()).toEqual(['done'])
      expect((await ben.call(readBaton, { id })).steps.filter(({ kind }) => kind === 'returned')).toHaveLength(1)
    })

    test('once without a Message-ID too, whatever relays put on it', async () => {
      const { to } = await handToKenji()
      for (const by of ['one', 'two', 'three']) await sendMail(app, { to, body: 'Which keys?\n', headers: { Received: `from ${by}` } })
      await settle(app)
      expect(await states()).toEqual(['done'])
    })

    test('with an answer that says why where a rule says no, with every word', async () => {
      const { id, to } = await handToKenji()
      await ben.call(withdrawBaton, { id, reason: 'Done' })
      await sendMail(app, { to, subject: 'Re: keys', body: 'accept\n\nI begin at noon,\n<script>alert(1)</script>\n', headers: { 'Message-ID': '<two@example.com>' } })
      await settle(app)
      expect(answers()).toMatchObject([{
        subject: 'Your reply had no effect: Re: keys', inReplyTo: '<two@example.com>', list: null,
        body: { text: 'The giver took this baton back. Its history says why; ask them if you still need it.\n\nYou wrote:\n\n> accept\n> \n> I begin at noon,\n> <script>alert(1)</script>' },
      }])
      expect(await cameIn(app)).toMatchObject([{ state: 'refused', outcome: 'A rule said no (conflict).' }])
    })

    test.each([
      ['only a quote', 'On Mon, 23 Mar 2026 at 09:00, Longhand <l@longhand.example> wrote:\n> Rotate the keys\n', 'no words of your own'],
      ['a question that is too long', 'why? '.repeat(1000), 'one short text'],
      ['a text that is too long', 'why? '.repeat(20_000), 'at most 50,000 characters'],
    ])('not with %s, and says so', async (_what, body, says) => {
      const { id, to } = await handToKenji()
      await sendMail(app, { to, body })
      await settle(app)
      expect(await stateOf(id)).toBe('offered')
      expect(answers()[0]?.body.text).toContain(says)
    })
  })

  describe('is not taken', () => {
    test.each([
      ['another mailbox', 'root@ws.example', '550'], ['another domain', 'reply@other.example', '550'], ['a made-up token', `reply+${'0'.repeat(57)}@ws.example`, '550'],
    ])('for %s', async (_what, to, code) => expect(await sendMail(app, { to })).toMatch(new RegExp(`^${code}`)))

    test('for an address of which one sign was changed', async () => {
      const { to } = await handToKenji()
      for (const at of [8, 35, 45, 60]) expect(await sendMail(app, { to: to.slice(0, at) + (to[at] === '1' ? '2' : '1') + to.slice(at + 1) })).toMatch(/^550/)
    })

    test('when it is larger than 20 MB, announced or not; one below that is', async () => {
      const { to } = await handToKenji()
      const of = (size: number) => `From: kenji@example.com\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nWhich keys?\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${'A'.repeat(76)}\r\n`.repeat(Math.floor(size / 78))}--b--\r\n`
      expect(await sendMail(app, { to, raw: of(20.5 * MB) })).toMatch(/^552/)
      expect(await sendMail(app, { to, raw: of(19.5 * MB) })).toBe('taken')
      await settle(app)
      expect(await states()).toEqual(['done'])
    })

    test('when the database does not hold it yet: the sender is told to come again, and then it acts once', async () => {
      const { id, to } = await handToKenji()
      const mail = { to, headers: { 'Message-ID': '<three@example.com>' } }
      const disarm = arm('mail_in.before_commit', () => { throw new Error('broken here') })
      expect(await sendMail(app, mail)).toMatch(/^451/)
      disarm()
      expect(await states()).toEqual([])
      const lost = arm('mail_in.after_commit', () => { throw new Error('broken here') })
      expect(await sendMail(app, mail)).toMatch(/^451/)
      lost()
      expect(await sendMail(app, mail)).toBe('taken')
      await settle(app)
      expect([await states(), await stateOf(id)]).toEqual([['done'], 'accepted'])
    })
  })

  describe('has no effect', () => {
    test('from anybody else, and its person is told once a day without a word of it', async () => {
      const { id, to } = await handToKenji()
      for (const n of [1, 2, 3]) await sendMail(app, { to, from: 'Kenji <eve@example.com>', envelopeFrom: 'eve@example.com', body: `accept ${n}\n` })
      await settle(app)
      expect([await stateOf(id), await states()]).toEqual(['offered', ['refused', 'refused', 'refused']])
      const told = mailsTo(app, 'kenji').filter(({ subject }) => subject === 'A mail to your reply address had no effect')
      expect(told.map(({ body }) => [body.text.includes('eve@example.com'), body.text.includes('accept')])).toEqual([[true, false]])
      expect((await cameIn(app)).map(({ raw }) => raw)).toEqual([null, null, null])
    })

    test('from a machine, and nobody is told', async () => {
      const { id, to } = await handToKenji()
      const before = app.mails.length
      await sendMail(app, { to, headers: { 'Auto-Submitted': 'auto-replied' } })
      await sendMail(app, { to, envelopeFrom: '', subject: 'Undelivered' })
      await settle(app)
      expect([await stateOf(id), await states(), app.mails.length]).toEqual(['offered', ['ignored', 'ignored'], before])
    })

    test('from two machines in a circle: after twenty within an hour the rest is ignored, until the hour is over', async () => {
      const { to } = await handToKenji()
      for (let n = 0; n < 22; n += 1) await sendMail(app, { to, body: `Question ${n}?\n` })
      await settle(app)
      expect((await states()).map((state) => state === 'ignored').indexOf(true)).toBe(20)
      expect(answers().length).toBeLessThanOrEqual(20)
      await app.advanceTo('2026-03-23T10:00:01Z')
      await sendMail(app, { to, body: 'Question 23?\n' })
      await settle(app)
      expect((await states()).at(-1)).not.toBe('ignored')
    })

    test.each<[string, () => Promise<unknown>]>([
      ['deactivated', () => app.owner.call(deactivateMember, { id: kenji.id })],
      ['signed out everywhere', () => kenji.call(endOtherSessions, {})],
      ['given a new password', () => kenji.call(editMe, { password: { next: 'another long password' } })],
    ])('once its person was %s: neither what comes later nor what has come', async (_how, end) => {
      const { id, to } = await handToKenji()
      const disarm = arm('timer.after_claim', () => { throw new Error('later') })
      await sendMail(app, { to })
      await settle(app)
      await end()
      disarm()
      expect(await sendMail(app, { to, body: 'Which keys?\n' })).toMatch(/^550/)
      await app.advanceTo('2026-03-23T09:05:00Z')
      expect(await states()).toEqual(['refused'])
      expect((await ben.call(readBaton, { id })).steps.some(({ kind }) => kind === 'accepted' || kind === 'returned')).toBe(false)
    })

    test('for somebody who comes back: the old address stays dead', async () => {
      const { to } = await handToKenji()
      await app.owner.call(deactivateMember, { id: kenji.id })
      await app.owner.call(reactivateMember, { id: kenji.id })
      expect(await sendMail(app, { to })).toMatch(/^550/)
    })

    test('after 90 days', async () => {
      const { to } = await handToKenji()
      await app.advanceTo('2026-06-21T08:59:00Z')
      expect(await sendMail(app, { to })).toBe('taken')
      await app.advanceTo('2026-06-21T09:00:00Z')
      expect(await sendMail(app, { to, body: 'Which?' })).toMatch(/^550/)
    })

    test('for somebody who may not see the baton any more; the answer does not say that there is one', async () => {
      const space = (await ben.call(createSpace, { name: 'Keys', purpose: '', visibility: 'private', noise: 'work' })).id
      await ben.call(addSpaceMember, { id: space, personId: kenji.id })
      const wrap = await ben.call(postWrap, { ...someWrap, spaceId: space, batons: [{ text: 'Rotate the keys', to: { kind: 'person', personId: kenji.id } }] })
      await settle(app)
      const to = replyAddressIn(mailsTo(app, 'kenji').at(-1))
      await ben.call(removeSpaceMember, { id: space, personId: kenji.id })
      await sendMail(app, { to })
      await settle(app)
      expect(answers()[0]?.body.text).toContain('There is nothing here that you can see.')
      expect((await ben.call(readBaton, { id: wrap.batons[0]?.id ?? '' })).holderId).not.toBe(kenji.id)
    })
  })

  describe('is kept', () => {
    test('as it came for 30 days, that it came for as long as a copy could act, and then not at all', async () => {
      const { to } = await handToKenji()
      await sendMail(app, { to })
      await settle(app)
      expect((await cameIn(app))[0]?.raw?.toString()).toContain('accept')
      await app.advanceTo('2026-04-22T09:00:00Z')
      expect(await cameIn(app)).toMatchObject([{ raw: null, state: 'done' }])
      await app.advanceTo('2026-06-22T09:00:00Z')
      expect(await cameIn(app)).toEqual([])
      expect(await on.db.selectFrom('timer').select('kind').where('kind', 'like', 'mail-in%').execute()).toEqual([])
    })

    test('in a list for who manages the workspace, without a word of it', async () => {
      const { to } = await handToKenji()
      await sendMail(app, { to, body: 'Secret words?' })
      await settle(app)
      const { items } = await app.owner.call(listMailIn, {})
      expect(items).toMatchObject([{ personName: 'Kenji', about: 'baton', from: 'kenji@example.com', state: 'done', outcome: 'Gave the baton back with a question.' }])
      expect(JSON.stringify(items)).not.toContain('Secret')
    })
  })

  test('wishes: each kind by itself', async () => {
    expect((await kenji.call(readMailWishes, {})).kinds.every(({ on: wanted }) => wanted)).toBe(true)
    for (const kind of ['brief', 'batons'] as const) {
      expect((await kenji.call(setMailWish, { kind, on: false })).kinds.find((one) => one.kind === kind)?.on).toBe(false)
      expect((await kenji.call(setMailWish, { kind, on: false })).kinds.filter(({ on: wanted }) => !wanted)).toHaveLength(1)
      expect((await kenji.call(setMailWish, { kind, on: true })).kinds.every(({ on: wanted }) => wanted)).toBe(true)
    }
  })
})
