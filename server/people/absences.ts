import type { AbsenceView, addAbsence } from '#contract/people.ts'
import type { InputOf } from '#contract/operation.ts'
import { checkAbsence, checkCover } from '#domain/people/absences.ts'
import { allow } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { hoursChanged, personFor } from './public.ts'

type Row = { id: string; person_id: string; starts_at: Temporal.Instant; ends_at: Temporal.Instant; cover_id: string | null; note: string }
const COLUMNS = ['id', 'person_id', 'starts_at', 'ends_at', 'cover_id', 'note'] as const

/** How far back absences are listed. Unit: days. */
const SHOWN_DAYS = 366

/** Time away that holds, by start. Index: absence_of_person. */
export function absencesOf(act: Pick<Act, 'tx' | 'actor' | 'now'>, personId: string): Promise<Row[]> {
  return act.tx.selectFrom('absence').select(COLUMNS)
    .where('workspace_id', '=', act.actor.workspaceId).where('person_id', '=', personId).where('cancelled_at', 'is', null)
    .where('ends_at', '>', act.now.subtract({ hours: SHOWN_DAYS * 24 })).orderBy('starts_at').execute()
}

/** @param reader `edits`: may read the note; `visible`: whom they know of */
export function viewAbsence(row: Row, reader: { edits: boolean; visible: ReadonlySet<string> }): AbsenceView {
  return {
    id: row.id, personId: row.person_id, start: row.starts_at.toString(), end: row.ends_at.toString(),
    coverId: row.cover_id !== null && reader.visible.has(row.cover_id) ? row.cover_id : null, note: reader.edits ? row.note : '',
  }
}

/** Notes time away. The person's row is held meanwhile, so that two overlapping ones cannot be noted at once. */
export async function noteAbsence(act: Act, input: InputOf<typeof addAbsence>): Promise<AbsenceView> {
  const { rights } = await personFor(act, input.id)
  allow(act.actor, 'person.edit', { person: rights })
  const cover = input.coverId === null ? null : (await personFor(act, input.coverId)).person
  checkCover(input.id, cover && { id: cover.id, name: cover.name, active: cover.state === 'active' })
  const { workspaceId } = act.actor
  await act.tx.selectFrom('person').select('id').where('workspace_id', '=', workspaceId).where('id', '=', input.id).forNoKeyUpdate().execute()
  const others = (await absencesOf(act, input.id)).map((row) => ({ start: row.starts_at, end: row.ends_at }))
  const span = { start: Temporal.Instant.from(input.start), end: Temporal.Instant.from(input.end) }
  checkAbsence(span, others, act.now)
  const row = { id: act.newId(), person_id: input.id, starts_at: span.start, ends_at: span.end, cover_id: input.coverId, note: input.note }
  await act.tx.insertInto('absence').values({ ...row, workspace_id: workspaceId, created_at: act.now, cancelled_at: null }).execute()
  await hoursChanged(act, input.id)
  return viewAbsence(row, { edits: true, visible: new Set(input.coverId === null ? [] : [input.coverId]) })
}

/** @throws {Refusal} `not_found` for one that was cancelled, or of somebody whom the actor cannot see */
export async function dropAbsence(act: Act, { id }: { id: string }): Promise<{ ok: true }> {
  const { workspaceId } = act.actor
  const gone = new Refusal('not_found', said`There is no such absence.`, said`Read the hours again; it may have been cancelled.`)
  const row = await act.tx.selectFrom('absence').select('person_id').where('workspace_id', '=', workspaceId).where('id', '=', id).where('cancelled_at', 'is', null).executeTakeFirst()
  if (!row) throw gone
  const { rights } = await personFor(act, row.person_id)
  allow(act.actor, 'person.edit', { person: rights })
  const cancelled = await act.tx.updateTable('absence').set({ cancelled_at: act.now })
    .where('workspace_id', '=', workspaceId).where('id', '=', id).where('cancelled_at', 'is', null).executeTakeFirst()
  if (cancelled.numUpdatedRows !== 1n) throw gone
  await hoursChanged(act, row.person_id)
  return { ok: true }
}
