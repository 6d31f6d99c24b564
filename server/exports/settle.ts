import { OPEN_STATES } from '#domain/asks/ask-table.ts'
import type { Act } from '#server/platform/act.ts'
import { sql } from 'kysely'

/** What follows from the rows of entries: what lists keep of threads and asks, and links in texts, which are found later. */
export async function settle(act: Act, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const { workspaceId } = act.actor
  const open = [...OPEN_STATES]
  await sql`insert into thread_ask (workspace_id, ask_id, thread_id, asker_id, answerer_id, state, open, asked_at, due_at)
    select workspace_id, entry_id, thread_id, asker_id, answerer_id, state, state = any(${open}), asked_at, case when state = any(${open}) then due_at end
    from ask where workspace_id = ${workspaceId} and entry_id = any(${[...ids]}::uuid[]) on conflict do nothing`.execute(act.tx)
  await sql`update thread t set
      reply_count = (select count(*) from reply r where r.workspace_id = t.workspace_id and r.entry_id = t.entry_id),
      last_seq = greatest(t.last_seq, coalesce((select max(r.seq) from reply r where r.workspace_id = t.workspace_id and r.entry_id = t.entry_id), 0)),
      known_seq = greatest(t.last_seq, coalesce((select max(r.seq) from reply r where r.workspace_id = t.workspace_id and r.entry_id = t.entry_id), 0)),
      has_files = exists (select from file_use u where u.workspace_id = t.workspace_id and u.entry_id = t.entry_id),
      has_reactions = exists (select from reaction x where x.workspace_id = t.workspace_id and (x.subject_id = t.entry_id or x.subject_id in (select r.id from reply r where r.workspace_id = t.workspace_id and r.entry_id = t.entry_id))),
      has_links = exists (select from entry_link k where k.workspace_id = t.workspace_id and (k.from_id = t.entry_id or k.to_id = t.entry_id))
    where t.workspace_id = ${workspaceId} and t.entry_id = any(${[...ids]}::uuid[])`.execute(act.tx)
  await sql`update thread t set has_links = true from entry_link k where k.workspace_id = t.workspace_id and k.to_id = t.entry_id and t.workspace_id = ${workspaceId} and k.from_id = any(${[...ids]}::uuid[])`.execute(act.tx)
  await sql`update thread t set open_asks = (select count(*) from thread_ask a where a.workspace_id = t.workspace_id and a.thread_id = t.entry_id and a.open)
    where t.workspace_id = ${workspaceId} and t.entry_id in (select a.thread_id from thread_ask a where a.workspace_id = ${workspaceId} and a.ask_id = any(${[...ids]}::uuid[]))`.execute(act.tx)
  await act.timer({ kind: 'links.fill', key: 'all', at: act.now, payload: {} })
}
