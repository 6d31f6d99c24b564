import type { ThreadText } from './read/texts.ts'

/** An opening by Ana that quotes Ben; tests change what they speak of. */
export const SAID: ThreadText = {
  key: 'opening', replyId: null, seq: 0, kind: 'reply', authorId: 'a', authorName: 'Ana', authorZone: 'Europe/Lisbon', body: 'Why three?', quote: { replyId: null, authorName: 'Ben', text: 'It is\nthree' }, askNumber: null,
  via: 'web', postedAt: '2026-03-24T08:00:00Z', editedAt: null, deletedAt: null, undoUntil: null, files: [], reactions: [], saved: false, marks: null, myMarks: [], can: [],
}
