import type { DecisionView, reviewDecision } from '#contract/decisions.ts'
import type { InputOf } from '#contract/operation.ts'
import { changeDecision } from '#domain/decisions/change-decision.ts'
import { canHappen } from '#domain/decisions/decision-table.ts'
import { systemActor } from '#server/platform/act.ts'
import type { Act, TimerHandler } from '#server/platform/act.ts'
import { json } from '#server/platform/db/columns.ts'
import { applyChange, record } from './apply.ts'
import { forDoing } from './doing.ts'
import { linkedFrom } from './links.ts'
import { loadById } from './load.ts'
import type { Loaded } from './load.ts'
import { checkReviewDate, keepReview } from './review-date.ts'
import { viewDecisionByNumber } from './views.ts'

/** The day has come: its owner is asked whether it still holds. */
export const onReview: TimerHandler = async (act, { decisionId = '' }) => {
  const one = await loadById(act, decisionId)
  if (one) await askReview(act, one, '')
}

/** Asks the owner of a record to look at it again, and why; once until they have. What holds no more is not asked for. */
async function askReview(act: Act, { row, decision }: Loaded, why: string): Promise<void> {
  if (row.review_due || !canHappen(decision.state, 'review')) return
  await act.tx.updateTable('decision').set({ review_due: true }).where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', decision.id).execute()
  await record(act, row, { decision, steps: [{ kind: 'review_due', actorId: null, personId: decision.roles.accountableId, text: why }] }, decision)
}

/** What other records depend on holds no more: their owners are asked to look at them. */
export async function reviewDependants(act: Act, decisionId: string, why: string): Promise<void> {
  const asSystem: Act = { ...act, actor: systemActor(act.actor.workspaceId) }
  for (const id of await linkedFrom(act, decisionId, 'depends_on')) {
    const one = await loadById(act, id)
    if (one) await askReview(asSystem, one, why)
  }
}

/** Somebody has looked at a record again; it holds, with another date and other triggers where they say so. */
export async function review(act: Act, { number, note, reviewOn, triggers }: InputOf<typeof reviewDecision>): Promise<DecisionView> {
  const { row, decision } = await forDoing(act, number, 'review')
  checkReviewDate(act, reviewOn)
  await act.tx.updateTable('decision').set({ review_due: false, review_on: reviewOn, ...(triggers !== undefined && { triggers: json(triggers) }) })
    .where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', decision.id).execute()
  await applyChange(act, row, decision, changeDecision(decision, { kind: 'review', by: act.actor.personId, note }, act.now))
  await keepReview(act, { decisionId: decision.id, ownerId: row.accountable_id ?? row.author_id, reviewOn })
  return viewDecisionByNumber(act, number)
}
