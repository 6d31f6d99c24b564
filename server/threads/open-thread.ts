import type { postThread, ThreadView } from '#contract/threads.ts'
import type { InputOf } from '#contract/operation.ts'
import { tldrOf } from '#domain/handoffs/tldr.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { addEntry, entryByNumber } from '#server/entries/public.ts'
import { undoEnd } from '#server/platform/act.ts'
import type { Act } from '#server/platform/act.ts'
import { spaceFor } from '#server/spaces/public.ts'
import type { Space } from '#server/spaces/public.ts'
import { addChange } from './change.ts'
import { useFiles } from './files.ts'
import { addLinks } from './links.ts'
import { replyFor } from './load.ts'
import { authorFollows } from './people.ts'
import { tellOfThread } from './tell.ts'
import { viewThread } from './thread-view.ts'

export type NewThread = { kind: 'thread' | 'ask' | 'change' | 'learning' | 'decision' | 'page'; space: Space; title: string; body: string; files?: readonly string[]; standsIn?: string | null; /** What is searched and linked, where `body` is only its beginning. */ whole?: string }
export type Opened = { id: string; number: number }

/** Writes entry and thread, with what its text links and holds. Nobody is told yet, and nothing is emitted. */
export async function insertThread(act: Act, { kind, space, title, body, files = [], standsIn = null, whole = body }: NewThread): Promise<Opened> {
  const { workspaceId, personId } = act.actor
  const entry = await addEntry(act, { kind, spaceId: space.id, title, tldr: tldrOf(body), text: `${title}\n${whole}` })
  await act.tx.insertInto('thread').values({
    workspace_id: workspaceId, entry_id: entry.id, space_id: space.id, author_id: personId, stands_in: standsIn, body, via: act.actor.via, undo_until: undoEnd(act), active_at: act.now,
  }).execute()
  await authorFollows(act, entry.id)
  await useFiles(act, { threadId: entry.id, replyId: null }, files)
  return entry
}

export const openedEvent = (spaceId: string, { id, number }: Opened) => ({ kind: 'thread.posted', spaceId, payload: { entryId: id, number, threadId: id } })

/** Opens a thread, a change notice or a learning. */
export async function post(act: Act, input: InputOf<typeof postThread>): Promise<ThreadView> {
  const space = await spaceFor(act, input.spaceId, 'space.write')
  if ((input.kind === 'change') !== (input.change !== undefined)) {
    throw new Refusal('bad_input', said`A change notice says what was, what is now, since when and why; nothing else does.`, said`Send \`change\` together with kind \`change\`, or leave it out.`)
  }
  const source = input.from ? await sourceOf(act, input.from) : null
  const opened = await insertThread(act, { kind: input.kind, space, title: input.title, body: input.body, files: input.files })
  const mustRead = input.change ? await addChange(act, opened.id, { space, change: input.change }) : []
  if (source) await addLinks(act, { fromId: source.entryId, subjectId: source.subjectId, toIds: [opened.id], how: 'elevated' })
  await announce(act, opened, { space, text: `${input.title}\n${input.body}`, mustRead })
  return viewThread(act, { number: opened.number })
}

/** Emits and tells of a thread that was just written. */
export async function announce(act: Act, opened: Opened, { space, text, mustRead = [], toldAlready = [] }: { space: Space; text: string; mustRead?: readonly string[]; toldAlready?: readonly string[] }): Promise<void> {
  await act.emit(openedEvent(space.id, opened))
  const place = { workspaceId: act.actor.workspaceId, id: space.id, visibility: space.visibility, archived: false }
  await tellOfThread(act, { id: opened.id, spaceId: space.id, rights: { place } }, { text, mustRead, toldAlready })
}

/**
 * Where something came from: an entry, or a reply of that very thread.
 * @throws {Refusal} `not_found` for what is hidden, and for a reply that stands elsewhere
 */
async function sourceOf(act: Act, { number, replyId }: { number: number; replyId: string | null }): Promise<{ entryId: string; subjectId: string }> {
  const { id } = await entryByNumber(act, number)
  if (replyId === null) return { entryId: id, subjectId: id }
  const reply = await replyFor(act, replyId)
  if (reply.thread.id === id) return { entryId: id, subjectId: reply.id }
  throw new Refusal('not_found', said`#${number} has no such reply that you can see.`, said`Read the thread again; it may have been moved.`)
}
