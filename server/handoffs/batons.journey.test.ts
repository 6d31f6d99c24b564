import { acceptBaton, answerBaton, answerBatonLink, postWrap, readBaton, returnBaton } from '#contract/handoffs.ts'
import type { BatonView } from '#contract/handoffs.ts'
import { addAbsence, setHours } from '#contract/people.ts'
import { mailsTo, someWrap, tokenIn } from '#server/handoffs/handoffs.test-kit.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp, weekdays } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'

describeOnNewest('the way of a baton', (on) => {
  let app: TestApp
  let ben: TestPerson
  let kenji: TestPerson
  let mei: TestPerson
  beforeEach(async () => {
    await on.empty()
    app = await startTestApp(on, { clock: '2026-03-23T15:50:00Z' })
    ben = await app.person('Ben')
    kenji = await app.person('Kenji', { zone: 'Asia/Tokyo', weeks: [weekdays('09:00', '18:00')] })
    mei = await app.person('Mei', { zone: 'Asia/Manila', weeks: [weekdays('09:00', '18:00')] })
  })
  afterEach(() => app.stop())

  const handToKenji = async (): Promise<string> => {
    const wrap = await ben.call(postWrap, { ...someWrap, spaceId: app.spaceId, batons: [{ text: 'Rotate the keys', nextStep: 'Begin with staging', to: { kind: 'person', personId: kenji.id } }] })
    return wrap.batons[0]?.id ?? ''
  }
  const see = (id: string): Promise<BatonView> => ben.call(readBaton, { id })
  const about = (name: string) => mailsTo(app, name).filter((mail) => mail.subject.endsWith('Rotate the keys'))

  test('returned from the mail, answered the next morning, accepted in the app', async () => {
    const id = await handToKenji()
    await app.advanceTo('2026-03-24T00:10:00Z')
    await app.visitor(answerBatonLink, { token: tokenIn(about('kenji')[0]), question: 'Which keys?' })
    await app.advanceTo('2026-03-24T08:30:00Z')
    expect(await see(id)).toMatchObject({ state: 'returned', holderId: ben.id, lapsesAt: null, question: 'Which keys?' })
    expect(await ben.call(answerBaton, { id, answer: 'Those of the gateway.' })).toMatchObject({ state: 'offered', startsAt: '2026-03-24T08:30:00Z', lapsesAt: '2026-03-24T09:00:00Z' })
    await app.advanceTo('2026-03-24T08:31:00Z')
    expect(about('kenji').map((mail) => mail.body.text.includes('Ben answers: Those of the gateway.'))).toEqual([false, true])
    await kenji.call(acceptBaton, { id })
    expect((await see(id)).steps.map((step) => step.sentence)).toEqual([
      'You offered it to Kenji.', 'Kenji gave it back with a question: Which keys?', 'You answered, and it is offered to Kenji again: Those of the gateway.', 'Kenji accepted it.',
    ])
  })

  test('falls to the cover of somebody who reports sick in the night, and the cover accepts', async () => {
    const id = await handToKenji()
    await app.advanceTo('2026-03-23T22:00:00Z')
    await kenji.call(addAbsence, { id: kenji.id, start: '2026-03-23T22:00:00Z', end: '2026-03-24T22:00:00Z', coverId: mei.id })
    expect(await see(id)).toMatchObject({ state: 'offered', lapsesAt: '2026-03-24T00:30:00Z', coverName: 'Mei', why: expect.stringContaining('it goes to Mei') })
    await app.advanceTo('2026-03-24T00:45:00Z')
    expect(await see(id)).toMatchObject({ state: 'lapsed', receiverName: 'Mei', startsAt: '2026-03-24T01:00:00Z', lapsesAt: '2026-03-24T01:30:00Z' })
    expect(about('mei')).toEqual([])
    await app.advanceTo('2026-03-24T01:05:00Z')
    await app.visitor(answerBatonLink, { token: tokenIn(about('mei')[0]) })
    await app.advanceTo('2026-03-24T12:00:00Z')
    expect(await see(id)).toMatchObject({ state: 'accepted', holderId: mei.id, steps: [{ kind: 'offered' }, { kind: 'replanned' }, { kind: 'lapsed' }, { kind: 'accepted' }] })
    expect(app.mails.filter((mail) => mail.subject.startsWith('Nobody holds'))).toEqual([])
  })

  test('is taken by nobody, and the alarm sounds once for each side', async () => {
    const id = await handToKenji()
    await app.advanceTo('2026-03-26T12:00:00Z')
    expect(await see(id)).toMatchObject({ state: 'unowned', holderId: null, can: ['offer', 'withdraw', 'take'] })
    expect(app.mails.filter((mail) => mail.subject === 'Nobody holds: Rotate the keys').map((mail) => mail.to.name).toSorted()).toEqual(['Ben', 'Kenji'])
    const events = await on.db.selectFrom('event').select(['kind', 'space_id']).where('workspace_id', '=', app.workspaceId).where('kind', '=', 'baton.unowned').execute()
    expect(events).toEqual([{ kind: 'baton.unowned', space_id: app.spaceId }])
    expect(await app.owner.call(acceptBaton, { id })).toMatchObject({ state: 'accepted', holderId: app.owner.id })
  })

  test('follows somebody who moves zone in mid-week, and never lapses earlier than was shown', async () => {
    const id = await handToKenji()
    await app.advanceTo('2026-03-23T20:00:00Z')
    await kenji.call(setHours, { id: kenji.id, from: '2026-03-24', zone: 'Europe/Lisbon', weeks: [weekdays('09:00', '18:00')] })
    expect(await see(id)).toMatchObject({ state: 'offered', startsAt: '2026-03-24T09:00:00Z', lapsesAt: '2026-03-24T09:30:00Z' })
    await app.advanceTo('2026-03-24T08:00:00Z')
    expect(about('kenji')).toEqual([])
    await kenji.call(setHours, { id: kenji.id, from: '2026-03-24', zone: 'Europe/Lisbon', weeks: [weekdays('08:00', '18:00')] })
    expect(await see(id)).toMatchObject({ startsAt: '2026-03-24T08:00:00Z', lapsesAt: '2026-03-24T09:30:00Z' })
    await app.advanceTo('2026-03-24T08:01:00Z')
    expect(about('kenji')).toHaveLength(1)
    await kenji.call(returnBaton, { id, question: 'From here too?' })
    await ben.call(answerBaton, { id, answer: 'Yes.' })
    await kenji.call(acceptBaton, { id })
    expect(await see(id)).toMatchObject({ state: 'accepted', holderId: kenji.id })
  })
})
