import type { DecisionHead } from '#contract/decisions.ts'
import { OPEN_STATES } from '#domain/decisions/decision-table.ts'
import { awaitedIds, dutyOf } from '#domain/decisions/duty.ts'
import { headsOf, knownOf } from './head-view.ts'
import type { Known, Reading } from './head-view.ts'
import { isSeen, selectHeads } from './queries.ts'
import type { HeadRow } from './queries.ts'

const OPEN = [...OPEN_STATES]
/** Nobody owes more at once; others come up as these are done. */
const MANY = 200

/** Decisions that wait for the actor, the most pressing first. Indexes: decision_open, decision_minded. */
export async function dutiesOf(act: Reading): Promise<Known[]> {
  const rows = (await candidates(act)).filter((row) => isSeen(act, row))
  return (await knownOf(act, rows)).filter(({ row, decision }) => dutyOf(decision, row.review_due, act.actor.personId) !== null)
}

/** Those in which the actor has any part that may oblige them. */
function candidates(act: Reading): Promise<HeadRow[]> {
  const { workspaceId, personId } = act.actor
  return selectHeads(act).where((is) => is.or([
    is.and([is('d.state', 'in', OPEN), is.or([
      is('d.accountable_id', '=', personId), is.and([is('d.accountable_id', 'is', null), is('e.author_id', '=', personId)]),
      is.exists(is.selectFrom('decision_person as n').select('n.person_id').where('n.workspace_id', '=', workspaceId).whereRef('n.decision_id', '=', 'd.entry_id').where('n.person_id', '=', personId).where('n.role', '!=', 'informed')),
      is.exists(is.selectFrom('decision_position as o').select('o.id').where('o.workspace_id', '=', workspaceId).whereRef('o.decision_id', '=', 'd.entry_id').where('o.person_id', '=', personId).where('o.kind', '=', 'objection').where('o.replaced_at', 'is', null)),
    ])]),
    is.and([is.or([is('d.state', '=', 'expired'), is('d.review_due', '=', true)]), is.or([is('d.accountable_id', '=', personId), is.and([is('d.accountable_id', 'is', null), is('e.author_id', '=', personId)])])]),
  ])).orderBy('d.deadline').orderBy('d.entry_id').limit(MANY).execute()
}

/** What waits for the actor, as lists show it; for briefs and what people owe. */
export const decisionsOwedBy = async (act: Reading): Promise<DecisionHead[]> => headsOf(act, await dutiesOf(act))

/** Open decisions that the actor wrote or is accountable for, and that wait for others. Index: decision_open. */
export async function decisionsAwaitedBy(act: Reading): Promise<DecisionHead[]> {
  const { personId } = act.actor
  const rows = await selectHeads(act).where('d.state', 'in', OPEN).where((is) => is.or([is('d.accountable_id', '=', personId), is('e.author_id', '=', personId)]))
    .orderBy('d.deadline').orderBy('d.entry_id').limit(MANY).execute()
  const known = await knownOf(act, rows.filter((row) => isSeen(act, row)))
  return headsOf(act, known.filter(({ decision }) => awaitedIds(decision).some((id) => id !== personId)))
}
