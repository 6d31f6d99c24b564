import { OPEN_STATES } from '#domain/asks/ask-table.ts'
import { may } from '#domain/policy.ts'
import { said } from '#domain/words/said.ts'
import { noSuch } from '#server/entries/public.ts'
import type { Act } from '#server/platform/act.ts'
import { placeOf } from '#server/spaces/public.ts'
import { sql } from 'kysely'

type Looker = Pick<Act, 'tx' | 'actor'>
export const OPEN = [...OPEN_STATES]

/** Asks with where they stand; what was deleted is left out. Rights are the caller's to ask. */
export const selectAsks = (act: Looker) => selectAnyAsks(act).where('e.deleted_at', 'is', null).where('t.deleted_at', 'is', null)

/** The same with those that were deleted. */
export function selectAnyAsks({ tx, actor: { workspaceId } }: Looker) {
  return tx.selectFrom('ask as a')
    .innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'a.workspace_id').onRef('e.id', '=', 'a.entry_id'))
    .innerJoin('entry as t', (join) => join.onRef('t.workspace_id', '=', 'a.workspace_id').onRef('t.id', '=', 'a.thread_id'))
    .innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 't.workspace_id').onRef('s.id', '=', 't.space_id'))
    .innerJoin('thread as b', (join) => join.onRef('b.workspace_id', '=', 'a.workspace_id').onRef('b.entry_id', '=', 'a.entry_id'))
    .leftJoin('reply as r', (join) => join.onRef('r.workspace_id', '=', 'a.workspace_id').onRef('r.id', '=', 'a.answer_reply_id').on('r.deleted_at', 'is', null))
    .select(['a.entry_id', 'a.thread_id', 'a.asker_id', 'a.kind', 'a.answerer_id', 'a.first_answerer_id', 'a.urgency', 'a.urgent', 'a.urgent_reason', 'a.scope', 'a.criteria', 'a.blocked_path',
      'a.silent_default', 'a.chosen_due', 'a.need_by', 'a.state', 'a.asked_at', 'a.reads_at', 'a.term', 'a.clock', 'a.due_at', 'a.takeover', 'a.seen_at', 'a.acknowledged_at', 'a.question', 'a.clarification',
      'a.overdue_at', 'a.escalated_to', 'a.escalated_at', 'a.urgent_state', 'a.rating', 'a.settled_at', 'a.answered_by', 'a.answer_reply_id'])
    .select(['e.number', 'e.title', 't.number as thread_number', 's.id as space_id', 's.name as space_name', 's.visibility', 's.archived_at', 'b.body', 'r.body as answer'])
    .where('a.workspace_id', '=', workspaceId)
}
export type AskRow = Awaited<ReturnType<ReturnType<typeof selectAsks>['executeTakeFirstOrThrow']>>

/** Others who may add, by ask. */
export async function othersOf({ tx, actor: { workspaceId } }: Looker, askIds: readonly string[]): Promise<Map<string, string[]>> {
  if (askIds.length === 0) return new Map()
  const rows = await tx.selectFrom('ask_other').select(['ask_id', 'person_id']).where('workspace_id', '=', workspaceId).where('ask_id', 'in', [...askIds]).orderBy('position').execute()
  return new Map([...Map.groupBy(rows, (row) => row.ask_id)].map(([id, some]) => [id, some.map((row) => row.person_id)]))
}

export type StepRow = { ask_id: string; at: Temporal.Instant; kind: string; actor_id: string | null; person_id: string | null; text: string; due_at: Temporal.Instant | null }
type Beside = { others: Map<string, string[]>; steps: StepRow[]; asleep: Map<string, Temporal.Instant> }
type BesideJson = {
  others: { ask_id: string; person_id: string }[]; steps: (Omit<StepRow, 'at' | 'due_at'> & { at: string; due_at: string | null })[]; snoozes: { ask_id: string; until: string }[]
}

/** What stands beside asks, in one statement: others who may add, what happened in its order, and until when the actor put them aside. */
export async function besideOf({ tx, actor: { workspaceId, personId }, now }: Looker & Pick<Act, 'now'>, askIds: readonly string[]): Promise<Beside> {
  const { rows: [row] } = await sql<BesideJson>`select
    coalesce((select jsonb_agg(jsonb_build_object('ask_id', o.ask_id, 'person_id', o.person_id) order by o.position) from ask_other o where o.workspace_id = ${workspaceId} and o.ask_id = any(${[...askIds]})), '[]') as others,
    coalesce((select jsonb_agg(jsonb_build_object('ask_id', p.ask_id, 'at', p.at, 'kind', p.kind, 'actor_id', p.actor_id, 'person_id', p.person_id, 'text', p.text, 'due_at', p.due_at) order by p.at, p.id)
      from ask_step p where p.workspace_id = ${workspaceId} and p.ask_id = any(${[...askIds]})), '[]') as steps,
    coalesce((select jsonb_agg(jsonb_build_object('ask_id', z.ask_id, 'until', z.until)) from ask_snooze z where z.workspace_id = ${workspaceId} and z.person_id = ${personId} and z.ask_id = any(${[...askIds]}) and z.until > ${now}), '[]') as snoozes`.execute(tx)
  const { others, steps, snoozes } = row ?? { others: [], steps: [], snoozes: [] }
  return {
    others: new Map([...Map.groupBy(others, (other) => other.ask_id)].map(([id, some]) => [id, some.map((other) => other.person_id)])),
    steps: steps.map((step) => ({ ...step, at: Temporal.Instant.from(step.at), due_at: step.due_at === null ? null : Temporal.Instant.from(step.due_at) })),
    asleep: new Map(snoozes.map(({ ask_id, until }) => [ask_id, Temporal.Instant.from(until)])),
  }
}

/** Whether the actor may see the place in which an ask stands. */
export function isSeen(act: Looker, row: Pick<AskRow, 'space_id' | 'visibility' | 'archived_at'>): boolean {
  return may(act.actor, 'space.see', { place: placeOf(act.actor.workspaceId, { id: row.space_id, visibility: row.visibility, archived_at: row.archived_at }) })
}

/**
 * One ask by number, if the actor may see it; kept from others until the transaction ends where asked for.
 * @throws {Refusal} `not_found`, alike for what does not exist and what is hidden
 */
export async function askFor(act: Looker, number: number, { lock = false } = {}): Promise<AskRow> {
  const find = () => selectAsks(act).where('e.number', '=', number)
  const row = await (lock ? find().forUpdate('a') : find()).executeTakeFirst()
  if (row && isSeen(act, row)) return row
  throw await noSuch(act, { number, kind: 'ask' }, said`There is no ask #${number} that you can see.`)
}

/** The same for timers, which act for nobody. */
export const lockAsk = (act: Looker, askId: string): Promise<AskRow | undefined> => selectAsks(act).where('a.entry_id', '=', askId).forUpdate('a').executeTakeFirst()

/** Open asks that run on somebody's clock, or would through a cover. Index: ask_owed. */
export async function openAsksOf({ tx, actor: { workspaceId } }: Looker, personId: string): Promise<string[]> {
  const rows = await tx.selectFrom('ask').select('entry_id').where('workspace_id', '=', workspaceId).where('state', 'in', OPEN)
    .where((is) => is.or([is('answerer_id', '=', personId), is('first_answerer_id', '=', personId)])).orderBy('entry_id').execute()
  return rows.map((row) => row.entry_id)
}
