import type { editReply, editThread, readHistory, ReplyView, ThreadView } from '#contract/threads.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { tldrOf } from '#domain/handoffs/tldr.ts'
import { allow } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { putText, rewordEntry } from '#server/entries/public.ts'
import type { Act } from '#server/platform/act.ts'
import { useFiles } from './files.ts'
import { lockThread, replyFor, textFor, threadFor } from './load.ts'
import { readReply } from './reply-view.ts'
import { tellOfEdit } from './tell.ts'
import { viewThread } from './thread-view.ts'

type Before = { subjectId: string; entryId: string; title: string | null; body: string }

async function keepVersion(act: Act, { subjectId, entryId, title, body }: Before): Promise<void> {
  await act.tx.insertInto('text_version')
    .values({ workspace_id: act.actor.workspaceId, id: act.newId(), subject_id: subjectId, entry_id: entryId, title, body, until: act.now, by_id: act.actor.personId }).execute()
}

/** Changes the title or opening of one's own thread; the text before is kept. @throws {Refusal} `conflict` for a decision, whose own room keeps its text */
export async function edit(act: Act, { number, title, body, files }: InputOf<typeof editThread>): Promise<ThreadView> {
  const thread = await lockThread(act, number, 'entry.edit')
  if (thread.kind === 'page') throw new Refusal('conflict', said`This is the beginning of a page, which is written in its own place.`, said`Open the page and edit it there.`)
  if (thread.kind === 'decision') throw new Refusal('conflict', said`This is the text of a decision, which has its own page.`, said`Open the decision and edit it there.`)
  const next = { title: title ?? thread.title, body: body ?? thread.body }
  if (next.title !== thread.title || next.body !== thread.body) {
    await keepVersion(act, { subjectId: thread.id, entryId: thread.id, title: thread.title, body: thread.body })
    await act.tx.updateTable('thread').set({ body: next.body, edited_at: act.now }).where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', thread.id).execute()
    const text = `${next.title}\n${next.body}`
    await rewordEntry(act, thread.id, { title: next.title, tldr: tldrOf(next.body), text })
    await tellOfEdit(act, thread, { subjectId: thread.id, text })
  }
  if (files) await useFiles(act, { threadId: thread.id, replyId: null }, files, { edited: true })
  await act.emit({ kind: 'thread.changed', spaceId: thread.spaceId, payload: { entryId: thread.id, number, threadId: thread.id } })
  return viewThread(act, { number })
}

/** Changes one's own reply; the text before is kept, and what was not delivered yet is delivered as edited. */
export async function editOne(act: Act, { id, body, files }: InputOf<typeof editReply>): Promise<ReplyView> {
  const reply = await replyFor(act, id, { lock: true })
  const { thread } = reply
  allow(act.actor, 'entry.edit', { entry: reply.rights })
  if (body !== reply.body) {
    await keepVersion(act, { subjectId: id, entryId: thread.id, title: null, body: reply.body })
    await act.tx.updateTable('reply').set({ body, edited_at: act.now }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
    await putText(act, { id, entryId: thread.id, title: '', text: body, reply: { authorId: reply.authorId, at: reply.postedAt } })
    await tellOfEdit(act, thread, { subjectId: id, text: body })
  }
  if (files) await useFiles(act, { threadId: thread.id, replyId: id }, files, { edited: true })
  await act.emit({ kind: 'reply.changed', spaceId: thread.spaceId, payload: { entryId: thread.id, number: thread.number, threadId: thread.id, replyId: id } })
  return readReply(act, id)
}

/** Earlier texts, newest first; whoever may read the text may read what it was. */
export async function history(act: Act, { number, replyId }: InputOf<typeof readHistory>): Promise<OutputOf<typeof readHistory>> {
  const thread = await threadFor(act, number)
  const { subjectId } = await textFor(act, thread, replyId ?? null)
  const rows = await act.tx.selectFrom('text_version as v').innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 'v.workspace_id').onRef('p.id', '=', 'v.by_id'))
    .select(['v.title', 'v.body', 'v.until', 'p.name']).where('v.workspace_id', '=', act.actor.workspaceId).where('v.subject_id', '=', subjectId)
    .orderBy('v.until', 'desc').orderBy('v.id', 'desc').execute()
  return { versions: rows.map((row) => ({ title: row.title, body: row.body, until: row.until.toString(), byName: row.name })) }
}

export const tooLate = (): Refusal => new Refusal('conflict', said`The time to take it back is over: people may have been told.`, said`Edit it or delete it; both are seen.`)
