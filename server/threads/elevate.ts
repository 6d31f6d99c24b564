import type { elevate as elevateOperation } from '#contract/threads.ts'
import type { InputOf } from '#contract/operation.ts'
import { may } from '#domain/policy.ts'
import type { Act } from '#server/platform/act.ts'
import { spaceFor } from '#server/spaces/public.ts'
import { addLinks } from './links.ts'
import { textFor, threadFor } from './load.ts'
import { announce, insertThread } from './open-thread.ts'
import { threadChanged } from './state.ts'

/** Makes a message more than talk: a thread, a learning, or a line for the actor's next wrap. Both ends stay linked. */
export async function elevate(act: Act, { number, replyId, to, title, body, spaceId }: InputOf<typeof elevateOperation>): Promise<{ number: number | null }> {
  const thread = await threadFor(act, number, 'thread.write')
  const { subjectId } = await textFor(act, thread, replyId)
  const space = await spaceFor(act, spaceId ?? thread.spaceId, 'space.write')
  if (to === 'wrap-line') {
    await act.tx.insertInto('wrap_note').values({
      workspace_id: act.actor.workspaceId, id: act.newId(), person_id: act.actor.personId, space_id: space.id, entry_id: thread.id, text: title, created_at: act.now,
    }).execute()
    return { number: null }
  }
  const opened = await insertThread(act, { kind: to, space, title, body })
  await addLinks(act, { fromId: thread.id, subjectId, toIds: [opened.id], how: 'elevated' })
  await announce(act, opened, { space, text: `${title}\n${body}` })
  await threadChanged(act, thread)
  return { number: opened.number }
}

/** Lines that the actor elevated for a wrap in a space since a moment, where they may still see where they came from. Index: wrap_note_of. */
export async function wrapNotes(act: Pick<Act, 'tx' | 'actor'>, { spaceId, since }: { spaceId: string; since: Temporal.Instant }): Promise<{ text: string; number: number }[]> {
  const { workspaceId, personId } = act.actor
  const rows = await act.tx.selectFrom('wrap_note as n').innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'n.workspace_id').onRef('e.id', '=', 'n.entry_id'))
    .innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 'e.workspace_id').onRef('s.id', '=', 'e.space_id'))
    .select(['n.text', 'e.number', 'e.author_id', 'e.deleted_at', 's.id as space_id', 's.visibility', 's.archived_at']).where('n.workspace_id', '=', workspaceId).where('n.person_id', '=', personId)
    .where('n.space_id', '=', spaceId).where('n.created_at', '>', since).orderBy('n.created_at').orderBy('n.id').limit(WRAP_NOTES_MAX).execute()
  return rows.filter((row) => may(act.actor, 'entry.see', { entry: {
    workspaceId, authorId: row.author_id, deleted: row.deleted_at !== null, place: { workspaceId, id: row.space_id, visibility: row.visibility, archived: row.archived_at !== null },
  } })).map(({ text, number }) => ({ text, number }))
}

/** As many lines as a wrap is prefilled with. */
const WRAP_NOTES_MAX = 50
