import * as checkins from '#contract/checkins.ts'
import { ProblemError } from '#contract/problem.ts'
import { hoursChanged, setHours } from '#server/people/public.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { addMember, addSpace } from '#server/spaces/public.ts'
import { startTestApp, weekdays } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const codeOf = (promise: Promise<unknown>) => promise.then(() => 'no refusal', (error: unknown) => error instanceof ProblemError ? error.problem.code : String(error))
const today = (key: string, text: string) => ({ key, text })

describeOnBoth('check-ins', (on) => {
  let app: TestApp
  let ben: TestPerson
  let mei: TestPerson
  let formId: string
  beforeAll(async () => {
    app = await startTestApp(on, { clock: '2026-03-23T00:00:00Z' })
    ben = await app.person('Ben Adler')
    mei = await app.person('Mei Tan', { zone: 'Asia/Manila' })
    formId = (await app.owner.call(checkins.createForm, { spaceId: app.spaceId, kind: 'standup' })).id
  })
  afterAll(() => app.stop())
  const round = (date: string, reader = ben) => reader.call(checkins.readRound, { id: formId, date })
  const waiting = async (person: TestPerson) => (await person.call(checkins.listPrompts, {})).prompts

  test('a standup begins as the seeds have it, with the agreement’s window', async () => {
    const { forms } = await ben.call(checkins.listForms, {})
    expect(forms).toMatchObject([{ kind: 'standup', name: 'Standup', schedule: { days: [1, 2, 3, 4, 5], at: 'shift_start', window_minutes: 120 }, nextForMe: '2026-03-23T08:00:00Z', can: ['edit', 'pause', 'archive'] }])
  })

  test('each person is asked when their own shift starts; before that they are expected, never late', async () => {
    expect(await waiting(mei)).toEqual([])
    await app.advanceTo('2026-03-23T01:00:00Z')
    expect(await waiting(mei)).toMatchObject([{ state: 'open', date: '2026-03-23', windowEndsAt: '2026-03-23T03:00:00Z' }])
    const { expected, missed } = await round('2026-03-23')
    expect(missed).toEqual([])
    expect(expected.map((one) => one.sentence)).toEqual(['Mei Tan has until 04:00.', 'Ben Adler is asked at 09:00 and has until 11:00.', 'Olga Owner is asked at 09:00 and has until 11:00.'])
  })

  test('an answer is an entry of the space, once', async () => {
    const [prompt] = await waiting(mei)
    const answer = await mei.call(checkins.answerPrompt, { id: prompt?.id ?? '', answers: [today('today', 'Moving the invoices.'), today('blockers', 'The key of the client; Ben Adler has it.')] })
    expect(answer).toMatchObject({ personName: 'Mei Tan', date: '2026-03-23', mine: true })
    expect((await round('2026-03-23')).answers).toMatchObject([{ number: answer.number, mine: false }])
    expect(await ben.call(checkins.readAnswer, { number: answer.number })).toMatchObject({ personName: 'Mei Tan', form: { id: formId } })
    expect(await codeOf(mei.call(checkins.answerPrompt, { id: prompt?.id ?? '', answers: [today('today', 'Again.')] }))).toBe('conflict')
  })

  test('a window that ends unanswered is missed, and an answer is still welcome that day', async () => {
    await app.advanceTo('2026-03-23T10:00:00Z')
    expect((await round('2026-03-23')).missed.map((one) => one.name)).toEqual(['Ben Adler', 'Olga Owner'])
    const [prompt] = await waiting(ben)
    expect(prompt?.state).toBe('missed')
    await ben.call(checkins.answerPrompt, { id: prompt?.id ?? '', answers: [today('today', 'Late, but here.')] })
    expect((await round('2026-03-23')).missed.map((one) => one.name)).toEqual(['Olga Owner'])
  })

  describe('what is refused', () => {
    test.each([
      ['somebody else’s prompt', 'not_found', async () => {
        await app.advanceTo('2026-03-24T08:00:00Z')
        return ben.call(checkins.answerPrompt, { id: (await waiting(app.owner))[0]?.id ?? '', answers: [today('today', 'x')] })
      }],
      ['an answer to what is not asked', 'bad_input', async () => ben.call(checkins.answerPrompt, { id: (await waiting(ben))[0]?.id ?? '', answers: [today('mood', 'x')] })],
      ['a source that did not answer', 'bad_input', async () => ben.call(checkins.answerPrompt, { id: (await waiting(ben))[0]?.id ?? '', answers: [{ key: 'today', text: 'x', source: 1 }] })],
      ['a form without questions', 'bad_input', () => ben.call(checkins.createForm, { spaceId: app.spaceId, kind: 'custom', name: 'Mood' })],
    ])('%s', async (_why, code, attempt) => expect(await codeOf(attempt())).toBe(code))
  })

  test('who skips says so, and who is away or paused is not asked', async () => {
    const prompt = (await waiting(app.owner)).find((one) => one.date === '2026-03-24')
    await app.owner.call(checkins.skipPrompt, { id: prompt?.id ?? '', reason: 'In meetings.' })
    await mei.call(checkins.pauseForMe, { id: formId, paused: true, until: '2026-03-26' })
    await app.asSystem(async (act) => {
      await act.tx.insertInto('absence').values({ workspace_id: app.workspaceId, id: act.newId(), person_id: ben.id, starts_at: Temporal.Instant.from('2026-03-24T23:00Z'), ends_at: Temporal.Instant.from('2026-03-25T23:00Z'), cover_id: null, created_at: act.now, cancelled_at: null }).execute()
      await hoursChanged(act, ben.id)
    })
    await app.advanceTo('2026-03-25T12:00:00Z')
    expect((await round('2026-03-24')).skipped).toContainEqual({ personId: app.owner.id, name: 'Olga Owner', reason: 'In meetings.' })
    expect((await round('2026-03-25')).skipped.map(({ name, reason }) => `${name}: ${reason}`)).toEqual(['Ben Adler: Away.', 'Mei Tan: Paused.'])
    await app.advanceTo('2026-03-26T01:00:00Z')
    expect((await waiting(mei)).map((one) => one.state)).toEqual(['open'])
  })

  test('a window moves with the hours, so nobody is late while they are away', async () => {
    await app.advanceTo('2026-03-26T08:30:00Z')
    await app.asSystem(async (act) => {
      await act.tx.insertInto('absence').values({ workspace_id: app.workspaceId, id: act.newId(), person_id: ben.id, starts_at: Temporal.Instant.from('2026-03-26T09:00Z'), ends_at: Temporal.Instant.from('2026-03-26T22:00Z'), cover_id: null, created_at: act.now, cancelled_at: null }).execute()
      await hoursChanged(act, ben.id)
    })
    expect((await waiting(ben)).find((one) => one.date === '2026-03-26')?.windowEndsAt).toBe('2026-03-27T09:00:00Z')
  })

  test('moving zone in mid-week asks once for each date', async () => {
    await app.asSystem((act) => setHours(act, mei.id, { from: '2026-03-27', zone: 'America/New_York', weeks: [weekdays('09:00', '17:00')] }))
    await app.advanceTo('2026-04-01T00:00:00Z')
    const rows = await on.db.selectFrom('checkin_prompt').select('on_date').where('person_id', '=', mei.id).orderBy('on_date').execute()
    expect(rows.map((row) => row.on_date)).toEqual(['2026-03-23', '2026-03-24', '2026-03-25', '2026-03-26', '2026-03-27', '2026-03-30', '2026-03-31'])
  })

  test('a private space keeps its check-in to itself', async () => {
    const privateId = await app.asSystem((act) => addSpace(act, { name: 'Board', purpose: '', visibility: 'private', noise: 'work' }, app.owner.id))
    const form = await app.owner.call(checkins.createForm, { spaceId: privateId, kind: 'custom', name: 'Mood', questions: [{ key: 'mood', text: 'How is it going?', required: true }] })
    expect((await ben.call(checkins.listForms, {})).forms.map((one) => one.id)).toEqual([formId])
    expect(await codeOf(ben.call(checkins.readRound, { id: form.id, date: '2026-04-01' }))).toBe('not_found')
    expect(await codeOf(ben.call(checkins.editForm, { id: form.id, paused: true }))).toBe('not_found')
    expect(await codeOf(ben.call(checkins.pauseForMe, { id: form.id, paused: true }))).toBe('not_found')
  })

  test('guests are never asked, newcomers from their next shift on', async () => {
    const guest = await app.person('Gus Guest', { role: 'guest' })
    const nia = await app.person('Nia New', { joins: false })
    await app.asSystem((act) => addMember(act, app.spaceId, nia.id))
    await app.advanceTo('2026-04-01T08:00:00Z')
    expect(await waiting(guest)).toEqual([])
    expect((await waiting(nia)).map((one) => one.date)).toEqual(['2026-04-01'])
  })

  test('paused and archived forms ask nobody; a changed rhythm asks at its own time', async () => {
    await app.owner.call(checkins.editForm, { id: formId, paused: true })
    await app.advanceTo('2026-04-02T12:00:00Z')
    expect((await round('2026-04-02')).skipped.map((one) => one.reason)).toContain('Paused for everybody.')
    await app.owner.call(checkins.editForm, { id: formId, paused: false, schedule: { days: [4, 5], at: '16:00', window_minutes: 60 } })
    await app.advanceTo('2026-04-03T14:00:00Z')
    expect((await waiting(ben)).find((one) => one.date === '2026-04-03')).toMatchObject({ askedAt: '2026-04-03T14:00:00Z', state: 'open' })
    await app.owner.call(checkins.editForm, { id: formId, archived: true })
    await app.advanceTo('2026-04-11T00:00:00Z')
    expect(await on.db.selectFrom('checkin_prompt').select('id').where('form_id', '=', formId).where('on_date', '>', '2026-04-03').execute()).toEqual([])
  })
})
