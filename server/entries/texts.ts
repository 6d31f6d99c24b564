import { wordsInNames } from '#domain/search/identifiers.ts'
import type { Act } from '#server/platform/act.ts'
import type { EntryKind } from '#server/platform/db/tables/workspace.ts'
import { sql } from 'kysely'
import { dropLinks, keepTextLinks, moveLinks } from './links.ts'

/** Longer texts are found by their beginning alone. Unit: UTF-16 units; the words of more would not fit into one row. */
export const SEARCHED_MAX = 100_000
/** How long what came and went may wait until its words are counted. Unit: s. */
const COUNTED_AFTER_S = 1

/** A text as it is searched for: the entry's own, or a reply in it. `id` is the entry's or the reply's. */
export type SearchedText = { id: string; entryId: string; title: string; text: string; reply?: { authorId: string; at: Temporal.Instant } }

/**
 * Makes a text findable from this transaction on, or findable as it reads now, and keeps what it points at. Its entry must
 * stand already. The words that it had, if any, and those that it has are counted soon after.
 */
export async function putText(act: Act, { id, entryId, title, text, reply }: SearchedText): Promise<void> {
  const { workspaceId } = act.actor
  const body = (text.startsWith(`${title}\n`) ? text.slice(title.length + 1) : text).slice(0, SEARCHED_MAX)
  const { rows } = await sql<{ space_id: string; kind: EntryKind; stood: boolean }>`
    with old as (select space_id, words, size from entry_text where workspace_id = ${workspaceId} and id = ${id}),
    put as (insert into entry_text (workspace_id, id, entry_id, space_id, author_id, kind, is_reply, at, title, body, names, words, size, hidden)
      select e.workspace_id, ${id}::uuid, e.id, e.space_id, coalesce(${reply?.authorId ?? null}::uuid, e.author_id), e.kind, ${reply !== undefined}, coalesce(${reply?.at ?? null}::timestamptz, e.published_at), t.title, t.body, t.names, v.words, n.size, e.deleted_at is not null
      from entry e join workspace w on w.id = e.workspace_id
      cross join (select ${title}::text as title, ${body}::text as body, ${wordsInNames(`${title}\n${body}`)}::text as names) t
      cross join lateral (${wordsOf('w', 't')}) v cross join lateral (${sizeOf('v.words')}) n
      where e.workspace_id = ${workspaceId} and e.id = ${entryId} and e.space_id is not null
      on conflict (workspace_id, id) do update set entry_id = excluded.entry_id, space_id = excluded.space_id, title = excluded.title, body = excluded.body, names = excluded.names, words = excluded.words, size = excluded.size
      returning space_id, kind, words, size),
    gone as (insert into search_change (workspace_id, id, space_id, words, size, by) select ${workspaceId}::uuid, ${act.newId()}::uuid, space_id, words, size, -1 from old),
    come as (insert into search_change (workspace_id, id, space_id, words, size, by) select ${workspaceId}::uuid, ${act.newId()}::uuid, space_id, words, size, 1 from put)
    select space_id, kind, exists (select from old) as stood from put`.execute(act.tx)
  await keepTextLinks(act, { id, entryId, title, body, kind: reply === undefined ? rows[0]?.kind ?? null : null, rewritten: rows.some(({ stood }) => stood) })
  await countSoon(act, rows.map((row) => row.space_id))
}

/** The words of a title count as those of the text; they are marked, so that both can be told apart. */
export const wordsOf = (workspace: string, text: string) => sql`select setweight(to_tsvector(${sql.ref(`${workspace}.search_language`)}::regconfig, ${sql.ref(`${text}.title`)}), 'A')
  || to_tsvector(${sql.ref(`${workspace}.search_language`)}::regconfig, ${sql.ref(`${text}.body`)}) || to_tsvector(${sql.ref(`${workspace}.search_language`)}::regconfig, ${sql.ref(`${text}.names`)}) as words`
export const sizeOf = (words: string) => sql`select coalesce(sum(cardinality(u.positions)), 0)::bigint as size from unnest(${sql.ref(words)}) u`

/** Makes a text that was deleted unfindable, with the files that it shows. */
export async function dropText(act: Act, id: string): Promise<void> {
  const { rows } = await sql<{ space_id: string }>`
    with gone as (delete from entry_text where workspace_id = ${act.actor.workspaceId} and (id = ${id} or reply_id = ${id}) returning space_id, words, size)
    insert into search_change (workspace_id, id, space_id, words, size, by) select ${act.actor.workspaceId}::uuid, gen_random_uuid(), space_id, words, size, -1 from gone returning space_id`.execute(act.tx)
  await dropLinks(act, id)
  await countSoon(act, rows.map((row) => row.space_id))
}

/** Everything that was written in an entry is gone for good: its words count no more, and what it pointed at is not kept. */
export async function forgetTexts(act: Act, entryId: string): Promise<void> {
  const { workspaceId } = act.actor
  const { rows } = await sql<{ space_id: string }>`
    with gone as (delete from entry_text where workspace_id = ${workspaceId} and entry_id = ${entryId} returning space_id, words, size)
    insert into search_change (workspace_id, id, space_id, words, size, by) select ${workspaceId}::uuid, gen_random_uuid(), space_id, words, size, -1 from gone returning space_id`.execute(act.tx)
  await act.tx.deleteFrom('text_link').where('workspace_id', '=', workspaceId).where('from_id', '=', entryId).execute()
  await act.tx.deleteFrom('entry_title').where('workspace_id', '=', workspaceId).where('entry_id', '=', entryId).execute()
  await countSoon(act, rows.map((row) => row.space_id))
}

/** An entry was deleted with everything that was written in it, or is back. */
export async function hideTexts(act: Act, entryId: string, hidden: boolean): Promise<void> {
  await act.tx.updateTable('entry_text').set({ hidden }).where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', entryId).execute()
}

/** Entries went to another space, and with them everything that was written in them. */
export async function moveTexts(act: Act, entryIds: readonly string[], spaceId: string): Promise<void> {
  await retarget(act, sql`entry_id = any(${[...entryIds]}::uuid[])`, { spaceId })
}

/** Replies went to another entry. */
export async function moveReplyTexts(act: Act, replyIds: readonly string[], to: { entryId: string; spaceId: string }): Promise<void> {
  await retarget(act, sql`(id = any(${[...replyIds]}::uuid[]) or reply_id = any(${[...replyIds]}::uuid[]))`, to)
  await moveLinks(act, replyIds, to.entryId)
}

async function retarget(act: Act, which: ReturnType<typeof sql>, { entryId, spaceId }: { entryId?: string; spaceId: string }): Promise<void> {
  const { workspaceId } = act.actor
  const { rows } = await sql<{ space_id: string }>`
    with old as (select id, space_id, words, size from entry_text where workspace_id = ${workspaceId} and ${which}),
    moved as (update entry_text set space_id = ${spaceId}, entry_id = coalesce(${entryId ?? null}::uuid, entry_id) where workspace_id = ${workspaceId} and id in (select id from old))
    insert into search_change (workspace_id, id, space_id, words, size, by)
      select ${workspaceId}::uuid, gen_random_uuid(), space_id, words, size, -1 from old union all select ${workspaceId}::uuid, gen_random_uuid(), ${spaceId}::uuid, words, size, 1 from old
    returning space_id`.execute(act.tx)
  await countSoon(act, rows.map((row) => row.space_id))
}

/** One timer for a space, so that writers of one space do not wait for each other. */
export async function countSoon(act: Act, spaceIds: readonly string[]): Promise<void> {
  for (const spaceId of new Set(spaceIds)) await act.timer({ kind: 'search.count', key: spaceId, at: act.now.add({ seconds: COUNTED_AFTER_S }), payload: { spaceId }, unlessSet: true })
}
