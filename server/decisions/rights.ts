import type { DecisionView } from '#contract/decisions.ts'
import { canHappen, DECISION_TABLE } from '#domain/decisions/decision-table.ts'
import type { DecisionState } from '#domain/decisions/decision-table.ts'
import type { DecisionEventKind } from '#domain/decisions/decision-table.ts'
import type { Decision } from '#domain/decisions/decision.ts'
import { may } from '#domain/policy.ts'
import type { Action } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Saying } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import type { HeadRow, Looker } from './queries.ts'
import { rightsOf } from './rows.ts'

export type Doing = DecisionView['can'][number]
type DecisionAction = Extract<Action, `decision.${string}`>

/** What each doing needs: the right, and the event that its state must allow; remarks are no event. */
const NEEDS: Readonly<Record<Doing, { action: DecisionAction; event: DecisionEventKind | null }>> = {
  edit: { action: 'decision.write', event: 'edit' }, open: { action: 'decision.write', event: 'open' }, position: { action: 'decision.speak', event: 'position' }, remark: { action: 'decision.speak', event: null },
  roles: { action: 'decision.write', event: 'roles' }, waive: { action: 'decision.decide', event: 'waive' }, 'more-time': { action: 'decision.write', event: 'more_time' },
  'propose-call': { action: 'decision.talk', event: 'propose_call' }, 'place-call': { action: 'decision.talk', event: 'place_call' }, 'hold-call': { action: 'decision.talk', event: 'hold_call' }, sign: { action: 'decision.decide', event: 'sign' },
  withdraw: { action: 'decision.write', event: 'withdraw' }, resume: { action: 'decision.write', event: 'resume' }, confirm: { action: 'decision.decide', event: 'confirm' },
  supersede: { action: 'decision.write', event: 'supersede' }, deprecate: { action: 'decision.write', event: 'deprecate' }, review: { action: 'decision.write', event: 'review' },
}

const WHOSE: Readonly<Record<DecisionAction, Saying>> = {
  'decision.speak': { message: said`You may not write in this space.`, next: said`Ask somebody in the space to add you, or to open it again.` },
  'decision.write': { message: said`Only who wrote this decision, is responsible or accountable can do this.`, next: said`Take a position, or tell them in its discussion.` },
  'decision.decide': { message: said`Only who is accountable can do this.`, next: said`Take a position, or tell them in its discussion.` },
  'decision.talk': { message: said`The call is of those who object and of who is accountable.`, next: said`Take a position, or write in its discussion.` },
}

/** Texts that passages are talked about in: those that may still change. */
const REMARKED: ReadonlySet<DecisionState> = new Set(['draft', 'open', 'call_needed', 'ready'])
const standsStill = (state: DecisionState, doing: Doing): boolean => doing === 'remark' ? !REMARKED.has(state) : false

/** Whether the actor can do this now, for what the page offers. */
export function canDo(act: Looker, row: HeadRow, decision: Decision, doing: Doing): boolean {
  const { action, event } = NEEDS[doing]
  if (standsStill(decision.state, doing) || (event !== null && !canHappen(decision.state, event))) return false
  return may(act.actor, action, { decision: rightsOf(act.actor.workspaceId, row, decision) })
}

/**
 * The same as a refusal. The state is asked before the right, since "decided already" helps more than "not yours".
 * @throws {Refusal} `conflict` in the words of the table, `not_allowed`
 */
export function checkCan(act: Act, row: HeadRow, decision: Decision, doing: Doing): void {
  const { action, event } = NEEDS[doing]
  const cell = event === null ? null : DECISION_TABLE[decision.state][event]
  if (cell && !cell.allowed) throw new Refusal('conflict', cell.message, cell.next)
  if (standsStill(decision.state, doing)) throw new Refusal('conflict', said`The text of this decision changes no more.`, said`Write in its discussion.`)
  if (!may(act.actor, action, { decision: rightsOf(act.actor.workspaceId, row, decision) })) throw new Refusal('not_allowed', WHOSE[action].message, WHOSE[action].next)
}
