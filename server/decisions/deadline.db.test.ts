import { addAbsence } from '#contract/people.ts'
import * as contract from '#contract/decisions.ts'
import { deactivateMember } from '#contract/members.ts'
import { addSpaceMember, createSpace, editSpace } from '#contract/spaces.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TIMERS } from './names.ts'
import { startTeam } from './decisions.test-kit.ts'
import type { Team } from './decisions.test-kit.ts'

/** Monday 2026-03-23: 08:00 in Berlin, 15:00 in Manila. Five working days end on the Monday after, 17:00 in Berlin, now in summer time. */
describeOnNewest('the deadline of a decision', (on) => {
  let team: Team
  beforeAll(async () => { team = await startTeam(on) })
  afterAll(() => team.app.stop())
  const see = (who: Team['ana'], number: number) => who.call(contract.seeDecision, { number })
  const kinds = async (number: number) => (await team.read(number)).steps.map((step) => step.kind)

  test('silence closes a two-way door for who opened it, never a one-way door, and nobody who has not read', async () => {
    const { mei, ben, app } = team
    const two = await team.open()
    const one = await team.open({ door: 'one-way' })
    const unread = await team.open()
    for (const number of [two.number, one.number]) for (const who of [mei, ben]) await see(who, number)
    await see(mei, unread.number)
    expect([two.deadline, one.deadline]).toEqual(['2026-03-30T15:00:00Z', '2026-03-30T15:00:00Z'])
    await app.advanceTo('2026-03-30T15:00:00.900Z')
    expect((await team.read(two.number)).state).toBe('open')
    await app.advanceTo('2026-03-30T15:00:01Z')
    expect(await team.read(two.number)).toMatchObject({ state: 'ready', readySentence: expect.stringContaining('nobody spoke against it in time') })
    expect(await team.read(one.number)).toMatchObject({ state: 'open', phase: 'extended' })
    expect(await team.read(unread.number)).toMatchObject({ state: 'open', phase: 'extended' })
  })

  test('after the second time the accountable is asked by name, may go on without who is missing, and else it lapses', async () => {
    const { cleo, mei, ben, app } = team
    const one = await team.open({ door: 'one-way', windowDays: 1 })
    const left = await team.open({ door: 'one-way', windowDays: 1 })
    await app.advanceTo('2026-04-06T08:00:00Z')
    for (const { number } of [one, left]) expect(await team.read(number, cleo)).toMatchObject({ state: 'open', phase: 'asked', mine: expect.stringContaining('Decide how it goes on') })
    expect(await codeOf(mei.call(contract.waiveInput, { number: one.number, personId: ben.id, reason: 'On leave.' }))).toBe('not_allowed')
    await cleo.call(contract.waiveInput, { number: one.number, personId: ben.id, reason: 'On leave.' })
    const ready = await cleo.call(contract.waiveInput, { number: one.number, personId: mei.id, reason: 'On leave.' })
    expect(ready).toMatchObject({ state: 'ready', waived: [{ name: 'Mei', reason: 'On leave.' }, { name: 'Ben', reason: 'On leave.' }] })
    await app.advanceTo('2026-04-09T08:00:00Z')
    expect(await team.read(left.number)).toMatchObject({ state: 'lapsed', deadline: null })
    expect(await kinds(left.number)).toEqual(['drafted', 'opened', 'extended', 'accountable_asked', 'lapsed'])
    const again = await team.ana.call(contract.resumeDecision, { number: left.number })
    expect(again).toMatchObject({ state: 'draft', deadline: null })
    expect((await team.ana.call(contract.openDecision, { number: left.number })).state).toBe('open')
  })

  test('an objection at the deadline calls for talk, which ends in words, with the objection on record', async () => {
    const { mei, ben, cleo, ana, app } = team
    const { number } = await team.open({ windowDays: 1 })
    await ben.call(contract.takePosition, { number, kind: 'support' })
    await mei.call(contract.takePosition, { number, kind: 'objection', optionId: 'shared', text: 'It costs too much.' })
    await app.advanceTo('2026-04-13T08:00:00Z')
    expect(await team.read(number, mei)).toMatchObject({ state: 'call-needed', callProposal: { agenda: ['Mei on “A shared one”: It costs too much.'] } })
    expect(await codeOf(ana.call(contract.holdDecisionCall, { number, outcome: 'Agreed.' }))).toBe('not_allowed')
    const held = await cleo.call(contract.holdDecisionCall, { number, outcome: 'A small one first.' })
    expect(held).toMatchObject({ state: 'ready', call: { outcome: 'A small one first.' }, positions: expect.arrayContaining([expect.objectContaining({ name: 'Mei', kind: 'objection', onRecord: true })]) })
    expect((await cleo.call(contract.signDecision, { number, optionId: 'shared' })).state).toBe('decided')
  })

  test('a later deadline is taken and an earlier one refused; new readers and absences get their whole window', async () => {
    const { ana, mei, ben, cleo, app } = team
    const { number, deadline } = await team.open({ windowDays: 1, roles: { accountableId: cleo.id, consultedIds: [ben.id] } })
    expect(deadline).toBe('2026-04-14T15:00:00Z')
    expect(await codeOf(ana.call(contract.moreTimeForDecision, { number, deadline: '2026-04-14T14:00:00Z' }))).toBe('bad_input')
    await ben.call(addAbsence, { id: ben.id, start: '2026-04-14T00:00:00Z', end: '2026-04-16T22:00:00Z' })
    expect(await team.read(number)).toMatchObject({ deadline: '2026-04-17T15:00:00Z', deadlineSentence: expect.stringContaining('set by Ben') })
    await app.advanceTo('2026-04-17T08:00:00Z')
    const more = await ana.call(contract.setDecisionRoles, { number, roles: { accountableId: cleo.id, consultedIds: [ben.id, mei.id] } })
    expect(more.deadline).toBe('2026-04-20T10:00:00Z')
    expect((await ana.call(contract.moreTimeForDecision, { number, deadline: '2026-04-21T10:00:00Z' })).deadline).toBe('2026-04-21T10:00:00Z')
  })

  test('who leaves is waited for no more, and whoever was accountable is replaced by name', async () => {
    const { ana, app } = team
    const [gone, fred] = [await app.person('Gina'), await app.person('Fred')]
    const { number } = await team.open({ roles: { accountableId: gone.id, consultedIds: [fred.id, ana.id] } })
    await app.owner.call(deactivateMember, { id: fred.id })
    await app.owner.call(deactivateMember, { id: gone.id })
    const left = await team.read(number)
    expect(left).toMatchObject({ accountableId: null, state: 'open', mine: 'Name who signs it.' })
    expect(left.missing.map((one) => one.name)).toEqual(['Ana'])
    const named = await ana.call(contract.setDecisionRoles, { number, roles: { accountableId: ana.id } })
    expect(named.state).toBe('ready')
    expect((await ana.call(contract.signDecision, { number, optionId: 'memory' })).state).toBe('decided')
  })

  test('a space that becomes private takes along only those who stand in it', async () => {
    const { ana, mei, ben } = team
    const { id } = await ana.call(createSpace, { name: 'Later private', visibility: 'open' })
    await ana.call(addSpaceMember, { id, personId: ben.id })
    const { number } = await team.open({ spaceId: id, roles: { accountableId: ana.id, consultedIds: [mei.id, ben.id] } })
    await ana.call(editSpace, { id, visibility: 'private' })
    expect((await team.read(number)).missing.map((one) => one.name)).toEqual(['Ben'])
    expect(await codeOf(team.read(number, mei))).toBe('not_found')
  })

  test('a timer that runs late changes nothing: the deadline acts first, whoever comes', async () => {
    const { mei, ben, app } = team
    const { number, deadline } = await team.open({ windowDays: 1 })
    for (const who of [mei, ben]) await see(who, number)
    await app.asSystem(async (act) => {
      const { id } = await act.tx.selectFrom('entry').select('id').where('workspace_id', '=', act.actor.workspaceId).where('number', '=', number).executeTakeFirstOrThrow()
      await act.dropTimer(TIMERS.deadline, id)
    })
    await app.advanceTo(Temporal.Instant.from(deadline ?? '').add({ minutes: 5 }).toString())
    expect((await team.read(number)).state).toBe('open')
    const late = await ben.call(contract.takePosition, { number, kind: 'objection', text: 'I was late.' })
    expect(late.steps.map((step) => step.kind)).toEqual(['drafted', 'opened', 'ready', 'took_position', 'no_longer_ready'])
    await app.advanceTo(Temporal.Instant.from(deadline ?? '').add({ minutes: 10 }).toString())
    expect((await team.read(number)).state).toBe('call-needed')
  })
})
