import type { DecisionView } from '#contract/decisions.ts'
import { changeDecision } from '#domain/decisions/change-decision.ts'
import type { DecisionEvent } from '#domain/decisions/decision.ts'
import type { Act } from '#server/platform/act.ts'
import { applyChange } from './apply.ts'
import { passDeadline } from './deadline.ts'
import { loadForChange } from './load.ts'
import type { Loaded } from './load.ts'
import { checkCan } from './rights.ts'
import type { Doing } from './rights.ts'
import { viewDecisionByNumber } from './views.ts'

/**
 * A decision kept from others, as it stands now that a deadline which has gone by has acted, and on which the actor can do this.
 * @throws {Refusal} `not_found`, `conflict` where its state does not allow it, `not_allowed`
 */
export async function forDoing(act: Act, number: number, doing: Doing): Promise<Loaded> {
  const one = await passDeadline(act, await loadForChange(act, number))
  checkCan(act, one.row, one.decision, doing)
  return one
}

/** Lets something happen to a decision, and answers with its page. */
export async function happen(act: Act, { row, decision }: Loaded, event: DecisionEvent): Promise<DecisionView> {
  await applyChange(act, row, decision, changeDecision(decision, event, act.now))
  return viewDecisionByNumber(act, row.number)
}

/** Says to open pages that something of a decision changed which is no step of its history. */
export const changed = (act: Act, { entry_id, number, space_id, state }: Loaded['row']): Promise<void> =>
  act.emit({ kind: state === 'draft' ? 'decision.drafted' : 'decision.changed', spaceId: space_id, payload: { entryId: entry_id, number } })
