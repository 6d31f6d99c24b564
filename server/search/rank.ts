import { WEIGHED_MAX } from '#contract/search.ts'
import { readForFeedback, widen } from '#domain/search/feedback.ts'
import { likenessOf } from '#domain/search/likeness.ts'
import { narrows, say } from '#domain/search/question.ts'
import type { Question } from '#domain/search/question.ts'
import { chooseTexts, matchOf, standingWeight } from '#domain/search/rank.ts'
import type { Collection, Term } from '#domain/search/rank.ts'
import type { Act } from '#server/platform/act.ts'
import { candidates, statesOf } from './candidates.ts'
import type { Found, Wanted } from './candidates.ts'
import { collectionOf, lexemesIn, tellingWords, termsOf, textsWith } from './lexemes.ts'
import type { Typed } from './lexemes.ts'
import { beginningsOf, wordsOfTexts } from './words.ts'
import { said } from '#domain/words/said.ts'

const MS_A_DAY = 86_400_000
/** How many of the best matches are judged by how they stand and are compared letter by letter, and how much that counts beside the match. */
const JUDGED_MAX = 100
const LIKENESS = 0.6
/** Of one word that stands in more texts than are ever weighed, so many of the newest say as much: finding 1,000 of them walks through a hundred thousand others. */
const COMMON_MAX = 400
/** How many texts that only the widened question finds are weighed. */
const WIDENED_MAX = 300

type Weighed = { text: Found; match: number }

/** `more`: more may match than were weighed. `lexemes`: what to mark in what was found. `terms`: what was asked for; none where no word was, or none that says anything. */
export type Ranked = { found: Found[]; more: boolean; lexemes: string[]; terms: Term[]; collection: Collection }

/** All that was found, best first. Without words, newest first; nothing where what was typed says nothing, such as `the`, and nothing else was asked for. */
export async function rank(act: Act, question: Question, wanted: Wanted): Promise<Ranked> {
  const [terms, collection] = await Promise.all([typedIn(act, question, wanted.language).then((typed) => termsOf(act, wanted.spaceIds, typed)), collectionOf(act, wanted.spaceIds)])
  if (terms.length === 0) {
    const silent = saysNothing(question)
    const found = silent && !narrows(question) ? [] : await candidates(act, wanted, { choices: null, lexemes: [], limit: WEIGHED_MAX })
    return { found, more: found.length >= WEIGHED_MAX, lexemes: [], terms, collection }
  }
  const known = new Map(terms.flatMap(({ kin, texts }) => [...kin.keys()].map((lexeme) => [lexeme, texts] as const)))
  const limit = known.size === 1 && Math.max(...known.values()) > WEIGHED_MAX ? COMMON_MAX : WEIGHED_MAX
  const texts = await candidates(act, wanted, { choices: choose(known, collection.texts), lexemes: [...known.keys()], limit })
  const [first, more] = [await judged(act, weigh(texts, terms, collection)), texts.length >= limit]
  const widened = await widenedBy(act, wanted, { terms, best: first.slice(0, readForFeedback(terms)), collection })
  if (widened === null) return { found: first.map(({ text }) => text), more, lexemes: [...known.keys()], terms, collection }
  const second = await judged(act, await again(act, wanted, { first, widened, collection }))
  return { found: (await byLikeness(act, second, await tellingWords(act, wanted.language, question.words))).map(({ text }) => text), more, lexemes: [...known.keys()], terms, collection }
}

/** Words were typed, and none of them says what to look for: signs, or words that stand everywhere. */
function saysNothing(question: Question): boolean {
  const typed = [...question.words, ...question.phrases]
  if (typed.length === 0) return false
  say(question, typed.join(' '), said`these words stand everywhere, so that nothing was asked`, true)
  return true
}

async function typedIn(act: Act, { words, phrases, typing }: Question, language: string): Promise<Typed> {
  const last = typing ? words.at(-1) : undefined
  const [lexemes, begun] = await Promise.all([lexemesIn(act, language, [...(last === undefined ? words : words.slice(0, -1)), ...phrases].join(' ')), last === undefined ? null : lexemesIn(act, language, last)])
  return { lexemes, begun: last === undefined || begun === null ? null : { text: last, lexemes: begun } }
}

/** A word that was written a moment ago is not counted yet, so it is asked for as if it stood once. */
const choose = (known: ReadonlyMap<string, number>, all: number, aim?: number): string[][] =>
  chooseTexts([...known].map(([lexeme, texts]) => ({ lexeme, texts: Math.max(1, texts) })), all, aim)

function weigh(texts: readonly Found[], terms: readonly Term[], collection: Collection): Weighed[] {
  return texts.map((text) => ({ text, match: matchOf(text, terms, collection) })).filter(({ match }) => match > 0).toSorted(byMatch)
}

const byMatch = (a: Weighed, b: Weighed): number => b.match - a.match || b.text.atMs - a.text.atMs || (a.text.id < b.text.id ? -1 : 1)

/** The best matches, ordered anew by how they stand: decided above discussed, recent gently above old. */
async function judged(act: Act, weighed: readonly Weighed[]): Promise<Weighed[]> {
  const best = weighed.slice(0, JUDGED_MAX)
  const states = await statesOf(act, best.map(({ text }) => text))
  const { epochMilliseconds } = act.now
  const weight = ({ id, isReply, atMs }: Found) => standingWeight({ state: states.get(id) ?? null, isReply, ageDays: (epochMilliseconds - atMs) / MS_A_DAY })
  return [...best.map(({ text, match }) => ({ text, match: match * weight(text) })).toSorted(byMatch), ...weighed.slice(JUDGED_MAX)]
}

type ToWiden = { terms: readonly Term[]; best: readonly Weighed[]; collection: Collection }

/** The question widened by what its best matches have in common; null where it is not. */
async function widenedBy(act: Act, wanted: Wanted, { terms, best, collection }: ToWiden): Promise<Term[] | null> {
  if (best.length === 0) return null
  const words = await wordsOfTexts(act, best.map(({ text }) => text.id))
  const said = best.flatMap(({ text, match }) => { const counts = words.get(text.id); return counts ? [{ match, size: text.size, counts }] : [] })
  const common = await textsWith(act, wanted.spaceIds, [...new Set(said.flatMap(({ counts }) => Object.keys(counts)))])
  return widen(terms, said, { textsWith: common, all: collection.texts })
}

type Again = { first: readonly Weighed[]; widened: readonly Term[]; collection: Collection }

/** The best of the first matches, and what only the widened question finds, weighed by the widened one; the others follow as they stood. */
async function again(act: Act, wanted: Wanted, { first, widened, collection }: Again): Promise<Weighed[]> {
  const known = new Map(widened.flatMap(({ kin, texts }) => [...kin.keys()].map((lexeme) => [lexeme, texts] as const)))
  const lexemes = [...known.keys()]
  const head = first.slice(0, JUDGED_MAX)
  const counts = await wordsOfTexts(act, head.map(({ text }) => text.id), lexemes)
  const seen = new Set(first.map(({ text }) => text.id))
  const found = await candidates(act, wanted, { choices: choose(known, collection.texts, WIDENED_MAX), lexemes, limit: WIDENED_MAX })
  const both = weigh([...head.map(({ text }) => ({ ...text, counts: counts.get(text.id) ?? {} })), ...found.filter(({ id }) => !seen.has(id))], widened, collection)
  const ids = new Set(both.map(({ text }) => text.id))
  return [...both, ...first.slice(JUDGED_MAX).filter(({ text }) => !ids.has(text.id))]
}

/** Orders the best matches anew by how much they look like the question as well. */
async function byLikeness(act: Act, weighed: readonly Weighed[], words: readonly string[]): Promise<Weighed[]> {
  const best = weighed.slice(0, JUDGED_MAX)
  const most = best[0]?.match ?? 0
  if (most === 0) return [...weighed]
  const likeness = likenessOf(words, await beginningsOf(act, best.map(({ text }) => text.id)))
  const both = best.map((one) => ({ one, score: one.match / most + LIKENESS * (likeness.get(one.text.id) ?? 0) }))
  return [...both.toSorted((a, b) => b.score - a.score).map(({ one }) => one), ...weighed.slice(JUDGED_MAX)]
}
