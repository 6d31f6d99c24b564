import { answerAsk, postAsk } from '#contract/asks.ts'
import type { Call } from '#contract/client.ts'
import { answerPrompt } from '#contract/checkins.ts'
import { dropDraft } from '#contract/entries.ts'
import { postWrap } from '#contract/handoffs.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { createPage, savePage } from '#contract/pages.ts'
import type { Saved } from '#contract/pages.ts'
import type { Problem } from '#contract/problem.ts'
import { postReply, postThread } from '#contract/threads.ts'
import { listInWords } from '../../ui/format.ts'
import { t } from '../../ui/words.ts'
import { problemFrom } from '../api.ts'
import { dropWaiting, everythingOf, noteRefused, sayChanged } from './list.ts'
import type { Waiting } from './list.ts'
import { dropUnsent } from './unsent.ts'
import type { Unsent } from './unsent.ts'

/** What may wait, by name. */
const MAY_WAIT: ReadonlyMap<string, AnyOperation> = new Map([postThread, postAsk, answerAsk, postWrap, answerPrompt, createPage, savePage].map((operation) => [operation.name, operation]))

/** The server could not be reached, wants the person to sign in first, or asks for time: nothing was said about the text itself. */
const saysNothing = ({ status }: Problem) => status === 0 || status === 401 || status === 408 || status === 429 || status >= 500

const CONFLICT = 409

type To = { storage: Storage, call: Call }

/**
 * Sends what one person has waiting, oldest first, each under the key it was first sent with. What the server refuses stays
 * with its reasons and is not sent again by itself; where nothing is said, the rest waits on.
 * @param only the key of one thing that its writer sends again, even though it was refused
 * @returns how many arrived
 */
export async function sendWaiting(personId: string, { storage, call }: To, only?: string): Promise<number> {
  const { replies, others } = everythingOf(storage, personId)
  const waiting = [...replies.map((reply) => ({ one: reply, send: () => sendReply(reply, call) })), ...others.map((one) => ({ one, send: () => sendOne(one, call) }))]
    .filter(({ one }) => (only === undefined ? one.refused === undefined : one.key === only)).toSorted((a, b) => a.one.at.localeCompare(b.one.at))
  let arrived = 0
  for (const { one, send } of waiting) {
    const problem = await send().catch(problemFrom)
    if (problem && saysNothing(problem)) break
    if (problem) noteRefused(storage, one.key, problem)
    else arrived += 1
    if (!problem) forget(storage, one.key)
  }
  sayChanged()
  return arrived
}

function forget(storage: Storage, key: string) {
  dropUnsent(storage, key)
  dropWaiting(storage, key)
}

async function sendReply({ number, body, quote, files, key }: Unsent, call: Call): Promise<undefined> {
  await call(postReply, { number, body, files: files.map(({ id }) => id), ...(quote && { quote: { replyId: quote.replyId, text: quote.text } }) }, { idempotencyKey: key })
}

/** @returns why it could not be done, where the server says so without refusing it */
async function sendOne({ operation: name, input, key, draft }: Waiting, call: Call): Promise<Problem | undefined> {
  const operation = MAY_WAIT.get(name)
  if (!operation) throw new Error(`${name} does not wait.`)
  const output: unknown = await call(operation, input as never, { idempotencyKey: key })
  const clash = operation === savePage ? clashIn(output as Saved) : undefined
  if (clash) return clash
  // The server still has the text as a draft, and would offer it again.
  for (const slot of draft ? [draft.serverSlot, ...draft.beside ?? []] : []) await call(dropDraft, { slot }).catch(() => {})
  return undefined
}

/** A page that somebody else changed at the same words: nothing was saved, and its writer says what shall stand. */
function clashIn(saved: Saved): Problem | undefined {
  if (saved.outcome !== 'conflict') return undefined
  const names = listInWords(saved.theirByNames)
  return {
    type: 'about:blank', status: CONFLICT, code: 'conflict', title: names ? t`${names} changed the same words meanwhile. Both texts are kept.` : t`You changed the same words in another window. Both texts are kept.`,
    next: t`Write on and save: each place is shown from both sides, and you say what shall stand.`,
  }
}
