import { rarity } from '../search/rank.ts'
import type { Collection, Term } from '../search/rank.ts'

/** BM25 as search has it, with a passage for a text. */
const K1 = 1.2
const B = 0.75
/** What a word above a passage counts beside one in it: a heading names what follows, and the title what all of it is about. */
const IN_HEADING = 0.6
const IN_TITLE = 0.3
/** Where a record says what was decided, it answers best. Share of the weight that is added. */
const OUTCOME = 0.15
const SAYS_OUTCOME = /\b(?:decision|outcome|recommendation|conclusion|answer|resolution|chosen|we will)\b/i

/** How often each lexeme of the question stands in a passage, and in what stands above it. */
export type Counted = { counts: Readonly<Record<string, number>>; headings: Readonly<Record<string, number>>; title: Readonly<Record<string, number>>; size: number; headingText: string }

const countOf = ({ kin }: Term, counts: Readonly<Record<string, number>>): number => {
  let sum = 0
  for (const [lexeme, weight] of kin) sum += weight * (counts[lexeme] ?? 0)
  return sum
}

/** How well a passage answers, by how many of the rare words of the question it holds; 0 where none. */
export function passageWeight(passage: Counted, terms: readonly Term[], { texts }: Collection, meanSize: number): number {
  const long = K1 * (1 - B + B * passage.size / Math.max(1, meanSize))
  let sum = 0
  for (const term of terms) {
    const count = countOf(term, passage.counts) + IN_HEADING * Math.min(1, countOf(term, passage.headings)) + IN_TITLE * Math.min(1, countOf(term, passage.title))
    if (count > 0) sum += term.weight * rarity(term.texts, texts) * count * (K1 + 1) / (count + long)
  }
  return SAYS_OUTCOME.test(passage.headingText) ? sum * (1 + OUTCOME) : sum
}
