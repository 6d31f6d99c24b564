import { z } from 'zod'
import { operation } from './operation.ts'
import { DateText, EntryNumber, Id, InstantText, Ok, page, pageInput, text, words } from './shapes.ts'

const TITLE_MAX = 200
const BODY_MAX = 100_000
const LINE_MAX = 500
const NOTE_MAX = 2000
const FILES_MAX = 30
const PEOPLE_MAX = 200
const REPLIES_MAX = 500
const EMOJI_MAX = 40

/** What a thread is kept as: talk, an ask with a clock, notice of a change, or something learnt. */
const THREAD_KINDS = ['thread', 'ask', 'change', 'learning', 'decision', 'page'] as const
export const REPLY_KINDS = ['reply', 'answer', 'question-back', 'clarification', 'addition', 'outcome', 'split'] as const
const Files = z.array(Id).max(FILES_MAX).default([]).describe('Uploaded files that this text uses.')
const Number = { number: EntryNumber }

export const FileLink = z.object({ id: Id, name: z.string(), type: z.string(), size: z.number(), url: z.string(), image: z.boolean() })
const Reaction = z.object({ emoji: z.string(), people: z.array(Id), mine: z.boolean() })
const Quote = z.object({ replyId: Id.nullable(), authorName: z.string(), text: z.string() })
export const EntryLink = z.object({
  number: z.number(), kind: z.string(), title: z.string(), spaceName: z.string(),
  how: z.enum(['mentions', 'split', 'elevated', 'asks']), direction: z.enum(['to', 'from']), at: InstantText,
})

export const ReplyView = z.object({
  id: Id, seq: z.number().describe('Its place in the thread; the opening is 0.'), kind: z.enum(REPLY_KINDS), authorId: Id, authorName: z.string(), authorZone: z.string(),
  body: z.string().describe('Markdown; empty once deleted.'), quote: Quote.nullable(), askNumber: z.number().nullable().describe('The ask that it speaks to.'),
  via: z.enum(['web', 'api', 'cli', 'mail', 'mcp', 'import']), postedAt: InstantText, editedAt: InstantText.nullable(), deletedAt: InstantText.nullable(),
  undoUntil: InstantText.nullable().describe('Until then its author may take it back before anybody is told.'),
  files: z.array(FileLink), reactions: z.array(Reaction), saved: z.boolean(),
  marks: z.object({ tooLong: z.number(), missingContext: z.number() }).nullable().describe('For its author alone.'), myMarks: z.array(z.enum(['too-long', 'missing-context'])),
  can: z.array(z.enum(['edit', 'delete', 'restore', 'undo', 'react', 'quote'])),
})

/** A 15-minute call offered where an open question went round too often; seen by the people concerned alone. */
export const CallView = z.object({
  id: Id, state: z.enum(['offered', 'dismissed', 'proposed', 'closed']), why: z.string(), rounds: z.number(), messages: z.number(), openDays: z.number(),
  people: z.array(z.object({ id: Id, name: z.string(), zone: z.string() })), agenda: z.array(z.string()),
  slots: z.array(z.object({ start: InstantText, end: InstantText })).describe('Working time that all share, soonest first.'),
  startsAt: InstantText.nullable(), minutes: z.number().nullable(), reason: z.string(), outcome: z.string().nullable(),
  can: z.array(z.enum(['propose', 'dismiss', 'close'])),
})
const ChangeView = z.object({
  was: z.string(), now: z.string(), since: DateText, why: z.string(),
  mustRead: z.array(z.object({ personId: Id, name: z.string(), readAt: InstantText.nullable() })),
})

export const ThreadHead = z.object({
  number: z.number(), kind: z.enum(THREAD_KINDS), title: z.string(), tldr: z.string(), spaceId: Id, spaceName: z.string(), authorId: Id, authorName: z.string(),
  publishedAt: InstantText, activeAt: InstantText, replies: z.number(), unread: z.number().describe('Texts that you have not read, the opening included.'),
  currentState: z.string(), resolved: z.boolean(), outcome: z.string().nullable(), following: z.enum(['following', 'muted', 'off']),
  ask: z.object({ state: z.string(), answererName: z.string(), dueAt: InstantText.nullable() }).nullable().describe('Where it is an ask.'),
})
export const ThreadView = ThreadHead.extend({
  authorZone: z.string(), body: z.string(), editedAt: InstantText.nullable(), undoUntil: InstantText.nullable(), via: ReplyView.shape.via,
  files: z.array(FileLink), reactions: z.array(Reaction), saved: z.boolean(),
  state: z.object({ text: z.string(), version: z.number(), byName: z.string().nullable(), at: InstantText.nullable() }),
  resolvedByName: z.string().nullable(), resolvedAt: InstantText.nullable(), mutedUntil: InstantText.nullable(), followsBecause: z.string().nullable(),
  readSeq: z.number().describe('Up to where you have read; −1 before the opening.'),
  items: z.array(ReplyView), next: z.string().nullable(), askNumbers: z.array(z.number()).describe('Asks that stand in it.'),
  links: z.array(EntryLink).describe('What was made from it, and what it was made from; `links.to` has what names it.'), change: ChangeView.nullable(), rounds: z.number().describe('Exchanges back and forth on what is open.'), call: CallView.nullable(),
  can: z.array(z.enum(['reply', 'edit', 'delete', 'undo', 'set-state', 'resolve', 'reopen', 'split', 'move', 'ask', 'react', 'elevate', 'confirm-read'])),
})
const refusesOne = ['not_found'] as const
const refusesWrite = ['not_found', 'not_allowed', 'conflict'] as const

export const listThreads = operation({
  name: 'threads.list', method: 'GET', path: '/threads', needs: 'threads:read', tool: true, does: 'Lists threads by latest activity: everywhere, in one space, unread, followed, saved, open or resolved.',
  input: z.object({ ...pageInput, spaceId: Id.optional(), of: z.enum(['all', 'unread', 'following', 'mine', 'saved', 'open', 'resolved']).default('all') }), output: page(ThreadHead), refuses: refusesOne,
})
export const postThread = operation({
  name: 'threads.post', method: 'POST', path: '/threads', needs: 'threads:write', tool: true,
  does: 'Opens a thread in a space. `change` makes it notice of a change; `from` links it to where it came from.',
  input: z.object({
    spaceId: Id, title: words(TITLE_MAX), body: text(BODY_MAX).default(''), files: Files, kind: z.enum(['thread', 'change', 'learning']).default('thread'),
    change: z.strictObject({ was: words(NOTE_MAX), now: words(NOTE_MAX), since: DateText, why: words(NOTE_MAX), mustRead: z.array(Id).max(PEOPLE_MAX).default([]) }).optional(),
    from: z.strictObject({ number: EntryNumber, replyId: Id.nullable().default(null) }).optional(),
  }), output: ThreadView, refuses: ['not_found', 'not_allowed', 'bad_input'],
})
export const readThread = operation({
  name: 'threads.read', method: 'GET', path: '/threads/:number', needs: 'threads:read', tool: true, does: 'Reads a thread with its replies, oldest first.',
  input: z.object({ ...Number, ...pageInput, limit: z.coerce.number().int().min(1).max(REPLIES_MAX).default(100) }), output: ThreadView, refuses: refusesOne,
})
export const postReply = operation({
  name: 'threads.reply', method: 'POST', path: '/threads/:number/replies', needs: 'threads:write', tool: true, does: 'Replies in a thread. Nobody is told for ten seconds, or as long as its author chose, so that it can be taken back.',
  input: z.object({ ...Number, body: words(BODY_MAX), quote: z.strictObject({ replyId: Id.nullable().default(null), text: words(NOTE_MAX) }).optional(), files: Files }), output: ReplyView, refuses: ['not_found', 'not_allowed', 'bad_input'],
})
export const editThread = operation({
  name: 'threads.edit', method: 'PATCH', path: '/threads/:number', needs: 'threads:write', does: 'Changes your own title or opening; the text before is kept.',
  input: z.object({ ...Number, title: words(TITLE_MAX).optional(), body: text(BODY_MAX).optional(), files: z.array(Id).max(FILES_MAX).optional() }), output: ThreadView, refuses: refusesWrite,
})
export const editReply = operation({
  name: 'replies.edit', method: 'PATCH', path: '/replies/:id', needs: 'threads:write', does: 'Changes your own reply; the text before is kept. What was not delivered yet is delivered as edited.',
  input: z.object({ id: Id, body: words(BODY_MAX), files: z.array(Id).max(FILES_MAX).optional() }), output: ReplyView, refuses: refusesWrite,
})
const Version = z.object({ title: z.string().nullable(), body: z.string(), until: InstantText, byName: z.string() })
export const readHistory = operation({
  name: 'threads.history', method: 'GET', path: '/threads/:number/history', needs: 'threads:read', does: 'Reads earlier texts of an opening or of one reply, newest first.',
  input: z.object({ ...Number, replyId: Id.optional() }), output: z.object({ versions: z.array(Version) }), refuses: refusesOne,
})
export const undoThread = operation({ name: 'threads.undo', method: 'POST', path: '/threads/:number/undo', needs: 'threads:write', does: 'Takes a thread back within ten seconds, or as long as its author chose, before anybody was told; the text is yours again.', input: z.object(Number), output: z.object({ title: z.string(), body: z.string() }), refuses: refusesWrite })
export const undoReply = operation({ name: 'replies.undo', method: 'POST', path: '/replies/:id/undo', needs: 'threads:write', does: 'Takes a reply back within ten seconds, or as long as its author chose, before anybody was told; the text is yours again.', input: z.object({ id: Id }), output: z.object({ body: z.string() }), refuses: refusesWrite })
export const deleteReply = operation({ name: 'replies.delete', method: 'DELETE', path: '/replies/:id', needs: 'threads:write', does: 'Deletes your reply; it can be brought back for 30 days.', input: z.object({ id: Id }), output: Ok, refuses: refusesWrite })
export const restoreReply = operation({ name: 'replies.restore', method: 'POST', path: '/replies/:id/restore', needs: 'threads:write', does: 'Brings back a reply that you deleted within 30 days.', input: z.object({ id: Id }), output: ReplyView, refuses: refusesWrite })
export const setState = operation({
  name: 'threads.set-state', method: 'PUT', path: '/threads/:number/state', needs: 'threads:write', tool: true, does: 'Writes the one line on where a thread stands. `version` is the one you read: a newer one is never overwritten in silence.',
  input: z.object({ ...Number, text: text(LINE_MAX), version: z.number().int().min(0) }), output: ThreadView, refuses: refusesWrite,
})
export const resolveThread = operation({ name: 'threads.resolve', method: 'POST', path: '/threads/:number/resolve', needs: 'threads:write', tool: true, does: 'Resolves a thread with one line on what came out of it.', input: z.object({ ...Number, outcome: words(LINE_MAX) }), output: ThreadView, refuses: refusesWrite })
export const reopenThread = operation({ name: 'threads.reopen', method: 'POST', path: '/threads/:number/reopen', needs: 'threads:write', does: 'Opens a resolved thread again, with the reason.', input: z.object({ ...Number, reason: words(LINE_MAX) }), output: ThreadView, refuses: refusesWrite })
export const splitThread = operation({
  name: 'threads.split', method: 'POST', path: '/threads/:number/split', needs: 'threads:write', does: 'Moves replies to a new thread that opens with a summary; both ends link to each other.',
  input: z.object({ ...Number, replyIds: z.array(Id).min(1).max(REPLIES_MAX), title: words(TITLE_MAX), summary: words(BODY_MAX), spaceId: Id.optional() }), output: ThreadView, refuses: ['not_found', 'not_allowed', 'conflict', 'bad_input'],
})
export const moveThread = operation({ name: 'threads.move', method: 'POST', path: '/threads/:number/move', needs: 'threads:write', does: 'Moves a thread to another space; its number and links stay.', input: z.object({ ...Number, spaceId: Id }), output: ThreadView, refuses: refusesWrite })
export const followThread = operation({ name: 'threads.follow', method: 'PUT', path: '/threads/:number/following', needs: 'threads:write', does: 'Follows a thread, stops, or mutes it, until a moment or for good.', input: z.object({ ...Number, follow: z.enum(['following', 'muted', 'off']), until: InstantText.nullable().default(null) }), output: Ok, refuses: ['not_found', 'bad_input'] })
export const markRead = operation({ name: 'threads.mark-read', method: 'POST', path: '/threads/:number/read', needs: 'threads:write', does: 'Notes up to which text you have read; with `unread`, from which on you have not.', input: z.object({ ...Number, seq: z.number().int().min(0), unread: z.boolean().default(false) }), output: Ok, refuses: refusesOne })
export const saveForLater = operation({ name: 'threads.save', method: 'PUT', path: '/threads/:number/saved', needs: 'threads:write', does: 'Keeps a thread or reply for later, with a reminder in your working time if you like, or lets it go.', input: z.object({ ...Number, replyId: Id.nullable().default(null), saved: z.boolean(), remindAt: InstantText.nullable().default(null) }), output: Ok, refuses: ['not_found', 'bad_input'] })
export const listSaved = operation({
  name: 'threads.saved', method: 'GET', path: '/saved', needs: 'threads:read', does: 'Lists what you kept for later.', input: z.object(pageInput),
  output: page(z.object({ number: z.number(), replyId: Id.nullable(), title: z.string(), excerpt: z.string(), spaceName: z.string(), savedAt: InstantText, remindAt: InstantText.nullable() })),
})
export const react = operation({ name: 'threads.react', method: 'PUT', path: '/threads/:number/reactions', needs: 'threads:write', does: 'Sets or takes back a reaction; it never notifies anybody.', input: z.object({ ...Number, replyId: Id.nullable().default(null), emoji: words(EMOJI_MAX), on: z.boolean().default(true) }), output: Ok, refuses: ['not_found', 'not_allowed', 'bad_input'] })
export const markReply = operation({ name: 'replies.mark', method: 'PUT', path: '/replies/:id/marks', needs: 'threads:write', does: 'Says that a reply is too long or misses context; counted for its author alone, without your name.', input: z.object({ id: Id, mark: z.enum(['too-long', 'missing-context']), on: z.boolean().default(true) }), output: Ok, refuses: ['not_found', 'not_allowed'] })
export const confirmRead = operation({ name: 'threads.confirm-read', method: 'POST', path: '/threads/:number/confirm-read', needs: 'threads:write', does: 'Confirms that you have read a change notice.', input: z.object(Number), output: ThreadView, refuses: refusesWrite })
export const mentionCost = operation({
  name: 'mentions.cost', method: 'POST', reads: true, path: '/mentions/cost', needs: 'threads:read', does: 'Says whom the mentions of a text reach, and how many of them are off work or asleep now.',
  input: z.object({ spaceId: Id, text: text(BODY_MAX) }),
  output: z.object({ people: z.number(), offWork: z.number(), asleep: z.number(), sentence: z.string(), mentions: z.array(z.object({ written: z.string(), kind: z.enum(['person', 'role', 'here', 'space', 'unknown']), personIds: z.array(Id) })) }), refuses: refusesOne,
})
export const listLinks = operation({ name: 'entries.links', method: 'GET', path: '/entries/:number/links', needs: 'threads:read', does: 'Lists what an entry links to and what links to it, as far as you may see.', input: z.object(Number), output: z.object({ links: z.array(EntryLink) }), refuses: refusesOne })
export const elevate = operation({
  name: 'threads.elevate', method: 'POST', path: '/threads/:number/elevate', needs: 'threads:write', does: 'Makes a message more than talk: a thread of its own, a learning, or a line for your next wrap; both ends stay linked.',
  input: z.object({ ...Number, replyId: Id.nullable().default(null), to: z.enum(['thread', 'learning', 'wrap-line']), title: words(TITLE_MAX), body: text(BODY_MAX).default(''), spaceId: Id.optional() }),
  output: z.object({ number: z.number().nullable().describe('The new entry; null for a line of your next wrap.') }), refuses: ['not_found', 'not_allowed', 'bad_input'],
})
export const proposeCall = operation({ name: 'calls.propose', method: 'POST', path: '/threads/:number/call', needs: 'threads:write', does: 'Proposes the offered call: 15 minutes, or up to 30 with a reason.', input: z.object({ ...Number, startsAt: InstantText, minutes: z.number().int().min(5).max(30).default(15), reason: text(LINE_MAX).default('') }), output: ThreadView, refuses: ['not_found', 'not_allowed', 'conflict', 'bad_input'] })
export const dismissCall = operation({ name: 'calls.dismiss', method: 'POST', path: '/threads/:number/call/dismiss', needs: 'threads:write', does: 'Declines the offered call; it is not offered again for this question.', input: z.object({ ...Number, reason: text(LINE_MAX).default('') }), output: ThreadView, refuses: refusesWrite })
export const closeCall = operation({ name: 'calls.close', method: 'POST', path: '/threads/:number/call/outcome', needs: 'threads:write', does: 'Closes a call with its outcome, which stands in the thread as a reply.', input: z.object({ ...Number, outcome: words(NOTE_MAX), resolve: z.boolean().default(false) }), output: ThreadView, refuses: refusesWrite })

export type ThreadHead = z.output<typeof ThreadHead>
export type ThreadView = z.output<typeof ThreadView>
export type ReplyView = z.output<typeof ReplyView>
export type CallView = z.output<typeof CallView>
export type EntryLink = z.output<typeof EntryLink>
export type FileLink = z.output<typeof FileLink>
