import type { Stand } from '#domain/search/question.ts'
import type { Candidate } from '#domain/search/rank.ts'
import type { Act } from '#server/platform/act.ts'
import type { EntryKind } from '#server/platform/db/tables/workspace.ts'
import { WEIGHED_MAX } from '#contract/search.ts'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

/** Which texts are meant, apart from words that rank them. Empty lists mean any. */
export type Wanted = {
  spaceIds: readonly string[]
  authorIds: readonly string[] | null
  answererIds: readonly string[] | null
  kinds: readonly EntryKind[]
  stands: readonly Stand[]
  has: readonly ('file' | 'link' | 'outcome')[]
  from: Temporal.Instant | null
  until: Temporal.Instant | null
  number: number | null
  phrases: readonly string[]
  without: readonly string[]
  language: string
}

/** A text that may match, with what its rank and the lists beside it depend on. */
export type Found = Candidate & { entryId: string; kind: EntryKind; isReply: boolean; spaceId: string; authorId: string; at: Temporal.Instant; state: string | null }

type Row = { id: string; entry_id: string; kind: EntryKind; is_reply: boolean; space_id: string; author_id: string; at: Temporal.Instant; state: string | null; size: number; counts: Record<string, number> | null }

/**
 * The newest texts that hold one of the choices, at most `WEIGHED_MAX`, with how often each lexeme stands in them.
 * A choice is lexemes of which each must stand there; null: no word was asked for, so what is asked for besides decides.
 * Indexes: entry_text_words, entry_text_newest.
 */
export async function candidates({ tx, actor, now }: Pick<Act, 'tx' | 'actor' | 'now'>, wanted: Wanted, { choices, lexemes }: { choices: readonly (readonly string[])[] | null; lexemes: readonly string[] }): Promise<Found[]> {
  const { workspaceId } = actor
  if (wanted.spaceIds.length === 0 || choices?.length === 0) return []
  const rules = [sql`x.workspace_id = ${workspaceId}`, sql`not x.hidden`, sql`x.space_id = any(${[...wanted.spaceIds]}::uuid[])`, sql`e.deleted_at is null`,
    ...(choices === null ? [] : [sql`x.words @@ ${tsquery(choices)}::tsquery`]), ...textRules(wanted), ...entryRules(wanted, now)]
  const { rows } = await sql<Row>`
    select c.*, (select jsonb_object_agg(u.lexeme, cardinality(u.positions)) from unnest(c.words) u where u.lexeme = any(${[...lexemes]}::text[])) as counts from (
      select x.id, x.entry_id, x.kind, x.is_reply, x.space_id, x.author_id, x.at, x.size, x.words, ${stateOf} as state
      from entry_text x join entry e on e.workspace_id = x.workspace_id and e.id = x.entry_id
      left join thread t on t.workspace_id = x.workspace_id and t.entry_id = x.entry_id
      left join thread_ask a on a.workspace_id = x.workspace_id and a.ask_id = x.entry_id
      left join decision d on d.workspace_id = x.workspace_id and d.entry_id = x.entry_id
      where ${sql.join(rules, sql` and `)} order by x.at desc, x.id desc limit ${WEIGHED_MAX}) c`.execute(tx)
  return rows.map((row) => ({
    id: row.id, entryId: row.entry_id, kind: row.kind, isReply: row.is_reply, spaceId: row.space_id, authorId: row.author_id, at: row.at,
    state: row.is_reply ? null : row.state, size: Number(row.size), counts: row.counts ?? {},
  }))
}

const stateOf = sql`coalesce(d.state, a.state, case when t.resolved_at is not null then 'resolved' when t.entry_id is not null then 'open' end)`

/** Lexemes as PostgreSQL writes them: quoted, with quotes and backslashes doubled. */
const quoted = (lexeme: string): string => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
/** A tsquery of choices, each of which stands for texts that hold all of its lexemes. */
export const tsquery = (choices: readonly (readonly string[])[]): string => choices.map((lexemes) => `(${lexemes.map(quoted).join(' & ')})`).join(' | ')

function textRules({ phrases, without, authorIds, from, until, has, language }: Wanted): RawBuilder<unknown>[] {
  return [
    ...phrases.map((phrase) => sql`x.words @@ phraseto_tsquery(${language}::regconfig, ${phrase})`),
    ...without.map((word) => sql`not x.words @@ phraseto_tsquery(${language}::regconfig, ${word})`),
    ...(authorIds === null ? [] : [sql`x.author_id = any(${[...authorIds]}::uuid[])`]),
    ...(from === null ? [] : [sql`x.at >= ${from}`]), ...(until === null ? [] : [sql`x.at < ${until}`]),
    ...has.map((part) => part === 'link' ? sql`x.body ~ 'https?://'` : part === 'outcome' ? sql`t.outcome is not null` : sql`exists (select from file_use f where f.workspace_id = x.workspace_id and f.entry_id = x.entry_id and f.hidden_at is null and f.reply_id is not distinct from case when x.is_reply then x.id end)`),
  ]
}

function entryRules({ kinds, answererIds, stands, number }: Wanted, now: Temporal.Instant): RawBuilder<unknown>[] {
  return [
    ...(kinds.length === 0 ? [] : [sql`x.kind = any(${[...kinds]}::text[])`]),
    ...(answererIds === null ? [] : [sql`a.answerer_id = any(${[...answererIds]}::uuid[])`]),
    ...(number === null ? [] : [sql`e.number = ${number}`]),
    ...stands.map((stand) => sql`not x.is_reply and ${standing(stand, now)}`),
  ]
}

/** How an entry must stand to be `is:…`; threads, asks and decisions each have words of their own for it. */
function standing(stand: Stand, now: Temporal.Instant): RawBuilder<unknown> {
  switch (stand) {
    case 'open': return sql`case when d.entry_id is not null then d.state in ('open', 'call_needed', 'ready') when a.ask_id is not null then a.open else t.entry_id is not null and t.resolved_at is null end`
    case 'resolved': return sql`t.resolved_at is not null`
    case 'answered': return sql`a.state = 'answered'`
    case 'overdue': return sql`(case when d.entry_id is not null then d.state in ('open', 'call_needed', 'ready') and d.deadline < ${now} else a.open and a.due_at < ${now} end)`
    case 'draft': return sql`d.state = 'draft'`
    case 'decided': return sql`d.state in ('decided', 'provisional')`
    case 'provisional': return sql`d.state = 'provisional'`
    case 'superseded': return sql`d.state in ('superseded', 'deprecated')`
  }
}
