import { may } from '#domain/policy.ts'
import { said } from '#domain/words/said.ts'
import { noSuch } from '#server/entries/public.ts'
import type { Act } from '#server/platform/act.ts'
import { placeOf } from '#server/spaces/public.ts'
import { sql } from 'kysely'

export type Looker = Pick<Act, 'tx' | 'actor'>

/** Decisions with where they stand, as lists need them: of the text only the names of the options. What was deleted is left out. Rights are the caller's to ask. */
export const selectHeads = (act: Looker) => selectAny(act).where('e.deleted_at', 'is', null)
/** The same with the whole text, which may be a megabyte: for one decision, or a few. */
export const selectDecisions = (act: Looker) => selectWhole(act).where('e.deleted_at', 'is', null)

const selectWhole = (act: Looker) => selectAny(act).select(['d.content', 'd.agreement_text', 'd.agreement_base'])

/** With those that were deleted. */
function selectAny({ tx, actor: { workspaceId } }: Looker) {
  return tx.selectFrom('decision as d')
    .innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'd.workspace_id').onRef('e.id', '=', 'd.entry_id'))
    .innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 'e.workspace_id').onRef('s.id', '=', 'e.space_id'))
    .select(['d.entry_id', 'd.state', 'd.door', 'd.accountable_id', 'd.version', 'd.revision', 'd.window_days', 'd.chosen_deadline', 'd.hidden_until_mine', 'd.created_at', 'd.opened_at', 'd.deadline',
      'd.deadline_by', 'd.phase', 'd.ready_by', 'd.call', 'd.chosen_option', 'd.signed_by', 'd.signed_at', 'd.provisional_until', 'd.decided_at', 'd.reason', 'd.review_on', 'd.review_due', 'd.triggers', 'd.tags',
      'd.adr_number', 'd.file_name', 'd.deciders', 'd.from_thread'])
    .select(['e.number', 'e.title', 'e.author_id', 's.id as space_id', 's.name as space_name', 's.visibility', 's.archived_at'])
    .select([optionNames.as('options'), ownerNamed.as('owner_named')])
    .where('d.workspace_id', '=', workspaceId)
}

const optionNames = sql<OptionName[]>`(select coalesce(jsonb_agg(jsonb_build_object('id', o.value->'id', 'title', o.value->'title') order by o.place), '[]') from jsonb_array_elements(d.content->'options') with ordinality as o(value, place))`
export type OptionName = { id: string; title: string }

/** Whether somebody said who is accountable: its author, its file by a name that is somebody here, or people here since. Index: decision_step_of. */
const ownerNamed = sql<boolean>`(d.file_name is null or d.signed_at is not null or exists (select from decision_step as p where p.workspace_id = d.workspace_id and p.decision_id = d.entry_id and (p.kind in ('drafted', 'opened', 'roles_changed') or (p.kind = 'imported' and p.person_id is not null))))`
export type HeadRow = Awaited<ReturnType<ReturnType<typeof selectHeads>['executeTakeFirstOrThrow']>>
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
  throw await noSuch(act, { number, kind: 'decision' }, said`There is no decision #${number} that you can see.`)
}

/** The same for timers and listeners, which act for nobody; also where it was deleted. */
export const lockDecision = (act: Looker, id: string): Promise<DecisionRow | undefined> => selectWhole(act).where('d.entry_id', '=', id).forUpdate('d').executeTakeFirst()
