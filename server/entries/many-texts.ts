import { wordsInNames } from '#domain/search/identifiers.ts'
import type { Act } from '#server/platform/act.ts'
import { json } from '#server/platform/db/columns.ts'
import { sql } from 'kysely'
import { countSoon, SEARCHED_MAX, sizeOf, wordsOf } from './texts.ts'
import type { SearchedText } from './texts.ts'

/** `putText` for many texts that were just written for the first time, in one statement: for whoever brings in a thousand at once. */
export async function putNewTexts(act: Act, texts: readonly SearchedText[]): Promise<void> {
  if (texts.length === 0) return
  const { workspaceId } = act.actor
  const given = texts.map(({ id, entryId, title, text, reply }) => {
    const body = (text.startsWith(`${title}\n`) ? text.slice(title.length + 1) : text).slice(0, SEARCHED_MAX).toWellFormed()
    return { id, entry_id: entryId, title, body, names: wordsInNames(`${title}\n${body}`), author_id: reply?.authorId ?? null, at: reply?.at.toString() ?? null, is_reply: reply !== undefined }
  })
  const { rows } = await sql<{ space_id: string }>`
    with put as (insert into entry_text (workspace_id, id, entry_id, space_id, author_id, kind, is_reply, at, title, body, names, words, size, hidden)
      select e.workspace_id, t.id, e.id, e.space_id, coalesce(t.author_id, e.author_id), e.kind, t.is_reply, coalesce(t.at, e.published_at), t.title, t.body, t.names, v.words, n.size, e.deleted_at is not null
      from jsonb_to_recordset(${json(given)}::jsonb) as t(id uuid, entry_id uuid, title text, body text, names text, author_id uuid, at timestamptz, is_reply boolean)
      join entry e on e.workspace_id = ${workspaceId} and e.id = t.entry_id join workspace w on w.id = e.workspace_id
      cross join lateral (${wordsOf('w', 't')}) v cross join lateral (${sizeOf('v.words')}) n
      where e.space_id is not null on conflict (workspace_id, id) do nothing
      returning space_id, words, size),
    come as (insert into search_change (workspace_id, id, space_id, words, size, by) select ${workspaceId}::uuid, gen_random_uuid(), space_id, words, size, 1 from put)
    select distinct space_id from put`.execute(act.tx)
  await countSoon(act, rows.map((row) => row.space_id))
}
