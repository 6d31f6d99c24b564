import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { may } from '#domain/policy.ts'
import type { ReplyHandler } from '#server/platform/http/on.ts'
import { addTo, answer, clarify } from './commands.ts'
import { isSeen, selectAsks } from './queries.ts'
import { rightsOf } from './rows.ts'

/** A reply by mail answers the ask, or the question that came back; from anybody else, or once it is settled, it adds to it. */
export const replyToAsk: ReplyHandler = async (act, { subjectId, text }) => {
  const row = await selectAsks(act).where('a.entry_id', '=', subjectId).executeTakeFirst()
  if (!row || !isSeen(act, row)) throw new Refusal('not_found', said`This ask is not there any more, or you cannot see it.`, said`Ask the person who asked you.`)
  const written = { number: row.number, body: text, files: [] }
  const rights = rightsOf(act.actor.workspaceId, row)
  if (row.state === 'question_back' && row.asker_id === act.actor.personId) {
    await clarify(act, written)
    return { done: 'Clarified an ask.' }
  }
  if (may(act.actor, 'ask.answer', { ask: rights }) && row.state !== 'answered') {
    await answer(act, written)
    return { done: 'Answered an ask.' }
  }
  await addTo(act, written)
  return { done: 'Added to an ask.' }
}
