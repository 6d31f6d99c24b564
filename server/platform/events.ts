import { sql } from 'kysely'
import { json } from './db/columns.ts'
import type { Db } from './db/schema.ts'

/**
 * Something that happened. Open pages learn the kind and may read again what they show;
 * the payload is for listeners and holds ids only, never text that a reader might not see.
 */
export type NewEvent = {
  kind: string
  /** Only people who see this space learn of it; null tells the whole workspace. */
  spaceId?: string | null
  /** Only this person learns of it. */
  personId?: string | null
  payload?: Record<string, unknown>
}

/** With its number in the workspace, which names this one happening. */
export type RecordedEvent = NewEvent & { seq: number }

/** The channel on which processes hear that there is news; its payload is the workspace. */
export const NEWS_CHANNEL = 'longhand_news'

type Recorded = { workspaceId: string; now: Temporal.Instant; authorId: string | null; event: NewEvent }

/** Writes the event and wakes the streams once the transaction commits, in one statement. Returns its number. */
export async function recordEvent(tx: Db, { workspaceId, now, authorId, event }: Recorded): Promise<number> {
  const written = tx.insertInto('event').values({
    workspace_id: workspaceId, at: now, kind: event.kind, space_id: event.spaceId ?? null, author_id: authorId,
    person_id: event.personId ?? null, payload: json(event.payload ?? {}),
  }).returning('seq')
  const { seq } = await tx.with('written', () => written).selectFrom('written').select(['seq', sql`pg_notify(${NEWS_CHANNEL}, ${workspaceId})`.as('told')]).executeTakeFirstOrThrow()
  return seq
}
