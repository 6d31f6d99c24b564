import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { changeDecision, concernedIds, deadlineHasPassed, distinct, timersOf } from './change-decision.ts'
import type { Decision, DecisionEvent } from './decision.ts'
import { AFTER, DUE, EXPIRY, IN, LAST_DUE, NEXT_DUE, OPENED, OUTCOME, PLACE, ROLES, SIGN, SIGN_FOR_NOW, after, agreed, deadline, draft, instant, objects, opened, says } from './decisions.test-kit.ts'

const steps = (decision: Decision, event: DecisionEvent, now = OPENED.add({ hours: 2 })) => changeDecision(decision, event, now).steps.map(({ kind, actorId, personId }) => [kind, actorId, personId].filter(Boolean).join(' '))
const see = (by: string): DecisionEvent => ({ kind: 'see', by })
const later = (from: Temporal.Instant) => from.add({ seconds: 1 })

describe('the last second before a deadline belongs to whoever speaks', () => {
  test.each([
    ['before', '2026-03-09T16:59:59.999Z', DUE, false], ['in its first moment', '2026-03-09T17:00:00Z', DUE, false], ['in its last', '2026-03-09T17:00:00.999Z', DUE, false], ['a second later', '2026-03-09T17:00:01Z', DUE, true],
    ['a deadline inside a second', '2026-03-09T17:00:00.999Z', DUE.add({ milliseconds: 300 }), false], ['and the next one', '2026-03-09T17:00:01Z', DUE.add({ milliseconds: 300 }), true],
  ])('%s', (_why, now, due, passed) => {
    const decision = { ...opened(), deadline: due }
    expect(deadlineHasPassed(decision, instant(now))).toBe(passed)
    expect(changeDecision(decision, deadline(), instant(now)).steps.length > 0).toBe(passed)
  })

  test('an objection in that second holds it up, and its timer comes after it', () => {
    const quiet = after(opened(), see('ben'), see('mei'))
    expect(timersOf(quiet)).toEqual([{ kind: 'deadline', at: AFTER }])
    expect(after(quiet, [objects('mei'), DUE.add({ milliseconds: 999 })], [deadline(), AFTER]).state).toBe('call_needed')
    expect(after(quiet, [deadline(), AFTER]).state).toBe('ready')
  })

  test('only an open decision has a deadline that acts', () => {
    for (const decision of Object.values(IN)) expect(deadlineHasPassed(decision, EXPIRY.add({ hours: 9999 }))).toBe(decision.state === 'open')
    expect(deadlineHasPassed({ state: 'open', deadline: null }, EXPIRY)).toBe(false)
  })
})

describe('what happens at the deadline, in this order', () => {
  const missing = opened()
  test.each([
    ['an objection calls for talk', after(missing, objects('nora')), deadline(['ben', 'mei']), 'call_needed first', ['call_needed']],
    ['silence closes a two-way door', after(missing, see('ben'), see('mei')), deadline(), 'ready first', ['ready']],
    ['whoever is covered is not waited for', after(missing, says('ben', 'support')), deadline(['mei']), 'ready first', ['ready']],
    ['else it extends once', missing, deadline(), 'open extended', ['extended']],
    ['then it asks the accountable by name', { ...missing, phase: 'extended' as const }, deadline(), 'open asked', ['accountable_asked ana']],
    ['then it lapses', { ...missing, phase: 'asked' as const }, deadline(), 'lapsed asked', ['lapsed']],
    ['without time for an extension, the accountable is asked at once', missing, deadline([], { extension: null }), 'open asked', ['accountable_asked ana']],
    ['an extension that is over is none', missing, deadline([], { extension: DUE }), 'open asked', ['accountable_asked ana']],
    ['without any time left it lapses', missing, deadline([], { extension: null, decideBy: null }), 'lapsed first', ['lapsed']],
    ['a one-way door never closes on silence', after(opened({ door: 'one_way' }), see('ben'), see('mei')), deadline(['ben', 'mei']), 'open extended', ['extended']],
    ['an open question holds silence up', after(missing, see('ben'), see('mei'), says('nora', 'question', 'Why?')), deadline(), 'open extended', ['extended']],
  ])('%s', (_why, decision, event, state, told) => {
    const { decision: next } = changeDecision(decision, event, AFTER)
    expect(`${next.state} ${next.phase}`).toBe(state)
    expect(steps(decision, event, AFTER)).toEqual(told)
  })

  test('the moments that follow are the ones it was given', () => {
    expect(after(missing, [deadline(), AFTER]).deadline).toEqual(NEXT_DUE)
    expect(after(missing, [deadline(), AFTER], [deadline(), later(NEXT_DUE)]).deadline).toEqual(LAST_DUE)
    expect(IN.lapsed).toMatchObject({ state: 'lapsed', deadline: null, reason: 'Nobody decided in time.' })
  })

  test('a timer that comes late, or twice, changes nothing', () => {
    for (const decision of [agreed(), IN.call_needed, after(missing, [deadline(), AFTER])]) expect(changeDecision(decision, deadline(), AFTER)).toEqual({ decision, steps: [] })
  })
})

describe('what silence or a call has closed', () => {
  const silent = after(opened(), see('ben'), see('mei'), [deadline(), AFTER])
  const called = after(opened(), objects('mei'), [deadline(), AFTER], OUTCOME)
  test.each([
    ['stays closed when somebody supports it', silent, says('nora', 'support'), 'ready', 'silence'],
    ['stays closed when its people are told otherwise', silent, { kind: 'roles', by: 'ana', roles: { ...ROLES, informedIds: [] }, deadline: null } as const, 'ready', 'silence'],
    ['opens again with an objection', silent, objects('nora'), 'open', null],
    ['opens again with a question', silent, says('nora', 'question', 'Why?'), 'open', null],
    ['opens again with a new reader', silent, { kind: 'roles', by: 'ana', roles: { ...ROLES, consultedIds: ['mei', 'nora'] }, deadline: NEXT_DUE } as const, 'open', null],
    ['opens again with a new text', silent, { kind: 'edit', by: 'ana', optionIds: ['cache', 'index'], deadline: NEXT_DUE } as const, 'open', null],
    ['by call, stays closed with support', called, says('ben', 'support'), 'ready', 'call'],
    ['by call, opens with a new objection', called, objects('ben'), 'open', null],
  ])('%s', (_why, decision, event, state, readyBy) => {
    expect(after(decision, [event, AFTER.add({ hours: 1 })])).toMatchObject({ state, readyBy })
    expect(steps(decision, event, AFTER.add({ hours: 1 })).includes('no_longer_ready')).toBe(state === 'open')
  })

  test('a question that was open before the call does not open it again', () => {
    const asked = after(opened(), says('ben', 'question', 'Why?'), objects('mei'), { kind: 'propose_call', by: 'mei' }, OUTCOME)
    expect(after(asked, says('nora', 'support')).state).toBe('ready')
  })
})

describe('a call', () => {
  test('is proposed only where an objection stands, and ends with words', () => {
    expect(() => after(opened(), { kind: 'propose_call', by: 'mei' })).toThrow(expect.objectContaining({ code: 'conflict' }))
    expect(() => after(IN.call_needed, { kind: 'hold_call', by: 'ana', outcome: ' \n' })).toThrow(expect.objectContaining({ code: 'bad_input' }))
    expect(steps(IN.call_needed, OUTCOME)).toEqual(['call_held ana', 'ready'])
  })

  test('keeps what was objected on record, through the signature', () => {
    const decided = after(IN.call_needed, OUTCOME, SIGN)
    expect(decided).toMatchObject({ state: 'decided', readyBy: 'call', call: { outcome: 'We measure first.', objections: [{ personId: 'mei', text: 'It loses writes.' }] } })
  })

  test('gets a time, which may be moved and lies ahead, and which is gone with it', () => {
    const placed = after(IN.call_needed, PLACE)
    expect([placed.state, placed.callPlan?.minutes, placed.callPlan?.startsAt.toString()]).toEqual(['call_needed', 15, '2026-07-01T09:00:00Z'])
    expect(after(IN.call_needed, objects('nora'), PLACE).callPlan?.minutes).toBe(30)
    expect(steps(placed, { ...PLACE, by: 'ana', startsAt: EXPIRY })).toEqual(['call_placed ana'])
    expect(() => after(IN.call_needed, { ...PLACE, startsAt: OPENED })).toThrow(expect.objectContaining({ code: 'bad_input' }))
    for (const event of [OUTCOME, says('mei', 'support'), { kind: 'withdraw' as const, by: 'ana', reason: 'Solved.' }]) expect(after(placed, event).callPlan).toBeNull()
  })

  test('does not stand for input that is missing at a one-way door', () => {
    const heard = after(opened({ door: 'one_way' }), objects('mei'), { kind: 'propose_call', by: 'mei' }, OUTCOME)
    expect(heard.state).toBe('open')
    expect(after(heard, says('ben', 'support')).state).toBe('ready')
  })

  test('is over when the last objection is lifted', () => {
    expect(after(IN.call_needed, says('mei', 'support')).state).toBe('open')
    expect(after(IN.call_needed, says('ben', 'support'), says('mei', 'support')).state).toBe('ready')
    expect(steps(IN.call_needed, says('mei', 'support'))).toEqual(['lifted mei'])
  })
})

describe('what cannot be said', () => {
  const refusedAs = (run: () => unknown) => { try { run() } catch (error) { if (error instanceof Refusal) return error.code; throw error } return 'allowed' }
  test.each([
    ['an objection without its reason', opened(), objects('mei', ' '), 'bad_input'],
    ['a question without words', opened(), says('mei', 'question'), 'bad_input'],
    ['a position on an option that is not there', opened(), says('mei', 'support', '', { optionId: 'queue', tradeOffId: null }), 'bad_input'],
    ['a position on a trade-off of no option', opened(), says('mei', 'support', '', { optionId: null, tradeOffId: 'cost' }), 'bad_input'],
    ['opening without an accountable', draft({ roles: { ...ROLES, accountableId: null } }), { kind: 'open', by: 'ana', deadline: DUE } as const, 'bad_input'],
    ['opening with one option', draft({ optionIds: ['cache'] }), { kind: 'open', by: 'ana', deadline: DUE } as const, 'bad_input'],
    ['opening for a deadline that has passed', draft(), { kind: 'open', by: 'ana', deadline: OPENED } as const, 'bad_input'],
    ['taking the second option out of an open one', opened(), { kind: 'edit', by: 'ana', optionIds: ['cache'], deadline: null } as const, 'bad_input'],
    ['a waiver of somebody who has spoken', after(opened(), says('mei', 'support')), { kind: 'waive', by: 'ana', personId: 'mei', reason: 'Away.' } as const, 'bad_input'],
    ['a waiver of nobody', opened(), { kind: 'waive', by: 'ana', personId: 'nora', reason: 'Away.' } as const, 'bad_input'],
    ['less time', opened(), { kind: 'more_time', by: 'ana', deadline: DUE.subtract({ hours: 1 }) } as const, 'bad_input'],
    ['as much time as before', opened(), { kind: 'more_time', by: 'ana', deadline: DUE } as const, 'bad_input'],
    ['signing an option that is not there', agreed(), { ...SIGN, optionId: 'queue' }, 'bad_input'],
    ['signing until yesterday', agreed(), { ...SIGN, provisionalUntil: OPENED }, 'bad_input'],
    ['signing what nobody is accountable for', { ...agreed(), roles: { ...ROLES, accountableId: null } }, SIGN, 'conflict'],
    ['signing a second time', after(agreed(), SIGN), SIGN, 'conflict'],
    ['signing what is open', opened(), SIGN, 'conflict'],
  ])('%s', (_why, decision, event, code) => {
    expect(refusedAs(() => changeDecision(decision, event as DecisionEvent, OPENED.add({ hours: 2 })))).toBe(code)
  })

  test('more time for a call whose deadline is long over lies in the future', () => {
    const attempt = (deadline: Temporal.Instant) => changeDecision(IN.call_needed, { kind: 'more_time', by: 'ana', deadline }, LAST_DUE)
    expect(refusedAs(() => attempt(NEXT_DUE))).toBe('bad_input')
    expect(attempt(LAST_DUE.add({ hours: 1 })).decision).toMatchObject({ state: 'call_needed', phase: 'first' })
  })

  test('an objection to an option that was taken out can still be lifted', () => {
    const point = { optionId: 'queue', tradeOffId: null }
    const stuck = after(opened({ optionIds: ['cache', 'index', 'queue'] }), says('mei', 'objection', 'Slow.', point), { kind: 'edit', by: 'ana', optionIds: ['cache', 'index'], deadline: null })
    expect(stuck.positions).toHaveLength(1)
    expect(after(stuck, says('mei', 'abstain', '', point), says('ben', 'support')).state).toBe('ready')
    expect(refusedAs(() => after(stuck, says('ben', 'support', '', point)))).toBe('bad_input')
  })
})

describe('people and time', () => {
  test('each person stands in the weightiest of their roles', () => {
    expect(distinct({ accountableId: 'ana', responsibleIds: ['ben', 'ana', 'ben'], consultedIds: ['ben', 'mei'], informedIds: ['nora', 'mei', 'ana'] })).toEqual(ROLES)
    expect(distinct({ ...ROLES, accountableId: null, consultedIds: ['ana'] })).toMatchObject({ accountableId: null, consultedIds: ['ana'] })
  })

  test('a new accountable is named in the history', () => {
    expect(steps(opened(), { kind: 'roles', by: 'ana', roles: { ...ROLES, accountableId: 'ben' }, deadline: null })).toEqual(['roles_changed ana ben'])
    expect(steps(opened(), { kind: 'roles', by: null, roles: { ...ROLES, accountableId: null }, deadline: null })).toEqual(['roles_changed'])
  })

  test('a waiver ends with the role, so that whoever is asked again is asked', () => {
    const gone = after(opened(), says('ben', 'support'), { kind: 'waive', by: 'ana', personId: 'mei', reason: 'Away.' }, { kind: 'roles', by: 'ana', roles: { ...ROLES, consultedIds: [] }, deadline: null })
    expect(gone).toMatchObject({ state: 'ready', waived: [] })
    expect(after(gone, { kind: 'roles', by: 'ana', roles: ROLES, deadline: NEXT_DUE })).toMatchObject({ state: 'open', deadline: NEXT_DUE })
  })

  test('a deadline that was shown moves later, never earlier', () => {
    for (const early of [OPENED, DUE]) {
      expect(changeDecision(opened(), { kind: 'replan', deadline: early }, OPENED)).toEqual({ decision: opened(), steps: [] })
      expect(after(opened(), { kind: 'edit', by: 'ana', optionIds: ['a', 'b'], deadline: early }).deadline).toEqual(DUE)
    }
    expect(after(opened(), { kind: 'replan', deadline: NEXT_DUE }).deadline).toEqual(NEXT_DUE)
    expect(steps(opened(), { kind: 'replan', deadline: NEXT_DUE })).toEqual(['deadline_moved'])
  })

  test('timers are those of its state', () => {
    const kinds = Object.entries(IN).map(([state, decision]) => `${state}:${timersOf(decision).map(({ kind }) => kind).join()}`)
    expect(kinds.filter((text) => !text.endsWith(':'))).toEqual(['open:deadline', 'provisional:expire'])
    expect(timersOf(IN.provisional)).toEqual([{ kind: 'expire', at: EXPIRY }])
  })

  test('an expiry that comes early changes nothing', () => {
    expect(changeDecision(IN.provisional, { kind: 'expire' }, EXPIRY.subtract({ seconds: 1 }))).toEqual({ decision: IN.provisional, steps: [] })
    expect(steps(IN.provisional, { kind: 'expire' }, EXPIRY)).toEqual(['expired'])
    expect(after(IN.expired, { kind: 'confirm', by: 'ana' })).toMatchObject({ state: 'decided', provisionalUntil: null })
  })

  test('whom it concerns is everybody who is named, and the author', () => {
    expect(concernedIds(opened({ authorId: 'eva' }))).toEqual(['eva', 'ana', 'ben', 'mei', 'nora'])
    expect(concernedIds(opened())).toEqual(['ana', 'ben', 'mei', 'nora'])
  })
})

describe('what is signed, ended and taken up again', () => {
  test('a signature says who, when, and what', () => {
    expect(after(agreed(), [SIGN, DUE])).toMatchObject({ state: 'decided', chosenOptionId: 'cache', signedById: 'ana', signedAt: DUE, provisionalUntil: null, deadline: null })
    expect(after(agreed(), [SIGN_FOR_NOW, DUE])).toMatchObject({ state: 'provisional', provisionalUntil: EXPIRY })
  })

  test('reasons stand in the decision and in its history', () => {
    expect(IN.withdrawn).toMatchObject({ reason: 'Solved.', deadline: null })
    expect(changeDecision(IN.decided, { kind: 'deprecate', by: 'ana', reason: 'Gone.' }, DUE).steps).toEqual([{ kind: 'deprecated', actorId: 'ana', personId: null, text: 'Gone.' }])
    expect(changeDecision(IN.decided, { kind: 'supersede', by: 'ana', byNumber: 12 }, DUE).steps[0]?.text).toBe('#12')
  })

  test('what is taken up again is a draft in which objections stand', () => {
    const again = after(IN.call_needed, OUTCOME, { kind: 'withdraw', by: 'ana', reason: 'Too early.' }, { kind: 'resume', by: 'ana' })
    expect(again).toMatchObject({ state: 'draft', reason: '', openedAt: null, deadline: null, phase: 'first', readyBy: null, call: null, waived: [] })
    expect(after(again, [{ kind: 'open', by: 'ana', deadline: EXPIRY }, LAST_DUE], says('ben', 'support'), says('mei', 'support', '', { optionId: 'cache', tradeOffId: null })).state).toBe('open')
  })
})
