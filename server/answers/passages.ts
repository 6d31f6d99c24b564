import { readMarkdown } from '#contract/writing-text.ts'
import { coverage } from '#domain/answers/confidence.ts'
import type { Telling } from '#domain/answers/confidence.ts'
import { passagesOf } from '#domain/answers/passages.ts'
import type { Passage } from '#domain/answers/passages.ts'
import { passageWeight } from '#domain/answers/weigh.ts'
import type { Collection, Term } from '#domain/search/rank.ts'
import type { Act } from '#server/platform/act.ts'
import { countsIn } from './queries.ts'
import type { Source } from './queries.ts'

/** Most passages of one text that are weighed; of a longer one the first. */
const PASSAGES_MAX = 120

/** The best passage of a text, and the most that one passage of it covers of the question. */
export type Best = { source: Source; passage: Passage; weight: number; covers: number }
type Asked = { terms: readonly Term[]; telling: readonly Telling[]; collection: Collection; language: string }

/** The best passage of each of these texts; texts without one are left out. One statement, however many there are. */
export async function bestPassages(act: Pick<Act, 'tx' | 'actor'>, sources: readonly Source[], { terms, telling, collection, language }: Asked): Promise<Best[]> {
  const cut = sources.flatMap((source) => passagesOf(readMarkdown(source.body)).slice(0, PASSAGES_MAX).map((passage) => ({ source, passage, above: passage.headings.join(' ') })))
  const texts = [...new Set(cut.flatMap(({ source, passage, above }) => [passage.text, above, source.title]))]
  const lexemes = [...new Set(terms.flatMap(({ kin }) => [...kin.keys()]))]
  const counted = new Map((await countsIn(act, language, { texts, lexemes })).map((one, at) => [texts[at] ?? '', one]))
  const none = { counts: {}, size: 0 }
  const of = (text: string) => counted.get(text) ?? none
  const meanSize = cut.reduce((sum, { passage }) => sum + of(passage.text).size, 0) / Math.max(1, cut.length)
  const best = new Map<string, Best>()
  for (const { source, passage, above } of cut) {
    const [here, headings, title] = [of(passage.text), of(above), of(source.title)]
    const weight = passageWeight({ counts: here.counts, headings: headings.counts, title: title.counts, size: here.size, headingText: passage.headings.at(-1) ?? '' }, terms, collection, meanSize)
    const before = best.get(source.id)
    const covers = Math.max(before?.covers ?? 0, coverage([here.counts, headings.counts, title.counts], telling))
    if (weight > (before?.weight ?? 0)) best.set(source.id, { source, passage, weight, covers })
    else if (before) before.covers = covers
  }
  return [...best.values()]
}
