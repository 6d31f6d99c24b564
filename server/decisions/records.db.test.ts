import { listInbox } from '#contract/attention.ts'
import * as contract from '#contract/decisions.ts'
import { deleteEntry, restoreEntry } from '#contract/entries.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CONTENT, startTeam } from './decisions.test-kit.ts'
import type { Team } from './decisions.test-kit.ts'

describeOnNewest('records of decisions', (on) => {
  let team: Team
  beforeAll(async () => { team = await startTeam(on) })
  afterAll(() => team.app.stop())

  /** Cleo writes, is accountable, and signs at once. */
  const decided = async (more: Record<string, unknown> = {}, signing: Record<string, unknown> = {}) => {
    const { number } = await team.cleo.call(contract.createDecision, { spaceId: team.app.spaceId, content: CONTENT, open: true, ...more })
    return team.cleo.call(contract.signDecision, { number, optionId: 'shared', ...signing })
  }
  const inbox = async (who: Team['ana']) => (await who.call(listInbox, {})).items.filter((item) => item.kind === 'decision').map((item) => [item.number, item.obliges])

  test('a chain of three: each page names the next, nothing goes in a circle, and what depends on an old one is looked at again', async () => {
    const { cleo, ana, app } = team
    const first = await decided()
    const second = await decided({ supersedes: [first.number] })
    expect(await team.read(first.number)).toMatchObject({ state: 'superseded', supersededBy: [second.number], status: `Superseded by #${second.number}.` })
    expect(second).toMatchObject({ supersedes: [first.number], adrNumber: (first.adrNumber ?? 0) + 1 })
    const needs = await decided({ dependsOn: [second.number] })
    const third = await decided({}, { supersedes: [second.number] })
    expect(await codeOf(cleo.call(contract.supersedeDecision, { number: third.number, by: first.number }))).toBe('bad_input')
    expect(await codeOf(cleo.call(contract.supersedeDecision, { number: third.number, by: third.number }))).toBe('bad_input')
    const due = await team.read(needs.number, cleo)
    expect(due).toMatchObject({ state: 'decided', mine: 'Look at it again: does it still hold?' })
    expect(due.steps.at(-1)?.sentence).toContain(`#${second.number} was superseded by #${third.number}`)
    await app.advanceTo('2026-03-23T09:00:00Z')
    expect(await inbox(cleo)).toContainEqual([needs.number, true])
    expect(await codeOf(ana.call(contract.reviewDecision, { number: needs.number, note: 'It holds.' }))).toBe('not_allowed')
    expect(await cleo.call(contract.reviewDecision, { number: needs.number, note: 'It holds.' })).toMatchObject({ mine: null })
    expect(await inbox(cleo)).not.toContainEqual([needs.number, true])
    expect(await codeOf(cleo.call(contract.supersedeDecision, { number: needs.number, by: (await team.draft()).number }))).toBe('bad_input')
    expect(await cleo.call(contract.supersedeDecision, { number: needs.number, by: third.number })).toMatchObject({ state: 'superseded', supersededBy: [third.number] })
  })

  test('what holds for a time expires in front of everybody, and is confirmed or ended', async () => {
    const { cleo, ana, app } = team
    const one = await decided({}, { provisionalUntil: '2026-03-24' })
    expect(one).toMatchObject({ state: 'provisional', provisionalUntil: '2026-03-24T23:00:00Z' })
    await app.advanceTo('2026-03-25T09:00:00Z')
    expect(await team.read(one.number, cleo)).toMatchObject({ state: 'expired', mine: expect.stringContaining('It has expired') })
    expect(await inbox(cleo)).toContainEqual([one.number, true])
    expect(await codeOf(ana.call(contract.confirmDecision, { number: one.number }))).toBe('not_allowed')
    expect(await cleo.call(contract.confirmDecision, { number: one.number })).toMatchObject({ state: 'decided', provisionalUntil: null, mine: null })
    expect(await inbox(cleo)).not.toContainEqual([one.number, true])
    expect(await cleo.call(contract.deprecateDecision, { number: one.number, reason: 'We have no cache any more.' })).toMatchObject({ state: 'deprecated', reason: 'We have no cache any more.' })
    expect(await codeOf(cleo.call(contract.deprecateDecision, { number: one.number, reason: 'Again.' }))).toBe('conflict')
    expect(await codeOf(decided({}, { provisionalUntil: '2026-03-20' }))).toBe('bad_input')
  })

  test('a review comes when its owner begins to work on that day', async () => {
    const { cleo, app } = team
    expect(await codeOf(decided({ reviewOn: '2026-03-01' }))).toBe('bad_input')
    const one = await decided({ reviewOn: '2026-03-28', triggers: ['More than a thousand users.'] })
    await app.advanceTo('2026-03-30T06:59:00Z')
    expect((await team.read(one.number, cleo)).mine).toBeNull()
    await app.advanceTo('2026-03-30T08:00:00Z')
    expect(await team.read(one.number, cleo)).toMatchObject({ mine: 'Look at it again: does it still hold?', triggers: ['More than a thousand users.'] })
    expect(await cleo.call(contract.reviewDecision, { number: one.number, note: 'Fine.', reviewOn: '2026-05-04' })).toMatchObject({ reviewOn: '2026-05-04', mine: null })
  })

  test('a record stays; what is open and deleted is withdrawn, and can be taken up again', async () => {
    const { cleo, ana, ben, app } = team
    const one = await decided()
    expect(await codeOf(cleo.call(deleteEntry, { number: one.number }))).toBe('conflict')
    const open = await team.open()
    await app.advanceTo('2026-03-30T15:00:00Z')
    expect(await inbox(ben)).toContainEqual([open.number, true])
    await ana.call(deleteEntry, { number: open.number })
    expect(await codeOf(team.read(open.number))).toBe('not_found')
    expect((await inbox(ben)).map(([number]) => number)).not.toContain(open.number)
    await ana.call(restoreEntry, { number: open.number })
    expect(await team.read(open.number)).toMatchObject({ state: 'withdrawn', reason: 'It was deleted.' })
    expect((await ana.call(contract.resumeDecision, { number: open.number })).state).toBe('draft')
  })
})
