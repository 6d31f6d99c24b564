import type { Act } from '#server/platform/act.ts'
import type { EntryKind } from '#server/platform/db/tables/workspace.ts'
import { sql } from 'kysely'

type Reading = Pick<Act, 'tx' | 'actor'>
export type Change = { id: string; number: number; kind: EntryKind; space_id: string; author_id: string; title: string; tldr: string; published_at: Temporal.Instant }

type Wanted = {
  spaceIds: readonly string[]; since: Temporal.Instant
  /** How many entries of each space at most. */
  each: number
}

/**
 * The newest wraps and check-ins of others in each of these spaces since a moment. Its cost depends on the number of spaces, not of
 * entries, since each space is read from the end of an index. Index: entry_by_space.
 * @returns `more` holds the spaces in which older changes were left out
 */
export async function changesIn(act: Reading, { spaceIds, since, each }: Wanted): Promise<{ changes: Change[]; more: Set<string> }> {
  if (spaceIds.length === 0) return { changes: [], more: new Set() }
  const { workspaceId, personId } = act.actor
  const { rows } = await sql<Change>`
    select c.id, c.number, c.kind, c.space_id, c.author_id, c.title, c.tldr, c.published_at
    from unnest(${[...spaceIds]}::uuid[]) as s(id)
    cross join lateral (
      select e.id, e.number, e.kind, e.space_id, e.author_id, e.title, e.tldr, e.published_at from entry e
      where e.workspace_id = ${workspaceId} and e.space_id = s.id and e.published_at > ${since} and e.deleted_at is null and e.author_id <> ${personId}
        and e.kind in ('wrap', 'checkin')
      order by e.published_at desc, e.id desc limit ${each + 1}
    ) c`.execute(act.tx)
  const bySpace = Map.groupBy(rows, (row) => row.space_id)
  const more = new Set([...bySpace].filter(([, changes]) => changes.length > each).map(([id]) => id))
  return { changes: [...bySpace.values()].flatMap((changes) => changes.slice(0, each)), more }
}

/** When somebody joined, and whether their brief is mailed. */
export async function readerRow(act: Reading): Promise<{ joinedAt: Temporal.Instant; byMail: boolean }> {
  const row = await act.tx.selectFrom('person').select(['created_at', 'brief_by_mail']).where('workspace_id', '=', act.actor.workspaceId)
    .where('id', '=', act.actor.personId).executeTakeFirstOrThrow()
  return { joinedAt: row.created_at, byMail: row.brief_by_mail }
}

type Composed = { shiftStart: Temporal.Instant; shiftEnd: Temporal.Instant; since: Temporal.Instant }

/** One a reader and shift, however many try; false when it was there. Index: brief_once. */
export async function insertBrief(act: Act, readerId: string, { shiftStart, shiftEnd, since }: Composed): Promise<boolean> {
  const made = await act.tx.insertInto('brief').values({
    workspace_id: act.actor.workspaceId, id: act.newId(), reader_id: readerId, shift_start: shiftStart, shift_end: shiftEnd, since, composed_at: act.now, opened_at: null,
  }).onConflict((row) => row.columns(['workspace_id', 'reader_id', 'shift_start']).doNothing()).returning('id').executeTakeFirst()
  return made !== undefined
}

/** When the newest brief of a reader was composed; one from a time when the machine's clock was ahead does not count. Index: brief_once. */
export async function lastComposed(act: Reading & Pick<Act, 'now'>, readerId: string): Promise<Temporal.Instant | null> {
  const row = await act.tx.selectFrom('brief').select('composed_at').where('workspace_id', '=', act.actor.workspaceId).where('reader_id', '=', readerId).where('composed_at', '<=', act.now)
    .orderBy('shift_start', 'desc').limit(1).executeTakeFirst()
  return row?.composed_at ?? null
}

/** Notes the first opening of the brief of the current or last shift. */
export async function noteOpened(act: Act): Promise<void> {
  const { workspaceId, personId } = act.actor
  await act.tx.updateTable('brief').set({ opened_at: act.now }).where('workspace_id', '=', workspaceId).where('opened_at', 'is', null)
    .where('id', '=', (select) => select.selectFrom('brief').select('id').where('workspace_id', '=', workspaceId).where('reader_id', '=', personId)
      .where('shift_start', '<=', act.now).orderBy('shift_start', 'desc').limit(1))
    .execute()
}
