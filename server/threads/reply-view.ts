import type { ReplyView } from '#contract/threads.ts'
import { may } from '#domain/policy.ts'
import type { EntryRights } from '#domain/policy.ts'
import { isBefore } from '#domain/time/spans.ts'
import { isKept } from '#domain/trash/kept.ts'
import type { Act } from '#server/platform/act.ts'
import { extrasOf } from './extras.ts'
import type { Extras } from './extras.ts'
import { replyFor } from './load.ts'
import { selectReplies } from './replies.ts'
import type { ReplyRow } from './replies.ts'

type Viewer = Pick<Act, 'tx' | 'actor' | 'now'>

/** A reply as one reader sees it; of a deleted one only that it was there. `thread` are the rights of its thread. */
export function viewReply(act: Viewer, row: ReplyRow, { thread, extras }: { thread: EntryRights; extras: Extras }): ReplyView {
  const { personId } = act.actor
  const gone = row.deleted_at !== null
  const undoable = !gone && row.author_id === personId && isBefore(act.now, row.undo_until)
  const shown = extras.of(row.id, row.author_id)
  return {
    id: row.id, seq: row.seq, kind: row.kind, authorId: row.author_id, authorName: row.author_name, authorZone: row.author_zone, body: gone ? '' : row.body,
    quote: gone || row.quote_text === null ? null : { replyId: row.quote_reply_id, authorName: row.quote_author_name ?? '', text: row.quote_text },
    askNumber: row.ask_number, via: row.via, postedAt: row.posted_at.toString(), editedAt: gone ? null : row.edited_at?.toString() ?? null, deletedAt: row.deleted_at?.toString() ?? null,
    undoUntil: undoable ? row.undo_until.toString() : null, ...shown, ...(gone && { files: [], reactions: [], myMarks: [], saved: false, marks: null }),
    can: whatCan(act, row, thread),
  }
}

function whatCan({ actor, now }: Viewer, row: ReplyRow, thread: EntryRights): ReplyView['can'] {
  const own: EntryRights = { ...thread, authorId: row.author_id, deleted: row.deleted_at !== null }
  const writes = may(actor, 'thread.write', { entry: thread })
  if (row.deleted_at !== null) return writes && may(actor, 'entry.restore', { entry: own }) && isKept(row.deleted_at, now) ? ['restore'] : []
  const can: ReplyView['can'] = []
  if (may(actor, 'entry.edit', { entry: own })) can.push('edit')
  if (writes && may(actor, 'entry.delete', { entry: own })) can.push('delete')
  if (writes && row.author_id === actor.personId && isBefore(now, row.undo_until)) can.push('undo')
  if (writes) can.push('react', 'quote')
  return can
}

/** One reply by id, after something happened to it. */
export async function readReply(act: Act, id: string): Promise<ReplyView> {
  const { thread } = await replyFor(act, id)
  const row = await selectReplies(act).where('r.id', '=', id).executeTakeFirstOrThrow()
  const extras = await extrasOf(act, { replyIds: [id] }, { files: true, reactions: true, marks: true, saved: true })
  return viewReply(act, row, { thread: thread.rights, extras })
}
