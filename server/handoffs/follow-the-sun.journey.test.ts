import { acceptBaton, listBatons, postWrap, prefillWrap, readBaton } from '#contract/handoffs.ts'
import { mailsTo, someWrap } from '#server/handoffs/handoffs.test-kit.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import type { Interval, Weekday } from '#domain/time/types.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** Every day, because the sun does not rest at weekends; Europe changes its clocks on Sunday 29 March. */
const everyDay = (start: string, end: string): Interval[][] => [([1, 2, 3, 4, 5, 6, 7] as Weekday[]).map((day) => ({ day, start, end }))]
const DAYS = ['2026-03-26', '2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30', '2026-03-31', '2026-04-01']
/** Ben starts an hour earlier in UTC from the 29th on, while Mei in Manila is still at work. */
const berlinStart = (day: string) => `${day}T${day < '2026-03-29' ? '08' : '07'}:00:00Z`
const nextDay = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString()

describeOnBoth('a week that follows the sun, over the change of clocks in Europe', (on) => {
  let app: TestApp
  let mei: TestPerson
  let ben: TestPerson
  let sue: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on, { clock: '2026-03-25T23:00:00Z' })
    mei = await app.person('Mei', { zone: 'Asia/Manila', weeks: everyDay('08:00', '16:00') })
    ben = await app.person('Ben', { zone: 'Europe/Berlin', weeks: everyDay('09:00', '17:00') })
    sue = await app.person('Sue', { zone: 'America/Los_Angeles', weeks: everyDay('09:00', '17:00') })
  })
  afterAll(() => app.stop())

  /** Writes a wrap with one baton for the next shift at the end of one's own; says who gets it, when, and until when. */
  const handOn = async (giver: TestPerson, at: string) => {
    await app.advanceTo(at)
    const { batonsHeld, lastNextAction } = await giver.call(prefillWrap, { spaceId: app.spaceId })
    const wrap = await giver.call(postWrap, { ...someWrap, spaceId: app.spaceId, nextAction: `Look at it after ${at}.`, batons: [{ text: `The torch of ${at}`, to: { kind: 'shift' } }] })
    return { baton: wrap.batons[0], batonsHeld, lastNextAction }
  }
  const take = async (receiver: TestPerson, at: string) => {
    await app.advanceTo(at)
    const { items } = await receiver.call(listBatons, { of: 'to-me' })
    for (const { id } of items) await receiver.call(acceptBaton, { id })
    return items.map((baton) => baton.text)
  }

  test.each(DAYS)('%s: the torch goes round, and nobody ever holds nothing', async (day) => {
    const fromMei = await handOn(mei, `${day}T07:55:00Z`)
    expect(fromMei.baton).toMatchObject({ receiverName: 'Ben', startsAt: day < '2026-03-29' ? berlinStart(day) : `${day}T07:55:00Z`, lapsesAt: `${day}T08:${day < '2026-03-29' ? '30' : '25'}:00Z` })
    expect(await take(ben, `${day}T08:10:00Z`)).toEqual([`The torch of ${day}T07:55:00Z`])
    const fromBen = await handOn(ben, `${day}T${day < '2026-03-29' ? '15' : '14'}:50:00Z`)
    expect(fromBen.batonsHeld.map((baton) => baton.giverName)).toEqual(['Mei'])
    expect(fromBen.baton).toMatchObject({ receiverName: 'Sue', startsAt: `${day}T16:00:00Z`, lapsesAt: `${day}T16:30:00Z` })
    expect(await take(sue, `${day}T16:20:00Z`)).toHaveLength(1)
    const fromSue = await handOn(sue, `${day}T23:50:00Z`)
    expect(fromSue.baton).toMatchObject({ receiverName: 'Mei', startsAt: `${nextDay(day)}T00:00:00Z`, lapsesAt: `${nextDay(day)}T00:30:00Z` })
    expect(await take(mei, `${nextDay(day)}T00:15:00Z`)).toHaveLength(1)
  })

  test('at the end everything was accepted, each receiver was mailed in their own working time, and no alarm was raised', async () => {
    const states = await on.db.selectFrom('baton').select(['state']).where('workspace_id', '=', app.workspaceId).execute()
    expect(states).toHaveLength(3 * DAYS.length)
    expect(states.every(({ state }) => state === 'accepted')).toBe(true)
    expect(app.mails.filter((mail) => mail.subject.startsWith('Nobody holds'))).toEqual([])
    expect(['Mei', 'Ben', 'Sue'].map((name) => mailsTo(app, name).filter((mail) => mail.subject.includes('The torch')).length)).toEqual([DAYS.length, DAYS.length, DAYS.length])
    const { items } = await ben.call(listBatons, { of: 'from-me', settled: 'true', limit: 200 })
    expect((await ben.call(readBaton, { id: items[0]?.id ?? '' })).steps.map((step) => step.sentence)).toEqual(['You offered it to Sue.', 'Sue accepted it.'])
  })
})
