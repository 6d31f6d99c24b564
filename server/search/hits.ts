import type { Hit } from '#contract/search.ts'
import { pieces } from '#domain/search/snippet.ts'
import type { Act } from '#server/platform/act.ts'
import { sql } from 'kysely'
import type { Found } from './candidates.ts'
import { tsquery } from './candidates.ts'

/** Signs that no text of people holds, since they mean nothing anywhere; what stands between them was asked for. */
const OPEN = '\uE000'
const CLOSE = '\uE001'
const SNIPPET = `MaxFragments=2, MaxWords=24, MinWords=10, ShortWord=2, FragmentDelimiter=" … ", StartSel=${OPEN}, StopSel=${CLOSE}`
const TITLE = `HighlightAll=true, StartSel=${OPEN}, StopSel=${CLOSE}`
/** How much of a long text is looked through for the words to show. Unit: characters. */
const LOOKED_THROUGH = 20_000

type Row = { id: string; file_id: string | null; file_name: string; reply_id: string | null; at: Temporal.Instant; number: number; title: string; snippet: string; space_name: string; author_name: string }

/** What is shown of texts that were found, in their order; `lexemes` are marked in them. */
export async function hitsOf({ tx, actor }: Pick<Act, 'tx' | 'actor'>, found: readonly Found[], { lexemes, language, states }: { lexemes: readonly string[]; language: string; states: ReadonlyMap<string, string> }): Promise<Hit[]> {
  if (found.length === 0) return []
  const query = sql`${tsquery(lexemes.map((lexeme) => [lexeme]))}::tsquery`
  const { rows } = await sql<Row>`
    select x.id, x.at, x.file_id, x.title as file_name, x.reply_id, e.number, s.name as space_name, p.name as author_name,
      ts_headline(${language}::regconfig, translate(e.title, ${OPEN + CLOSE}, ''), ${query}, ${TITLE}) as title,
      ts_headline(${language}::regconfig, translate(left(x.body, ${LOOKED_THROUGH}), ${OPEN + CLOSE}, ''), ${query}, ${SNIPPET}) as snippet
    from entry_text x join entry e on e.workspace_id = x.workspace_id and e.id = x.entry_id
    join space s on s.workspace_id = e.workspace_id and s.id = e.space_id join person p on p.workspace_id = x.workspace_id and p.id = x.author_id
    where x.workspace_id = ${actor.workspaceId} and x.id = any(${found.map(({ id }) => id)}::uuid[])`.execute(tx)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return found.flatMap((text) => {
    const row = byId.get(text.id)
    return row === undefined ? [] : [{
      number: row.number, kind: text.kind, replyId: row.file_id !== null ? row.reply_id : text.isReply ? text.id : null, file: row.file_id === null ? null : { id: row.file_id, name: row.file_name }, title: pieces(row.title, OPEN, CLOSE), snippet: pieces(row.snippet, OPEN, CLOSE),
      spaceId: text.spaceId, spaceName: row.space_name, authorId: text.authorId, authorName: row.author_name, at: row.at.toString(), state: states.get(text.id) ?? null,
    }]
  })
}
