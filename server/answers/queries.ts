import { wordsInNames } from '#domain/search/identifiers.ts'
import type { Term } from '#domain/search/rank.ts'
import type { Act } from '#server/platform/act.ts'
import type { EntryKind } from '#server/platform/db/tables/workspace.ts'
import type { RankedTexts } from '#server/search/public.ts'
import { sql } from 'kysely'

type Reader = Pick<Act, 'tx' | 'actor'>

/** How much of a long text is looked through for a passage. Unit: characters. */
const LOOKED_THROUGH = 40_000

/** A text that may answer, with what is said of it beside a quote. */
export type Source = {
  id: string; entryId: string; number: number; kind: EntryKind; title: string; body: string; replyId: string | null
  /** Where it is the text of a file. */
  fileName: string | null
  spaceId: string; spaceName: string; authorId: string; authorName: string; at: Temporal.Instant
}

/** These texts, by their ids. The caller has found them among what the reader may see. */
export async function sourcesOf({ tx, actor }: Reader, ids: readonly string[]): Promise<Map<string, Source>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('entry_text as x')
    .innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'x.workspace_id').onRef('e.id', '=', 'x.entry_id'))
    .innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 'e.workspace_id').onRef('s.id', '=', 'e.space_id'))
    .innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 'x.workspace_id').onRef('p.id', '=', 'x.author_id'))
    .select(['x.id', 'x.entry_id', 'e.number', 'x.kind', 'e.title', 'x.is_reply', 'x.file_id', 'x.reply_id', 'x.title as file_name', 's.id as space_id', 's.name as space_name', 'x.author_id', 'p.name as author_name', 'x.at'])
    .select(sql<string>`left(x.body, ${LOOKED_THROUGH})`.as('body'))
    .where('x.workspace_id', '=', actor.workspaceId).where('x.id', 'in', [...ids]).execute()
  return new Map(rows.map((row) => [row.id, {
    id: row.id, entryId: row.entry_id, number: row.number, kind: row.kind, title: row.title, body: row.body, replyId: row.file_id === null ? row.is_reply ? row.id : null : row.reply_id, fileName: row.file_id === null ? null : row.file_name,
    spaceId: row.space_id, spaceName: row.space_name, authorId: row.author_id, authorName: row.author_name, at: row.at,
  }]))
}

/** What was answered to these asks, by the ask: the text that settled it. Only what was answered, and what can be read by others already. */
export async function answersTo({ tx, actor }: Reader, entryIds: readonly string[]): Promise<Map<string, string>> {
  if (entryIds.length === 0) return new Map()
  const rows = await tx.selectFrom('ask as a').innerJoin('entry_text as x', (join) => join.onRef('x.workspace_id', '=', 'a.workspace_id').onRef('x.id', '=', 'a.answer_reply_id'))
    .select(['a.entry_id', 'x.id']).where('a.workspace_id', '=', actor.workspaceId).where('a.entry_id', 'in', [...entryIds]).where('a.state', '=', 'answered').where('x.hidden', '=', false).execute()
  return new Map(rows.map((row) => [row.entry_id, row.id]))
}

/** How often each of these lexemes stands in each of these texts, and how many words each has, in their order. */
export async function countsIn({ tx }: Reader, language: string, { texts, lexemes }: { texts: readonly string[]; lexemes: readonly string[] }): Promise<{ counts: Record<string, number>; size: number }[]> {
  if (texts.length === 0) return []
  const { rows } = await sql<{ counts: Record<string, number> | null; size: number }>`
    select (select jsonb_object_agg(u.lexeme, cardinality(u.positions)) from unnest(v.words) u where u.lexeme = any(${[...lexemes]}::text[])) as counts,
      (select coalesce(sum(cardinality(u.positions)), 0)::float8 from unnest(v.words) u) as size
    from unnest(${texts.map((text) => `${text} ${wordsInNames(text)}`)}::text[]) with ordinality t(text, place)
    cross join lateral (select to_tsvector(${language}::regconfig, t.text) as words) v order by t.place`.execute(tx)
  return rows.map((row) => ({ counts: row.counts ?? {}, size: row.size }))
}

/**
 * The words of a question without the parts of its names, for what each of them says: `PagerDuty` is one word, not three. Where a word
 * stands nowhere as it was typed, all stay.
 */
export async function wholeWords({ tx }: Reader, { terms, question, wanted }: Pick<RankedTexts, 'terms' | 'question' | 'wanted'>): Promise<Term[]> {
  const { rows } = await sql<{ lexemes: string[] }>`select tsvector_to_array(to_tsvector(${wanted.language}::regconfig, ${[...question.words, ...question.phrases].join(' ')})) as lexemes`.execute(tx)
  const typed = new Set(rows[0]?.lexemes)
  const whole = terms.filter(({ kin }) => [...kin.keys()].slice(0, 1).some((lexeme) => typed.has(lexeme)))
  return whole.length > 0 && whole.every(({ texts, kin }) => texts > 0 && kin.size === 1) ? whole : terms
}

/** What supersedes these decisions and stands itself, by the one that it replaced, as far as it stands in these spaces. Follows chains to their end. */
export async function replacementsOf({ tx, actor }: Reader, entryIds: readonly string[], spaceIds: readonly string[]): Promise<Map<string, { id: string; number: number; title: string }>> {
  if (entryIds.length === 0 || spaceIds.length === 0) return new Map()
  const { rows } = await sql<{ from_id: string; id: string; number: number; title: string }>`
    with recursive chain(first, id, steps) as (
      select k.to_id, k.from_id, 1 from decision_link k join decision d on d.workspace_id = k.workspace_id and d.entry_id = k.from_id
        where k.workspace_id = ${actor.workspaceId} and k.how = 'supersedes' and k.to_id = any(${[...entryIds]}::uuid[]) and d.state in ('decided', 'provisional', 'expired', 'superseded', 'deprecated')
      union select c.first, k.from_id, c.steps + 1 from chain c join decision_link k on k.workspace_id = ${actor.workspaceId} and k.to_id = c.id and k.how = 'supersedes'
        join decision d on d.workspace_id = k.workspace_id and d.entry_id = k.from_id where c.steps < ${CHAIN_MAX} and d.state in ('decided', 'provisional', 'expired', 'superseded', 'deprecated'))
    select distinct on (c.first) c.first as from_id, e.id, e.number, e.title from chain c
    join decision d on d.workspace_id = ${actor.workspaceId} and d.entry_id = c.id join entry e on e.workspace_id = d.workspace_id and e.id = d.entry_id
    where d.state in ('decided', 'provisional') and e.deleted_at is null and e.space_id = any(${[...spaceIds]}::uuid[]) order by c.first, c.steps desc, e.number desc`.execute(tx)
  return new Map(rows.map(({ from_id, id, number, title }) => [from_id, { id, number, title }]))
}

/** More decisions than that in a row are a circle, which no command makes. */
const CHAIN_MAX = 50

/** Threads out of which decisions came that stand, by thread: the talk before them. */
export async function decidedFrom({ tx, actor }: Reader, threadIds: readonly string[], spaceIds: readonly string[]): Promise<Map<string, string>> {
  if (threadIds.length === 0 || spaceIds.length === 0) return new Map()
  const rows = await tx.selectFrom('decision as d').innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'd.workspace_id').onRef('e.id', '=', 'd.entry_id'))
    .select(['d.from_thread', 'd.entry_id']).where('d.workspace_id', '=', actor.workspaceId).where('d.from_thread', 'in', [...threadIds]).where('d.state', 'in', ['decided', 'provisional'])
    .where('e.deleted_at', 'is', null).where('e.space_id', 'in', [...spaceIds]).orderBy('e.number').execute()
  return new Map(rows.flatMap(({ from_thread, entry_id }) => from_thread === null ? [] : [[from_thread, entry_id] as const]))
}

/** Who owns these decisions and pages: who is accountable, or else who wrote it. */
export async function ownersOf({ tx, actor }: Reader, entryIds: readonly string[]): Promise<Map<string, string>> {
  if (entryIds.length === 0) return new Map()
  const rows = await tx.selectFrom('entry as e')
    .leftJoin('decision as d', (join) => join.onRef('d.workspace_id', '=', 'e.workspace_id').onRef('d.entry_id', '=', 'e.id'))
    .leftJoin('page as g', (join) => join.onRef('g.workspace_id', '=', 'e.workspace_id').onRef('g.entry_id', '=', 'e.id'))
    .select(['e.id', 'e.author_id', 'd.accountable_id', 'g.owner_id']).where('e.workspace_id', '=', actor.workspaceId).where('e.id', 'in', [...entryIds]).execute()
  return new Map(rows.map((row) => [row.id, row.accountable_id ?? row.owner_id ?? row.author_id]))
}
