import { may } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Act } from '#server/platform/act.ts'
import { placeOf } from '#server/spaces/public.ts'

export type Looker = Pick<Act, 'tx' | 'actor'>

/** Decisions with where they stand; what was deleted is left out. Rights are the caller's to ask. */
export const selectDecisions = (act: Looker) => selectAnyDecisions(act).where('e.deleted_at', 'is', null)

/** The same with those that were deleted. */
function selectAnyDecisions({ tx, actor: { workspaceId } }: Looker) {
  return tx.selectFrom('decision as d')
    .innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'd.workspace_id').onRef('e.id', '=', 'd.entry_id'))
    .innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 'e.workspace_id').onRef('s.id', '=', 'e.space_id'))
    .select(['d.entry_id', 'd.state', 'd.door', 'd.accountable_id', 'd.content', 'd.version', 'd.revision', 'd.window_days', 'd.chosen_deadline', 'd.hidden_until_mine', 'd.created_at', 'd.opened_at', 'd.deadline',
      'd.deadline_by', 'd.phase', 'd.ready_by', 'd.call', 'd.chosen_option', 'd.signed_by', 'd.signed_at', 'd.provisional_until', 'd.decided_at', 'd.reason', 'd.review_on', 'd.review_due', 'd.triggers', 'd.tags',
      'd.adr_number', 'd.file_name', 'd.deciders', 'd.from_thread', 'd.agreement_text', 'd.agreement_base'])
    .select(['e.number', 'e.title', 'e.author_id', 's.id as space_id', 's.name as space_name', 's.visibility', 's.archived_at'])
    .where('d.workspace_id', '=', workspaceId)
}
export type DecisionRow = Awaited<ReturnType<ReturnType<typeof selectDecisions>['executeTakeFirstOrThrow']>>

/** What hangs on decisions and their rules need: who is named, what was opened, and positions that were not replaced. */
export async function partsOf({ tx, actor: { workspaceId } }: Looker, ids: readonly string[]): Promise<Map<string, Parts>> {
  if (ids.length === 0) return new Map()
  const [people, seen, positions] = await Promise.all([
    tx.selectFrom('decision_person').select(['decision_id', 'person_id', 'role', 'waived']).where('workspace_id', '=', workspaceId).where('decision_id', 'in', [...ids]).orderBy('position').execute(),
    tx.selectFrom('decision_seen').select(['decision_id', 'person_id', 'at']).where('workspace_id', '=', workspaceId).where('decision_id', 'in', [...ids]).execute(),
    tx.selectFrom('decision_position').select(['id', 'decision_id', 'person_id', 'kind', 'option_id', 'trade_off_id', 'text', 'at', 'revision']).where('workspace_id', '=', workspaceId)
      .where('decision_id', 'in', [...ids]).where('replaced_at', 'is', null).orderBy('at').orderBy('id').execute(),
  ])
  const [named, opened, taken] = [Map.groupBy(people, byDecision), Map.groupBy(seen, byDecision), Map.groupBy(positions, byDecision)]
  return new Map(ids.map((id) => [id, { people: named.get(id) ?? [], seen: opened.get(id) ?? [], positions: taken.get(id) ?? [] }]))
}
const byDecision = (row: { decision_id: string }): string => row.decision_id
export type PersonRow = { person_id: string; role: 'responsible' | 'consulted' | 'informed'; waived: string | null }
export type PositionRow = { id: string; person_id: string; kind: 'support' | 'no_concern' | 'question' | 'objection' | 'abstain'; option_id: string | null; trade_off_id: string | null; text: string; at: Temporal.Instant; revision: number }
export type Parts = { people: readonly PersonRow[]; seen: readonly { person_id: string; at: Temporal.Instant }[]; positions: readonly PositionRow[] }

/** Whether the actor may see the place in which a decision stands. */
export function isSeen(act: Looker, row: Pick<DecisionRow, 'space_id' | 'visibility' | 'archived_at'>): boolean {
  return may(act.actor, 'space.see', { place: placeOf(act.actor.workspaceId, { id: row.space_id, visibility: row.visibility, archived_at: row.archived_at }) })
}

/**
 * One decision by number, if the actor may see it; kept from others until the transaction ends where asked for.
 * @throws {Refusal} `not_found`, alike for what does not exist and what is hidden
 */
export async function decisionFor(act: Looker, number: number, { lock = false } = {}): Promise<DecisionRow> {
  const find = () => selectDecisions(act).where('e.number', '=', number)
  const row = await (lock ? find().forUpdate('d') : find()).executeTakeFirst()
  if (row && isSeen(act, row)) return row
  throw new Refusal('not_found', `There is no decision #${number} that you can see.`, 'Check the number, or ask the person who sent it.')
}

/** The same for timers and listeners, which act for nobody; also where it was deleted. */
export const lockDecision = (act: Looker, id: string): Promise<DecisionRow | undefined> => selectAnyDecisions(act).where('d.entry_id', '=', id).forUpdate('d').executeTakeFirst()
