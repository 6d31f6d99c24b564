import type { search } from '#contract/search.ts'
import { WEIGHED_MAX } from '#contract/search.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { readForFeedback, widen } from '#domain/search/feedback.ts'
import { likenessOf } from '#domain/search/likeness.ts'
import { asksForSomething, readQuestion } from '#domain/search/question.ts'
import type { Question } from '#domain/search/question.ts'
import { chooseTexts, matchOf, standingWeight } from '#domain/search/rank.ts'
import type { Collection, Term } from '#domain/search/rank.ts'
import { startOfDate } from '#domain/time/local.ts'
import type { Act } from '#server/platform/act.ts'
import { visibleSpaces } from '#server/spaces/public.ts'
import { candidates } from './candidates.ts'
import type { Found, Wanted } from './candidates.ts'
import { facetsOf } from './facets.ts'
import { hitsOf } from './hits.ts'
import { collectionOf, languageOf, lexemesIn, tellingWords, termsOf, textsWith } from './lexemes.ts'
import type { Typed } from './lexemes.ts'
import { peopleMeant, spacesMeant } from './names.ts'
import { beginningsOf, wordsOfTexts } from './words.ts'

const HOURS_OF_DAY = 24
/** How many of the best matches are compared with the question letter by letter, and how much that counts beside the match. */
const COMPARED_MAX = 100
const LIKENESS = 0.6

/**
 * Finds what was written, best first, out of what the reader may see. Counts, the words that rank, and the words that others
 * are mistaken for come from those texts alone, so that nothing elsewhere shows in any answer.
 */
export async function find(act: Act, { q, offset, limit }: InputOf<typeof search>): Promise<OutputOf<typeof search>> {
  const question = readQuestion(q, act.now.toZonedDateTimeISO(act.actor.zone).toPlainDate())
  const wanted = await wantedBy(act, question)
  const asked = asksForSomething(question)
  const { found, lexemes } = asked ? await ranked(act, question, wanted) : { found: [], lexemes: [] }
  return {
    items: await hitsOf(act, found.slice(offset, offset + limit), { lexemes, language: wanted.language }), total: found.length, more: found.length === WEIGHED_MAX,
    facets: await facetsOf(act, found), understood: question.understood,
  }
}

async function wantedBy(act: Act, question: Question): Promise<Wanted> {
  const { zone } = act.actor
  const moment = (date: Temporal.PlainDate | null) => date === null ? null : startOfDate(date.toString(), zone)
  return {
    spaceIds: spacesMeant(question, await visibleSpaces(act)).map(({ id }) => id), authorIds: await peopleMeant(act, question, 'from'), answererIds: await peopleMeant(act, question, 'to'),
    kinds: question.kinds, stands: question.stands, has: question.has, from: moment(question.after), until: moment(question.before), number: question.number,
    phrases: question.phrases, without: question.without, language: await languageOf(act),
  }
}

/** All that was found, best first; without words, newest first. `lexemes`: what to mark in them. */
async function ranked(act: Act, question: Question, wanted: Wanted): Promise<{ found: Found[]; lexemes: string[] }> {
  const terms = await termsOf(act, wanted.spaceIds, await typedIn(act, question, wanted.language))
  if (terms.length === 0) return { found: await candidates(act, wanted, { choices: null, lexemes: [] }), lexemes: [] }
  const collection = await collectionOf(act, wanted.spaceIds)
  const first = await weigh(act, wanted, { terms, collection })
  const marked = terms.flatMap(({ kin }) => [...kin.keys()])
  const best = first.slice(0, readForFeedback(terms))
  if (best.length === 0) return { found: first.map(({ text }) => text), lexemes: marked }
  const words = await wordsOfTexts(act, best.map(({ text }) => text.id))
  const said = best.flatMap(({ text, match }) => { const counts = words.get(text.id); return counts ? [{ match, size: text.size, counts }] : [] })
  const common = await textsWith(act, wanted.spaceIds, [...new Set(said.flatMap(({ counts }) => Object.keys(counts)))])
  const second = await weigh(act, wanted, { terms: widen(terms, said, { textsWith: common, all: collection.texts }), collection })
  return { found: (await byLikeness(act, second, await tellingWords(act, wanted.language, question.words))).map(({ text }) => text), lexemes: marked }
}

/** Orders the best matches anew by how much they look like the question as well. */
async function byLikeness(act: Act, weighed: readonly Weighed[], words: readonly string[]): Promise<Weighed[]> {
  const best = weighed.slice(0, COMPARED_MAX)
  const most = best[0]?.match ?? 0
  if (most === 0) return [...weighed]
  const likeness = likenessOf(words, await beginningsOf(act, best.map(({ text }) => text.id)))
  const both = best.map((one) => ({ one, score: one.match / most + LIKENESS * standingOf(act, one.text) * (likeness.get(one.text.id) ?? 0) }))
  return [...both.toSorted((a, b) => b.score - a.score).map(({ one }) => one), ...weighed.slice(COMPARED_MAX)]
}

async function typedIn(act: Act, { words, phrases, typing }: Question, language: string): Promise<Typed> {
  const last = typing ? words.at(-1) : undefined
  const lexemes = await lexemesIn(act, language, [...(last === undefined ? words : words.slice(0, -1)), ...phrases].join(' '))
  return { lexemes, begun: last === undefined ? null : { text: last, lexemes: await lexemesIn(act, language, last) } }
}

type Weighed = { text: Found; match: number }

const standingOf = ({ now }: Act, { state, isReply, at }: Found): number => standingWeight({ state, isReply, ageDays: at.until(now).total('hours') / HOURS_OF_DAY })

async function weigh(act: Act, wanted: Wanted, { terms, collection }: { terms: readonly Term[]; collection: Collection }): Promise<Weighed[]> {
  const known = await textsWith(act, wanted.spaceIds, terms.flatMap(({ kin }) => [...kin.keys()]))
  const lexemes = [...new Set(terms.flatMap(({ kin }) => [...kin.keys()]))]
  // A word that was written a moment ago is not counted yet, so it is asked for as if it stood once.
  const choices = chooseTexts(lexemes.map((lexeme) => ({ lexeme, texts: Math.max(1, known.get(lexeme) ?? 0) })), collection.texts)
  const texts = await candidates(act, wanted, { choices, lexemes })
  const weighed = texts.map((text) => ({ text, match: matchOf(text, terms, collection) * standingOf(act, text) }))
  return weighed.filter(({ match }) => match > 0).toSorted((a, b) => b.match - a.match || Temporal.Instant.compare(b.text.at, a.text.at) || (a.text.id < b.text.id ? -1 : 1))
}
