import { Refusal } from '../refusal.ts'
import { said } from '../words/said.ts'

/** A reply, as far as a split depends on it. */
export type Splittable = { readonly id: string; readonly seq: number; readonly askId: string | null }

/** The replies that go, in their order, each with its place in the new thread; and the asks that go with them. */
export type Split = { readonly moved: readonly { readonly id: string; readonly seq: number }[]; readonly askIds: readonly string[] }

/**
 * What a split takes along. An ask is one question with its answers: where one reply to it goes, the others go too. A
 * reply keeps its id, so its permalink stays; the opening of the new thread is the summary.
 *
 * @param ownAskId the thread itself, where it is an ask: its own answers stay
 * @throws {Refusal} `bad_input` for replies that are not in the thread, `conflict` for answers to the thread's own question
 */
export function planSplit(replies: readonly Splittable[], chosen: readonly string[], ownAskId: string): Split {
  const wanted = new Set(chosen)
  const found = replies.filter(({ id }) => wanted.has(id))
  if (found.length !== wanted.size) throw new Refusal('bad_input', said`Some of these replies are not in this thread.`, said`Read the thread again; they may have been moved already.`)
  if (found.some(({ askId }) => askId === ownAskId)) {
    throw new Refusal('conflict', said`Answers to the question of this ask stay with it.`, said`Choose other replies, or elevate one of these to a thread of its own.`)
  }
  const askIds = [...new Set(found.flatMap(({ askId }) => askId ?? []))]
  const moved = replies.filter(({ id, askId }) => wanted.has(id) || (askId !== null && askIds.includes(askId)))
    .toSorted((a, b) => a.seq - b.seq).map(({ id }, index) => ({ id, seq: index + 1 }))
  return { moved, askIds }
}
