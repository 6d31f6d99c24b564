import { editMe } from '#contract/account.ts'
import * as contract from '#contract/asks.ts'
import { listInbox } from '#contract/attention.ts'
import { addAbsence, setHours } from '#contract/people.ts'
import { startFocus } from '#contract/attention.ts'
import { pushAgreement, readAgreement } from '#contract/agreement.ts'
import { readBrief } from '#contract/brief.ts'
import { ProblemError } from '#contract/problem.ts'
import { createSpace } from '#contract/spaces.ts'
import { postThread } from '#contract/threads.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { codeOf, weekdays } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTeam } from './asks.test-kit.ts'
import type { Team } from './asks.test-kit.ts'

/** Monday 2026-03-23: 08:00 in Berlin, 15:00 in Manila. */
describeOnBoth('asks', (on) => {
  let team: Team
  beforeAll(async () => { team = await startTeam(on) })
  afterAll(() => team.app.stop())
  const numbers = (list: { groups: { asks: { number: number }[] }[] }) => list.groups.flatMap((group) => group.asks.map((ask) => ask.number))
  /** The asks of which an open page of somebody heard that they are owed now. */
  const heard = async (personId: string) => (await on.db.selectFrom('event').select('payload').where('kind', '=', 'ask.owed').where('person_id', '=', personId).execute()).map(({ payload }) => payload['number'])

  test('the composer shows what the server then does', async () => {
    const { ana, mei, app } = team
    const fields = { kind: 'answer' as const, to: mei.id }
    const shown = await ana.call(contract.previewAsk, { spaceId: app.spaceId, ...fields })
    const sent = await team.ask()
    expect(shown.problems).toEqual([])
    expect(shown.landings.map((landing) => [landing.readsAt, landing.dueAt])).toEqual([[sent.readsAt, sent.dueAt]])
    expect(shown.landings[0]?.sentence).toMatch(/^Mei reads this at 17:30 Manila \(10:30 yours\); answer due/)
    expect(sent).toMatchObject({ urgency: 'normal', state: 'open', dueAt: '2026-03-24T10:00:00Z', can: ['add', 'reassign', 'withdraw', 'change-due', 'snooze'] })
  })

  test('later than needed is said before sending, with what would be sooner', async () => {
    const { ana, mei, ben, app } = team
    const shown = await ana.call(contract.previewAsk, { spaceId: app.spaceId, kind: 'answer', to: mei.id, needBy: '2026-03-23T16:30:00Z' })
    expect(shown.warning).toMatch(/after you need it/)
    expect(shown.offers.map((offer) => offer.kind)).toContain('urgent')
    const wrong = await ana.call(contract.previewAsk, { spaceId: app.spaceId, kind: 'answer', to: ben.id, urgency: 'urgent' })
    expect(wrong.problems.map((problem) => problem.field)).toEqual(['urgentReason'])
    expect(await codeOf(team.ask({ urgency: 'urgent' }))).toBe('bad_input')
    expect(await codeOf(team.ask({ to: team.ana.id }))).toBe('bad_input')
  })

  test('a question goes back, the clock stands still, and runs on with what was left', async () => {
    const { ana, mei } = team
    const { number, dueAt } = await team.ask()
    const back = await mei.call(contract.askBack, { number, body: 'Of which table?' })
    expect(back).toMatchObject({ state: 'question-back', question: 'Of which table?', running: false })
    expect(numbers(await ana.call(contract.owe, {}))).toContain(number)
    expect(numbers(await mei.call(contract.owe, {}))).not.toContain(number)
    await team.app.advanceTo('2026-03-24T01:00:00Z')
    const clarified = await ana.call(contract.clarifyAsk, { number, body: 'Of orders.' })
    expect(clarified.state).toBe('clarified')
    expect(Temporal.Instant.compare(Temporal.Instant.from(clarified.dueAt ?? ''), Temporal.Instant.from(dueAt ?? ''))).toBeGreaterThan(0)
    const answered = await mei.call(contract.answerAsk, { number, body: 'The new one.' })
    expect(answered).toMatchObject({ state: 'answered', answer: 'The new one.' })
    expect(numbers(await mei.call(contract.owe, {}))).not.toContain(number)
    expect(await codeOf(mei.call(contract.answerAsk, { number, body: 'Again.' }))).toBe('conflict')
    const again = await ana.call(contract.notAnswered, { number, body: 'Which new one?' })
    expect(again.state).toBe('open')
  })

  test('an absence brings in the cover, and no shown time comes earlier when hours change', async () => {
    const { mei, ben } = team
    const { number, dueAt } = await team.ask()
    await mei.call(setHours, { id: mei.id, zone: 'Asia/Manila', weeks: [weekdays('06:00', '10:00')] })
    const earlier = await team.read(number)
    expect(earlier.dueAt).toBe(dueAt)
    await mei.call(addAbsence, { id: mei.id, start: '2026-03-24T02:00:00Z', end: '2026-03-27T12:00:00Z', coverId: ben.id })
    await team.app.advanceTo('2026-03-24T03:00:00Z')
    expect(await team.read(number)).toMatchObject({ answererName: 'Ben', firstAnswererName: 'Mei' })
    expect(numbers(await ben.call(contract.owe, {}))).toContain(number)
  })

  test('focus stops the clock, and is said', async () => {
    const { ben } = team
    await team.app.advanceTo('2026-03-24T09:00:00Z')
    const { number, dueAt } = await team.ask({ to: ben.id, urgency: 'complex', dueAt: null })
    await ben.call(startFocus, { minutes: 120 })
    const held = await team.read(number)
    expect(held.clock).toMatch(/Stands still in Ben’s focus until 12:00/)
    expect(Temporal.Instant.compare(Temporal.Instant.from(held.dueAt ?? ''), Temporal.Instant.from(dueAt ?? ''))).toBeGreaterThanOrEqual(0)
  })

  test('silence answers where the asker said what it means; otherwise it is overdue, and the space hears of it', async () => {
    const { ben, ana } = team
    await team.app.advanceTo('2026-03-25T08:00:00Z')
    const silent = await team.ask({ to: ben.id, dueAt: '2026-03-25T14:00:00Z', silentDefault: 'We merge it.' })
    const late = await team.ask({ to: ben.id, dueAt: '2026-03-25T14:00:00Z' })
    await team.app.advanceTo('2026-03-25T15:00:00Z')
    expect((await team.read(silent.number)).state).toBe('lapsed')
    expect((await team.read(late.number)).state).toBe('escalated')
    expect(numbers(await ben.call(contract.owe, {}))).toContain(late.number)
    await team.app.advanceTo('2026-03-26T09:00:00Z')
    const kinds = (await ana.call(listInbox, {})).items.map((item) => [item.kind, item.number])
    expect(kinds).toContainEqual(['silence', silent.number])
    expect(kinds).toContainEqual(['overdue', late.number])
  })

  test('urgent reaches through focus, repeats until somebody is on it, and is rated by its reader for the sender alone', async () => {
    const { ben, ana, mei } = team
    await team.app.advanceTo('2026-03-27T09:00:00Z')
    await ben.call(startFocus, { minutes: 120 })
    const before = team.app.mails.length
    const { number } = await team.ask({ to: ben.id, urgency: 'urgent', urgentReason: 'The shop is down.', blockedPath: 'Every sale.' })
    await team.app.advanceTo('2026-03-27T09:00:15Z')
    expect(team.app.mails.slice(before).map((mail) => [mail.to.name, mail.subject])).toEqual([['Ben', 'Urgent: Which index?']])
    await team.app.advanceTo('2026-03-27T09:10:15Z')
    expect(team.app.mails.slice(before)).toHaveLength(2)
    await ben.call(contract.acknowledgeAsk, { number })
    await team.app.advanceTo('2026-03-27T09:40:00Z')
    expect(team.app.mails.slice(before).filter((mail) => mail.to.name === 'Ben')).toHaveLength(2)
    await ben.call(contract.answerAsk, { number, body: 'Restarted.' })
    expect((await ben.call(contract.rateAsk, { number, rating: 'hour' })).rating).toBe('hour')
    expect((await team.read(number, mei)).rating).toBeNull()
    expect(await ana.call(contract.hitRate, {})).toMatchObject({ sent: 1, rated: 1, urgent: 0, hour: 1 })
    expect(await mei.call(contract.hitRate, {})).toMatchObject({ sent: 0 })
  })

  test('urgent reaches when its asker can no longer take it back, however long they wanted', async () => {
    const { ben, ana } = team
    await team.app.advanceTo('2026-03-27T10:00:00Z')
    await ana.call(editMe, { undoSeconds: 60 })
    const before = team.app.mails.length
    const { number } = await team.ask({ to: ben.id, urgency: 'urgent', urgentReason: 'The shop is down.', blockedPath: 'Every sale.' })
    await team.app.advanceTo('2026-03-27T10:00:59Z')
    expect(team.app.mails.slice(before)).toEqual([])
    await team.app.advanceTo('2026-03-27T10:01:05Z')
    expect(team.app.mails.slice(before).map((mail) => mail.subject)).toEqual(['Urgent: Which index?'])
    await ben.call(contract.answerAsk, { number, body: 'Restarted.' })
    await ana.call(editMe, { undoSeconds: 10 })
  })

  test('what the team insists on must stand in an ask; without such a rule nothing is refused', async () => {
    const { ana, ben, app } = team
    const vague = () => team.ask({ to: ben.id, title: 'Thoughts on this?', body: '' })
    await vague()
    const now = await app.owner.call(readAgreement, {})
    const gated = await app.owner.call(pushAgreement, { text: now.text.replace('gate: []', 'gate: [vague_opener]'), base: now.version, reason: 'We read nothing into it.' })
    expect(await codeOf(vague())).toBe('bad_input')
    expect((await ana.call(contract.postAsk, { spaceId: app.spaceId, kind: 'answer', to: ben.id, title: 'Which index do we keep on orders?' })).state).toBe('open')
    await app.owner.call(pushAgreement, { text: now.text, base: gated.version, reason: 'Back.' })
  })

  test('what one owes stands in the brief, once, with its clock; a thread stands there while it is unread', async () => {
    const { ben, ana, app } = team
    await app.advanceTo('2026-03-30T07:00:00Z')
    const ask = await team.ask({ to: ben.id, title: 'Does the brief know?' })
    const thread = await ana.call(postThread, { spaceId: app.spaceId, title: 'Where to eat', body: 'The old place closed.' })
    await app.advanceTo('2026-03-30T07:00:10Z')
    const brief = await ben.call(readBrief, { since: '2026-03-30T06:00:00Z' })
    const places = brief.sections.flatMap((section) => section.items.map((item) => [section.name, item.kind, item.number]))
    expect(places.filter(([, , number]) => number === ask.number)).toEqual([['due', 'ask', ask.number]])
    expect(places).toContainEqual(['changed', 'thread', thread.number])
    await ben.call(contract.askBack, { number: ask.number, body: 'Which brief?' })
    const back = (await ana.call(readBrief, {})).sections.flatMap((section) => section.items).find((item) => item.number === ask.number)
    expect(back, 'nobody is late while the clock stands still').toMatchObject({ kind: 'ask', why: 'Ben asks you: Which brief?', dueAt: null })
  })

  test('a number of another kind is named to those who see it, and to nobody else', async () => {
    const { ana, ben, app } = team
    const thread = await ana.call(postThread, { spaceId: app.spaceId, title: 'Where to eat tonight', body: 'Somewhere new.' })
    const hidden = (await app.owner.call(createSpace, { name: 'Hidden', visibility: 'private' })).id
    const secret = await app.owner.call(postThread, { spaceId: hidden, title: 'A secret', body: 'Hush.' })
    const nextOf = (number: number) => ben.call(contract.readAsk, { number }).catch((error: unknown) => error instanceof ProblemError ? [error.problem.code, error.problem.next] : Promise.reject(error as Error))
    expect(await nextOf(thread.number)).toEqual(['not_found', `#${thread.number} is “Where to eat tonight”, which is of another kind.`])
    for (const number of [secret.number, 99_999]) expect(await nextOf(number)).toEqual(['not_found', 'Check the number, or ask the person who sent it.'])
  })

  test('declining names somebody else, who is asked at once; putting aside hides it from one person alone, and nobody owes what can still be taken back', async () => {
    const { ben, mei, app } = team
    await app.advanceTo('2026-03-30T07:30:00Z')
    const { number } = await team.ask({ to: ben.id })
    expect(numbers(await ben.call(contract.owe, {}))).not.toContain(number)
    await app.advanceTo('2026-03-30T07:30:10Z')
    expect(await heard(ben.id)).toContain(number)
    expect(numbers(await ben.call(contract.owe, {}))).toContain(number)
    const snoozed = await ben.call(contract.snoozeAsk, { number, until: 'hour' })
    expect(snoozed.snoozedUntil).not.toBeNull()
    expect(numbers(await ben.call(contract.owe, {}))).not.toContain(number)
    expect(numbers(await ben.call(contract.owe, { snoozed: 'true' }))).toContain(number)
    const declined = await ben.call(contract.declineAsk, { number, reason: 'Mei knows it.', to: mei.id })
    expect(declined).toMatchObject({ state: 'open', answererName: 'Mei' })
    expect(numbers(await mei.call(contract.owe, {}))).toContain(number)
    expect(declined.steps.map((step) => step.kind)).toEqual(['asked', 'declined'])
  })
})
