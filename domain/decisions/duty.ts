import { RECORD_STATES } from './decision-table.ts'
import type { Decision } from './decision.ts'
import { readinessOf, standingObjections } from './readiness.ts'

/** What a decision can wait for from one person. `name`: a new accountable, since who was has left. `end`: an expired one is confirmed or ended. */
export const DUTIES = ['name', 'sign', 'call', 'position', 'end', 'review'] as const
export type Duty = (typeof DUTIES)[number]

/** What a decision waits for from this person, the weightiest first; null where nothing. `reviewDue`: a record is to be looked at again. */
export function dutyOf(decision: Decision, reviewDue: boolean, personId: string): Duty | null {
  const { state, roles, authorId, phase } = decision
  const signs = roles.accountableId === personId
  if (state === 'open' || state === 'ready' || state === 'call_needed') {
    if (roles.accountableId === null && authorId === personId) return 'name'
    if (signs && (state === 'ready' || (state === 'open' && phase === 'asked'))) return 'sign'
    if (state === 'call_needed' && (signs || standingObjections(decision).some((one) => one.personId === personId))) return 'call'
    return state !== 'ready' && readinessOf(decision).missingIds.includes(personId) ? 'position' : null
  }
  const minds = roles.accountableId === null ? authorId === personId : signs
  if (state === 'expired' && minds) return 'end'
  return reviewDue && RECORD_STATES.has(state) && minds ? 'review' : null
}

/** Whose input or word an open decision waits for, each once: what its author and its accountable wait for. */
export function awaitedIds(decision: Decision): string[] {
  const { state, roles } = decision
  if (state === 'ready') return roles.accountableId === null ? [] : [roles.accountableId]
  if (state === 'call_needed') return [...new Set([...roles.accountableId === null ? [] : [roles.accountableId], ...standingObjections(decision).map(({ personId }) => personId)])]
  return state === 'open' ? readinessOf(decision).missingIds.slice() : []
}
