import { answerPrompt, createForm, listPrompts, readRound } from '#contract/checkins.ts'
import { postWrap } from '#contract/handoffs.ts'
import { localDate, localTime } from '#domain/time/local.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { addMember, addSpace } from '#server/spaces/public.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

describeOnNewest('a standup answered by last evening’s wrap', (on) => {
  let app: TestApp
  let mei: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on, { clock: '2026-03-23T00:00:00Z' })
    mei = await app.person('Mei Tan', { zone: 'Asia/Manila' })
    await app.owner.call(createForm, { spaceId: app.spaceId, kind: 'standup' })
    await app.owner.call(createForm, { spaceId: app.spaceId, kind: 'weekly_shipped' })
  })
  afterAll(() => app.stop())
  const waiting = async (kind: string) => (await mei.call(listPrompts, {})).prompts.find((prompt) => prompt.form.kind === kind && prompt.state === 'open')
  const wrap = (given: object = {}) => mei.call(postWrap, { spaceId: app.spaceId, state: 'Halfway.', nextAction: 'Switch the traffic.', mostImportant: 'It works.', done: [{ text: 'Moved the invoices.' }], blockers: [{ text: 'The key of the client.' }], ...given })

  test('in the morning her wrap of the evening has answered it, with its number', async () => {
    await app.advanceTo('2026-03-23T08:50:00Z')
    const { number } = await wrap()
    await app.advanceTo('2026-03-24T01:00:00Z')
    expect((await waiting('standup'))?.prefill).toEqual([
      { key: 'yesterday', text: 'Moved the invoices.', source: number }, { key: 'today', text: 'Switch the traffic.', source: number }, { key: 'blockers', text: 'The key of the client.', source: number },
    ])
  })

  test('she keeps two answers and drops one; the team reads what she kept', async () => {
    const prompt = await waiting('standup')
    await mei.call(answerPrompt, { id: prompt?.id ?? '', answers: (prompt?.prefill ?? []).filter((one) => one.key !== 'blockers') })
    const round = await app.owner.call(readRound, { id: prompt?.form.id ?? '', date: '2026-03-24' })
    expect(round.answers[0]?.answers).toMatchObject([{ key: 'yesterday', source: 1 }, { key: 'today', text: 'Switch the traffic.', source: 1 }])
    expect(round.expected.map((one) => one.sentence)).toEqual(['Olga Owner is asked at 09:00 and has until 11:00.'])
  })

  test('a wrap of a private space is not suggested to another, and an old one is no answer to today', async () => {
    const privateId = await app.asSystem((act) => addSpace(act, { name: 'Board', purpose: '', visibility: 'private', noise: 'work' }, mei.id))
    await app.advanceTo('2026-03-24T08:00:00Z')
    await wrap({ spaceId: privateId, done: [{ text: 'Sold the ship.' }] })
    await app.advanceTo('2026-03-25T01:00:00Z')
    expect((await waiting('standup'))?.prefill).toEqual([])
  })

  test('on Friday the wraps of the week answer the weekly form', async () => {
    await app.advanceTo('2026-03-26T08:00:00Z')
    await wrap({ done: [{ text: 'Switched the traffic.' }], blockers: [], decisions: [{ text: 'Keep one queue', why: 'two drifted' }] })
    await app.advanceTo('2026-03-27T06:00:00Z')
    expect((await waiting('weekly_shipped'))?.prefill.find((one) => one.key === 'shipped')?.text).toBe('- Moved the invoices. (#1)\n- Switched the traffic. (#4)')
  })
})

describeOnNewest('a fortnight over the clock change', (on) => {
  let app: TestApp
  beforeAll(async () => { app = await startTestApp(on, { clock: '2026-03-22T12:00:00Z' }) })
  afterAll(() => app.stop())

  test('everybody is asked once a date, at nine on their own clock, and never misses by the change', async () => {
    const zones = { 'Nora York': 'America/New_York', 'Mei Tan': 'Asia/Manila', 'Kabir Rao': 'Asia/Kolkata' }
    const people = new Map<string, string>([[app.owner.id, 'Europe/Berlin']])
    for (const [name, zone] of Object.entries(zones)) people.set((await app.person(name, { zone })).id, zone)
    const second = await app.asSystem((act) => addSpace(act, { name: 'Second', purpose: '', visibility: 'open', noise: 'work' }, app.owner.id))
    await app.asSystem(async (act) => { for (const id of people.keys()) await addMember(act, second, id) })
    await app.owner.call(createForm, { spaceId: app.spaceId, kind: 'standup' })
    await app.owner.call(createForm, { spaceId: second, kind: 'custom', name: 'Pulse', questions: [{ key: 'mood', text: 'How is it going?' }], schedule: { days: [1, 2, 3, 4, 5], at: '09:00', window_minutes: 60 } })
    await app.advanceTo('2026-04-04T12:00:00Z')
    const rows = await on.db.selectFrom('checkin_prompt').select(['person_id', 'form_id', 'on_date', 'asked_at']).execute()
    expect(rows).toHaveLength(2 * 10 * people.size)
    for (const row of rows) {
      const zone = people.get(row.person_id) ?? ''
      expect([localTime(row.asked_at, zone), localDate(row.asked_at, zone)]).toEqual(['09:00', row.on_date])
    }
  })
})
