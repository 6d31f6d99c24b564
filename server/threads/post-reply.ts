import type { postReply, ReplyView } from '#contract/threads.ts'
import type { InputOf } from '#contract/operation.ts'
import { may } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { standsIn } from '#domain/threads/quote.ts'
import { namesOf } from '#server/people/public.ts'
import { undoEnd } from '#server/platform/act.ts'
import type { Act } from '#server/platform/act.ts'
import type { ReplyHandler } from '#server/platform/http/on.ts'
import { offerAfter } from './calls.ts'
import { extrasOf } from './extras.ts'
import { textFor, threadById, threadFor } from './load.ts'
import type { Thread } from './load.ts'
import { insertReply } from './reply.ts'
import type { Quote } from './reply.ts'
import { viewReply } from './reply-view.ts'

/**
 * What is quoted, and whom.
 * @throws {Refusal} `not_found` for a reply that stands elsewhere, `bad_input` for words that nobody wrote there
 */
async function quotedIn(act: Act, thread: Thread, quote: { replyId: string | null; text: string }): Promise<Quote> {
  const { authorId, body } = await textFor(act, thread, quote.replyId)
  if (standsIn(quote.text, quote.replyId === null ? `${thread.title}\n${body}` : body)) return { ...quote, authorId }
  throw new Refusal('bad_input', said`These words do not stand in the text that you quote.`, said`Mark them in the text again; it may have been edited.`)
}

/** Where a reply goes: to an ask that stands in a thread, into that thread. */
async function talkAt(act: Act, number: number): Promise<{ thread: Thread; askId: string | null }> {
  const found = await threadFor(act, number, 'thread.write')
  const host = found.standsIn === null ? null : await threadById(act, found.standsIn)
  return host ? { thread: host, askId: found.id } : { thread: found, askId: null }
}

/** Replies in a thread. Nobody is told while it can be taken back. */
export async function post(act: Act, { number, body, quote, files }: InputOf<typeof postReply>): Promise<ReplyView> {
  const { thread, askId } = await talkAt(act, number)
  const quoted = quote ? await quotedIn(act, thread, quote) : null
  const { id, seq } = await insertReply(act, thread, { body, quote: quoted, files, askId })
  await offerAfter(act, thread)
  const names = quoted ? await namesOf(act, [quoted.authorId]) : null
  return viewReply(act, {
    id, entry_id: thread.id, seq, kind: 'reply', author_id: act.actor.personId, author_name: act.actor.name, author_zone: act.actor.zone, body,
    quote_reply_id: quoted?.replyId ?? null, quote_text: quoted?.text ?? null, quote_author_name: names?.get(quoted?.authorId ?? '')?.name ?? null,
    ask_id: askId, ask_number: askId === null ? null : number, via: act.actor.via, posted_at: act.now, undo_until: undoEnd(act), edited_at: null, deleted_at: null,
  }, { thread: thread.rights, extras: await extrasOf(act, { replyIds: [id] }, { files: files.length > 0, reactions: false, marks: false, saved: false }) })
}

/** A reply by mail goes into the thread that the mail was about, wherever that stands now. */
export const replyByMail: ReplyHandler = async (act, { subjectId, text, files }) => {
  const thread = await threadById(act, subjectId)
  if (!thread || !may(act.actor, 'entry.see', { entry: thread.rights })) throw new Refusal('not_found', said`This thread is not there any more, or you cannot see it.`, said`Ask the person who wrote to you.`)
  const left = files.length === 0 ? '' : `\n\n*${files.length === 1 ? 'A file' : `${files.length} files`} came with this mail and stayed in it.*`
  await post(act, { number: thread.number, body: `${text}${left}`, files: [] })
  return { done: 'Replied in a thread.' }
}
