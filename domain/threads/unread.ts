/** A text of a thread, as far as reading depends on it: the opening is 0, replies count from 1. */
export type Text = { readonly seq: number; readonly authorId: string; readonly deleted: boolean }

/** The mark of somebody who has read nothing yet. */
export const NOTHING_READ = -1

/**
 * How many texts of a thread somebody has not read. What one wrote oneself, and what was deleted, is never unread.
 *
 * @param readSeq the last text that they have read; -1 before the opening
 */
export function unreadCount(texts: readonly Text[], readSeq: number, readerId: string): number {
  return texts.filter(({ seq, authorId, deleted }) => seq > readSeq && authorId !== readerId && !deleted).length
}

/** Where a mark stands after somebody said that they have read up to a text, or have not read from it on; never past the last one. */
export function markedAt(readSeq: number, lastSeq: number, { seq, unread }: { seq: number; unread: boolean }): number {
  if (unread) return Math.min(readSeq, seq - 1)
  return Math.max(readSeq, Math.min(seq, lastSeq))
}
