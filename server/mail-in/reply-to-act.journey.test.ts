import { postWrap, readBaton } from '#contract/handoffs.ts'
import { createApp } from '#server/app.ts'
import type { App } from '#server/app.ts'
import { mailsTo, someWrap } from '#server/handoffs/handoffs.test-kit.ts'
import { smtpSender } from '#server/platform/channels/mail.ts'
import { startMailServer } from '#server/platform/channels/smtp.test-kit.ts'
import type { MailServer } from '#server/platform/channels/smtp.test-kit.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { randomUUID } from 'node:crypto'
import nodemailer from 'nodemailer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cameIn, replyAddressIn, sendMail, settle } from './mail-in.test-kit.ts'

const MAIL_IN = { lmtp: false, host: '127.0.0.1', port: 0, domain: 'ws.example', trust: null }

describeOnNewest('a mail is answered by mail', (on) => {
  let app: TestApp
  let ben: TestPerson
  let kenji: TestPerson
  const others: App[] = []
  beforeEach(async () => { await on.empty() })
  afterEach(async () => {
    await Promise.all(others.splice(0).map((other) => other.stop()))
    await app.stop()
  })
  const start = async (options: Parameters<typeof startTestApp>[1]) => {
    app = await startTestApp(on, { clock: '2026-03-23T09:00:00Z', ...options })
    ben = await app.person('Ben')
    kenji = await app.person('Kenji')
  }
  const handToKenji = async () => {
    const wrap = await ben.call(postWrap, { ...someWrap, spaceId: app.spaceId, batons: [{ text: 'Rotate the keys', to: { kind: 'person', personId: kenji.id } }] })
    await settle(app)
    return { id: wrap.batons[0]?.id ?? '', number: wrap.number }
  }

  test('over SMTP both ways: the mail says how to answer, and the answer of a mail program takes the baton', async () => {
    const mailServer: MailServer = await startMailServer()
    await start({ mailIn: {}, sender: smtpSender({ url: mailServer.url, from: 'Longhand <longhand@ws.example>' }) ?? (() => Promise.resolve()) })
    const { id } = await handToKenji()
    const mail = mailServer.received.find(({ to }) => to.includes('kenji@example.com'))?.mail
    expect(mail?.text).toContain('To take it, reply to this mail with “accept”.')
    const answered = nodemailer.createTransport({ host: '127.0.0.1', port: app.app.mailInPort ?? 0, ignoreTLS: true })
    await answered.sendMail({
      from: 'Kenji <kenji@example.com>', to: mail?.replyTo?.[0]?.address ?? '', subject: `Re: ${mail?.subject}`, inReplyTo: mail?.messageId ?? '', references: [mail?.inReplyTo ?? '', mail?.messageId ?? ''],
      text: `accept\n\nOn Mon, 23 Mar 2026 at 10:00, Longhand <longhand@ws.example> wrote:\n${(mail?.text ?? '').split('\n').map((line) => `> ${line}`).join('\n')}`,
    })
    answered.close()
    await settle(app)
    expect(await ben.call(readBaton, { id })).toMatchObject({ state: 'accepted', holderId: kenji.id })
    await mailServer.stop()
  })

  test('five copies to each of four processes act once', async () => {
    await start({ mailIn: {} })
    const { id } = await handToKenji()
    const to = replyAddressIn(mailsTo(app, 'kenji').at(-1))
    for (let n = 0; n < 3; n += 1) others.push(await createApp({ databaseUrl: on.url, clockStart: app.app.platform.clock.now(), smtp: null, sender: async (mail) => { app.mails.push(mail) }, webDir: null, logLevel: 'fatal', triesPerMinute: 10_000, publicUrl: 'http://longhand.test', mailIn: MAIL_IN }))
    const copy = { to, body: 'Which keys?\n', headers: { 'Message-ID': `<${randomUUID()}@example.com>` } }
    const said = await Promise.all([app.app, ...others].flatMap((one) => Array.from({ length: 5 }, () => sendMail({ ...app, app: one }, copy))))
    expect(new Set(said)).toEqual(new Set(['taken']))
    await Promise.all([app.app, ...others].map((one) => one.worker.runDue()))
    await settle(app)
    expect((await cameIn(app)).map(({ state }) => state)).toEqual(['done'])
    expect((await ben.call(readBaton, { id })).steps.filter(({ kind }) => kind === 'returned')).toHaveLength(1)
  })

  test('over LMTP, as a mail server in front hands it on', async () => {
    await start({ mailIn: { lmtp: true } })
    const { id } = await handToKenji()
    const to = replyAddressIn(mailsTo(app, 'kenji').at(-1))
    expect(await sendMail(app, { to: 'root@ws.example', lmtp: true })).toMatch(/^550/)
    expect(await sendMail(app, { to, lmtp: true })).toBe('taken')
    await settle(app)
    expect((await ben.call(readBaton, { id })).state).toBe('accepted')
  })

  test('with a relay that checks the sender: only what it believes acts', async () => {
    await start({ mailIn: { trust: 'mx.ws.example' } })
    const { id } = await handToKenji()
    const to = replyAddressIn(mailsTo(app, 'kenji').at(-1))
    for (const results of ['', 'mx.ws.example; dmarc=fail header.from=example.com', 'mx.evil.example; dmarc=pass', 'mx.ws.example; dmarc=pass header.from=example.com']) {
      expect((await ben.call(readBaton, { id })).state).toBe('offered')
      expect(await sendMail(app, { to, body: `accept\n\n${results}\n`, headers: { 'Authentication-Results': results } })).toBe('taken')
      await settle(app)
    }
    expect((await cameIn(app)).map(({ state }) => state)).toEqual(['refused', 'refused', 'refused', 'done'])
    expect((await ben.call(readBaton, { id })).state).toBe('accepted')
  })

  test('not where mails cannot come in: then no mail says that it can be answered', async () => {
    await start({})
    await handToKenji()
    const mail = mailsTo(app, 'kenji').at(-1)
    expect([mail?.replyTo, app.app.mailInPort]).toEqual([null, null])
  })
})
