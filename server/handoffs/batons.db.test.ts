import { acceptBaton, answerBaton, answerBatonLink, batonDone, listBatons, offerBaton, prefillWrap, previewReceiver, readBaton, readBatonLink, reopenBaton, returnBaton, withdrawBaton } from '#contract/handoffs.ts'
import type { BatonView, Receiver } from '#contract/handoffs.ts'
import { postWrap } from '#contract/handoffs.ts'
import { mailsTo, refusalOf, someWrap, tokenIn } from '#server/handoffs/handoffs.test-kit.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { addMember, addSpace } from '#server/spaces/public.ts'
import { startTestApp, weekdays } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

describeOnBoth('batons', (on) => {
  let app: TestApp
  let ben: TestPerson
  let kenji: TestPerson
  let mei: TestPerson
  let gwen: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on, { clock: '2026-03-23T15:50:00Z' })
    ben = await app.person('Ben')
    kenji = await app.person('Kenji', { zone: 'Asia/Tokyo', weeks: [weekdays('09:00', '18:00')] })
    mei = await app.person('Mei', { zone: 'Asia/Manila', weeks: [weekdays('09:00', '18:00')] })
    gwen = await app.person('Gwen', { role: 'guest', joins: false })
  })
  afterAll(() => app.stop())

  const hand = async (to: Receiver, { from = ben, spaceId = app.spaceId, text = 'Watch the rollout' } = {}): Promise<BatonView> => {
    const wrap = await from.call(postWrap, { ...someWrap, spaceId, batons: [{ text, to }] })
    return wrap.batons[0] as BatonView
  }
  const toKenji = (): Promise<BatonView> => hand({ kind: 'person', personId: kenji.id })
  const effects = (id: string) => on.db.selectFrom('baton_step').select('kind').where('workspace_id', '=', app.workspaceId).where('baton_id', '=', id).orderBy('at').orderBy('id').execute().then((rows) => rows.map((row) => row.kind))

  test('of two who accept at once, one gets it', async () => {
    const baton = await toKenji()
    const codes = await Promise.all([1, 2].map(() => refusalOf(kenji.call(acceptBaton, { id: baton.id }))))
    expect(codes.toSorted()).toEqual(['conflict', 'no refusal'])
    expect(await effects(baton.id)).toEqual(['offered', 'accepted'])
    expect(await kenji.call(readBaton, { id: baton.id })).toMatchObject({ state: 'accepted', holderId: kenji.id, can: ['done'], lapsesAt: null })
  })

  test('a question goes to the giver, the answer comes back with a fresh clock, and then it is accepted', async () => {
    const { id } = await toKenji()
    expect(await kenji.call(returnBaton, { id, question: 'Which dashboard?' })).toMatchObject({ state: 'returned', holderId: ben.id, lapsesAt: null, can: [] })
    expect(await ben.call(readBaton, { id })).toMatchObject({ question: 'Which dashboard?', can: ['answer', 'offer', 'withdraw'] })
    expect(await refusalOf(kenji.call(acceptBaton, { id }))).toBe('conflict')
    expect(await ben.call(answerBaton, { id, answer: 'The blue one.' })).toMatchObject({ state: 'offered', lapsesAt: '2026-03-24T00:30:00Z' })
    await kenji.call(acceptBaton, { id })
    expect(await effects(id)).toEqual(['offered', 'returned', 'answered', 'accepted'])
  })

  test('the giver offers it to somebody else, or takes it back', async () => {
    const { id } = await toKenji()
    expect(await ben.call(offerBaton, { id, to: { kind: 'person', personId: mei.id } })).toMatchObject({ receiverName: 'Mei', to: { kind: 'person', personId: mei.id }, lapsesAt: '2026-03-24T01:30:00Z' })
    expect(await refusalOf(kenji.call(acceptBaton, { id }))).toBe('not_allowed')
    expect(await ben.call(withdrawBaton, { id, reason: 'Solved.' })).toMatchObject({ state: 'withdrawn', holderId: null, can: [] })
    expect(await refusalOf(mei.call(acceptBaton, { id }))).toBe('conflict')
  })

  test('others neither accept, return, answer, offer nor withdraw', async () => {
    const { id } = await toKenji()
    const tries = [mei.call(acceptBaton, { id }), mei.call(returnBaton, { id, question: 'Why?' }), mei.call(offerBaton, { id, to: { kind: 'shift' } }), kenji.call(withdrawBaton, { id, reason: 'No.' })]
    expect(await Promise.all(tries.map(refusalOf))).toEqual(['not_allowed', 'not_allowed', 'not_allowed', 'not_allowed'])
    expect(await refusalOf(gwen.call(readBaton, { id }))).toBe('not_found')
  })

  test('before it is handed over, the form says who receives and when', async () => {
    const shift = await ben.call(previewReceiver, { spaceId: app.spaceId, kind: 'shift' })
    expect(shift).toMatchObject({ receiverName: 'Kenji', startsAt: '2026-03-24T00:00:00Z', sentence: expect.stringContaining('Kenji starts at 09:00 Tokyo') })
    expect(await ben.call(previewReceiver, { spaceId: app.spaceId, kind: 'person', id: gwen.id })).toMatchObject({ receiverId: null, sentence: 'Gwen cannot see Team. Add Gwen to the space first, or choose somebody who is in it.' })
    expect(await refusalOf(ben.call(previewReceiver, { spaceId: app.spaceId, kind: 'role' }))).toBe('bad_input')
  })

  test('somebody who cannot see a private space is not handed anything in it', async () => {
    const spaceId = await app.asSystem((act) => addSpace(act, { name: 'Secret', purpose: '', visibility: 'private', noise: 'work' }, ben.id))
    const refused = ben.call(postWrap, { ...someWrap, spaceId, batons: [{ text: 'x', to: { kind: 'person', personId: kenji.id } }] })
    expect(await refusalOf(refused)).toBe('bad_input')
    await app.asSystem((act) => addMember(act, spaceId, kenji.id))
    const baton = await hand({ kind: 'person', personId: kenji.id }, { spaceId })
    expect(await refusalOf(mei.call(readBaton, { id: baton.id }))).toBe('not_found')
    expect((await mei.call(listBatons, { of: 'to-me' })).items.every((one) => one.spaceId !== spaceId)).toBe(true)
  })

  test('a list goes on where its page ended', async () => {
    const made = [await toKenji(), await toKenji(), await toKenji()].map((baton) => baton.id).toReversed()
    const first = await kenji.call(listBatons, { of: 'to-me', limit: 2 })
    const second = await kenji.call(listBatons, { of: 'to-me', limit: 2, cursor: first.next ?? '' })
    expect([...first.items, ...second.items].slice(0, 3).map((baton) => baton.id)).toEqual(made)
    expect((await ben.call(listBatons, { of: 'from-me', settled: 'true' })).items.every((baton) => ['accepted', 'withdrawn', 'done'].includes(baton.state))).toBe(true)
    expect(await refusalOf(ben.call(listBatons, { of: 'space' }))).toBe('bad_input')
    expect(await refusalOf(ben.call(listBatons, { cursor: 'nonsense' }))).toBe('bad_input')
  })

  test('who holds it says once that it is done, and what came of it; the giver sees it, and it stands in neither’s hands', async () => {
    const { id } = await toKenji()
    expect(await refusalOf(kenji.call(batonDone, { id }))).toBe('conflict')
    await kenji.call(acceptBaton, { id })
    expect(await Promise.all([ben, mei].map((who) => refusalOf(who.call(batonDone, { id }))))).toEqual(['not_allowed', 'not_allowed'])
    const codes = await Promise.all([1, 2].map(() => refusalOf(kenji.call(batonDone, { id, outcome: 'It is at 100 %.' }))))
    expect(codes.toSorted()).toEqual(['conflict', 'no refusal'])
    expect(await effects(id)).toEqual(['offered', 'accepted', 'done'])
    expect(await ben.call(readBaton, { id })).toMatchObject({ state: 'done', holderId: null, outcome: 'It is at 100 %.', can: [], why: expect.stringMatching(/^Kenji said that it is done \(.+\): It is at 100 %\.$/) })
    expect((await ben.call(listBatons, { of: 'from-me', settled: 'true' })).items.map((one) => one.id)).toContain(id)
    expect(await refusalOf(gwen.call(batonDone, { id }))).toBe('not_found')
    const said = await kenji.call(prefillWrap, { spaceId: app.spaceId })
    expect(said.done.map(({ text }) => text)).toContain('Finished: Watch the rollout')
    expect(said.batonsHeld.map((one) => one.id)).not.toContain(id)
  })

  test('not done after all, whoever said so holds it again, and nothing of what they said is left but its history', async () => {
    const { id } = await toKenji()
    await kenji.call(acceptBaton, { id })
    expect(await refusalOf(kenji.call(reopenBaton, { id }))).toBe('conflict')
    expect(await kenji.call(batonDone, { id })).toMatchObject({ state: 'done', outcome: '', can: ['reopen'] })
    expect(await Promise.all([ben, mei].map((who) => refusalOf(who.call(reopenBaton, { id }))))).toEqual(['not_allowed', 'not_allowed'])
    expect(await kenji.call(reopenBaton, { id })).toMatchObject({ state: 'accepted', holderId: kenji.id, outcome: null, doneAt: null, can: ['done'] })
    await kenji.call(batonDone, { id, outcome: 'Now it is.' })
    expect((await ben.call(readBaton, { id })).steps.slice(2).map(({ sentence }) => sentence)).toEqual(['Kenji said that it is done.', 'Kenji said that it is not done after all.', 'Kenji said that it is done: Now it is.'])
  })

  test('the mail comes when the shift starts, and its link acts once without sign-in', async () => {
    const baton = await hand({ kind: 'person', personId: kenji.id }, { text: 'Rotate the keys' })
    const about = () => mailsTo(app, 'kenji').filter((mail) => mail.subject.includes('Rotate the keys'))
    await app.advanceTo('2026-03-23T23:59:00Z')
    expect(about()).toEqual([])
    await app.advanceTo('2026-03-24T00:01:00Z')
    expect(about()).toHaveLength(1)
    const token = tokenIn(about()[0])
    expect(await app.visitor(readBatonLink, { token })).toMatchObject({ receiverName: 'Kenji', baton: { id: baton.id, state: 'offered', can: ['accept', 'return'] } })
    const codes = await Promise.all(Array.from({ length: 20 }, () => refusalOf(app.visitor(answerBatonLink, { token }))))
    expect(codes.filter((code) => code === 'no refusal')).toHaveLength(1)
    expect(codes.every((code) => ['no refusal', 'conflict', 'link_used'].includes(code))).toBe(true)
    expect(await effects(baton.id)).toEqual(['offered', 'accepted'])
    expect(await refusalOf(app.visitor(readBatonLink, { token }))).toBe('link_used')
    expect(await refusalOf(app.visitor(readBatonLink, { token: `${token.slice(0, -1)}!` }))).toBe('not_found')
  })

  test('a link is dead once the baton is offered to another, its account is gone, or two weeks have passed', async () => {
    const given = await Promise.all(['Passed on', 'Still mine'].map((text) => hand({ kind: 'person', personId: kenji.id }, { text })))
    await app.advanceTo('2026-03-24T00:02:00Z')
    const [passed = '', mine = ''] = ['Passed on', 'Still mine'].map((text) => tokenIn(mailsTo(app, 'kenji').find((mail) => mail.subject.includes(text))))
    await ben.call(offerBaton, { id: given[0]?.id ?? '', to: { kind: 'person', personId: mei.id } })
    expect(await refusalOf(app.visitor(answerBatonLink, { token: passed }))).toBe('link_used')
    await app.visitor(answerBatonLink, { token: mine, question: 'Which?' })
    await app.advanceTo('2026-04-08T00:00:00Z')
    expect(await refusalOf(app.visitor(readBatonLink, { token: mine }))).toBe('link_expired')
  })
})
