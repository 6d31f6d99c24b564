import { moveThread, postReply, postThread, readThread } from '#contract/threads.ts'
import { createSpace } from '#contract/spaces.ts'
import { replyAddressIn, sendMail, settle } from '#server/mail-in/mail-in.test-kit.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

describeOnNewest('a thread by mail', (on) => {
  let app: TestApp
  let ann: TestPerson
  let bob: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on, { mailIn: {} })
    ann = await app.person('Ann')
    bob = await app.person('Bob')
  })
  afterAll(() => app.stop())
  const mailTo = (name: string, subject: string) => app.mails.find((mail) => mail.to.name === name && mail.subject === subject)

  test('is replied to by answering the mail, until its reader may not see it any more', async () => {
    const { number } = await ann.call(postThread, { spaceId: app.spaceId, title: 'Which day?' })
    await bob.call(postReply, { number, body: 'Thursday?' })
    await app.advanceTo('2026-03-23T08:00:00Z')
    const to = replyAddressIn(mailTo('Ann', 'Which day?'))
    await sendMail(app, { from: 'Ann <ann@example.com>', envelopeFrom: 'ann@example.com', to, body: 'Friday.\n\nOn Monday, Longhand wrote:\n> Thursday?\n', headers: { 'Message-ID': '<day@example.com>' } })
    await settle(app)
    expect((await bob.call(readThread, { number })).items.map((reply) => [reply.authorName, reply.via, reply.body])).toEqual([['Bob', 'web', 'Thursday?'], ['Ann', 'mail', 'Friday.']])
    const hidden = await bob.call(createSpace, { name: 'Hidden', visibility: 'private' })
    await bob.call(moveThread, { number, spaceId: hidden.id })
    await sendMail(app, { from: 'Ann <ann@example.com>', envelopeFrom: 'ann@example.com', to, body: 'Or Monday.', headers: { 'Message-ID': '<monday@example.com>' } })
    await settle(app)
    expect((await bob.call(readThread, { number })).replies).toBe(2)
  })
})
