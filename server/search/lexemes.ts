import { wordsInNames } from '#domain/search/identifiers.ts'
import { kinOf } from '#domain/search/kin.ts'
import type { Neighbour } from '#domain/search/kin.ts'
import type { Collection, Term } from '#domain/search/rank.ts'
import type { Act } from '#server/platform/act.ts'
import { sql } from 'kysely'

type Viewer = Pick<Act, 'tx' | 'actor'>

/** Words that look alike, per word of the question; the best few of them are kept. */
const NEIGHBOURS_MAX = 60
/** Words that an unfinished one may become. */
const ENDINGS_MAX = 8
/** An unfinished word of one letter may become anything. */
const BEGUN_MIN = 2

/** How the workspace cuts and stems words: `english`, `simple`, … */
export async function languageOf({ tx, actor }: Viewer): Promise<string> {
  return (await tx.selectFrom('workspace').select('search_language').where('id', '=', actor.workspaceId).executeTakeFirstOrThrow()).search_language
}

/** The lexemes of words, in the order in which they were typed; words that say nothing, such as `the`, have none. */
export async function lexemesIn({ tx }: Viewer, language: string, text: string): Promise<string[]> {
  if (text.trim() === '') return []
  const { rows } = await sql<{ lexeme: string }>`select u.lexeme from unnest(to_tsvector(${language}::regconfig, ${`${text} ${wordsInNames(text)}`})) u order by u.positions[1]`.execute(tx)
  return rows.map((row) => row.lexeme)
}

/** Those of these words that say something: not `the`. */
export async function tellingWords({ tx }: Viewer, language: string, words: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`select w.word from unnest(${[...words]}::text[]) with ordinality w(word, place) where to_tsvector(${language}::regconfig, w.word) <> ''::tsvector order by w.place`.execute(tx)
  return rows.map((row) => row.word)
}

/** What all texts in these spaces come to. Index: primary key of search_space. */
export async function collectionOf({ tx, actor }: Viewer, spaceIds: readonly string[]): Promise<Collection> {
  const { rows } = await sql<{ texts: number; size: number }>`select coalesce(sum(texts), 0)::int as texts, coalesce(sum(size), 0)::float8 as size from search_space
    where workspace_id = ${actor.workspaceId} and space_id = any(${[...spaceIds]}::uuid[])`.execute(tx)
  const { texts = 0, size = 0 } = rows[0] ?? {}
  return { texts, meanSize: texts === 0 ? 1 : size / texts }
}

/** In how many texts of these spaces each lexeme stands; what stands nowhere is left out. */
export async function textsWith({ tx, actor }: Viewer, spaceIds: readonly string[], lexemes: readonly string[]): Promise<Map<string, number>> {
  if (lexemes.length === 0) return new Map()
  const { rows } = await sql<Neighbour>`select lexeme, sum(texts)::int as texts from search_word
    where workspace_id = ${actor.workspaceId} and lexeme = any(${[...lexemes]}::text[]) and space_id = any(${[...spaceIds]}::uuid[]) group by lexeme`.execute(tx)
  return new Map(rows.map((row) => [row.lexeme, row.texts]))
}

/** The words of a question as lexemes: those that are finished, and the last one as typed where it may go on. */
export type Typed = { lexemes: readonly string[]; begun: { text: string; lexemes: readonly string[] } | null }

/** The words of a question with their kin, all of them from texts that the reader sees. */
export async function termsOf(act: Viewer, spaceIds: readonly string[], { lexemes, begun }: Typed): Promise<Term[]> {
  const [finished, unfinished, endings] = await Promise.all([kindred(act, spaceIds, lexemes), begun === null ? [] : kindred(act, spaceIds, begun.lexemes), begun === null ? [] : endingsOf(act, spaceIds, begun.text)])
  if (endings.length === 0) return [...finished, ...unfinished]
  const kin = new Map([...endings.map(({ lexeme }) => [lexeme, 1] as const), ...unfinished.flatMap((term) => [...term.kin])])
  return [...finished, { kin, weight: 1, texts: Math.max(...endings.map(({ texts }) => texts), ...unfinished.map(({ texts }) => texts)) }]
}

async function kindred(act: Viewer, spaceIds: readonly string[], lexemes: readonly string[]): Promise<Term[]> {
  if (lexemes.length === 0) return []
  const known = await textsWith(act, spaceIds, lexemes)
  const alike = await neighboursOf(act, spaceIds, lexemes.filter((lexeme) => !known.has(lexeme)))
  return lexemes.map((lexeme): Term => {
    const word = { lexeme, texts: known.get(lexeme) ?? 0 }
    const neighbours = alike.get(lexeme) ?? []
    const kin = kinOf(word, neighbours)
    // What stands nowhere is as rare as what is taken for it.
    return { kin, weight: 1, texts: Math.max(word.texts, ...neighbours.filter((one) => kin.has(one.lexeme)).map(({ texts }) => texts)) }
  })
}

/** Words that look alike by trigrams. Index: search_word_alike. */
async function neighboursOf({ tx, actor }: Viewer, spaceIds: readonly string[], lexemes: readonly string[]): Promise<Map<string, Neighbour[]>> {
  if (lexemes.length === 0) return new Map()
  const { rows } = await sql<{ word: string; alike: Neighbour[] }>`
    select q.word, coalesce(jsonb_agg(jsonb_build_object('lexeme', n.lexeme, 'texts', n.texts)) filter (where n.lexeme is not null), '[]') as alike
    from unnest(${lexemes.filter((lexeme) => lexeme.length > 2)}::text[]) as q(word)
    left join lateral (select w.lexeme, sum(w.texts)::int as texts from search_word w
      where w.workspace_id = ${actor.workspaceId} and w.space_id = any(${[...spaceIds]}::uuid[]) and lower(w.lexeme) % q.word
      group by w.lexeme order by similarity(w.lexeme, q.word) desc, w.lexeme limit ${NEIGHBOURS_MAX}) n on true group by q.word`.execute(tx)
  return new Map(rows.map((row) => [row.word, row.alike]))
}

/** What a word that was only begun may become, most common first. Index: primary key of search_word. */
async function endingsOf({ tx, actor }: Viewer, spaceIds: readonly string[], begun: string): Promise<Neighbour[]> {
  const prefix = begun.toLowerCase()
  if (prefix.length < BEGUN_MIN || !/^[\p{L}\p{N}]+$/u.test(prefix)) return []
  const { rows } = await sql<Neighbour>`select lexeme, sum(texts)::int as texts from search_word
    where workspace_id = ${actor.workspaceId} and lexeme >= ${prefix} collate "C" and lexeme < ${`${prefix}\u{10FFFF}`} collate "C" and space_id = any(${[...spaceIds]}::uuid[])
    group by lexeme order by texts desc, lexeme limit ${ENDINGS_MAX}`.execute(tx)
  return rows
}
