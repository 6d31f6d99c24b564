import { standingObjections } from '#domain/decisions/readiness.ts'
import type { Decision, Position } from '#domain/decisions/decision.ts'
import type { DecisionRights } from '#domain/policy.ts'
import { json } from '#server/platform/db/columns.ts'
import type { CallJson, HeldCallJson, PositionJson } from '#server/platform/db/tables/decisions.ts'
import { placeOf } from '#server/spaces/public.ts'
import type { HeadRow, Parts, PositionRow } from './queries.ts'

const positionFrom = (row: PositionRow): Position => ({
  personId: row.person_id, kind: row.kind, optionId: row.option_id, tradeOffId: row.trade_off_id, text: row.text, at: row.at, revision: row.revision,
})
const positionToJson = ({ at, ...position }: Position): PositionJson => ({ ...position, at: at.toString() })
/** The call that was held, as it is kept; null where none was. */
export const heldCall = ({ call }: Pick<HeadRow, 'call'>): HeldCallJson | null =>
  call?.at === undefined ? null : { at: call.at, outcome: call.outcome ?? '', objections: call.objections ?? [] }
const callFrom = ({ at, outcome, objections }: HeldCallJson): Decision['call'] => ({
  at: Temporal.Instant.from(at), outcome, objections: objections.map((one) => ({ ...one, at: Temporal.Instant.from(one.at) })),
})
const planFrom = ({ plan }: CallJson): Decision['callPlan'] => plan === undefined ? null : { startsAt: Temporal.Instant.from(plan.startsAt), minutes: plan.minutes }

/** What is kept of calls: the one that was held, and when the one ahead is. */
function callToJson({ call, callPlan }: Pick<Decision, 'call' | 'callPlan'>) {
  if (call === null && callPlan === null) return null
  const kept: CallJson = {
    ...call && { at: call.at.toString(), outcome: call.outcome, objections: call.objections.map(positionToJson) }, ...callPlan && { plan: { startsAt: callPlan.startsAt.toString(), minutes: callPlan.minutes } },
  }
  return json(kept)
}

/** A decision as the rules know it. */
export function decisionOf(row: HeadRow, { people, seen, positions }: Parts): Decision {
  const inRole = (role: string) => people.filter((one) => one.role === role).map((one) => one.person_id)
  const held = heldCall(row)
  return {
    id: row.entry_id, authorId: row.author_id, state: row.state, door: row.door, windowDays: row.window_days, revision: row.revision, optionIds: row.options.map(({ id }) => id),
    roles: { accountableId: row.accountable_id, responsibleIds: inRole('responsible'), consultedIds: inRole('consulted'), informedIds: inRole('informed') },
    openedAt: row.opened_at, deadline: row.deadline, phase: row.phase, readyBy: row.ready_by, positions: positions.map(positionFrom), seen: new Map(seen.map((one) => [one.person_id, one.at])),
    waived: people.flatMap((one) => one.waived === null ? [] : [{ personId: one.person_id, reason: one.waived }]), call: held && callFrom(held), callPlan: row.call && planFrom(row.call), chosenOptionId: row.chosen_option,
    signedById: row.signed_by, signedAt: row.signed_at, provisionalUntil: row.provisional_until, reason: row.reason,
  }
}

/** The columns of a decision that events change. */
export function changing(decision: Decision) {
  return {
    state: decision.state, accountable_id: decision.roles.accountableId, revision: decision.revision, opened_at: decision.openedAt, deadline: decision.deadline, phase: decision.phase, ready_by: decision.readyBy,
    call: callToJson(decision), chosen_option: decision.chosenOptionId, signed_by: decision.signedById,
    signed_at: decision.signedAt, provisional_until: decision.provisionalUntil, reason: decision.reason,
  }
}

/** What rights over a decision depend on. */
export function rightsOf(workspaceId: string, row: HeadRow, decision: Decision): DecisionRights {
  return {
    authorId: row.author_id, accountableId: row.accountable_id, responsibleIds: decision.roles.responsibleIds, objectorIds: standingObjections(decision).map(({ personId }) => personId),
    place: placeOf(workspaceId, { id: row.space_id, visibility: row.visibility, archived_at: row.archived_at }),
  }
}
