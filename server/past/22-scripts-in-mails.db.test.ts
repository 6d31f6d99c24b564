import { postAsk } from '#contract/asks.ts'
import { saveAttention } from '#contract/attention.ts'
import { postWrap } from '#contract/handoffs.ts'
import { createSpace, addSpaceMember } from '#contract/spaces.ts'
import { postReply, postThread } from '#contract/threads.ts'
import { addPerson } from '#server/people/public.ts'
import { addMember } from '#server/spaces/public.ts'
import { mailHtml, mailText } from '#server/platform/channels/mail.ts'
import type { Mail } from '#server/platform/channels/mail.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp, weekdays } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PAYLOADS } from './payloads.test-kit.ts'

/** Every tag that a mail of ours is built from, with the values of its attributes taken out. */
const OURS = new Set(['<!doctype html>', '<html lang="">', '<body style="">', '<div style="">', '<p style="">', '<br>', '<a href="" style="">', '</html>', '</body>', '</div>', '</p>', '</a>'])
const skeleton = (html: string): string[] => [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/"[^"]*"/g, '""'))
const hrefs = (html: string): string[] => [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href)

describeOnNewest('past/22: whatever people write, a mail is built of our tags alone', (on) => {
  let app: TestApp
  let reader: TestPerson
  let digested: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on)
    reader = await app.person('Rea Reader')
    digested = await app.person('Dig Digest')
    await digested.call(saveAttention, { windows: [], digest: 'daily', digestAt: '10:00', channels: { mail: 'all', push: 'off' } })
    for (const [index, payload] of PAYLOADS.entries()) {
      const id = await app.asSystem(async (act) => {
        const made = await addPerson(act, { name: payload.slice(0, 90).replaceAll(/\s+/g, ' '), email: `p${index}@example.com`, role: 'member', zone: 'Europe/Berlin', weeks: [weekdays('09:00', '17:00')], state: 'active', passwordHash: null })
        await addMember(act, app.spaceId, made)
        return made
      })
      const author = await app.sessionOf(id)
      const { id: spaceId } = await author.call(createSpace, { name: `${payload.slice(0, 60).replaceAll(/\s+/g, ' ')} ${index}`, purpose: payload })
      for (const one of [reader, digested]) await author.call(addSpaceMember, { id: spaceId, personId: one.id })
      const { number } = await author.call(postThread, { spaceId, title: payload.replaceAll(/\s+/g, ' '), body: `${payload}\n\n@Rea Reader @Dig Digest ${payload}` })
      await author.call(postReply, { number, body: `${payload} @Rea`, quote: { text: payload } }).catch(() => undefined)
      const more = { kind: 'answer' as const, to: reader.id, criteria: payload, blockedPath: payload, body: payload }
      await author.call(postAsk, { spaceId, title: payload.replaceAll(/\s+/g, ' '), ...more, silentDefault: payload })
      await author.call(postWrap, { spaceId, state: payload, nextAction: payload, mostImportant: payload, batons: [{ text: payload, nextStep: payload, to: { kind: 'person', personId: reader.id } }] } as never).catch(() => undefined)
    }
    for (const at of ['2026-03-23T12:00:00Z', '2026-03-24T08:00:00Z', '2026-03-24T20:00:00Z', '2026-03-25T20:00:00Z']) await app.advanceTo(at)
  }, 600_000)
  afterAll(() => app.stop())
  const mailed = (of: (mail: Mail) => boolean) => app.mails.filter(of)

  test('all kinds of mail were written from them', () => {
    expect(PAYLOADS.length).toBeGreaterThan(60)
    expect(mailed((mail) => mail.subject.startsWith('Your digest')).length).toBeGreaterThan(0)
    expect(mailed((mail) => mail.subject.startsWith('Your brief')).length).toBeGreaterThan(0)
    expect(mailed((mail) => mail.list?.kind === 'asks').length).toBeGreaterThan(PAYLOADS.length / 2)
    const words = JSON.stringify(app.mails)
    for (const payload of PAYLOADS) expect([payload, words.includes(JSON.stringify(payload.split('\n')[0]?.split('\t')[0]).slice(1, -1))]).toEqual([payload, true])
  })

  describe('each of them', () => {
    test('has no tag, no attribute and no address but ours', () => {
      for (const mail of app.mails) {
        const html = mailHtml({ ...mail, replyTo: 'reply+x@ws.example', body: { ...mail.body, how: mail.body.how ?? '' } })
        expect([mail.subject, skeleton(html).filter((tag) => !OURS.has(tag))]).toEqual([mail.subject, []])
        expect([mail.subject, hrefs(html).filter((href) => !href.startsWith('http://longhand.test'))]).toEqual([mail.subject, []])
      }
    })

    test('says as text what was written, letter for letter', () => {
      for (const mail of app.mails) expect(mailText(mail)).toContain(mail.body.text)
    })

    test('has one line for its subject and for its names', () => {
      for (const { subject, to, reason } of app.mails) for (const line of [subject, to.name, reason]) expect(line).not.toMatch(/[\r\n\0]/)
    })
  })
})
