import type { Baton } from '#domain/handoffs/baton.ts'
import { placeOf } from '#server/spaces/public.ts'
import type { PlaceRights } from '#domain/policy.ts'
import type { Db } from '#server/platform/db/schema.ts'
import type { ActingPerson } from '#server/platform/act.ts'
import { json } from '#server/platform/db/columns.ts'
import type { LineKind, LineSource } from '#server/platform/db/tables/handoffs.ts'
import type { Selectable } from 'kysely'
import type { HandoffTables } from '#server/platform/db/tables/handoffs.ts'

/** Batons with the wrap they stand in and the space they belong to; nothing of deleted wraps. */
export function selectBatons(db: Db, workspaceId: string) {
  return db.selectFrom('baton as b')
    .innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'b.workspace_id').onRef('e.id', '=', 'b.entry_id'))
    .innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 'b.workspace_id').onRef('s.id', '=', 'b.space_id'))
    .select(['b.id', 'b.entry_id', 'b.position', 'b.space_id', 'b.text', 'b.next_step', 'b.giver_id', 'b.to_kind', 'b.to_person_id', 'b.to_role_id',
      'b.receiver_id', 'b.first_receiver_id', 'b.cover_id', 'b.state', 'b.question', 'b.answer', 'b.offered_at', 'b.starts_at', 'b.lapses_at',
      'b.accepted_at', 'b.unowned_at', 'b.done_at', 'b.outcome', 'e.number', 's.name as space_name', 's.visibility', 's.archived_at'])
    .where('b.workspace_id', '=', workspaceId).where('e.deleted_at', 'is', null)
}

export type BatonRow = Awaited<ReturnType<ReturnType<typeof selectBatons>['executeTakeFirstOrThrow']>>

/** A row as the rules see it. */
export function batonOf(row: BatonRow): Baton {
  return {
    state: row.state, giverId: row.giver_id, receiverId: row.receiver_id, firstReceiverId: row.first_receiver_id, coverId: row.cover_id,
    question: row.question, answer: row.answer, offeredAt: row.offered_at, startsAt: row.starts_at, lapsesAt: row.lapses_at,
    acceptedAt: row.accepted_at, unownedAt: row.unowned_at, doneAt: row.done_at, outcome: row.outcome,
  }
}

export const columnsOf = (baton: Baton) => ({
  state: baton.state, receiver_id: baton.receiverId, first_receiver_id: baton.firstReceiverId, cover_id: baton.coverId, question: baton.question,
  answer: baton.answer, offered_at: baton.offeredAt, starts_at: baton.startsAt, lapses_at: baton.lapsesAt, accepted_at: baton.acceptedAt,
  unowned_at: baton.unownedAt, done_at: baton.doneAt, outcome: baton.outcome,
})

export const placeOfBaton = (workspaceId: string, row: BatonRow): PlaceRights =>
  placeOf(workspaceId, { id: row.space_id, visibility: row.visibility, archived_at: row.archived_at })

/**
 * Batons that nobody holds and that concern somebody: in their own spaces, given by them, meant for them or once offered to them.
 * `spaces` are those that they may see. Indexes: baton_unowned, baton_step_of_baton.
 */
export function selectUnowned(db: Db, { workspaceId, personId, memberOf }: ActingPerson, spaces: readonly string[]) {
  const own = spaces.filter((id) => memberOf.has(id))
  return selectBatons(db, workspaceId).where('b.space_id', 'in', [...spaces]).where('b.state', '=', 'unowned').where((is) => is.or([
    is('b.giver_id', '=', personId), is('b.first_receiver_id', '=', personId), ...own.length === 0 ? [] : [is('b.space_id', 'in', own)],
    is.exists(is.selectFrom('baton_step as t').select('t.id').whereRef('t.workspace_id', '=', 'b.workspace_id').whereRef('t.baton_id', '=', 'b.id').where('t.receiver_id', '=', personId)),
  ]))
}

/** One baton, kept from others until the transaction ends. Timers are locked first, in the order in which they fire. */
export async function lockBaton(db: Db, workspaceId: string, id: string): Promise<BatonRow | undefined> {
  await db.selectFrom('timer').select('id').where('workspace_id', '=', workspaceId).where('kind', 'in', ['baton.lapse', 'baton.tell'])
    .where('key', '=', id).orderBy('kind').forUpdate().execute()
  return selectBatons(db, workspaceId).where('b.id', '=', id).forUpdate('b').executeTakeFirst()
}

/** Open batons that wait for one person, by id. Index: baton_for_receiver. */
export async function openBatonIdsFor(db: Db, workspaceId: string, receiverId: string): Promise<string[]> {
  const rows = await db.selectFrom('baton').select('id').where('workspace_id', '=', workspaceId).where('receiver_id', '=', receiverId)
    .where('state', 'in', ['offered', 'returned', 'lapsed']).orderBy('id').execute()
  return rows.map((row) => row.id)
}

/** Batons that came back to one giver with a question. Index: baton_of_giver. */
export async function returnedBatonIdsOf(db: Db, workspaceId: string, giverId: string): Promise<string[]> {
  const rows = await db.selectFrom('baton').select('id').where('workspace_id', '=', workspaceId).where('giver_id', '=', giverId)
    .where('state', '=', 'returned').orderBy('id').execute()
  return rows.map((row) => row.id)
}

/** Every step of these batons, oldest first. Index: baton_step_of_baton. */
export async function stepsOf(db: Db, workspaceId: string, batonIds: readonly string[]) {
  if (batonIds.length === 0) return []
  return db.selectFrom('baton_step').select(['id', 'baton_id', 'at', 'kind', 'actor_id', 'receiver_id', 'text'])
    .where('workspace_id', '=', workspaceId).where('baton_id', 'in', [...batonIds]).orderBy('at').orderBy('id').execute()
}

/** Everybody who was ever asked to take a baton. */
export async function askedFor(db: Db, workspaceId: string, batonId: string): Promise<string[]> {
  const rows = await db.selectFrom('baton_step').select('receiver_id').distinct().where('workspace_id', '=', workspaceId)
    .where('baton_id', '=', batonId).where('receiver_id', 'is not', null).orderBy('receiver_id').execute()
  return rows.flatMap((row) => row.receiver_id ?? [])
}

/** Roles with their holders, by id. */
export async function rolesById(db: Db, workspaceId: string, roleIds: readonly string[]): Promise<Map<string, { name: string; archived: boolean; holders: string[] }>> {
  if (roleIds.length === 0) return new Map()
  const [roles, holders] = await Promise.all([
    db.selectFrom('team_role').select(['id', 'name', 'archived_at']).where('workspace_id', '=', workspaceId).where('id', 'in', [...roleIds]).execute(),
    db.selectFrom('team_role_holder').select(['role_id', 'person_id']).where('workspace_id', '=', workspaceId).where('role_id', 'in', [...roleIds]).execute(),
  ])
  return new Map(roles.map((role) => [role.id, {
    name: role.name, archived: role.archived_at !== null, holders: holders.filter((row) => row.role_id === role.id).map((row) => row.person_id),
  }]))
}

export type LineRow = Omit<Selectable<HandoffTables['wrap_line']>, 'workspace_id'>

/** The lines of these wraps in the order in which they were written. Index: wrap_line_of_entry. */
export async function linesOf(db: Db, workspaceId: string, entryIds: readonly string[]): Promise<LineRow[]> {
  if (entryIds.length === 0) return []
  return db.selectFrom('wrap_line')
    .select(['id', 'entry_id', 'position', 'kind', 'text', 'person_id', 'eta', 'why', 'source', 'cleared_at', 'cleared_by'])
    .where('workspace_id', '=', workspaceId).where('entry_id', 'in', [...entryIds]).orderBy('position').execute()
}

export type NewLine = { kind: LineKind; text: string; personId: string | null; eta: string | null; why: string; source: LineSource | null }

export async function insertLines(db: Db, workspaceId: string, { entryId, lines, newId }: { entryId: string; lines: readonly NewLine[]; newId: () => string }): Promise<void> {
  if (lines.length === 0) return
  await db.insertInto('wrap_line').values(lines.map((line, position) => ({
    workspace_id: workspaceId, id: newId(), entry_id: entryId, position, kind: line.kind, text: line.text, person_id: line.personId,
    eta: line.eta === null ? null : Temporal.Instant.from(line.eta), why: line.why, source: line.source === null ? null : json(line.source),
    cleared_at: null, cleared_by: null,
  }))).execute()
}

/** One person's own things in one space. */
export type Mine = { workspaceId: string; personId: string; spaceId: string }
/** Most lines of one kind that a wrap is prefilled with. */
const SUGGESTED_MAX = 50

/** What somebody did in a space since a moment, as lines with the number of the entry that shows it. Indexes: wrap_line_cleared, baton_accepted, baton_finished, entry_by_author. */
export async function workSince(db: Db, { workspaceId, personId, spaceId }: Mine, since: Temporal.Instant): Promise<{ text: string; number: number }[]> {
  const [cleared, accepted, done, checkins] = await Promise.all([
    selectLines(db, workspaceId).where('l.cleared_by', '=', personId).where('l.cleared_at', '>', since).where('e.space_id', '=', spaceId)
      .orderBy('l.cleared_at').limit(SUGGESTED_MAX).execute(),
    selectBatons(db, workspaceId).where('b.receiver_id', '=', personId).where('b.state', '=', 'accepted').where('b.space_id', '=', spaceId)
      .where('b.accepted_at', '>', since).orderBy('b.accepted_at', 'desc').limit(SUGGESTED_MAX).execute(),
    selectBatons(db, workspaceId).where('b.receiver_id', '=', personId).where('b.state', '=', 'done').where('b.space_id', '=', spaceId)
      .where('b.done_at', '>', since).orderBy('b.done_at', 'desc').limit(SUGGESTED_MAX).execute(),
    db.selectFrom('entry').select(['number', 'title']).where('workspace_id', '=', workspaceId).where('author_id', '=', personId).where('kind', '=', 'checkin')
      .where('space_id', '=', spaceId).where('published_at', '>', since).where('deleted_at', 'is', null).orderBy('published_at', 'desc').limit(SUGGESTED_MAX).execute(),
  ])
  return [
    ...cleared.map((line) => ({ text: `${line.kind === 'blocker' ? 'Cleared' : 'Answered'}: ${line.text}`, number: line.number })),
    ...accepted.toReversed().map((row) => ({ text: `Took over: ${row.text}`, number: row.number })),
    ...done.toReversed().map((row) => ({ text: `Finished: ${row.text}`, number: row.number })),
    ...checkins.toReversed().map((entry) => ({ text: `Check-in: ${entry.title}`, number: entry.number })),
  ]
}

/** Lines of wraps with the wrap and the space they stand in; nothing of deleted wraps. */
export function selectLines(db: Db, workspaceId: string) {
  return db.selectFrom('wrap_line as l')
    .innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'l.workspace_id').onRef('e.id', '=', 'l.entry_id'))
    .innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 'e.workspace_id').onRef('s.id', '=', 'e.space_id'))
    .select(['l.id', 'l.entry_id', 'l.position', 'l.kind', 'l.text', 'l.person_id', 'l.eta', 'l.why', 'l.source', 'l.cleared_at', 'l.cleared_by',
      'e.number', 'e.author_id', 'e.published_at', 's.id as space_id', 's.name as space_name', 's.visibility', 's.archived_at'])
    .where('l.workspace_id', '=', workspaceId).where('e.deleted_at', 'is', null)
}

/** Open blockers and questions in a space that name this person, those that are needed first. Index: wrap_line_open. */
export function ownOpenLines(db: Db, { workspaceId, personId, spaceId }: Mine) {
  return selectLines(db, workspaceId).where('l.person_id', '=', personId).where('l.cleared_at', 'is', null).where('l.kind', 'in', ['blocker', 'question'])
    .where('e.space_id', '=', spaceId).orderBy('l.eta', (order) => order.asc().nullsLast()).orderBy('l.id').limit(SUGGESTED_MAX).execute()
}
