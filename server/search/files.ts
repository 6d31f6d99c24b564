import { readableText } from '#domain/search/file-text.ts'
import { wordsInNames } from '#domain/search/identifiers.ts'
import { FileLost } from '#server/platform/files/store.ts'
import type { Act, Listener, TimerHandler } from '#server/platform/act.ts'
import { sql } from 'kysely'

const INDEX = 'search.file'
/** How much of a file is read: as much as of any other text. Unit: bytes. */
const READ_MAX = 100_000

/**
 * Makes the texts of one file as they should be: one for each text that shows it, with its name, and what it says where it says
 * something to people. It is found by whoever sees the text that shows it. Says the same however often it is run.
 */
const index: TimerHandler = async (act, { fileId = '' }) => {
  const { workspaceId } = act.actor
  const file = await act.tx.selectFrom('file').select(['id', 'name', 'type']).where('workspace_id', '=', workspaceId).where('id', '=', fileId).where('state', '=', 'used').where('deleted_at', 'is', null).executeTakeFirst()
  const body = file ? await textOf(act, file) : ''
  const names = file ? wordsInNames(`${file.name}\n${body}`) : ''
  const { rows } = await sql<{ space_id: string }>`
    with old as (delete from entry_text where workspace_id = ${workspaceId} and file_id = ${fileId}::uuid returning space_id, words, size),
    gone as (insert into search_change (workspace_id, id, space_id, words, size, by) select ${workspaceId}::uuid, gen_random_uuid(), space_id, words, size, -1 from old)
    select distinct space_id from old`.execute(act.tx)
  const put = file ? (await sql<{ space_id: string }>`
    with put as (insert into entry_text (workspace_id, id, entry_id, space_id, author_id, kind, is_reply, at, title, body, names, words, size, hidden, file_id, reply_id)
      select e.workspace_id, u.id, e.id, e.space_id, u.added_by, e.kind, true, u.added_at, ${file.name}::text, ${body}::text, ${names}::text, v.words, v.size, e.deleted_at is not null, u.file_id, u.reply_id
      from file_use u join entry e on e.workspace_id = u.workspace_id and e.id = u.entry_id join workspace w on w.id = u.workspace_id
      cross join lateral (select t.words, (select coalesce(sum(cardinality(n.positions)), 0)::bigint from unnest(t.words) n) as size from (select setweight(to_tsvector(w.search_language::regconfig, ${`${file.name} ${wordsInNames(file.name)}`}), 'A')
        || to_tsvector(w.search_language::regconfig, ${body}) || to_tsvector(w.search_language::regconfig, ${names}) as words) t) v
      where u.workspace_id = ${workspaceId} and u.file_id = ${fileId}::uuid and u.hidden_at is null and e.space_id is not null returning space_id, words, size),
    come as (insert into search_change (workspace_id, id, space_id, words, size, by) select ${workspaceId}::uuid, gen_random_uuid(), space_id, words, size, 1 from put)
    select distinct space_id from put`.execute(act.tx)).rows : []
  for (const spaceId of new Set([...rows, ...put].map((row) => row.space_id))) await act.timer({ kind: 'search.count', key: spaceId, at: act.now, payload: { spaceId }, unlessSet: true })
}
export const fileTimers = { [INDEX]: index }

/** A file was deleted, or is back. */
const onFile: Listener = async (act, { payload }) => {
  const fileId = payload?.['fileId']
  if (typeof fileId === 'string') await act.timer({ kind: INDEX, key: fileId, at: act.now, payload: { fileId } })
}
export const fileListeners = { 'file.deleted': onFile, 'file.restored': onFile, 'file.shown': onFile }

/** What a file says to people; empty for pictures, archives and what is lost. */
async function textOf(act: Pick<Act, 'files'>, { id, name, type }: { id: string; name: string; type: string }): Promise<string> {
  if (!mayBeText(type)) return ''
  try {
    const chunks: Buffer[] = []
    for await (const chunk of await act.files.open(id)) {
      chunks.push(chunk as Buffer)
      if (chunks.reduce((sum, { length }) => sum + length, 0) >= READ_MAX) break
    }
    return readableText(name, new TextDecoder().decode(Buffer.concat(chunks).subarray(0, READ_MAX)))
  } catch (error) {
    if (error instanceof FileLost) return ''
    throw error
  }
}

/** What the bytes did not name as something else. */
const mayBeText = (type: string): boolean => type === '' || type === 'application/octet-stream' || type.startsWith('text/') || /json|xml|yaml|javascript/.test(type)
