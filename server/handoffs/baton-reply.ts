import { returnBaton } from '#contract/handoffs.ts'
import { readBatonReply } from '#domain/handoffs/baton-reply.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { ReplyHandler } from '#server/platform/http/on.ts'
import { accept, giveBack } from './baton-commands.ts'

/** A reply to the mail that asked somebody to take a baton: a yes takes it, anything else gives it back as the one question. */
export const replyToBaton: ReplyHandler = async (act, { subjectId: id, text }) => {
  const reply = readBatonReply(text)
  if (reply.does === 'accept') {
    await accept(act, { id })
    return { done: 'Accepted the baton.' }
  }
  const checked = returnBaton.input.safeParse({ id, question: reply.question })
  if (!checked.success) throw new Refusal('bad_input', said`A question about a baton is one short text, and yours is too long for that.`, said`Reply with “accept”, or with one question of at most 1,000 characters.`)
  await giveBack(act, checked.data)
  return { done: 'Gave the baton back with a question.' }
}
