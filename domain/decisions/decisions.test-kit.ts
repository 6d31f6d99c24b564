import type { Instant } from '../time/types.ts'
import { changeDecision } from './change-decision.ts'
import type { DecisionState } from './decision-table.ts'
import { WHOLE } from './decision.ts'
import type { Decision, DecisionEvent, DecisionRoles, PositionKind } from './decision.ts'

/*
 * The demo team for tests of this folder: Ana writes and is accountable, Ben is responsible, Mei is consulted, Nora is
 * informed. Options are `cache` and `index`. The decision is opened on Monday 2026-03-02 and due a week later.
 */
export const instant = (text: string): Instant => Temporal.Instant.from(text)
export const OPENED = instant('2026-03-02T09:00:00Z')
export const DUE = instant('2026-03-09T17:00:00Z')
export const AFTER = DUE.add({ seconds: 1 })
export const NEXT_DUE = DUE.add({ hours: 48 })
export const LAST_DUE = DUE.add({ hours: 96 })
export const EXPIRY = instant('2026-06-01T00:00:00Z')

export const ROLES: DecisionRoles = { accountableId: 'ana', responsibleIds: ['ben'], consultedIds: ['mei'], informedIds: ['nora'] }

export function draft(more: Partial<Decision> = {}): Decision {
  return {
    id: 'd', authorId: 'ana', state: 'draft', door: 'two_way', roles: ROLES, windowDays: 5, revision: 0, optionIds: ['cache', 'index'], openedAt: null, deadline: null, phase: 'first', readyBy: null,
    positions: [], seen: new Map(), waived: [], call: null, callPlan: null, chosenOptionId: null, signedById: null, signedAt: null, provisionalUntil: null, reason: '', ...more,
  }
}

export const says = (by: string, position: PositionKind, text = '', about = WHOLE): DecisionEvent => ({ kind: 'position', by, position, about, text })
export const objects = (by: string, text = 'It loses writes.'): DecisionEvent => says(by, 'objection', text)
export const SIGN: DecisionEvent = { kind: 'sign', by: 'ana', optionId: 'cache', provisionalUntil: null }
export const SIGN_FOR_NOW: DecisionEvent = { ...SIGN, provisionalUntil: EXPIRY }
/** The deadline passes; nobody is absent, and both spans that may follow have time in them. */
export const deadline = (absentWithCover: readonly string[] = [], more: { extension?: Instant | null; decideBy?: Instant | null } = {}): DecisionEvent =>
  ({ kind: 'deadline', facts: { absentWithCover: new Set(absentWithCover) }, extension: NEXT_DUE, decideBy: LAST_DUE, ...more })
export const PLACE: Extract<DecisionEvent, { kind: 'place_call' }> = { kind: 'place_call', by: 'mei', startsAt: instant('2026-07-01T09:00:00Z') }
export const OUTCOME: DecisionEvent = { kind: 'hold_call', by: 'ana', outcome: 'We measure first.' }

/** What becomes of a decision after some events, each at its moment, or at the last one named. */
export function after(decision: Decision, ...events: (DecisionEvent | readonly [DecisionEvent, Instant])[]): Decision {
  let at = OPENED.add({ hours: 1 })
  return events.reduce((now, one) => {
    const event = 'kind' in one ? one : one[0]
    if (!('kind' in one)) at = one[1]
    return changeDecision(now, event, at).decision
  }, decision)
}

export const opened = (more: Partial<Decision> = {}): Decision => changeDecision(draft(more), { kind: 'open', by: 'ana', deadline: DUE }, OPENED).decision
/** Both required readers have spoken for it. */
export const agreed = (more: Partial<Decision> = {}): Decision => after(opened(more), says('ben', 'support'), says('mei', 'no_concern'))

/** One decision in each state, as it came about. */
export const IN: Readonly<Record<DecisionState, Decision>> = {
  draft: draft(), open: opened(), call_needed: after(opened(), objects('mei'), [deadline(), AFTER]), ready: agreed(), decided: after(agreed(), SIGN), provisional: after(agreed(), SIGN_FOR_NOW),
  expired: after(agreed(), SIGN_FOR_NOW, [{ kind: 'expire' }, EXPIRY]), withdrawn: after(opened(), { kind: 'withdraw', by: 'ana', reason: 'Solved.' }),
  lapsed: after(opened(), [deadline(), AFTER], [deadline(), NEXT_DUE.add({ seconds: 1 })], [deadline(), LAST_DUE.add({ seconds: 1 })]),
  superseded: after(agreed(), SIGN, { kind: 'supersede', by: 'ana', byNumber: 9 }), deprecated: after(agreed(), SIGN, { kind: 'deprecate', by: 'ana', reason: 'The list is gone.' }),
}
