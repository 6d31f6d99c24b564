import { allow, may } from '#domain/policy.ts'
import type { Action, EntryRights } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import type { Follow, ReplyKind } from '#server/platform/db/tables/threads.ts'
import { readTo, rightsOf } from './heads.ts'

type Viewer = Pick<Act, 'tx' | 'actor'>

/** A thread as commands see it. */
export type Thread = {
  id: string; number: number; kind: 'thread' | 'ask' | 'change' | 'learning' | 'decision' | 'page'; title: string; body: string; standsIn: string | null; spaceId: string; spaceName: string; authorId: string
  publishedAt: Temporal.Instant; undoUntil: Temporal.Instant; lastSeq: number; replyCount: number; stateVersion: number; resolvedAt: Temporal.Instant | null; openAsks: number; mayHoldAsks: boolean; hasCalls: boolean; noise: 'announcements' | 'work' | 'social'; readSeq: number; follow: Follow | null
  rights: EntryRights & { place: NonNullable<EntryRights['place']> }
}

function selectThreads({ tx, actor: { workspaceId, personId } }: Viewer) {
  return tx.selectFrom('thread as t')
    .innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 't.workspace_id').onRef('e.id', '=', 't.entry_id'))
    .innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 't.workspace_id').onRef('s.id', '=', 't.space_id'))
    .leftJoin('thread_person as m', (join) => join.onRef('m.workspace_id', '=', 't.workspace_id').onRef('m.entry_id', '=', 't.entry_id').on('m.person_id', '=', personId))
    .select(['t.entry_id', 'e.number', 'e.kind', 'e.title', 't.body', 't.stands_in', 't.space_id', 's.name as space_name', 't.author_id', 'e.published_at', 't.undo_until', 't.last_seq', 't.reply_count',
      't.state_version', 't.resolved_at', 't.open_asks', 't.has_links', 't.has_calls', 's.noise', 't.deleted_at', 's.visibility', 's.archived_at', 'm.follow']).select(readTo.as('read_seq'))
    .where('t.workspace_id', '=', workspaceId)
}
type Row = Awaited<ReturnType<ReturnType<typeof selectThreads>['executeTakeFirstOrThrow']>>

const shape = (workspaceId: string, row: Row): Thread => ({
  id: row.entry_id, number: row.number, kind: row.kind as Thread['kind'], title: row.title, body: row.body, standsIn: row.stands_in, spaceId: row.space_id, spaceName: row.space_name, authorId: row.author_id,
  publishedAt: row.published_at, undoUntil: row.undo_until, lastSeq: row.last_seq, replyCount: row.reply_count, stateVersion: row.state_version, resolvedAt: row.resolved_at, openAsks: row.open_asks, mayHoldAsks: row.kind === 'ask' || row.has_links, hasCalls: row.has_calls, noise: row.noise,
  readSeq: row.read_seq, follow: row.follow, rights: rightsOf(workspaceId, row),
})

export const nothing = (number: number): Refusal => new Refusal('not_found', said`There is no thread #${number} that you can see.`, said`Check the number, or ask the person who sent it.`)
const noReply = (): Refusal => new Refusal('not_found', said`There is no such reply that you can see.`, said`Read the thread again; it may have been deleted or moved.`)

/**
 * A thread by number, if the actor may do this to it.
 * @throws {Refusal} `not_found`, alike for what does not exist and what is hidden; `not_allowed` for what is seen and not theirs
 */
export async function threadFor(act: Viewer, number: number, action: Extract<Action, 'entry.see' | 'entry.edit' | `thread.${string}`> = 'entry.see'): Promise<Thread> {
  const row = await selectThreads(act).where('e.number', '=', number).executeTakeFirst()
  const thread = row && shape(act.actor.workspaceId, row)
  if (!thread || !may(act.actor, 'entry.see', { entry: thread.rights })) throw nothing(number)
  allow(act.actor, action, { entry: thread.rights })
  return thread
}

/** The same, kept from others until the transaction ends. */
export async function lockThread(act: Act, number: number, action: Parameters<typeof threadFor>[2]): Promise<Thread> {
  const { id } = await threadFor(act, number, action)
  await act.tx.selectFrom('thread').select('entry_id').where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', id).forUpdate().executeTakeFirst()
  return threadFor(act, number, action)
}

/**
 * The same, for what is done to a thread as a whole.
 * @throws {Refusal} `conflict` for an ask that stands in another thread
 */
export async function lockWhole(act: Act, number: number, action: Parameters<typeof threadFor>[2]): Promise<Thread> {
  const thread = await lockThread(act, number, action)
  if (thread.standsIn === null) return thread
  const host = await threadById(act, thread.standsIn)
  throw new Refusal('conflict', said`#${number} stands in another thread.`, said`Do it in #${host?.number ?? number}, or settle the ask.`)
}

export async function threadById(act: Viewer, id: string): Promise<Thread | null> {
  const row = await selectThreads(act).where('t.entry_id', '=', id).executeTakeFirst()
  return row ? shape(act.actor.workspaceId, row) : null
}

export type Reply = {
  id: string; seq: number; kind: ReplyKind; authorId: string; body: string; askId: string | null; postedAt: Temporal.Instant; undoUntil: Temporal.Instant; deletedAt: Temporal.Instant | null; purged: boolean
  thread: Thread
  /** Its own author decides on it; where it may be seen is decided by its thread. */
  rights: EntryRights
}

/**
 * A reply, if the actor may see its thread. One that was taken back is gone; a deleted one is found only where asked for.
 * @throws {Refusal} `not_found`
 */
export async function replyFor(act: Viewer, id: string, { deleted = false, lock = false } = {}): Promise<Reply> {
  const { workspaceId } = act.actor
  const row = await act.tx.selectFrom('reply').select(['id', 'entry_id', 'seq', 'kind', 'author_id', 'body', 'ask_id', 'posted_at', 'undo_until', 'deleted_at', 'purged_at'])
    .where('workspace_id', '=', workspaceId).where('id', '=', id).where('undone', '=', false).$if(lock, (query) => query.forUpdate()).executeTakeFirst()
  if (!row || (row.deleted_at !== null) !== deleted) throw noReply()
  const thread = await threadById(act, row.entry_id)
  if (!thread || !may(act.actor, 'entry.see', { entry: thread.rights })) throw noReply()
  const rights = { ...thread.rights, authorId: row.author_id, deleted: row.deleted_at !== null }
  return {
    id: row.id, seq: row.seq, kind: row.kind, authorId: row.author_id, body: row.body, askId: row.ask_id, postedAt: row.posted_at, undoUntil: row.undo_until,
    deletedAt: row.deleted_at, purged: row.purged_at !== null, thread, rights,
  }
}

/**
 * The text that a call names: the opening, or one of the replies of this very thread.
 * @throws {Refusal} `not_found` also where the reply stands in another thread
 */
export async function textFor(act: Viewer, thread: Thread, replyId: string | null): Promise<{ subjectId: string; authorId: string; body: string; seq: number; rights: EntryRights }> {
  if (replyId === null) return { subjectId: thread.id, authorId: thread.authorId, body: thread.body, seq: 0, rights: thread.rights }
  const reply = await replyFor(act, replyId)
  if (reply.thread.id !== thread.id) throw noReply()
  return { subjectId: reply.id, authorId: reply.authorId, body: reply.body, seq: reply.seq, rights: reply.rights }
}
