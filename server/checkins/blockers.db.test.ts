import { answerAsk, owe, readAsk, wait } from '#contract/asks.ts'
import { readBrief } from '#contract/brief.ts'
import * as checkins from '#contract/checkins.ts'
import { createSpace } from '#contract/spaces.ts'
import { moveThread, readThread } from '#contract/threads.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { addSpace } from '#server/spaces/public.ts'
import { codeOf, startTestApp, weekdays } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

describeOnNewest('what blocks somebody becomes an ask', (on) => {
  let app: TestApp
  let ben: TestPerson
  let mei: TestPerson
  let formId: string
  beforeAll(async () => {
    app = await startTestApp(on, { clock: '2026-03-23T00:00:00Z' })
    ben = await app.person('Ben Adler')
    mei = await app.person('Mei Tan', { zone: 'Asia/Manila', weeks: [weekdays('09:00', '18:00')] })
    formId = (await app.owner.call(checkins.createForm, { spaceId: app.spaceId, kind: 'standup' })).id
    await app.advanceTo('2026-03-23T08:00:00Z')
  })
  afterAll(() => app.stop())
  const promptOf = async (person: TestPerson) => (await person.call(checkins.listPrompts, {})).prompts.find((one) => one.form.id === formId)?.id ?? ''
  const TODAY = { key: 'today', text: 'Moving the invoices.' }
  const KEY = { key: 'blockers', text: 'The key of the client; Mei Tan has it.\n\nWithout it nothing can be signed.' }

  test.each<[string, string, object]>([
    ['another question than the one for blockers', 'bad_input', { ...TODAY, ask: { to: 'mei' } }],
    ['nothing in the way', 'bad_input', { key: 'blockers', text: ' ', ask: { to: 'mei' } }],
    ['oneself', 'bad_input', { ...KEY, ask: { to: 'ben' } }],
    ['somebody who is not there', 'bad_input', { ...KEY, ask: { to: 'nobody' } }],
  ])('but not of %s: nothing of the check-in is published then', async (_why, code, answer) => {
    const ids: Record<string, string> = { mei: mei.id, ben: ben.id, nobody: '00000000-0000-7000-8000-000000000000' }
    const said = JSON.parse(JSON.stringify(answer), (key, value: unknown) => key === 'to' ? ids[String(value)] : value) as { key: string; text: string; ask: { to: string } }
    expect(await codeOf(ben.call(checkins.answerPrompt, { id: await promptOf(ben), answers: [...(said.key === 'today' ? [] : [TODAY]), said] }))).toBe(code)
    expect((await ben.call(checkins.readRound, { id: formId, date: '2026-03-23' })).answers).toEqual([])
  })

  test('of whoever can clear it, with a clock on their hours, linked both ways', async () => {
    const answer = await ben.call(checkins.answerPrompt, { id: await promptOf(ben), answers: [TODAY, { ...KEY, ask: { to: mei.id, needBy: '2026-03-24T12:00:00Z' } }] })
    expect(answer.asks).toMatchObject([{ title: 'Blocked: The key of the client; Mei Tan has it.', answererName: 'Mei Tan', open: true }])
    const number = answer.asks[0]?.number ?? 0
    await app.advanceTo(app.app.platform.clock.now().add({ seconds: 10 }).toString())
    const asked = await mei.call(readAsk, { number })
    expect(asked).toMatchObject({ askerName: 'Ben Adler', kind: 'answer', needBy: '2026-03-24T12:00:00Z', dueAt: '2026-03-24T10:00:00Z', body: `${KEY.text}\n\nFrom my check-in #${answer.number}.` })
    expect((await mei.call(owe, {})).groups.flatMap((group) => group.asks).map((ask) => ask.number)).toEqual([number])
    expect((await ben.call(wait, {})).groups.flatMap((group) => group.asks).map((ask) => ask.number)).toEqual([number])
    expect((await mei.call(readThread, { number })).links).toContainEqual(expect.objectContaining({ number: answer.number, kind: 'checkin', how: 'elevated', direction: 'from' }))
    expect((await mei.call(checkins.readRound, { id: formId, date: '2026-03-23' })).answers).toMatchObject([{ asks: [{ number }], can: [] }])
  })

  test('and stands in their brief as what is due, not as something that names them besides', async () => {
    await app.advanceTo('2026-03-24T01:00:00Z')
    const { sections } = await mei.call(readBrief, {})
    const told = (name: string) => sections.find((section) => section.name === name)?.items.map((item) => item.kind) ?? []
    expect([told('due').filter((kind) => kind !== 'checkin'), told('unblock')]).toEqual([['ask'], []])
  })

  test('its answer is told where the check-in stands', async () => {
    const read = async () => (await ben.call(checkins.readRound, { id: formId, date: '2026-03-23' })).answers[0]
    await mei.call(answerAsk, { number: (await read())?.asks[0]?.number ?? 0, body: 'It is in the vault now.' })
    expect((await read())?.asks).toMatchObject([{ open: false, status: expect.stringContaining('Mei') }])
  })

  test('also once it is published: by its author alone, of several people', async () => {
    await app.advanceTo('2026-03-24T08:00:00Z')
    const { number, asks, can } = await ben.call(checkins.answerPrompt, { id: await promptOf(ben), answers: [TODAY, { key: 'blockers', text: 'The stage is down.' }] })
    expect([asks, can]).toEqual([[], ['ask-blocker']])
    expect(await codeOf(mei.call(checkins.askBlocker, { number, key: 'blockers', to: app.owner.id }))).toBe('not_allowed')
    expect(await codeOf(ben.call(checkins.askBlocker, { number, key: 'today', to: mei.id }))).toBe('bad_input')
    expect(await codeOf(ben.call(checkins.askBlocker, { number, key: 'blocked', to: mei.id }))).toBe('bad_input')
    await ben.call(checkins.askBlocker, { number, key: 'blockers', to: mei.id })
    const after = await ben.call(checkins.askBlocker, { number, key: 'blockers', to: app.owner.id })
    expect(after.asks.map((ask) => ask.answererName)).toEqual(['Mei Tan', 'Olga Owner'])
  })

  test('an ask that was moved out of sight is not named where it was made', async () => {
    const round = async (reader: TestPerson) => (await reader.call(checkins.readRound, { id: formId, date: '2026-03-24' })).answers.flatMap((answer) => answer.asks.map((ask) => ask.answererName))
    expect(await round(app.owner)).toEqual(['Mei Tan', 'Olga Owner'])
    const { asks } = (await ben.call(checkins.readRound, { id: formId, date: '2026-03-24' })).answers[0] ?? { asks: [] }
    const hidden = await ben.call(createSpace, { name: 'Closed', visibility: 'private' })
    await ben.call(moveThread, { number: asks[0]?.number ?? 0, spaceId: hidden.id })
    expect(await round(app.owner)).toEqual(['Olga Owner'])
    expect(await round(ben)).toHaveLength(2)
  })

  test('a check-in of a private space asks nobody outside of it', async () => {
    const hidden = await app.asSystem((act) => addSpace(act, { name: 'Board', purpose: '', visibility: 'private', noise: 'work' }, app.owner.id))
    const form = await app.owner.call(checkins.createForm, { spaceId: hidden, kind: 'standup', schedule: { days: [1, 2, 3, 4, 5], at: '16:00', window_minutes: 60 } })
    await app.advanceTo('2026-03-24T15:00:00Z')
    const prompt = (await app.owner.call(checkins.listPrompts, {})).prompts.find((one) => one.form.id === form.id)
    expect(await codeOf(app.owner.call(checkins.answerPrompt, { id: prompt?.id ?? '', answers: [TODAY, { ...KEY, ask: { to: mei.id } }] }))).toBe('bad_input')
  })
})
