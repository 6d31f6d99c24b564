import * as contract from '#contract/decisions.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { codeOf } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CONTENT, startTeam } from './decisions.test-kit.ts'
import type { Team } from './decisions.test-kit.ts'

/** Monday 2026-03-23: 08:00 in Berlin, 15:00 in Manila. */
describeOnBoth('decisions', (on) => {
  let team: Team
  beforeAll(async () => { team = await startTeam(on) })
  afterAll(() => team.app.stop())
  const take = (who: Team['ana'], number: number, kind: 'support' | 'no-concern' | 'question' | 'objection' | 'abstain', more: Record<string, unknown> = {}) => who.call(contract.takePosition, { number, kind, ...more })

  test('a draft is opened, input comes in, and the accountable signs it with the next number', async () => {
    const { ana, mei, ben, cleo } = team
    const draft = await team.draft()
    expect(draft).toMatchObject({ state: 'draft', deadline: null, version: 1, revision: 0, problems: [] })
    const opened = await ana.call(contract.openDecision, { number: draft.number })
    expect(opened).toMatchObject({ state: 'open', revision: 1, deadline: '2026-03-30T15:00:00Z' })
    expect(opened.missing.map((one) => one.name)).toEqual(['Mei', 'Ben'])
    expect(await codeOf(cleo.call(contract.signDecision, { number: draft.number, optionId: 'shared' }))).toBe('conflict')
    await take(mei, draft.number, 'support')
    const ready = await take(ben, draft.number, 'no-concern')
    expect(ready.state).toBe('ready')
    expect(await codeOf(ben.call(contract.signDecision, { number: draft.number, optionId: 'shared' }))).toBe('not_allowed')
    expect(await codeOf(cleo.call(contract.signDecision, { number: draft.number, optionId: 'nowhere' }))).toBe('bad_input')
    const signed = await cleo.call(contract.signDecision, { number: draft.number, optionId: 'shared' })
    expect(signed).toMatchObject({ state: 'decided', chosen: 'A shared one', adrNumber: 1, fileName: '0001-where-the-cache-lives.md', deadline: null })
    expect(signed.steps.map((step) => step.kind)).toEqual(['drafted', 'opened', 'took_position', 'took_position', 'ready', 'signed'])
    expect(await codeOf(ana.call(contract.editDecision, { number: draft.number, version: signed.version, content: CONTENT }))).toBe('conflict')
  })

  test('fifty signatures at once sign once', async () => {
    const { cleo } = team
    const { number } = await team.open({ roles: { accountableId: cleo.id } })
    const codes = await Promise.all(Array.from({ length: 50 }, () => codeOf(cleo.call(contract.signDecision, { number, optionId: 'memory' }))))
    expect(codes.filter((code) => code === 'no refusal')).toHaveLength(1)
    expect(new Set(codes)).toEqual(new Set(['no refusal', 'conflict']))
    expect((await team.read(number)).steps.filter((step) => step.kind === 'signed')).toHaveLength(1)
  })
})
