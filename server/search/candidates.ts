import type { Stand } from '#domain/search/question.ts'
import type { Candidate } from '#domain/search/rank.ts'
import type { Act } from '#server/platform/act.ts'
import type { EntryKind } from '#server/platform/db/tables/workspace.ts'
import { kept } from '#server/platform/kept.ts'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { countsOf, readCounts } from './counts.ts'

const MS_A_S = 1000

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
export type Found = Candidate & { entryId: string; kind: EntryKind; isReply: boolean; spaceId: string; authorId: string; atMs: number }

type Row = { id: string; entry_id: string; kind: EntryKind; is_reply: boolean; space_id: string; author_id: string; at_ms: number; size: number; counts: string }

/** `choices`: lexemes of which each must stand in a text; null where no word was asked for, so what is asked for besides decides. */
type Asked = { choices: readonly (readonly string[])[] | null; lexemes: readonly string[]; limit: number }

/**
 * The newest texts that hold one of the choices, at most `limit`, with how often each lexeme stands in them.
 * Indexes: entry_text_words, entry_text_newest.
 */
export async function candidates({ tx, actor, now }: Pick<Act, 'tx' | 'actor' | 'now'>, wanted: Wanted, { choices, lexemes, limit }: Asked): Promise<Found[]> {
  const { workspaceId } = actor
  if (wanted.spaceIds.length === 0 || choices?.length === 0) return []
  const rules = [sql`x.workspace_id = ${workspaceId}`, sql`not x.hidden`, sql`x.space_id = any(${[...wanted.spaceIds]}::uuid[])`,
    ...(choices === null ? [] : [sql`x.words @@ ${tsquery(choices)}::tsquery`]), ...textRules(wanted), ...entryRules(wanted, now)]
  const { rows } = await sql<Row>`
    select c.id, c.entry_id, c.kind, c.is_reply, c.space_id, c.author_id, c.at_ms, c.size, ${lexemes.length === 0 ? sql`''` : countsOf(sql`c.words`, lexemes)} as counts from (
      select x.id, x.entry_id, x.kind, x.is_reply, x.space_id, x.author_id, extract(epoch from x.at)::float8 * ${MS_A_S}::float8 as at_ms, x.size, x.words
      from entry_text x ${standsOf(wanted)}
      where ${sql.join(rules, sql` and `)} order by x.at desc, x.id desc limit ${limit}) c`.execute(tx)
  return rows.map((row) => ({
    id: row.id, entryId: row.entry_id, kind: row.kind, isReply: row.is_reply, spaceId: row.space_id, authorId: row.author_id, atMs: row.at_ms, size: Number(row.size), counts: readCounts(row.counts),
  }))
}

/** How texts stand, by their ids; replies, and what has no state, are left out. */
export function statesOf(act: Pick<Act, 'tx' | 'actor' | 'now'> & Partial<Pick<Act, 'kept'>>, texts: readonly Pick<Found, 'id' | 'isReply'>[]): Promise<Map<string, string>> {
  const { tx, actor, now } = act
  return kept(act, 'search.states', texts.filter(({ isReply }) => !isReply).map(({ id }) => id), async (ids) => {
    const { rows } = await sql<{ id: string; state: string }>`
      select t.entry_id as id, ${stateOf(now)} as state from thread t left join thread_ask a on a.workspace_id = t.workspace_id and a.ask_id = t.entry_id left join decision d on d.workspace_id = t.workspace_id and d.entry_id = t.entry_id
        left join page g on g.workspace_id = t.workspace_id and g.entry_id = t.entry_id
      where t.workspace_id = ${actor.workspaceId} and t.entry_id = any(${[...ids]}::uuid[])`.execute(tx)
    return new Map(rows.map((row) => [row.id, row.state]))
  })
}

/** What is read besides, where the question is about how something stands. */
const standsOf = ({ stands, answererIds, has }: Wanted) => stands.length === 0 && answererIds === null && !has.includes('outcome') ? sql`` : sql`
      left join thread t on t.workspace_id = x.workspace_id and t.entry_id = x.entry_id
      left join thread_ask a on a.workspace_id = x.workspace_id and a.ask_id = x.entry_id
      left join decision d on d.workspace_id = x.workspace_id and d.entry_id = x.entry_id
      left join page g on g.workspace_id = x.workspace_id and g.entry_id = x.entry_id`

const stateOf = (now: Temporal.Instant) => sql`coalesce(d.state, a.state, ${truthOf(now)}, case when t.resolved_at is not null then 'resolved' when t.entry_id is not null then 'open' end)`
/** Whether a page is still true, as `truthOf` of `#domain/pages/truth.ts` says it: by the date of who verified it; null for what is no page. */
const truthOf = (now: Temporal.Instant) => sql`case when g.entry_id is null then null when g.verified_at is null then 'unverified'
  when g.expires_on < (${now}::timestamptz at time zone coalesce((select v.zone from person v where v.workspace_id = g.workspace_id and v.id = g.verified_by), 'UTC'))::date then 'stale' else 'verified' end`

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
    ...has.map((part) => part === 'link' ? sql`x.body ~ 'https?://'` : part === 'outcome' ? sql`t.outcome is not null` : sql`(x.file_id is not null or exists (select from file_use f where f.workspace_id = x.workspace_id and f.entry_id = x.entry_id and f.hidden_at is null and f.reply_id is not distinct from case when x.is_reply then x.id end))`),
  ]
}

function entryRules({ kinds, answererIds, stands, number }: Wanted, now: Temporal.Instant): RawBuilder<unknown>[] {
  return [
    ...(kinds.length === 0 ? [] : [sql`x.kind = any(${[...kinds]}::text[])`]),
    ...(answererIds === null ? [] : [sql`a.answerer_id = any(${[...answererIds]}::uuid[])`]),
    ...(number === null ? [] : [sql`x.entry_id = (select e.id from entry e where e.workspace_id = x.workspace_id and e.number = ${number})`]),
    ...stands.map((stand) => sql`not x.is_reply and ${standing(stand, now)}`),
  ]
}

/** How an entry must stand to be `is:…`; threads, asks and decisions each have words of their own for it. */
function standing(stand: Stand, now: Temporal.Instant): RawBuilder<unknown> {
  switch (stand) {
    case 'open': return sql`case when d.entry_id is not null then d.state in ('open', 'call_needed', 'ready') when a.ask_id is not null then a.open else t.entry_id is not null and g.entry_id is null and t.resolved_at is null end`
    case 'resolved': return sql`t.resolved_at is not null`
    case 'answered': return sql`a.state = 'answered'`
    case 'overdue': return sql`(case when d.entry_id is not null then d.state in ('open', 'call_needed', 'ready') and d.deadline < ${now} else a.open and a.due_at < ${now} end)`
    case 'verified':
    case 'stale': return sql`${truthOf(now)} = ${stand}`
    case 'draft': return sql`d.state = 'draft'`
    case 'decided': return sql`d.state in ('decided', 'provisional')`
    case 'provisional': return sql`d.state = 'provisional'`
    case 'superseded': return sql`d.state in ('superseded', 'deprecated')`
  }
}
