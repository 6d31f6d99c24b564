import { postAsk, readAsk } from '#contract/asks.ts'
import { readThread } from '#contract/threads.ts'
import { replyAddressIn, sendMail, settle } from '#server/mail-in/mail-in.test-kit.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp, weekdays } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

describeOnNewest('an ask is answered by mail', (on) => {
  let app: TestApp
  let ana: TestPerson
  let kenji: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on, { clock: '2026-03-27T15:00:00Z', mailIn: {} })
    ana = await app.person('Ana')
    kenji = await app.person('Kenji', { zone: 'Asia/Tokyo', weeks: [weekdays('09:00', '18:00')] })
  })
  afterAll(() => app.stop())
  const mailsTo = (name: string) => app.mails.filter((mail) => mail.to.name === name && !mail.subject.startsWith('Your brief'))

  test('it waits for the reader’s Monday across Europe’s clock change, and the reply answers it, with the quoted mail left out', async () => {
    const { number, readsAt, dueAt } = await ana.call(postAsk, { spaceId: app.spaceId, title: 'Which index?', body: 'The old or the new one?', kind: 'answer', to: kenji.id })
    expect({ readsAt, dueAt }).toEqual({ readsAt: '2026-03-30T00:00:00Z', dueAt: '2026-03-31T09:00:00Z' })
    await app.advanceTo('2026-03-29T23:59:00Z')
    expect(mailsTo('Kenji')).toEqual([])
    await app.advanceTo('2026-03-30T00:00:00Z')
    const [mail] = mailsTo('Kenji')
    expect(mail?.subject).toBe('Which index?')
    expect(await sendMail(app, { to: replyAddressIn(mail), body: 'The new one.\n\nOn Mon, 30 Mar 2026 at 09:00, Longhand <longhand@ws.example> wrote:\n> The old or the new one?\n', headers: { 'Message-ID': '<one@example.com>' } })).toBe('taken')
    await settle(app)
    expect(await ana.call(readAsk, { number })).toMatchObject({ state: 'answered', answer: 'The new one.', answererName: 'Kenji' })
    expect((await ana.call(readThread, { number })).items.map((item) => [item.kind, item.via, item.body])).toEqual([['answer', 'mail', 'The new one.']])
    await app.advanceTo('2026-03-30T07:00:00Z')
    const [answer] = mailsTo('Ana')
    expect(answer?.body.text).toContain('Kenji answered')
    expect(answer?.body.text).toContain('The new one.')
  })

  test('a second mail adds to it, and a stranger with the address changes nothing', async () => {
    const { number } = await ana.call(postAsk, { spaceId: app.spaceId, title: 'When?', kind: 'answer', to: kenji.id })
    await app.advanceTo('2026-03-31T00:00:00Z')
    const to = replyAddressIn(mailsTo('Kenji').find((mail) => mail.subject === 'When?'))
    await sendMail(app, { to, envelopeFrom: 'eve@example.com', from: 'Eve <eve@example.com>', body: 'Never.', headers: { 'Message-ID': '<eve@example.com>' } })
    await settle(app)
    expect((await ana.call(readAsk, { number })).state).not.toBe('answered')
    await sendMail(app, { to, body: 'Today.', headers: { 'Message-ID': '<two@example.com>' } })
    await settle(app)
    await sendMail(app, { to, body: 'At noon, to be exact.', headers: { 'Message-ID': '<three@example.com>' } })
    await settle(app)
    const thread = await ana.call(readThread, { number })
    expect(thread.items.map((item) => [item.kind, item.body])).toEqual([['answer', 'Today.'], ['addition', 'At noon, to be exact.']])
  })
})
