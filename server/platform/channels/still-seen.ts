import { may } from '#domain/policy.ts'
import { inWords, said } from '#domain/words/said.ts'
import type { Actor } from '#domain/policy.ts'
import { actorOf } from '../auth/identify.ts'
import type { Db } from '../db/schema.ts'
import type { MailBody } from '../db/tables/platform.ts'
import { wordsFor } from '../words.ts'

/** Which of these entries somebody may see at this moment, by number. */
export async function seenEntries(db: Db, actor: Actor, numbers: readonly number[]): Promise<Set<number>> {
  if (numbers.length === 0) return new Set()
  const { workspaceId } = actor
  const rows = await db.selectFrom('entry as e').leftJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 'e.workspace_id').onRef('s.id', '=', 'e.space_id'))
    .select(['e.number', 'e.author_id', 'e.deleted_at', 's.id as space_id', 's.visibility', 's.archived_at'])
    .where('e.workspace_id', '=', workspaceId).where('e.number', 'in', [...numbers]).execute()
  return new Set(rows.filter(({ author_id: authorId, deleted_at, space_id: id, visibility, archived_at }) => may(actor, 'entry.see', { entry: {
    workspaceId, authorId, deleted: deleted_at !== null, place: id === null || visibility === null ? null : { workspaceId, id, visibility, archived: archived_at !== null },
  } })).map(({ number }) => number))
}

type Written = { workspaceId: string; personId: string; body: MailBody; publicUrl: string }

/**
 * What a mail may still say now that it leaves, which can be hours after it was written. Of several conversations of which
 * one is not open to its reader any more, it only says that something waits.
 * @returns null when it may say nothing
 */
export async function stillSaid(db: Db, { workspaceId, personId, body, publicUrl }: Written): Promise<MailBody | null> {
  const { about = [] } = body
  if (about.length === 0) return body
  const reader = await actorOf(db, workspaceId, personId)
  const seen = reader ? await seenEntries(db, reader, about) : new Set()
  if (about.every((number) => seen.has(number))) return body
  if (seen.size === 0) return null
  const words = wordsFor(reader?.locale)
  return {
    text: inWords(said`Something waits for you. Part of what this mail said is not open to you any more, so its words were left out.`, words),
    links: [{ label: inWords(said`Open Longhand`, words), url: publicUrl }],
  }
}
