import type { search } from '#contract/search.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { asksForSomething, readQuestion } from '#domain/search/question.ts'
import type { Question } from '#domain/search/question.ts'
import { startOfDate } from '#domain/time/local.ts'
import { inWords } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'
import { visibleSpaces } from '#server/spaces/public.ts'
import type { Space } from '#server/spaces/public.ts'
import { statesOf } from './candidates.ts'
import type { Wanted } from './candidates.ts'
import { facetsOf } from './facets.ts'
import { hitsOf } from './hits.ts'
import { languageOf } from './lexemes.ts'
import { peopleMeant, spacesMeant } from './names.ts'
import { rank } from './rank.ts'
import type { Ranked } from './rank.ts'

/**
 * Finds what was written, best first, out of what the reader may see. Counts, the words that rank, and the words that others
 * are mistaken for come from those texts alone, so that nothing elsewhere shows in any answer.
 */
export async function find(act: Act, { q, offset, limit }: InputOf<typeof search>): Promise<OutputOf<typeof search>> {
  const { question, spaces, wanted, found, more, lexemes } = await ranked(act, q)
  const shown = found.slice(offset, offset + limit)
  const [items, facets] = await Promise.all([
    statesOf(act, shown).then((states) => hitsOf(act, shown, { lexemes, language: wanted.language, states })), facetsOf(act, found, spaces),
  ])
  return { items, total: found.length, more, facets, understood: question.understood.map((one) => ({ ...one, means: inWords(one.means, wordsOf(act)) })) }
}

export type RankedTexts = Ranked & { question: Question; spaces: readonly Space[]; wanted: Wanted }

/** All texts that a question finds among those that the reader may see, best first, with what they were weighed by. */
export async function ranked(act: Act, q: string): Promise<RankedTexts> {
  const question = readQuestion(q, act.now.toZonedDateTimeISO(act.actor.zone).toPlainDate())
  const [spaces, language] = await Promise.all([visibleSpaces(act), languageOf(act)])
  const wanted = await wantedBy(act, question, { spaceIds: spacesMeant(question, spaces).map(({ id }) => id), language })
  const nothing: Ranked = { found: [], more: false, lexemes: [], terms: [], collection: { texts: 0, meanSize: 1 } }
  return { question, spaces, wanted, ...asksForSomething(question) ? await rank(act, question, wanted) : nothing }
}

async function wantedBy(act: Act, question: Question, { spaceIds, language }: Pick<Wanted, 'spaceIds' | 'language'>): Promise<Wanted> {
  const moment = (date: Temporal.PlainDate | null) => date === null ? null : startOfDate(date.toString(), act.actor.zone)
  return {
    spaceIds, authorIds: await peopleMeant(act, question, 'from'), answererIds: await peopleMeant(act, question, 'to'),
    kinds: question.kinds, stands: question.stands, has: question.has, from: moment(question.after), until: moment(question.before), number: question.number,
    phrases: question.phrases, without: question.without, language,
  }
}
