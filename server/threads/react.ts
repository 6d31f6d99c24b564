import type { markReply, react as reactOperation } from '#contract/threads.ts'
import type { InputOf } from '#contract/operation.ts'
import { allow } from '#domain/policy.ts'
import { checkReaction } from '#domain/threads/reaction.ts'
import type { Act } from '#server/platform/act.ts'
import { holds } from './holds.ts'
import { replyFor, textFor, threadFor } from './load.ts'
import { threadChanged } from './state.ts'

/** Sets or takes back one's reaction to a text. Nobody is told. */
export async function react(act: Act, { number, replyId, emoji, on }: InputOf<typeof reactOperation>): Promise<{ ok: true }> {
  checkReaction(emoji)
  const thread = await threadFor(act, number, 'thread.write')
  const { subjectId } = await textFor(act, thread, replyId)
  const { workspaceId, personId } = act.actor
  if (on) {
    await act.tx.insertInto('reaction').values({ workspace_id: workspaceId, subject_id: subjectId, emoji, person_id: personId, at: act.now }).onConflict((row) => row.doNothing()).execute()
    await holds(act, thread.id, 'has_reactions')
  } else {
    await act.tx.deleteFrom('reaction').where('workspace_id', '=', workspaceId).where('subject_id', '=', subjectId).where('emoji', '=', emoji).where('person_id', '=', personId).execute()
  }
  await threadChanged(act, thread)
  return { ok: true }
}

/** Says that a reply is too long or misses context. Its author alone learns how many say so, and nobody who. */
export async function mark(act: Act, { id, mark: said, on }: InputOf<typeof markReply>): Promise<{ ok: true }> {
  const reply = await replyFor(act, id)
  allow(act.actor, 'text.mark', { entry: reply.rights })
  const { workspaceId, personId } = act.actor
  if (on) {
    await act.tx.insertInto('reply_mark').values({ workspace_id: workspaceId, reply_id: id, mark: said, person_id: personId, at: act.now }).onConflict((row) => row.doNothing()).execute()
    await holds(act, reply.thread.id, 'has_marks')
  } else {
    await act.tx.deleteFrom('reply_mark').where('workspace_id', '=', workspaceId).where('reply_id', '=', id).where('mark', '=', said).where('person_id', '=', personId).execute()
  }
  return { ok: true }
}
