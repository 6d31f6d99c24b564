import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { changeDecision } from './change-decision.ts'
import { DECISION_EVENTS, DECISION_STATES, DECISION_TABLE, OPEN_STATES, RECORD_STATES, canHappen } from './decision-table.ts'
import type { DecisionEventKind, DecisionState } from './decision-table.ts'
import type { Decision, DecisionEvent } from './decision.ts'
import { AFTER, DUE, EXPIRY, IN, LAST_DUE, NEXT_DUE, OPENED, OUTCOME, PLACE, ROLES, SIGN, SIGN_FOR_NOW, after, agreed, deadline, objects, opened, says } from './decisions.test-kit.ts'

/** The rules once more, as a person would write them down: what may follow from each event that is allowed. */
const ASKED = { see: 'same', deadline: 'same', replan: 'same', more_time: 'same', withdraw: 'withdrawn' } as const
const RECORD = { see: 'same', roles: 'same', supersede: 'superseded', deprecate: 'deprecated', review: 'same' } as const
const RULES: Record<DecisionState, Partial<Record<DecisionEventKind, string>>> = {
  draft: { edit: 'same', open: 'open ready', see: 'same', roles: 'same', withdraw: 'withdrawn' },
  open: { ...ASKED, edit: 'same', position: 'open ready', roles: 'open ready', waive: 'open ready', deadline: 'open ready call_needed lapsed', propose_call: 'call_needed' },
  call_needed: { ...ASKED, edit: 'same', position: 'call_needed open ready', roles: 'same', waive: 'same', place_call: 'same', hold_call: 'open ready' },
  ready: { ...ASKED, edit: 'open ready', position: 'open ready', roles: 'open ready', waive: 'same', sign: 'decided provisional' },
  decided: RECORD,
  provisional: { ...RECORD, expire: 'provisional expired', confirm: 'decided' },
  expired: { ...RECORD, confirm: 'decided' },
  withdrawn: { see: 'same', resume: 'draft' },
  lapsed: { see: 'same', resume: 'draft', withdraw: 'withdrawn' },
  superseded: { see: 'same' },
  deprecated: { see: 'same', supersede: 'superseded' },
}

/** Each event in every form that makes a difference. */
const EVENTS: Record<DecisionEventKind, readonly DecisionEvent[]> = {
  edit: [{ kind: 'edit', by: 'ana', optionIds: ['cache', 'index', 'nothing'], deadline: null }, { kind: 'edit', by: 'ana', optionIds: ['cache', 'index'], deadline: NEXT_DUE }],
  open: [{ kind: 'open', by: 'ana', deadline: LAST_DUE.add({ hours: 1 }) }], see: [{ kind: 'see', by: 'mei' }],
  position: [says('mei', 'support'), says('ben', 'no_concern'), objects('nora'), objects('ben'), says('mei', 'question', 'Why?'), says('nora', 'abstain')],
  roles: [{ kind: 'roles', by: 'ana', roles: { ...ROLES, consultedIds: [] }, deadline: null }, { kind: 'roles', by: 'ana', roles: { ...ROLES, informedIds: [], consultedIds: ['mei', 'nora'] }, deadline: NEXT_DUE }],
  waive: [{ kind: 'waive', by: 'ana', personId: 'mei', reason: 'She is away.' }, { kind: 'waive', by: 'ana', personId: 'ben', reason: 'He is away.' }],
  deadline: [deadline(), deadline(['ben', 'mei']), deadline([], { extension: null }), deadline([], { extension: null, decideBy: null })], replan: [{ kind: 'replan', deadline: NEXT_DUE }, { kind: 'replan', deadline: OPENED }],
  more_time: [{ kind: 'more_time', by: 'ana', deadline: LAST_DUE.add({ hours: 24 }) }], propose_call: [{ kind: 'propose_call', by: 'mei' }], place_call: [PLACE], hold_call: [OUTCOME], sign: [SIGN, SIGN_FOR_NOW],
  withdraw: [{ kind: 'withdraw', by: 'ana', reason: 'Solved.' }], resume: [{ kind: 'resume', by: 'ana' }], expire: [{ kind: 'expire' }], confirm: [{ kind: 'confirm', by: 'ana' }],
  supersede: [{ kind: 'supersede', by: 'ana', byNumber: 7 }], deprecate: [{ kind: 'deprecate', by: 'ana', reason: 'Gone.' }], review: [{ kind: 'review', by: 'ana', note: 'It holds.' }],
}

/** Besides the one of the kit, decisions that came into their state another way. */
const OTHERS: readonly Decision[] = [
  opened({ roles: { ...ROLES, responsibleIds: [], consultedIds: [] } }), after(opened(), objects('nora')), after(opened(), says('ben', 'support')), after(opened(), says('ben', 'support'), objects('mei'), { kind: 'propose_call', by: 'mei' }),
  after(opened(), objects('mei'), [deadline(), AFTER], OUTCOME), after(opened(), { kind: 'see', by: 'ben' }, { kind: 'see', by: 'mei' }, [deadline(), AFTER]),
  after(opened(), says('ben', 'support'), says('mei', 'support'), objects('nora'), { kind: 'propose_call', by: 'nora' }), after(opened(), { kind: 'waive', by: 'ana', personId: 'ben', reason: 'Away.' }),
  after(opened(), says('ben', 'support'), says('mei', 'support'), objects('mei'), { kind: 'propose_call', by: 'mei' }), { ...IN.draft, roles: { ...ROLES, responsibleIds: [], consultedIds: [] } },
  after(opened({ door: 'one_way' }), objects('mei'), { kind: 'propose_call', by: 'mei' }), { ...IN.ready, roles: { ...ROLES, responsibleIds: [], consultedIds: [] } }, after(opened(), [deadline([], { decideBy: LAST_DUE }), AFTER]), after(opened(), [deadline(), AFTER], [deadline(), NEXT_DUE.add({ seconds: 1 })]),
]
const MOMENTS = [OPENED.add({ hours: 2 }), DUE, AFTER, NEXT_DUE.add({ seconds: 1 }), LAST_DUE.add({ seconds: 1 }), EXPIRY]

describe('every pair of state and event follows the written rules', () => {
  const pairs = DECISION_STATES.flatMap((state) => DECISION_EVENTS.map((event) => [state, event] as const))
  test.each(pairs)('%s: %s', (state, kind) => {
    const cell = DECISION_TABLE[state][kind]
    const rule = RULES[state][kind]?.replace('same', state)
    expect(canHappen(state, kind)).toBe(rule !== undefined)
    if (!cell.allowed) {
      for (const event of EVENTS[kind]) expect(refusal(() => changeDecision(IN[state], event, AFTER))).toEqual({ code: 'conflict', message: cell.message, next: cell.next })
      return
    }
    expect([...cell.to].sort()).toEqual((rule ?? '').split(' ').sort())
    expect([...reached(state, kind)].sort(), 'states that do follow').toEqual([...cell.to].sort())
  })

  test('each refusal is a full sentence, and says what to do in another', () => {
    const sentences = DECISION_STATES.flatMap((state) => Object.values(DECISION_TABLE[state]).flatMap((cell) => cell.allowed ? [] : [cell.message, cell.next]))
    for (const { key: sentence } of sentences) expect(sentence).toMatch(/^[A-Z][^!]+[.]$/)
  })

  test('a state is open, a record, or neither', () => {
    expect(DECISION_STATES.filter((state) => OPEN_STATES.has(state) && RECORD_STATES.has(state))).toEqual([])
    expect(DECISION_STATES.filter((state) => !OPEN_STATES.has(state) && !RECORD_STATES.has(state))).toEqual(['draft', 'withdrawn', 'lapsed'])
  })

  test('no event changes the text, the people who spoke, or the choice of a record', () => {
    for (const state of RECORD_STATES) {
      for (const event of Object.values(EVENTS).flat()) {
        if (!canHappen(state, event.kind)) continue
        const { optionIds, positions, revision, chosenOptionId, signedById, call } = changeDecision(IN[state], event, EXPIRY).decision
        expect({ optionIds, positions, revision, chosenOptionId, signedById, call }).toEqual({ optionIds: IN[state].optionIds, positions: IN[state].positions, revision: IN[state].revision, chosenOptionId: 'cache', signedById: 'ana', call: IN[state].call })
      }
    }
  })
})

/** The states that an event really leads to, from decisions of all sorts at all sorts of moments. */
function reached(state: DecisionState, kind: DecisionEventKind): Set<DecisionState> {
  const found = new Set<DecisionState>()
  for (const decision of [IN[state], agreed(), ...OTHERS].filter((one) => one.state === state)) {
    for (const event of EVENTS[kind]) {
      for (const now of MOMENTS) {
        try { found.add(changeDecision(decision, event, now).decision.state) } catch (error) { if (!(error instanceof Refusal)) throw error }
      }
    }
  }
  return found
}

function refusal(run: () => unknown) {
  try { run() } catch (error) { if (error instanceof Refusal) return { code: error.code, ...error.said } }
  return null
}
