import type { OutputOf } from '#contract/operation.ts'
import type { deletedPages } from '#contract/pages.ts'
import { may } from '#domain/policy.ts'
import { goesAt, goneSince } from '#domain/trash/kept.ts'
import { visibleSpaces } from '#server/spaces/public.ts'
import { rightsOf, selectAnyPage } from './queries.ts'
import type { Reading } from './queries.ts'

/** Pages that were deleted lately and that the actor may bring back, the last one first. */
export async function viewTrash(act: Reading): Promise<OutputOf<typeof deletedPages>> {
  const spaces = (await visibleSpaces(act)).map((space) => space.id)
  if (spaces.length === 0) return { pages: [] }
  const rows = await selectAnyPage(act).where('e.space_id', 'in', spaces).where('e.deleted_at', '>', goneSince(act.now)).where('e.purged_at', 'is', null).orderBy('e.deleted_at', 'desc').execute()
  return {
    pages: rows.flatMap((row) => row.deleted_at !== null && may(act.actor, 'entry.restore', { entry: rightsOf(act, row) })
      ? [{ number: row.number, title: row.title, spaceName: row.space_name, deletedAt: row.deleted_at.toString(), goneOn: goneOn(row.deleted_at, act.actor.zone) }] : []),
  }
}

/** The last day on which it can be brought back, on the reader's calendar. */
const goneOn = (deletedAt: Temporal.Instant, zone: string): string => goesAt(deletedAt).toZonedDateTimeISO(zone).toPlainDate().toString()
