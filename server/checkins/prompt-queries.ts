import type { Prefill } from '#domain/checkins/prefill.ts'
import type { Act } from '#server/platform/act.ts'
import { json } from '#server/platform/db/columns.ts'
import type { Db } from '#server/platform/db/schema.ts'

type Reading = Pick<Act, 'tx' | 'actor'>
export type PromptState = 'open' | 'answered' | 'skipped' | 'missed'
export type NewPrompt = {
  formId: string; personId: string; date: string; windowEndsAt: Temporal.Instant; state: 'open' | 'skipped'; reason: string; prefill: Prefill
}

/** One a form, person and local date, however many try; null when it was there. Index: checkin_prompt_once. */
export async function insertPrompt(act: Act, prompt: NewPrompt): Promise<string | null> {
  const id = act.newId()
  const made = await act.tx.insertInto('checkin_prompt').values({
    workspace_id: act.actor.workspaceId, id, form_id: prompt.formId, person_id: prompt.personId, on_date: prompt.date, asked_at: act.now,
    window_ends_at: prompt.windowEndsAt, state: prompt.state, reason: prompt.reason, prefill: json(prompt.prefill), entry_id: null,
  }).onConflict((row) => row.columns(['workspace_id', 'form_id', 'person_id', 'on_date']).doNothing()).returning('id').executeTakeFirst()
  return made?.id ?? null
}

/** Dates on which people were asked already, from one on, by person. */
export async function askedDates(act: Reading, formId: string, personIds: readonly string[], from: string): Promise<Map<string, Set<string>>> {
  if (personIds.length === 0) return new Map()
  const rows = await act.tx.selectFrom('checkin_prompt').select(['person_id', 'on_date']).where('workspace_id', '=', act.actor.workspaceId)
    .where('form_id', '=', formId).where('person_id', 'in', [...personIds]).where('on_date', '>=', from).execute()
  const dates = new Map(personIds.map((id) => [id, new Set<string>()]))
  for (const row of rows) dates.get(row.person_id)?.add(row.on_date)
  return dates
}

function selectPrompts(db: Db, workspaceId: string) {
  return db.selectFrom('checkin_prompt as p')
    .leftJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'p.workspace_id').onRef('e.id', '=', 'p.entry_id').on('e.deleted_at', 'is', null))
    .select(['p.id', 'p.form_id', 'p.person_id', 'p.on_date', 'p.asked_at', 'p.window_ends_at', 'p.state', 'p.reason', 'p.prefill', 'p.entry_id', 'e.number', 'e.published_at'])
    .where('p.workspace_id', '=', workspaceId)
}
export type PromptRow = Awaited<ReturnType<ReturnType<typeof selectPrompts>['executeTakeFirstOrThrow']>>

/** Prompts of a person that wait: open ones, and missed ones whose window ended after `missedSince`; by window. */
export async function waitingPrompts(act: Reading, personId: string, missedSince: Temporal.Instant): Promise<PromptRow[]> {
  return selectPrompts(act.tx, act.actor.workspaceId).where('p.person_id', '=', personId)
    .where((is) => is.or([is('p.state', '=', 'open'), is.and([is('p.state', '=', 'missed'), is('p.window_ends_at', '>', missedSince)])]))
    .orderBy('p.window_ends_at').orderBy('p.id').execute()
}

export async function openPrompts(act: Reading, personId: string): Promise<PromptRow[]> {
  return selectPrompts(act.tx, act.actor.workspaceId).where('p.person_id', '=', personId).where('p.state', '=', 'open').orderBy('p.id').execute()
}

/** A prompt of one person, kept from others until the transaction ends. */
export async function lockPrompt(act: Reading, id: string): Promise<PromptRow | undefined> {
  return selectPrompts(act.tx, act.actor.workspaceId).where('p.id', '=', id).forUpdate('p').executeTakeFirst()
}

export async function promptsOn(act: Reading, formId: string, date: string): Promise<PromptRow[]> {
  return selectPrompts(act.tx, act.actor.workspaceId).where('p.form_id', '=', formId).where('p.on_date', '=', date).orderBy('p.id').execute()
}

export async function promptOfEntry(act: Reading, entryId: string): Promise<PromptRow | undefined> {
  return selectPrompts(act.tx, act.actor.workspaceId).where('p.entry_id', '=', entryId).executeTakeFirst()
}

type Change = { state?: PromptState; reason?: string; entry_id?: string; window_ends_at?: Temporal.Instant }
export async function updatePrompt(act: Reading, id: string, change: Change): Promise<void> {
  await act.tx.updateTable('checkin_prompt').set(change).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
}

export type AnswerRow = { entry_id: string; position: number; key: string; question: string; text: string; source_number: number | null }

export async function answersOf(act: Reading, entryIds: readonly string[]): Promise<Map<string, AnswerRow[]>> {
  if (entryIds.length === 0) return new Map()
  const rows = await act.tx.selectFrom('checkin_answer').select(['entry_id', 'position', 'key', 'question', 'text', 'source_number'])
    .where('workspace_id', '=', act.actor.workspaceId).where('entry_id', 'in', [...entryIds]).orderBy('position').execute()
  return Map.groupBy(rows, (row) => row.entry_id)
}
