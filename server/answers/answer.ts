import type { Answer, ask } from '#contract/answers.ts'
import { QUOTES_MAX } from '#contract/answers.ts'
import type { InputOf } from '#contract/operation.ts'
import { readMarkdown } from '#contract/writing-text.ts'
import { chooseQuotes, isSuperseded, standingSentence } from '#domain/answers/choose.ts'
import { confidence, howSure, tellingOf } from '#domain/answers/confidence.ts'
import { passagesOf } from '#domain/answers/passages.ts'
import { privateMatter } from '#domain/answers/private-matters.ts'
import { holdsNames, namesAsked } from '#domain/answers/names-asked.ts'
import { inWords, said } from '#domain/words/said.ts'
import type { Said } from '#domain/words/said.ts'
import { visiblePeople } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'
import { ranked, statesOf } from '#server/search/public.ts'
import type { Found, RankedTexts } from '#server/search/public.ts'
import { withModel } from './model.ts'
import { bestPassages } from './passages.ts'
import type { Best } from './passages.ts'
import { preparedAsk } from './prepared-ask.ts'
import { answersTo, decidedFrom, replacementsOf, sourcesOf, wholeWords } from './queries.ts'

/** How many of the texts that search finds are read for a passage. */
const READ_MAX = 12
/** How much a place further down in what search found takes from a passage. */
const PLACE = 0.08

const NOTHING: Pick<Answer, 'quotes' | 'draft' | 'ask' | 'refused'> = { quotes: [], draft: null, ask: null, refused: null }

/** Answers out of what the reader may see, and out of nothing else. */
export async function answer(act: Act, { q }: InputOf<typeof ask>): Promise<Answer> {
  const others = (await visiblePeople(act)).filter(({ id }) => id !== act.actor.personId)
  const refused = privateMatter(q, others.map(({ name }) => name))
  const say = (one: Said) => inWords(one, wordsOf(act))
  if (refused) return { ...NOTHING, outcome: 'refused', sentence: say(said`This is not asked of the record. ${refused.reason}`), refused: { rule: refused.rule, reason: say(refused.reason), next: say(refused.next) } }
  const asked = await ranked(act, `${q} `)
  if (asked.terms.length === 0) return { ...NOTHING, outcome: 'nothing-asked', sentence: say(said`These words stand everywhere, so that nothing was asked. Say what you want to know about.`) }
  const { quotes, sure } = await quotesFor(act, q, asked)
  if (sure) return withModel(act, q, { ...NOTHING, outcome: 'quoted', sentence: say(sentenceOf(quotes)), quotes })
  const prepared = await preparedAsk(act, q, asked, others)
  if (quotes.length > 0) return { ...NOTHING, outcome: 'near', sentence: say(said`Nothing answers this for sure. This is what comes near, word for word, and who may know.`), quotes, ask: prepared }
  return { ...NOTHING, outcome: 'silent', sentence: say(said`The record says nothing about this that you may read.`), ask: prepared }
}

function sentenceOf(quotes: Answer['quotes']): Said {
  const number = quotes[0]?.number ?? 0
  if (quotes.length === 1) return said`One passage of the record, word for word; the first is from #${number}.`
  return quotes.length === 2 ? said`Two passages of the record, word for word; the first is from #${number}.` : said`Three passages of the record, word for word; the first is from #${number}.`
}

/** What to quote; nothing where too little of the question is met, or no text says anything of the names in it. */
async function quotesFor(act: Act, q: string, asked: RankedTexts): Promise<{ quotes: Answer['quotes']; sure: boolean }> {
  const around = asked.found.slice(0, READ_MAX)
  const read = await withReplacements(act, asked, around)
  const names = namesAsked(q)
  const sources = read.sources.filter(({ title, body, authorName, spaceName }) => holdsNames(names, `${title} ${body} ${authorName} ${spaceName}`))
  const able = around.filter(({ id }) => sources.some((source) => source.id === id))
  const telling = tellingOf(await wholeWords(act, asked), asked.collection, around)
  const first = able.slice(0, QUOTES_MAX)
  const best = await bestPassages(act, sources, { terms: asked.terms, telling, collection: asked.collection, language: asked.wanted.language })
  const passage = Math.max(0, ...best.filter(({ source }) => first.some(({ id }) => id === source.id)).map(({ covers }) => covers))
  const met = howSure({ text: confidence(first, telling, around), passage })
  if (met === 'not') return { quotes: [], sure: false }
  const states = await statesOf(act, sources.map(({ id, replyId, fileName }) => ({ id, isReply: replyId !== null || fileName !== null })))
  const quotes = await shape(act, asked, { best, states, replaced: read.replaced })
  return { quotes, sure: met === 'sure' && quotes.length > 0 }
}

type Replaced = Awaited<ReturnType<typeof replacementsOf>>

/** The texts to read; what replaced one of them is read too, wherever search put it. */
async function withReplacements(act: Act, { spaces }: RankedTexts, found: readonly Found[]) {
  const spaceIds = spaces.map(({ id }) => id)
  const replaced = await replacementsOf(act, found.filter(({ kind }) => kind === 'decision').map(({ entryId }) => entryId), spaceIds)
  const ids = [...new Set([...found.map(({ id }) => id), ...[...replaced.values()].map(({ id }) => id)])]
  const sources = await sourcesOf(act, ids)
  return { replaced, sources: ids.flatMap((id) => sources.get(id) ?? []) }
}

/** A reply, or a file: how the entry stands says nothing of it. */
const isBeside = ({ replyId, fileName }: Best['source']): boolean => replyId !== null || fileName !== null

/** Of an ask that was answered, what was answered: the question itself tells nobody anything. By the passage in whose place it is quoted. */
async function answersOf(act: Act, asks: readonly Best[], best: readonly Best[]): Promise<Map<Best, Pick<Best, 'source' | 'passage'>>> {
  const ids = await answersTo(act, asks.filter(({ source }) => source.kind === 'ask').map(({ source }) => source.entryId))
  const sources = await sourcesOf(act, [...ids.values()])
  return new Map(asks.flatMap((one) => {
    const source = sources.get(ids.get(one.source.entryId) ?? '')
    const passage = source && (best.find((other) => other.source.id === source.id)?.passage ?? passagesOf(readMarkdown(source.body))[0])
    return source && passage ? [[one, { source, passage }] as const] : []
  }))
}

type Read = { best: readonly Best[]; states: ReadonlyMap<string, string>; replaced: Replaced }

async function shape(act: Act, { found, spaces }: RankedTexts, { best, states, replaced }: Read): Promise<Answer['quotes']> {
  const places = new Map(found.slice(0, READ_MAX).map(({ id }, at) => [id, at]))
  const most = Math.max(0, ...best.map(({ weight }) => weight))
  const decided = await decidedFrom(act, [...new Set(best.map(({ source }) => source.entryId))], spaces.map(({ id }) => id))
  const choices = best.map((one) => ({
    one, entryId: one.source.entryId, weight: one.weight / most - PLACE * (places.get(one.source.id) ?? READ_MAX), state: states.get(one.source.id) ?? null,
    isReply: isBeside(one.source), decidedAs: decided.get(one.source.entryId) ?? null, replacedBy: replaced.get(one.source.entryId)?.id ?? null,
  }))
  const chosen = chooseQuotes(choices, QUOTES_MAX)
  const answers = await answersOf(act, chosen.filter(({ isReply }) => !isReply).map(({ one }) => one), best)
  return chosen.map(({ one, state, isReply }) => {
    const { source, passage } = answers.get(one) ?? one
    const newer = isSuperseded(state) ? replaced.get(source.entryId) : undefined
    return {
      number: source.number, kind: source.kind, title: source.title, replyId: source.replyId, headings: source.fileName === null ? passage.headings : [source.fileName, ...passage.headings], text: passage.text,
      spaceId: source.spaceId, spaceName: source.spaceName, authorId: source.authorId, authorName: source.authorName, at: source.at.toString(),
      state: isReply ? null : state, holds: newer ? { number: newer.number, title: newer.title } : null, standing: standingSentence({ state, isReply }, newer?.number ?? null, wordsOf(act)),
    }
  })
}
