import type { ReplyView, ThreadView } from '#contract/threads.ts'

/** One text of a thread: the opening, which has no `replyId`, or a reply. Both are read and handled alike. */
export type ThreadText = Pick<ReplyView, 'seq' | 'kind' | 'authorId' | 'authorName' | 'authorZone' | 'body' | 'quote' | 'askNumber' | 'via' | 'postedAt' | 'editedAt' | 'deletedAt' | 'undoUntil' | 'files' | 'reactions' | 'saved' | 'marks' | 'myMarks' | 'can'> & {
  /** Stable on the page: `reply-…`, `opening`. */
  key: string
  replyId: string | null
}

/** The opening as a text: the same verbs, as far as they are possible. */
export function openingOf(thread: ThreadView): ThreadText {
  const can: ThreadText['can'] = [
    ...(['edit', 'delete', 'undo', 'react'] as const).filter((verb) => thread.can.includes(verb)), ...(thread.can.includes('reply') && thread.body !== '' ? ['quote' as const] : []),
  ]
  return {
    key: 'opening', replyId: null, seq: 0, kind: 'reply', authorId: thread.authorId, authorName: thread.authorName, authorZone: thread.authorZone, body: thread.body, quote: null, askNumber: null,
    via: thread.via, postedAt: thread.publishedAt, editedAt: thread.editedAt, deletedAt: null, undoUntil: thread.undoUntil, files: thread.files, reactions: thread.reactions, saved: thread.saved,
    marks: null, myMarks: [], can,
  }
}

/** Where a reply stands on its page. */
export const anchorOf = (replyId: string | null): string => (replyId === null ? 'opening' : `reply-${replyId}`)

export const replyText = (reply: ReplyView): ThreadText => ({ ...reply, key: anchorOf(reply.id), replyId: reply.id })

/** Files that the text does not show in itself already. */
export const filesBeside = ({ body, files }: Pick<ThreadText, 'body' | 'files'>): ThreadText['files'] => files.filter(({ url, image }) => !image || !body.includes(url))
