import { BUILT } from '#domain/imports/built-on.ts'
import type { Built } from '#domain/imports/built-on.ts'
import type { Act } from '#server/platform/act.ts'
import { sql } from 'kysely'

/** Something that an import opened, with what people did with it since. */
export type Opened = { id: string; number: number; title: string; spaceId: string; built: Record<Built, boolean> }
/** Replies that an import added to something that was here before. */
export type Added = { entryId: string; number: number; title: string; spaceId: string; replyIds: string[]; built: Record<Built, boolean> }

type Row = Record<Built, boolean> & { id: string; number: number; title: string; space_id: string; reply_ids: string[] }

const builtIn = (row: Row): Record<Built, boolean> => Object.fromEntries(BUILT.map((one) => [one, row[one]])) as Record<Built, boolean>

/** Whether somebody here did it to the entry `e`. What the run itself brought, and what another run added, is told apart by `import_item`. */
const ASKED = sql`exists (select from thread_ask a where a.workspace_id = e.workspace_id and a.thread_id = e.id)`
const MADE = sql`exists (select from entry_link k where k.workspace_id = e.workspace_id and (k.from_id = e.id or k.to_id = e.id)) or exists (select from decision d where d.workspace_id = e.workspace_id and d.from_thread = e.id)
  or exists (select from page p where p.workspace_id = e.workspace_id and p.from_thread = e.id) or exists (select from faq_entry q where q.workspace_id = e.workspace_id and q.page_id = e.id)`
const USED = sql`exists (select from page p where p.workspace_id = e.workspace_id and p.entry_id = e.id and (p.owner_id is not null or p.verified_at is not null)) or exists (select from page_remark r where r.workspace_id = e.workspace_id and r.page_id = e.id)
  or exists (select from page_use u where u.workspace_id = e.workspace_id and u.page_id = e.id) or exists (select from run r where r.workspace_id = e.workspace_id and r.page_id = e.id) or exists (select from run_schedule r where r.workspace_id = e.workspace_id and r.page_id = e.id)`
const ARCHIVED = sql`(s.archived_at is not null)`

/** What the run opened and nobody deleted, in the spaces given. Index: import_item_of_run. */
export async function openedBy({ tx, actor: { workspaceId } }: Pick<Act, 'tx' | 'actor'>, runId: string, spaceIds: readonly string[]): Promise<Opened[]> {
  const { rows } = await sql<Row>`
    select e.id, e.number, e.title, e.space_id, '{}'::uuid[] as reply_ids,
      exists (select from reply r where r.workspace_id = e.workspace_id and r.entry_id = e.id and r.deleted_at is null and not exists (select from import_item j where j.workspace_id = e.workspace_id and j.run_id = ${runId} and j.reply_id = r.id)) as replied,
      (exists (select from text_version v where v.workspace_id = e.workspace_id and v.entry_id = e.id) or exists (select from page p where p.workspace_id = e.workspace_id and p.entry_id = e.id and p.version > 1)) as edited,
      (t.state_version > 0 or t.resolved_by is not null or (e.kind = 'thread' and t.resolved_at is null)) as settled,
      ${ASKED} as asked, (${MADE}) as made, (${USED}) as used, ${ARCHIVED} as archived
    from import_item i join entry e on e.workspace_id = i.workspace_id and e.id = i.entry_id join thread t on t.workspace_id = e.workspace_id and t.entry_id = e.id join space s on s.workspace_id = e.workspace_id and s.id = e.space_id
    where i.workspace_id = ${workspaceId} and i.run_id = ${runId} and i.kind in ('conversation', 'page') and e.deleted_at is null and e.space_id = any(${[...spaceIds]}::uuid[]) order by e.number for update of e`.execute(tx)
  return rows.map((row) => ({ id: row.id, number: Number(row.number), title: row.title, spaceId: row.space_id, built: builtIn(row) }))
}

/** Replies that the run added to threads which were here already; built on where somebody spoke after the first of them, or edited one. */
export async function addedBy({ tx, actor: { workspaceId } }: Pick<Act, 'tx' | 'actor'>, runId: string, spaceIds: readonly string[]): Promise<Added[]> {
  const { rows } = await sql<Row>`
    with mine as (
      select r.entry_id, array_agg(r.id) as reply_ids, min(r.seq) as first from import_item i join reply r on r.workspace_id = i.workspace_id and r.id = i.reply_id
      where i.workspace_id = ${workspaceId} and i.run_id = ${runId} and r.deleted_at is null and not exists (select from import_item o where o.workspace_id = i.workspace_id and o.run_id = ${runId} and o.kind = 'conversation' and o.entry_id = r.entry_id)
      group by r.entry_id)
    select e.id, e.number, e.title, e.space_id, m.reply_ids,
      exists (select from reply r where r.workspace_id = e.workspace_id and r.entry_id = e.id and r.seq > m.first and r.deleted_at is null and r.id <> all(m.reply_ids)) as replied,
      exists (select from text_version v where v.workspace_id = e.workspace_id and v.subject_id = any(m.reply_ids)) as edited,
      false as settled, false as asked, exists (select from entry_link k where k.workspace_id = e.workspace_id and k.subject_id = any(m.reply_ids)) as made, false as used, ${ARCHIVED} as archived
    from mine m join entry e on e.workspace_id = ${workspaceId} and e.id = m.entry_id join space s on s.workspace_id = e.workspace_id and s.id = e.space_id
    where e.deleted_at is null and e.space_id = any(${[...spaceIds]}::uuid[]) order by e.number for update of e`.execute(tx)
  return rows.map((row) => ({ entryId: row.id, number: Number(row.number), title: row.title, spaceId: row.space_id, replyIds: row.reply_ids, built: builtIn(row) }))
}
