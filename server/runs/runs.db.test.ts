import { answerAsk } from '#contract/asks.ts'
import { createPage, pageVersions, readPage, savePage } from '#contract/pages.ts'
import * as contract from '#contract/runs.ts'
import { search } from '#contract/search.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

const TEXT = '# Restore\n\n1. Stop the writers.\n   ```sh\n   stop writers\n   ```\n2. Wait for the replica (ask @ben and tick: is the replica caught up by now?)\n3. Restore the copy.\n'

/** Monday 2026-03-23: 08:00 in Berlin, where everybody works from nine. */
describeOnNewest('runs of runbooks', (on) => {
  let app: TestApp
  let mei: TestPerson
  let ben: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on)
    ;[mei, ben] = [await app.person('Mei'), await app.person('Ben')]
  })
  afterAll(() => app.stop())

  const runbook = (text = TEXT) => mei.call(createPage, { spaceId: app.spaceId, kind: 'runbook', title: 'Restore the ledger', text })
  const states = ({ list }: contract.RunView) => list.map(({ state }) => state)

  test('two people run it together, a step asks and ticks itself, and what went differently becomes an edit', async () => {
    const { number } = await runbook()
    const run = await mei.call(contract.startRun, { number, why: 'Incident 7' })
    expect(run).toMatchObject({ title: 'Restore the ledger', version: 1, holderName: 'Mei', status: '0 of 3 steps done; Mei has it, since 08:00.' })
    expect(run.list[1]).toMatchObject({ title: 'Wait for the replica', ask: { to: 'ben', personId: ben.id, ticks: true } })
    await mei.call(savePage, { number, base: 1, text: `Read this first.\n\n${TEXT}` })
    await ben.call(contract.tickStep, { id: run.id, step: 1, note: 'There are two of them now.', different: true })
    expect(await codeOf(mei.call(contract.tickStep, { id: run.id, step: 1 }))).toBe('conflict')

    const asking = await mei.call(contract.askInStep, { id: run.id, step: 2 })
    expect(asking.list[1]?.asked).toMatchObject({ open: true, answererName: 'Ben', ticks: true })
    expect(await codeOf(mei.call(contract.askInStep, { id: run.id, step: 2 }))).toBe('conflict')
    await ben.call(answerAsk, { number: asking.list[1]?.asked?.number ?? 0, body: 'Yes, since eight.' })
    const answered = await mei.call(contract.readRun, { id: run.id })
    expect(states(answered)).toEqual(['done', 'done', 'open'])
    expect(answered.list[1]).toMatchObject({ byName: 'Ben', notes: [{ byName: 'Ben', text: 'Yes, since eight.', different: false }] })

    expect(await codeOf(mei.call(contract.finishRun, { id: run.id }))).toBe('conflict')
    await mei.call(contract.skipStep, { id: run.id, step: 3, reason: 'It was whole.' })
    expect(states(await mei.call(contract.untickStep, { id: run.id, step: 3 }))).toEqual(['done', 'done', 'open'])
    await mei.call(contract.skipStep, { id: run.id, step: 3, reason: 'It was whole.' })
    expect(await mei.call(contract.handOverRun, { id: run.id, to: ben.id, note: 'Please finish.' })).toMatchObject({ holderName: 'Ben' })
    await app.advanceTo('2026-03-23T07:42:00Z')
    const finished = await ben.call(contract.finishRun, { id: run.id, outcome: 'The xylophone ledger is back.' })
    expect(finished).toMatchObject({ state: 'finished', minutes: 42, done: 2, skipped: 1, different: 1, proposes: true, can: ['feed'], status: 'Finished by Ben on 23 March, after 42 min; 1 step skipped.' })
    expect(finished.people.map(({ name }) => name).toSorted()).toEqual(['Ben', 'Mei'])
    expect(await codeOf(ben.call(contract.tickStep, { id: run.id, step: 3 }))).toBe('conflict')
    expect((await mei.call(search, { q: 'xylophone' })).items.map((hit) => hit.number)).toEqual([number])

    const kinds = await app.asSystem(async (act) => (await act.tx.selectFrom('event').select('kind').where('workspace_id', '=', act.actor.workspaceId).where('kind', 'like', 'run.%ed').where('kind', '<>', 'run.changed').orderBy('seq').execute()).map(({ kind }) => kind))
    expect(kinds).toEqual(['run.started', 'run.finished'])

    const proposal = await mei.call(contract.runProposal, { id: run.id })
    expect(proposal).toMatchObject({ base: 2, changes: 2 })
    expect(proposal.lines.filter(({ kind }) => kind === 'added').map(({ text }) => text)).toEqual(['   > Different on 23 March 2026 (Ben): There are two of them now.', '   > Skipped on 23 March 2026 (Mei): It was whole.'])
    expect(await codeOf(mei.call(contract.feedPage, { id: run.id, base: 1, text: proposal.text }))).toBe('conflict')
    expect(await mei.call(contract.feedPage, { id: run.id, base: 2, text: proposal.text, note: proposal.note })).toMatchObject({ fed: true, can: [] })
    expect((await mei.call(readPage, { number })).text).toBe(proposal.text)
    expect((await mei.call(pageVersions, { number })).items[0]).toMatchObject({ version: 3, how: 'run', note: 'From the run “Restore the ledger” on 23 March 2026' })
    expect((await mei.call(contract.listRuns, { number })).items.map(({ id }) => id)).toEqual([run.id])
  })

  test('a page without steps, and one that is no runbook, is not run', async () => {
    expect(await codeOf(mei.call(contract.startRun, { number: (await runbook('Nothing to do.')).number }))).toBe('conflict')
    const { number } = await mei.call(createPage, { spaceId: app.spaceId, title: 'A note', text: TEXT })
    expect(await codeOf(mei.call(contract.startRun, { number }))).toBe('bad_input')
    expect((await mei.call(contract.previewSteps, { number })).steps.map(({ title }) => title)).toEqual(['Stop the writers.', 'Wait for the replica', 'Restore the copy.'])
  })

  test('a run that goes no further is abandoned, and a schedule is checked', async () => {
    const { number } = await runbook()
    const { id } = await ben.call(contract.startRun, { number })
    expect(await ben.call(contract.abandonRun, { id, reason: 'False alarm.' })).toMatchObject({ state: 'abandoned', outcome: 'False alarm.' })
    const rhythm = { unit: 'weeks' as const, days: [1], from: '2026-03-23' }
    expect(await codeOf(ben.call(contract.addSchedule, { number, rhythm: { ...rhythm, days: [] } }))).toBe('bad_input')
    const schedule = await ben.call(contract.addSchedule, { number, rhythm })
    expect(schedule).toMatchObject({ sentence: 'Every week on Monday, when Ben begins to work.', nextOn: '2026-03-23', nextAt: '2026-03-23T08:00:00Z', nextPersonName: 'Ben' })
    expect(await ben.call(contract.editSchedule, { id: schedule.id, paused: true })).toMatchObject({ paused: true, nextAt: null })
    expect(await ben.call(contract.editSchedule, { id: schedule.id, paused: false, personId: mei.id })).toMatchObject({ nextAt: '2026-03-23T08:00:00Z', nextPersonName: 'Mei' })
    expect(await ben.call(contract.editSchedule, { id: schedule.id, ended: true })).toMatchObject({ ended: true, nextAt: null })
    expect((await ben.call(contract.listSchedules, { number })).schedules).toEqual([])
  })
})
