import type { splitThread, ThreadView } from '#contract/threads.ts'
import type { InputOf } from '#contract/operation.ts'
import { planSplit } from '#domain/threads/split.ts'
import type { Split } from '#domain/threads/split.ts'
import { moveEntries, moveReplyTexts } from '#server/entries/public.ts'
import { moveFiles } from '#server/files/public.ts'
import type { Act } from '#server/platform/act.ts'
import { spaceFor } from '#server/spaces/public.ts'
import { sql } from 'kysely'
import { addLinks } from './links.ts'
import { lockWhole } from './load.ts'
import type { Thread } from './load.ts'
import { announce, insertThread } from './open-thread.ts'
import type { Opened } from './open-thread.ts'
import { insertReply } from './reply.ts'
import { followMove } from './move.ts'
import { threadChanged } from './state.ts'
import { recount } from './take-back.ts'
import { viewThread } from './thread-view.ts'

/** Moves replies to a new thread that opens with a summary. Replies keep their ids; both ends link to each other, and the old one says what went, without the title of what stands elsewhere. */
export async function split(act: Act, { number, replyIds, title, summary, spaceId }: InputOf<typeof splitThread>): Promise<ThreadView> {
  const thread = await lockWhole(act, number, 'thread.split')
  const space = await spaceFor(act, spaceId ?? thread.spaceId, 'space.write')
  const plan = planSplit(await repliesToSplit(act, thread.id), replyIds, thread.id)
  const opened = await insertThread(act, { kind: 'thread', space, title, body: summary })
  await moveReplies(act, thread, opened, plan)
  await moveReplyTexts(act, plan.moved.map(({ id }) => id), { entryId: opened.id, spaceId: space.id })
  await takeAsks(act, { from: thread.id, to: opened.id, askIds: plan.askIds, spaceId: space.id })
  await addLinks(act, { fromId: thread.id, toIds: [opened.id], how: 'split' })
  await recount(act, thread.id)
  await recount(act, opened.id)
  await insertReply(act, thread, { body: `Went on in #${opened.number}${space.id === thread.spaceId ? `: ${title}` : '.'}`, kind: 'split' })
  await threadChanged(act, thread)
  await announce(act, opened, { space, text: `${title}\n${summary}` })
  await followMove(act, { threadId: opened.id, spaceId: space.id, replyIds: plan.moved.map(({ id }) => id) })
  for (const askId of plan.askIds) await act.emit({ kind: 'ask.moved', spaceId: space.id, payload: { entryId: askId, threadId: opened.id } })
  return viewThread(act, { number: opened.number })
}

/** Everything that stands in a thread, deleted replies too: what can be brought back goes along with its question. */
async function repliesToSplit(act: Act, threadId: string) {
  const rows = await act.tx.selectFrom('reply').select(['id', 'seq', 'ask_id']).where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', threadId)
    .where('undone', '=', false).where('kind', '!=', 'split').orderBy('seq').execute()
  return rows.map((row) => ({ id: row.id, seq: row.seq, askId: row.ask_id }))
}

/** With a reply go its files, versions, kept copies, and the links that its text makes; a quote keeps its words and its author. */
async function moveReplies(act: Act, thread: Thread, opened: Opened, { moved }: Split): Promise<void> {
  const { workspaceId } = act.actor
  const ids = moved.map(({ id }) => id)
  await sql`update reply r set entry_id = ${opened.id}, seq = m.seq
    from unnest(${ids}::uuid[], ${moved.map(({ seq }) => seq)}::bigint[]) as m(id, seq) where r.workspace_id = ${workspaceId} and r.id = m.id`.execute(act.tx)
  await moveFiles(act, { replyIds: ids, entryId: opened.id })
  for (const table of ['text_version', 'saved_text'] as const) {
    await act.tx.updateTable(table).set({ entry_id: opened.id }).where('workspace_id', '=', workspaceId).where('subject_id', 'in', ids).execute()
  }
  await act.tx.updateTable('entry_link').set({ from_id: opened.id }).where('workspace_id', '=', workspaceId).where('subject_id', 'in', ids).where('to_id', '!=', opened.id).execute()
  await sql`update thread n set last_seq = ${moved.length}, has_files = o.has_files, has_reactions = o.has_reactions, has_marks = o.has_marks, has_links = true
    from thread o where n.workspace_id = ${workspaceId} and n.entry_id = ${opened.id} and o.workspace_id = ${workspaceId} and o.entry_id = ${thread.id}`.execute(act.tx)
  await sql`insert into thread_person (workspace_id, entry_id, person_id, follow, because, saved)
    select p.workspace_id, ${opened.id}, p.person_id, 'following', p.because,
      exists (select from saved_text k where k.workspace_id = p.workspace_id and k.person_id = p.person_id and k.entry_id = ${opened.id})
    from thread_person p where p.workspace_id = ${workspaceId} and p.entry_id = ${thread.id} and p.follow = 'following'
    on conflict do nothing`.execute(act.tx)
}

type Taken = { from: string; to: string; askIds: readonly string[]; spaceId: string }

/** Asks whose answers went stand in the new thread from now on. */
async function takeAsks(act: Act, { from, to, askIds, spaceId }: Taken): Promise<void> {
  if (askIds.length === 0) return
  const { workspaceId } = act.actor
  await moveEntries(act, askIds, spaceId)
  await act.tx.updateTable('thread').set({ stands_in: to, space_id: spaceId }).where('workspace_id', '=', workspaceId).where('entry_id', 'in', [...askIds]).execute()
  await act.tx.updateTable('thread_ask').set({ thread_id: to }).where('workspace_id', '=', workspaceId).where('ask_id', 'in', [...askIds]).execute()
  await act.tx.updateTable('entry_link').set({ from_id: to, subject_id: to }).where('workspace_id', '=', workspaceId).where('from_id', '=', from).where('to_id', 'in', [...askIds]).where('how', '=', 'asks').execute()
  for (const id of [from, to]) await countOpenAsks(act, id)
}

/** Keeps the number of questions that are open in a thread. */
export async function countOpenAsks(act: Act, threadId: string): Promise<void> {
  const { workspaceId } = act.actor
  await act.tx.updateTable('thread').set({
    open_asks: act.tx.selectFrom('thread_ask').where('workspace_id', '=', workspaceId).where('thread_id', '=', threadId).where('open', '=', true).select((count) => count.fn.countAll<number>().as('n')),
  }).where('workspace_id', '=', workspaceId).where('entry_id', '=', threadId).execute()
}
