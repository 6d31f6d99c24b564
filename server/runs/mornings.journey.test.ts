import { listInbox } from '#contract/attention.ts'
import { readBrief } from '#contract/brief.ts'
import { ownPage, verifyPage } from '#contract/page-truth.ts'
import { createPage, readPage } from '#contract/pages.ts'
import { addAbsence } from '#contract/people.ts'
import * as contract from '#contract/runs.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** From Monday 2026-03-23 on, over the night of the 29th in which Berlin changes its clocks; Ben is away from the 28th to the 1st. */
describeOnNewest('mornings after a clock change', (on) => {
  let app: TestApp
  let mei: TestPerson
  let ben: TestPerson
  let number = 0
  beforeAll(async () => {
    app = await startTestApp(on)
    ;[mei, ben] = [await app.person('Mei'), await app.person('Ben')]
    number = (await mei.call(createPage, { spaceId: app.spaceId, kind: 'runbook', title: 'Restore the ledger', text: '1. Stop.\n2. Restore.' })).number
  })
  afterAll(() => app.stop())

  const inbox = async (person: TestPerson) => (await person.call(listInbox, { of: 'new' })).items.filter((item) => item.obliges).map(({ text }) => text.split('\n')[0])
  const brief = async (person: TestPerson) => JSON.stringify(await person.call(readBrief, {}))

  test('whoever minds a page is reminded on their own mornings, and the cover runs what is due meanwhile', async () => {
    await mei.call(verifyPage, { number, version: 1, against: 'release 4.2', reviewDays: 14 })
    await mei.call(ownPage, { number, ownerId: ben.id })
    const schedule = await ben.call(contract.addSchedule, { number, title: 'Restore drill', rhythm: { unit: 'weeks', days: [1], from: '2026-03-24' }, personId: ben.id })
    expect(schedule).toMatchObject({ nextAt: '2026-03-30T07:00:00Z', nextPersonName: 'Ben' })
    await ben.call(addAbsence, { id: ben.id, start: '2026-03-27T23:00:00Z', end: '2026-04-01T22:00:00Z', coverId: mei.id })
    expect((await ben.call(contract.listSchedules, { number })).schedules[0]).toMatchObject({ nextAt: '2026-03-30T07:00:00Z', nextPersonName: 'Mei' })

    await app.advanceTo('2026-03-30T06:59:00Z')
    expect(await inbox(mei)).toEqual([])
    await app.advanceTo('2026-03-30T07:00:00Z')
    expect(await inbox(mei)).toEqual(['It is your turn of Monday 30 March to run it.'])
    expect(await brief(mei)).toContain('Restore drill')
    expect((await ben.call(contract.dueTurns, {})).turns).toEqual([])

    await app.advanceTo('2026-03-31T07:00:00Z')
    expect(await inbox(mei)).toEqual(['The turn of Monday 30 March was not started in time; you are to run it.'])
    const [turn] = (await ben.call(contract.dueTurns, {})).turns
    expect(turn).toMatchObject({ overdue: true, personName: 'Mei', mine: false })
    const run = await mei.call(contract.startRun, { number, turnId: turn?.id ?? null })
    expect(run.dueOn).toBe('2026-03-30')
    expect([await inbox(mei), (await ben.call(contract.dueTurns, {})).turns]).toEqual([[], []])

    await app.advanceTo('2026-04-02T06:59:00Z')
    expect(await inbox(ben)).toEqual([])
    await app.advanceTo('2026-04-02T07:00:00Z')
    const look = `Look again at #${number}: verified by Mei on 23 March against release 4.2; look again by 6 April.`
    expect(await inbox(ben)).toEqual([look])
    expect(await brief(ben)).toContain(look)

    await app.advanceTo('2026-04-06T07:00:00Z')
    expect(new Set(await inbox(ben))).toEqual(new Set([look, 'It is your turn of Monday 6 April to run it.']))
    await app.advanceTo('2026-04-07T06:00:00Z')
    expect(await mei.call(readPage, { number })).toMatchObject({ truth: 'stale', truthSentence: 'Verified by Mei on 23 March against release 4.2; it was to be looked at again by 6 April.' })
    await ben.call(verifyPage, { number, version: 1 })
    expect(await inbox(ben)).toEqual(['It is your turn of Monday 6 April to run it.'])
  })
})
