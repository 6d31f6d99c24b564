import type { listSaved, saveForLater } from '#contract/threads.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { shorten } from '#domain/handoffs/tldr.ts'
import { may } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { isBefore } from '#domain/time/spans.ts'
import { tell, withdraw } from '#server/attention/public.ts'
import type { Act, TimerHandler } from '#server/platform/act.ts'
import { pageOf, readCursor } from '#server/platform/http/cursor.ts'
import { rightsOf } from './heads.ts'
import { textFor, threadFor } from './load.ts'

const REMIND = 'threads.remind'
/** As much of a text as a list shows. Unit: characters. */
const EXCERPT_MAX = 200

/** Keeps a text for later, or lets it go; with a moment, an item comes in the reader's next window after it. */
export async function save(act: Act, { number, replyId, saved, remindAt }: InputOf<typeof saveForLater>): Promise<{ ok: true }> {
  const thread = await threadFor(act, number)
  const { subjectId } = await textFor(act, thread, replyId)
  const { workspaceId, personId } = act.actor
  const at = remindAt === null || !saved ? null : Temporal.Instant.from(remindAt)
  if (at !== null && !isBefore(act.now, at)) throw new Refusal('bad_input', said`A reminder lies ahead.`, said`Choose a later moment.`)
  const before = await act.tx.selectFrom('saved_text').select('id').where('workspace_id', '=', workspaceId).where('person_id', '=', personId).where('subject_id', '=', subjectId).executeTakeFirst()
  if (before) await letGo(act, before.id)
  if (saved) {
    const id = act.newId()
    await act.tx.insertInto('saved_text').values({ workspace_id: workspaceId, id, person_id: personId, entry_id: thread.id, subject_id: subjectId, reply_id: replyId, saved_at: act.now, remind_at: at }).execute()
    if (at) await act.timer({ kind: REMIND, key: id, at, payload: { savedId: id } })
  }
  await noteSaved(act, thread.id)
  await act.emit({ kind: 'thread.changed', personId, payload: { entryId: thread.id, number, threadId: thread.id } })
  return { ok: true }
}

async function letGo(act: Act, id: string): Promise<void> {
  await act.dropTimer(REMIND, id)
  await withdraw(act, { source: 'threads.reminder', subjectIds: [id], reason: 'settled' })
  await act.tx.deleteFrom('saved_text').where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
}

/** Whether anything in the thread is kept, so that reading it knows whether to ask. */
async function noteSaved(act: Act, threadId: string): Promise<void> {
  const { workspaceId, personId } = act.actor
  const one = await act.tx.selectFrom('saved_text').select('id').where('workspace_id', '=', workspaceId).where('person_id', '=', personId).where('entry_id', '=', threadId).limit(1).executeTakeFirst()
  const saved = one !== undefined
  await act.tx.insertInto('thread_person').values({ workspace_id: workspaceId, entry_id: threadId, person_id: personId, saved })
    .onConflict((row) => row.columns(['workspace_id', 'entry_id', 'person_id']).doUpdateSet({ saved })).execute()
}

/** Kept texts with the thread they stand in, deleted ones left out. */
export function selectSaved({ tx, actor: { workspaceId, personId } }: Pick<Act, 'tx' | 'actor'>) {
  return tx.selectFrom('saved_text as k')
    .innerJoin('thread as t', (join) => join.onRef('t.workspace_id', '=', 'k.workspace_id').onRef('t.entry_id', '=', 'k.entry_id'))
    .innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'k.workspace_id').onRef('e.id', '=', 'k.entry_id'))
    .innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 't.workspace_id').onRef('s.id', '=', 't.space_id'))
    .leftJoin('reply as r', (join) => join.onRef('r.workspace_id', '=', 'k.workspace_id').onRef('r.id', '=', 'k.reply_id'))
    .leftJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 't.workspace_id').on((is) => is('p.id', '=', is.fn.coalesce('r.author_id', 't.author_id'))))
    .select(['k.id', 'k.entry_id', 'e.number', 'k.reply_id', 'e.title', 't.body', 'r.body as reply_body', 'p.name as by_name', 's.name as space_name', 'k.saved_at', 'k.remind_at',
      't.author_id', 't.deleted_at', 't.space_id', 's.visibility', 's.archived_at'])
    .where('k.workspace_id', '=', workspaceId).where('k.person_id', '=', personId).where('t.deleted_at', 'is', null)
    .where((is) => is.or([is('k.reply_id', 'is', null), is('r.deleted_at', 'is', null)]))
}

/** What the actor kept and may still see, newest first. Index: saved_text_newest. */
export async function viewSaved(act: Pick<Act, 'tx' | 'actor'>, { cursor, limit }: InputOf<typeof listSaved>): Promise<OutputOf<typeof listSaved>> {
  const after = cursor === undefined ? null : readCursor(cursor)
  let query = selectSaved(act)
  if (after) query = query.where((is) => is(is.refTuple('k.saved_at', 'k.id'), '<', is.tuple(after.at, after.id)))
  const rows = await query.orderBy('k.saved_at', 'desc').orderBy('k.id', 'desc').limit(limit + 1).execute()
  const shown = pageOf(rows, limit, { keyset: (row) => ({ at: row.saved_at, id: row.id }), item: (row) => row })
  const seen = shown.items.filter((row) => may(act.actor, 'entry.see', { entry: rightsOf(act.actor.workspaceId, row) }))
  return {
    next: shown.next,
    items: seen.map((row) => ({
      number: row.number, replyId: row.reply_id, title: row.title, excerpt: shorten((row.reply_body ?? row.body).replace(/\s+/gu, ' ').trim(), EXCERPT_MAX),
      spaceName: row.space_name, savedAt: row.saved_at.toString(), remindAt: row.remind_at?.toString() ?? null,
    })),
  }
}

/** The moment of a reminder: it comes like anything else, in the person's own window. */
const onRemind: TimerHandler = async (act, { savedId = '' }) => {
  const row = await act.tx.selectFrom('saved_text as k').innerJoin('thread as t', (join) => join.onRef('t.workspace_id', '=', 'k.workspace_id').onRef('t.entry_id', '=', 'k.entry_id'))
    .select(['k.person_id', 'k.entry_id', 't.space_id']).where('k.workspace_id', '=', act.actor.workspaceId).where('k.id', '=', savedId).where('t.deleted_at', 'is', null).executeTakeFirst()
  if (!row) return
  await act.tx.updateTable('saved_text').set({ remind_at: null }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', savedId).execute()
  await tell(act, {
    key: `reminder:${savedId}`, kind: 'reminder', source: 'threads.reminder', subjectId: savedId, conversationId: row.entry_id, spaceId: row.space_id, at: act.now,
    readers: [{ personId: row.person_id, standing: 'asked' }],
  })
}

export const savedTimers = { [REMIND]: onRemind }
