import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import type { ReplyKind } from '#server/platform/db/tables/threads.ts'
import type { Space } from '#server/spaces/public.ts'
import { offerAfter } from './calls.ts'
import { addLinks } from './links.ts'
import { replyFor, threadById } from './load.ts'
import { announce, insertThread, openedEvent } from './open-thread.ts'
import type { Opened } from './open-thread.ts'
import { follows } from './people.ts'
import { insertReply } from './reply.ts'
import type { Replied } from './reply.ts'
import { countOpenAsks } from './split.ts'

export type NewAsk = {
  kind: 'ask'; space: Space; title: string; body: string; files: readonly string[]
  /** The thread in which it stands; null where it stands alone. */
  inThread: string | null
  /** The reply that it was made from. */
  fromReplyId: string | null
  /** The entry without a thread that it was made from: a check-in. */
  fromEntryId: string | null
  /** Whom its own room tells of it, and who are therefore not told of it as members of the space. */
  asked: readonly string[]
}

/**
 * Writes an ask as an entry with a text of its own, standing alone or in a thread, and tells whoever is not asked.
 * @throws {Refusal} `not_found` for a reply that may not be seen, or stands in another thread than the ask
 */
export async function openThread(act: Act, { kind, space, title, body, files, inThread, fromReplyId, fromEntryId, asked }: NewAsk): Promise<Opened> {
  const reply = fromReplyId === null ? null : await replyFor(act, fromReplyId)
  if (reply && inThread !== null && reply.thread.id !== inThread) throw new Refusal('not_found', said`There is no such reply in this thread.`, said`Read the thread again; it may have been moved.`)
  const opened = await insertThread(act, { kind, space, title, body, files, standsIn: inThread })
  if (inThread !== null) {
    await addLinks(act, { fromId: inThread, subjectId: reply?.id ?? inThread, toIds: [opened.id], how: 'asks' })
    await act.tx.updateTable('thread').set({ active_at: act.now }).where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', inThread).execute()
    await act.emit(openedEvent(space.id, opened))
    return opened
  }
  if (fromEntryId !== null) await addLinks(act, { fromId: fromEntryId, toIds: [opened.id], how: 'elevated' })
  if (reply) await addLinks(act, { fromId: reply.thread.id, subjectId: reply.id, toIds: [opened.id], how: 'elevated' })
  await announce(act, opened, { space, text: `${title}\n${body}`, toldAlready: asked })
  return opened
}

type Said = { threadId: string; kind: ReplyKind; askId: string | null; body: string; files: readonly string[]; toldAlready?: readonly string[] }

/** Writes into a thread what somebody said to an ask. Rights are the ask's; `toldAlready` are told by the caller. */
export async function addReply(act: Act, { threadId, kind, askId, body, files, toldAlready = [] }: Said): Promise<Replied> {
  const thread = await threadById(act, threadId)
  if (!thread) throw new Error('An ask stands in a thread that is not there.')
  const replied = await insertReply(act, thread, { body, kind, askId, files, toldAlready })
  await offerAfter(act, thread)
  return replied
}

export type ThreadAsk = {
  askId: string; threadId: string; askerId: string; answererId: string; state: string
  /** Whether it still wants an answer. */
  open: boolean
  askedAt: Temporal.Instant; dueAt: Temporal.Instant | null
}

/** Keeps what lists and rounds know of an ask. Call it whenever any of this changed; asker and answerer follow the thread. */
export async function keepThreadAsk(act: Act, { askId, threadId, askerId, answererId, state, open, askedAt, dueAt }: ThreadAsk): Promise<void> {
  const values = { thread_id: threadId, asker_id: askerId, answerer_id: answererId, state, open, asked_at: askedAt, due_at: dueAt }
  await act.tx.insertInto('thread_ask').values({ workspace_id: act.actor.workspaceId, ask_id: askId, ...values })
    .onConflict((row) => row.columns(['workspace_id', 'ask_id']).doUpdateSet(values)).execute()
  await countOpenAsks(act, threadId)
  await follows(act, threadId, [askerId, answererId], 'asked')
}
