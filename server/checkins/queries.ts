import { may } from '#domain/policy.ts'
import type { Action } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { allow } from '#domain/policy.ts'
import type { Act } from '#server/platform/act.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { placeOf } from '#server/spaces/public.ts'

type Reading = Pick<Act, 'tx' | 'actor'>

/** Forms with the space they stand in. */
function selectForms(db: Db, workspaceId: string) {
  return db.selectFrom('checkin_form as f')
    .innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 'f.workspace_id').onRef('s.id', '=', 'f.space_id'))
    .select(['f.id', 'f.space_id', 'f.kind', 'f.name', 'f.questions', 'f.schedule', 'f.created_at', 'f.paused_at', 'f.archived_at',
      's.name as space_name', 's.visibility', 's.archived_at as space_archived_at'])
    .where('f.workspace_id', '=', workspaceId)
}
export type FormRow = Awaited<ReturnType<ReturnType<typeof selectForms>['executeTakeFirstOrThrow']>>

export const placeOfForm = (workspaceId: string, form: FormRow) =>
  placeOf(workspaceId, { id: form.space_id, visibility: form.visibility, archived_at: form.space_archived_at })

/** Neither form nor space is archived. */
export const isLive = (form: FormRow): boolean => form.archived_at === null && form.space_archived_at === null

export const hiddenForm = () => new Refusal('not_found', said`There is no such check-in that you can see.`, said`Choose one of the check-ins of your spaces.`)

/**
 * A form, if the actor may do this in its space.
 * @throws {Refusal} `not_found` where it cannot be seen, `not_allowed` where it can but the action is not theirs
 */
export async function formFor(act: Reading, id: string, action: Extract<Action, `space.${string}`>): Promise<FormRow> {
  const form = await selectForms(act.tx, act.actor.workspaceId).where('f.id', '=', id).executeTakeFirst()
  const place = form && placeOfForm(act.actor.workspaceId, form)
  if (!form || !place || !may(act.actor, 'space.see', { place })) throw hiddenForm()
  allow(act.actor, action, { place })
  return form
}

/** Forms of the spaces that the actor sees, by space and name; of one space where given. */
export async function visibleForms(act: Reading, spaceId?: string): Promise<FormRow[]> {
  const { workspaceId } = act.actor
  const all = selectForms(act.tx, workspaceId)
  const rows = await (spaceId === undefined ? all : all.where('f.space_id', '=', spaceId)).orderBy('s.name').orderBy('f.name').orderBy('f.id').execute()
  return rows.filter((form) => may(act.actor, 'space.see', { place: placeOfForm(workspaceId, form) }))
}

/** These forms, whoever asks; for timers, and for prompts that were checked already. */
export async function formsById(act: Reading, ids: readonly string[]): Promise<Map<string, FormRow>> {
  if (ids.length === 0) return new Map()
  const rows = await selectForms(act.tx, act.actor.workspaceId).where('f.id', 'in', [...ids]).execute()
  return new Map(rows.map((form) => [form.id, form]))
}

/** Forms that ask in spaces of a person, or in one space. */
export async function liveForms(act: Reading, where: { personId?: string; spaceId?: string }): Promise<FormRow[]> {
  const { workspaceId } = act.actor
  let query = selectForms(act.tx, workspaceId).where('f.archived_at', 'is', null).where('s.archived_at', 'is', null)
  const { personId, spaceId } = where
  if (spaceId !== undefined) query = query.where('f.space_id', '=', spaceId)
  if (personId !== undefined) {
    query = query.where('f.space_id', 'in', (select) => select.selectFrom('space_member').select('space_id').where('workspace_id', '=', workspaceId).where('person_id', '=', personId))
  }
  return query.orderBy('f.id').execute()
}

export type Asked = { personId: string; name: string; joinedAt: Temporal.Instant }

/** Who is asked in a space: its active members, without guests. Only this person, where given. */
export async function askedIn(act: Reading, spaceId: string, personId?: string): Promise<Asked[]> {
  const { workspaceId } = act.actor
  const members = act.tx.selectFrom('space_member as m')
    .innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 'm.workspace_id').onRef('p.id', '=', 'm.person_id'))
    .select(['m.person_id', 'm.joined_at', 'p.name']).where('m.workspace_id', '=', workspaceId).where('m.space_id', '=', spaceId)
    .where('p.state', '=', 'active').where('p.role', '!=', 'guest')
  const rows = await (personId === undefined ? members : members.where('m.person_id', '=', personId)).orderBy('p.name').orderBy('m.person_id').execute()
  return rows.map((row) => ({ personId: row.person_id, name: row.name, joinedAt: row.joined_at }))
}

export async function pausesOf(act: Reading, formIds: readonly string[], personId?: string): Promise<Map<string, { until: string | null }>> {
  if (formIds.length === 0) return new Map()
  const pauses = act.tx.selectFrom('checkin_pause').select(['form_id', 'person_id', 'until']).where('workspace_id', '=', act.actor.workspaceId).where('form_id', 'in', [...formIds])
  const rows = await (personId === undefined ? pauses : pauses.where('person_id', '=', personId)).execute()
  return new Map(rows.map((row) => [pauseKey(row.form_id, row.person_id), { until: row.until }]))
}
export const pauseKey = (formId: string, personId: string): string => `${formId}:${personId}`
