import { createToken, requestMagicLink } from '#contract/access.ts'
import { setUpWorkspace } from '#contract/account.ts'
import { deactivateMember, invitePerson } from '#contract/members.ts'
import { listOutbox, sendAgain } from '#contract/outbox.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp, weekdays } from '#server/app.test-kit.ts'
import type { TestApp } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

describeOnNewest('the outbox without a mail server', (on) => {
  let app: TestApp
  beforeAll(async () => { app = await startTestApp(on, { mail: false, workspace: { invite: ['ben@example.com', 'BEN@example.com', 'olga@example.com'] } }) })
  afterAll(() => app.stop())
  const settle = () => app.advanceTo(app.app.platform.clock.now().toString())

  test('set-up hands the links of its invites over, once for each other address', () => {
    expect(app.setUpInvites.map(({ email, link }) => [email.toLowerCase(), link?.startsWith('http://longhand.test/invite/lh_i_')])).toEqual([['ben@example.com', true]])
  })

  test('mails are kept, and shown to those who manage their readers', async () => {
    const admin = await app.person('Ada Admin', { role: 'admin' })
    await app.advanceTo('2026-03-23T07:01:00Z')
    await app.visitor(requestMagicLink, { email: 'olga@example.com' })
    await settle()
    const of = async (call: TestApp['visitor']) => (await call(listOutbox, {})).items.map((mail) => [mail.personName, mail.state, mail.content !== null, mail.can])
    expect(await of(app.owner.call)).toEqual([['Olga Owner', 'kept', true, []], ['ben@example.com', 'kept', true, []]])
    expect(await of(admin.call)).toEqual([['Olga Owner', 'kept', false, []], ['ben@example.com', 'kept', true, []]])
    const { token } = await app.owner.call(createToken, { label: 'reads only', scopes: ['admin:read'] })
    expect((await of(app.as(token))).map(([, , shown]) => shown)).toEqual([false, false])
    const ben = await app.person('Ben Member')
    expect(await codeOf(ben.call(listOutbox, {}))).toBe('not_allowed')
  })

  test('pages follow one another without gaps or repeats, and a made-up cursor is refused', async () => {
    for (let number = 0; number < 5; number += 1) await app.owner.call(invitePerson, { email: `page${number}@example.com` })
    await settle()
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await app.owner.call(listOutbox, { limit: 2, ...(cursor && { cursor }) })
      seen.push(...page.items.map((mail) => mail.id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(seen).toHaveLength(7)
    expect(new Set(seen).size).toBe(7)
    expect(await codeOf(app.owner.call(listOutbox, { cursor: 'page-2' }))).toBe('bad_input')
  })

  test('sending again waits for a mail server', async () => {
    const [mail] = (await app.owner.call(listOutbox, { state: 'kept' })).items
    expect(await codeOf(app.owner.call(sendAgain, { id: mail?.id ?? '' }))).toBe('conflict')
  })

  test('set-up happens once', async () => {
    expect(await codeOf(app.visitor(setUpWorkspace, {
      workspace: 'Second', name: 'Eve', email: 'eve@example.com', password: 'a long password', zone: 'Europe/Berlin', weeks: [weekdays('09:00', '17:00')], preset: '001',
    }))).toBe('conflict')
  })
})

describeOnNewest('the outbox with a mail server', (on) => {
  let app: TestApp
  beforeAll(async () => { app = await startTestApp(on) })
  afterAll(() => app.stop())

  test('a failed mail is sent again under its Message-ID; one that left or whose reader has gone is not', async () => {
    const { invite } = await app.owner.call(invitePerson, { email: 'cy@example.com' })
    await app.advanceTo(app.app.platform.clock.now().toString())
    const [mail] = (await app.owner.call(listOutbox, {})).items
    const id = mail?.id ?? ''
    expect(mail).toMatchObject({ state: 'sent', content: null, can: [] })
    expect(await codeOf(app.owner.call(sendAgain, { id }))).toBe('conflict')
    await on.db.updateTable('delivery').set({ state: 'failed', attempts: 12, last_error: 'mailbox full' }).where('id', '=', id).execute()
    expect(await app.owner.call(sendAgain, { id })).toMatchObject({ state: 'waiting', attempts: 0, lastError: null })
    await app.advanceTo(app.app.platform.clock.now().toString())
    expect(app.mails.map((sent) => sent.messageId)).toEqual([app.mails[0]?.messageId, app.mails[0]?.messageId])
    await app.owner.call(deactivateMember, { id: invite.personId })
    await on.db.updateTable('delivery').set({ state: 'failed' }).where('id', '=', id).execute()
    expect(await codeOf(app.owner.call(sendAgain, { id }))).toBe('conflict')
  })
})
