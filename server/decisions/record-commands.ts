import type { deprecateDecision, DecisionView, supersedeDecision, withdrawDecision } from '#contract/decisions.ts'
import type { InputOf } from '#contract/operation.ts'
import type { DecisionState } from '#domain/decisions/decision-table.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { forDoing, happen } from './doing.ts'
import { linkTo } from './links.ts'
import { decisionFor } from './queries.ts'
import { keepReview } from './review-date.ts'
import { reviewDependants } from './review.ts'
import { supersedeBy } from './sign.ts'
import { viewDecisionByNumber } from './views.ts'

export async function withdraw(act: Act, { number, reason }: InputOf<typeof withdrawDecision>): Promise<DecisionView> {
  return happen(act, await forDoing(act, number, 'withdraw'), { kind: 'withdraw', by: act.actor.personId, reason })
}

/** A withdrawn or lapsed decision is a draft again; objections stand until who made them lifts them. */
export async function resume(act: Act, { number }: { number: number }): Promise<DecisionView> {
  return happen(act, await forDoing(act, number, 'resume'), { kind: 'resume', by: act.actor.personId })
}

/** What was provisional holds for good. */
export async function confirm(act: Act, { number }: { number: number }): Promise<DecisionView> {
  return happen(act, await forDoing(act, number, 'confirm'), { kind: 'confirm', by: act.actor.personId })
}

export async function deprecate(act: Act, { number, reason }: InputOf<typeof deprecateDecision>): Promise<DecisionView> {
  const one = await forDoing(act, number, 'deprecate')
  await happen(act, one, { kind: 'deprecate', by: act.actor.personId, reason })
  await keepReview(act, { decisionId: one.decision.id, ownerId: one.decision.authorId, reviewOn: null })
  await reviewDependants(act, one.decision.id, `#${number} holds no more.`)
  return viewDecisionByNumber(act, number)
}

/** Only what holds itself can take the place of another. */
const HOLDS: ReadonlySet<DecisionState> = new Set(['decided', 'provisional'])

export async function supersede(act: Act, { number, by }: InputOf<typeof supersedeDecision>): Promise<DecisionView> {
  const one = await forDoing(act, number, 'supersede')
  const newer = await decisionFor(act, by)
  if (newer.entry_id !== one.decision.id && !HOLDS.has(newer.state)) throw new Refusal('bad_input', said`#${by} does not hold, so it cannot take the place of another.`, said`Sign it first, or name one that is decided.`)
  await linkTo(act, newer.entry_id, [one.decision.id], 'supersedes')
  await supersedeBy(act, one, by)
  return viewDecisionByNumber(act, number)
}
