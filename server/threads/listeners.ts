import { withdraw } from '#server/attention/public.ts'
import type { Act, Listener } from '#server/platform/act.ts'
import { sql } from 'kysely'
import { keepLinks } from './links.ts'

const NOTHING = '00000000-0000-0000-0000-000000000000'
const entryOf = (payload: Record<string, unknown> | undefined): string => String(payload?.['entryId'] ?? NOTHING)

/** An entry was hidden: its thread leaves every list, and what waits to be told of it stays here. */
const onDeleted: Listener = async (act, { payload }) => {
  const id = entryOf(payload)
  const hidden = await act.tx.updateTable('thread').set({ deleted_at: act.now }).where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', id).executeTakeFirst()
  if (hidden.numUpdatedRows === 0n) return
  for (const source of ['threads.thread', 'threads.change']) await withdraw(act, { source, subjectIds: [id], reason: 'deleted' })
}

const onRestored: Listener = async (act, { payload }) => {
  await act.tx.updateTable('thread').set({ deleted_at: null }).where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', entryOf(payload)).execute()
}

/** A wrap or check-in links to the entries that it names, as threads do. */
const onWritten = (textOf: (act: Act, id: string) => Promise<string>): Listener => async (act, { payload }) => {
  const id = entryOf(payload)
  await keepLinks(act, { fromId: id, subjectId: id, text: await textOf(act, id) })
}

async function wrapText({ tx, actor: { workspaceId } }: Act, id: string): Promise<string> {
  const { rows } = await sql<{ text: string }>`
    select concat_ws(E'\n', w.state_text, w.next_action, w.most_important,
      (select string_agg(l.text || E'\n' || l.why, E'\n') from wrap_line l where l.workspace_id = w.workspace_id and l.entry_id = w.entry_id),
      (select string_agg(b.text || E'\n' || b.next_step, E'\n') from baton b where b.workspace_id = w.workspace_id and b.entry_id = w.entry_id)) as text
    from wrap w where w.workspace_id = ${workspaceId} and w.entry_id = ${id}`.execute(tx)
  return rows[0]?.text ?? ''
}

async function checkinText({ tx, actor: { workspaceId } }: Act, id: string): Promise<string> {
  const rows = await tx.selectFrom('checkin_answer').select('text').where('workspace_id', '=', workspaceId).where('entry_id', '=', id).orderBy('position').execute()
  return rows.map((row) => row.text).join('\n')
}

export const threadListeners = {
  'entry.deleted': onDeleted, 'entry.restored': onRestored, 'wrap.posted': onWritten(wrapText), 'checkin.answered': onWritten(checkinText),
}
