import { describe, expect, test } from 'vitest'
import type { Decision, DecisionEvent, DecisionRoles } from './decision.ts'
import { inputIds, isReady, namedIds, readinessOf, silenceCloses } from './readiness.ts'
import { AFTER, NEXT_DUE, OUTCOME, ROLES, after, deadline, objects, opened, says } from './decisions.test-kit.ts'

const ALONE: DecisionRoles = { accountableId: 'ana', responsibleIds: [], consultedIds: [], informedIds: ['nora'] }
const BOTH = [says('ben', 'support'), says('mei', 'no_concern')]
const edit: DecisionEvent = { kind: 'edit', by: 'ana', optionIds: ['cache', 'index'], deadline: NEXT_DUE }
const waive = (personId: string): DecisionEvent => ({ kind: 'waive', by: 'ana', personId, reason: 'Away.' })
const call = [{ kind: 'propose_call', by: 'mei' } as const, OUTCOME]
const ON_CACHE = { optionId: 'cache', tradeOffId: null }

/** After these events: whose input is missing, who objects, who asks, and whether it can be signed. */
const CASES: readonly (readonly [string, Partial<Decision>, readonly DecisionEvent[], string, string, string, boolean])[] = [
  ['nobody spoke', {}, [], 'ben mei', '', '', false],
  ['one of two spoke', {}, [says('ben', 'support')], 'mei', '', '', false],
  ['both spoke', {}, BOTH, '', '', '', true],
  ['abstaining is input', {}, [says('ben', 'abstain'), says('mei', 'abstain')], '', '', '', true],
  ['on an option alone, it is input too', {}, [says('ben', 'support', '', ON_CACHE), says('mei', 'support')], '', '', '', true],
  ['others do not speak for them', {}, [says('nora', 'support'), says('ana', 'support')], 'ben mei', '', '', false],
  ['an objection is input and stands in the way', {}, [...BOTH, objects('mei')], '', 'mei', '', false],
  ['anybody may object', {}, [...BOTH, objects('nora')], '', 'nora', '', false],
  ['support on the whole does not lift an objection to an option', {}, [...BOTH, says('mei', 'objection', 'Slow.', ON_CACHE), says('mei', 'support')], '', 'mei', '', false],
  ['support on the same point does', {}, [...BOTH, says('mei', 'objection', 'Slow.', ON_CACHE), says('mei', 'support', '', ON_CACHE)], '', '', '', true],
  ['a question is no input', {}, [says('ben', 'support'), says('mei', 'question', 'Why?')], 'mei', '', 'mei', false],
  ['a question besides input holds it up', {}, [...BOTH, says('mei', 'question', 'Why?', ON_CACHE)], '', '', 'mei', false],
  ['a question of the informed holds nothing up', {}, [...BOTH, says('nora', 'question', 'Why?')], '', '', 'nora', true],
  ['a new text asks everybody again', {}, [...BOTH, edit], 'ben mei', '', '', false],
  ['objections survive a new text', {}, [says('ben', 'support'), objects('mei'), edit], 'ben mei', 'mei', '', false],
  ['questions on an older text are over', {}, [says('mei', 'question', 'Why?'), edit], 'ben mei', '', '', false],
  ['the accountable goes on without one', {}, [says('ben', 'support'), waive('mei')], '', '', '', true],
  ['a waiver lifts no objection', {}, [says('ben', 'support'), waive('mei'), objects('mei')], '', 'mei', '', false],
  ['a call puts objections on record', {}, [...BOTH, objects('mei'), ...call], '', '', '', true],
  ['a new objection after the call stands', {}, [...BOTH, objects('mei'), ...call, objects('mei', 'It is slow, too.')], '', 'mei', '', false],
  ['an earlier call is not forgotten', {}, [...BOTH, objects('mei'), ...call, objects('nora'), { kind: 'propose_call', by: 'nora' }, OUTCOME], '', '', '', true],
  ['a new text undoes the call', {}, [...BOTH, objects('mei'), ...call, edit, ...BOTH.slice(0, 1)], 'mei', 'mei', '', false],
  ['nobody is asked', { roles: ALONE }, [], '', '', '', true],
]

describe('what stands between a decision and its signature', () => {
  test.each(CASES)('%s', (_why, more, events, missing, objectors, askers, ready) => {
    const decision = after(opened(more), ...events)
    const { missingIds, objections, questions } = readinessOf(decision)
    expect([missingIds.join(' '), objections.map(({ personId }) => personId).join(' '), questions.map(({ personId }) => personId).join(' '), isReady(decision)]).toEqual([missing, objectors, askers, ready])
    expect(decision.state === 'ready').toBe(ready)
  })

  test('input is required of the responsible and the consulted, once, without the accountable', () => {
    const roles = { accountableId: 'ana', responsibleIds: ['ana', 'ben'], consultedIds: ['ben', 'mei'], informedIds: ['mei', 'nora'] }
    expect(inputIds({ roles })).toEqual(['ben', 'mei'])
    expect(namedIds({ roles })).toEqual(['ana', 'ben', 'mei', 'nora'])
    expect(namedIds({ roles: { ...roles, accountableId: null } })).toEqual(['ana', 'ben', 'mei', 'nora'])
    expect(namedIds({ roles: ALONE })).toEqual(['ana', 'nora'])
  })
})

describe('silence closes a two-way door when whoever is missing has opened it, or is absent with a cover', () => {
  const see = (by: string): DecisionEvent => ({ kind: 'see', by })
  test.each([
    ['nobody opened it', {}, [], [], false],
    ['one opened it', {}, [see('ben')], [], false],
    ['both did', {}, [see('ben'), see('mei')], [], true],
    ['one did, the other is covered', {}, [see('ben')], ['mei'], true],
    ['one spoke, the other is covered', {}, [says('ben', 'support')], ['mei'], true],
    ['who opened the text before it changed', {}, [see('ben'), see('mei'), edit], [], false],
    ['an objection stands', {}, [see('ben'), see('mei'), objects('nora')], [], false],
    ['a question is open, of whomever', {}, [see('ben'), see('mei'), says('nora', 'question', 'Why?')], [], false],
    ['a one-way door', { door: 'one_way' as const }, [see('ben'), see('mei')], ['ben', 'mei'], false],
    ['one opened it, the other is waived', {}, [see('ben'), waive('mei')], [], true],
  ])('%s', (_why, more, events, covered, closes) => {
    const decision = after(opened(more), ...events)
    expect(silenceCloses(decision, new Set(covered))).toBe(closes)
    const { state } = after(decision, [deadline(covered), edit === events.at(-1) ? NEXT_DUE.add({ seconds: 1 }) : AFTER])
    expect(state === 'ready').toBe(closes)
  })

  test('who read the draft has not opened the decision', () => {
    expect([...opened({ seen: new Map([['ben', AFTER], ['mei', AFTER]]) }).seen]).toEqual([])
    expect(opened({ roles: { ...ROLES, consultedIds: [] } }).state).toBe('open')
  })
})
