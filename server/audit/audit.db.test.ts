import { createToken, redeemMagicLink, requestMagicLink } from '#contract/access.ts'
import { editMe, signIn, signOut } from '#contract/account.ts'
import { checkAuditLog, listAudit, listMyAudit } from '#contract/audit.ts'
import { exportFiles } from '#contract/exports.ts'
import { acceptInvite, changeRole, deactivateMember, invitePerson } from '#contract/members.ts'
import { addSpaceMember, createSpace, editSpace, joinSpace } from '#contract/spaces.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp, weekdays } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { brokenFacts } from '#server/invariants.test-kit.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

describeOnNewest('the audit log', (on) => {
  let app: TestApp
  beforeAll(async () => { app = await startTestApp(on) })
  afterAll(() => app.stop())

  const newest = async (limit = 1, who: TestPerson = app.owner) => (await who.call(listAudit, { limit })).lines
  const says = async (limit = 1, who: TestPerson = app.owner) => (await newest(limit, who)).map((line) => line.says)

  test('begins with the workspace, and tells rights with what they were before', async () => {
    const { lines } = await app.owner.call(listAudit, { from: 0, limit: 1 })
    expect(lines[0]).toMatchObject({ seq: 1, says: 'Olga Owner set this workspace up.', content: { deed: 'workspace.set-up', via: 'web' } })
    const ana = await app.person('Ana')
    await app.owner.call(changeRole, { id: ana.id, role: 'admin' })
    expect(await newest()).toMatchObject([{ says: 'Olga Owner changed what Ana is here from member to admin.', content: { actorId: app.owner.id, personId: ana.id, facts: { from: 'member', to: 'admin' } } }])
    await app.owner.call(changeRole, { id: ana.id, role: 'admin' })
    await app.owner.call(deactivateMember, { id: ana.id })
    expect(await says(2)).toEqual(['Olga Owner ended the access of Ana.', 'Olga Owner changed what Ana is here from member to admin.'])
  })

  test('tells of ways in, also of those that were refused, and never of a secret', async () => {
    const { link } = await app.owner.call(invitePerson, { email: 'ben@example.com', role: 'member' })
    await app.visitor(acceptInvite, { token: link.split('/').at(-1) ?? '', name: 'Ben', password: 'correct horse battery', zone: 'Europe/Berlin', weeks: [weekdays('09:00', '17:00')] })
    expect(await codeOf(app.visitor(signIn, { email: 'BEN@example.com', password: 'a wrong password' }))).toBe('wrong_credentials')
    expect(await codeOf(app.visitor(signIn, { email: 'nobody@example.com', password: 'a wrong password' }))).toBe('wrong_credentials')
    await vi.waitFor(async () => expect(await says()).toEqual(['A wrong password was given for Ben.']))
    const { token } = await app.visitor(signIn, { email: 'ben@example.com', password: 'correct horse battery' })
    const ben = app.as(token)
    await ben(createToken, { label: 'My secret label', scopes: ['search:read'] })
    await ben(editMe, { password: { current: 'correct horse battery', next: 'another long one' } })
    await ben(editMe, { briefByMail: true })
    await app.visitor(requestMagicLink, { email: 'ben@example.com' })
    await app.advanceTo(app.app.platform.clock.now().add({ seconds: 1 }).toString())
    const mailed = app.mails.flatMap(({ body }) => body.links).find(({ url }) => url.includes('/sign-in/'))?.url ?? ''
    const again = await app.visitor(redeemMagicLink, { token: mailed.split('/').at(-1) ?? '' })
    await app.as(again.token)(signOut, {})
    expect(await says(8)).toEqual([
      'Ben signed out.', 'Ben signed in with a one-time link.', 'Ben changed their password.', 'Ben made a personal token for search:read.', 'Ben signed in with their password.',
      'A wrong password was given for Ben.', 'Ben accepted an invitation, as member.', 'Olga Owner invited Ben as member.',
    ])
    const { rows } = await sql<{ text: string }>`select l::text as text from audit_line l`.execute(on.db)
    const whole = rows.map(({ text }) => text).join('\n')
    for (const secret of ['correct horse', 'another long one', 'wrong password', 'My secret label', 'ben@example.com', 'Ben', token, link, mailed]) expect(whole).not.toContain(secret)
  })

  test('keeps the place of what happened in a private space, and says of it only to who sees the space', async () => {
    const cleo = await app.person('Cleo')
    const dan = await app.person('Dan')
    const { id } = await cleo.call(createSpace, { name: 'Sealed', visibility: 'private' })
    await cleo.call(addSpaceMember, { id, personId: dan.id })
    expect(await newest(2)).toMatchObject([{ content: null, says: 'Something in a space that you do not see.' }, { content: null }])
    await app.asSystem((act) => act.tx.updateTable('person').set({ role: 'admin' }).where('workspace_id', '=', app.workspaceId).where('id', '=', cleo.id).execute())
    expect(await says(2, cleo)).toEqual(['Cleo added Dan to Sealed.', 'Cleo made Sealed, which is private.'])
    await cleo.call(editSpace, { id, visibility: 'open' })
    expect(await says(3)).toEqual(['Cleo opened Sealed to everybody.', 'Cleo added Dan to Sealed.', 'Cleo made Sealed, which is private.'])
  })

  test('says of oneself to each, in their language, and nothing of others', async () => {
    const eva = await app.person('Eva', { joins: false })
    const gil = await app.person('Gil', { role: 'guest', joins: false })
    await app.asSystem((act) => act.tx.updateTable('person').set({ locale: 'de-DE' }).where('workspace_id', '=', app.workspaceId).where('id', '=', eva.id).execute())
    await eva.call(joinSpace, { id: app.spaceId })
    await app.owner.call(changeRole, { id: gil.id, role: 'guest' })
    await app.owner.call(changeRole, { id: eva.id, role: 'guest' })
    expect((await eva.call(listMyAudit, {})).lines.map((line) => line.says)).toEqual(['Olga Owner hat die Rolle von Eva geändert: vorher Mitglied, jetzt Gast.', 'Eva ist beigetreten: Team.'])
    expect((await gil.call(listMyAudit, {})).lines).toEqual([])
    expect([await codeOf(eva.call(listAudit, {})), await codeOf(eva.call(checkAuditLog, {}))]).toEqual(['not_allowed', 'not_allowed'])
  })

  test('tells once of what was sent twice, nothing of what was refused, and once of an export', async () => {
    const before = (await newest())[0]?.seq ?? 0
    const fay = await app.person('Fay')
    const key = 'the same key for both of them'
    await Promise.all([app.owner.call(changeRole, { id: fay.id, role: 'guest' }, { idempotencyKey: key }), app.owner.call(changeRole, { id: fay.id, role: 'guest' }, { idempotencyKey: key })])
    expect(await codeOf(fay.call(changeRole, { id: app.owner.id, role: 'member' }))).not.toBe('no refusal')
    const { next } = await app.owner.call(exportFiles, { limit: 1 })
    if (next !== null) await app.owner.call(exportFiles, { limit: 1, cursor: next })
    expect((await app.owner.call(listAudit, { from: before + 1 })).lines.map(({ content }) => content?.deed)).toEqual(['member.role-changed', 'export.taken'])
  })

  test('is one chain, however many write at once, and its pages give all of it', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, (_none, at) => app.person(`Writer ${at}`)))
    await Promise.all(people.flatMap((one) => [1, 2, 3].map((at) => one.call(createToken, { label: `${at}`, scopes: ['search:read'] }))))
    const { read, head, faults } = await app.owner.call(checkAuditLog, {})
    expect(faults).toEqual([])
    const seen: number[] = []
    for (let from: number | null = 0; from !== null;) {
      const page: Awaited<ReturnType<typeof app.owner.call<typeof listAudit>>> = await app.owner.call(listAudit, { from, limit: 7 })
      seen.push(...page.lines.map(({ seq }) => seq))
      from = page.next
    }
    expect([seen.length, seen.at(-1), new Set(seen).size]).toEqual([read, head.seq, read])
    expect(await brokenFacts(on.url)).toEqual([])
  })
})
