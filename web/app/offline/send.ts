import { answerAsk, postAsk } from '#contract/asks.ts'
import type { Call } from '#contract/client.ts'
import { dropDraft } from '#contract/entries.ts'
import { postWrap } from '#contract/handoffs.ts'
import type { AnyOperation } from '#contract/operation.ts'
import type { Problem } from '#contract/problem.ts'
import { postReply, postThread } from '#contract/threads.ts'
import { problemFrom } from '../api.ts'
import { dropWaiting, everythingOf, noteRefused, sayChanged } from './list.ts'
import type { Waiting } from './list.ts'
import { dropUnsent } from './unsent.ts'
import type { Unsent } from './unsent.ts'

/** What may wait, by name. */
const MAY_WAIT: ReadonlyMap<string, AnyOperation> = new Map([postThread, postAsk, answerAsk, postWrap].map((operation) => [operation.name, operation]))

/** The server could not be reached, wants the person to sign in first, or asks for time: nothing was said about the text itself. */
const saysNothing = ({ status }: Problem) => status === 0 || status === 401 || status === 408 || status === 429 || status >= 500

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
    const problem = await send().then(() => undefined, problemFrom)
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

const sendReply = ({ number, body, quote, files, key }: Unsent, call: Call) =>
  call(postReply, { number, body, files: files.map(({ id }) => id), ...(quote && { quote: { replyId: quote.replyId, text: quote.text } }) }, { idempotencyKey: key })

async function sendOne({ operation: name, input, key, draft }: Waiting, call: Call): Promise<void> {
  const operation = MAY_WAIT.get(name)
  if (!operation) throw new Error(`${name} does not wait.`)
  await call(operation, input as never, { idempotencyKey: key })
  // The server still has the text as a draft, and would offer it again.
  if (draft) await call(dropDraft, { slot: draft.serverSlot }).catch(() => {})
}
