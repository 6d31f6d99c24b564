import { addAbsence, answerSwap, listPeople, offerSwap, readHours, setHours } from '#contract/people.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp, weekdays } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

describeOnNewest('swaps', (on) => {
  let app: TestApp
  let giver: TestPerson
  let taker: TestPerson
  let made = 0
  beforeAll(async () => { app = await startTestApp(on) })
  beforeEach(async () => {
    made += 1
    giver = await app.person(`Giver ${made}`)
    taker = await app.person(`Taker ${made}`, { weeks: [[]] })
  })
  afterAll(() => app.stop())
  const offered = () => giver.call(offerSwap, { takerId: taker.id, date: '2026-03-25', note: 'concert' })
  const calendarOf = async (person: TestPerson) => (await person.call(listPeople, {})).people.find((one) => one.id === person.id)?.calendar

  test('an accepted shift moves from one to the other, and both plan again', async () => {
    const swap = await offered()
    expect(swap).toMatchObject({ state: 'offered', spans: [{ start: '2026-03-25T08:00:00Z', end: '2026-03-25T16:00:00Z' }], can: ['withdraw'] })
    expect((await calendarOf(giver))?.given).toEqual([])
    expect((await taker.call(readHours, { id: taker.id })).swaps).toMatchObject([{ id: swap.id, can: ['accept', 'decline'], note: 'concert' }])
    await taker.call(answerSwap, { id: swap.id, answer: 'accept' })
    expect((await calendarOf(giver))?.given).toEqual(['2026-03-25'])
    expect((await calendarOf(taker))?.taken).toEqual([{ start: '2026-03-25T08:00:00Z', end: '2026-03-25T16:00:00Z' }])
    const told = await on.db.selectFrom('event').select('payload').where('kind', '=', 'people.hours_changed').orderBy('seq', 'desc').limit(2).execute()
    expect(told.map((event) => event.payload['personId'])).toEqual([taker.id, giver.id])
  })

  test('only the taker answers, only the giver withdraws, and others see no note', async () => {
    const swap = await offered()
    const other = await app.person(`Other ${made}`)
    expect(await codeOf(giver.call(answerSwap, { id: swap.id, answer: 'accept' }))).toBe('not_allowed')
    expect(await codeOf(taker.call(answerSwap, { id: swap.id, answer: 'withdraw' }))).toBe('not_allowed')
    expect(await codeOf(other.call(answerSwap, { id: swap.id, answer: 'accept' }))).toBe('not_found')
    expect((await other.call(readHours, { id: giver.id })).swaps).toMatchObject([{ note: '', can: [] }])
    await giver.call(answerSwap, { id: swap.id, answer: 'withdraw' })
    expect(await codeOf(taker.call(answerSwap, { id: swap.id, answer: 'accept' }))).toBe('conflict')
    expect((await offered()).state).toBe('offered')
  })

  test('accepting and withdrawing at the same moment: one of the two wins', async () => {
    const swap = await offered()
    const codes = await Promise.all([codeOf(taker.call(answerSwap, { id: swap.id, answer: 'accept' })), codeOf(giver.call(answerSwap, { id: swap.id, answer: 'withdraw' }))])
    expect(codes.toSorted()).toEqual(['conflict', 'no refusal'])
  })

  test('one shift is offered once, and not to oneself', async () => {
    await offered()
    expect(await codeOf(offered())).toBe('conflict')
    expect(await codeOf(giver.call(offerSwap, { takerId: giver.id, date: '2026-03-26' }))).toBe('bad_input')
    expect(await codeOf(giver.call(offerSwap, { takerId: taker.id, date: '2026-03-28' }))).toBe('no_working_time')
  })

  test('a shift that changed, or that its taker is away from, is not accepted any more', async () => {
    const first = await offered()
    await giver.call(setHours, { id: giver.id, zone: 'Europe/Berlin', weeks: [weekdays('10:00', '18:00')] })
    expect(await codeOf(taker.call(answerSwap, { id: first.id, answer: 'accept' }))).toBe('conflict')
    await taker.call(answerSwap, { id: first.id, answer: 'decline' })
    const second = await offered()
    await taker.call(addAbsence, { id: taker.id, start: '2026-03-25T12:00:00Z', end: '2026-03-25T13:00:00Z' })
    expect(await codeOf(taker.call(answerSwap, { id: second.id, answer: 'accept' }))).toBe('conflict')
  })
})
