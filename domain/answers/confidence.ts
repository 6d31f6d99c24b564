import { rarity } from '../search/rank.ts'
import type { Candidate, Collection, Term } from '../search/rank.ts'

/** Of a longer question, only its rarest words have to be met: people say the rest in words of their own. */
const TOLD_BY = 4
/** A word that stands nowhere in the record says most: the question is about something that nobody wrote of. */
const NOWHERE = 1.5
/** BM25 as search has it. */
const K1 = 1.2
const B = 0.75

/**
 * From which confidence on passages are said to answer: above all of seventy questions about things that no document is about.
 * Between the two, passages are shown as near, with whom to ask; docs/benchmarks-search.md says how often each is right.
 */
export const SURE_MIN = 0.64
export const NEAR_MIN = 0.47

/**
 * How sure one may be that one of these texts answers, 0..1: how much of the rarest words of the question stands in the best
 * of them, each counting the more the more often it stands there.
 * @param around the texts that search put first, whose mean length is the measure of what is long
 */
export function confidence(texts: readonly Candidate[], terms: readonly Term[], { texts: all }: Collection, around: readonly Candidate[]): number {
  const known = new Set(around.flatMap(({ counts }) => Object.keys(counts)))
  const asked = terms.map(({ kin, texts: stands }) => {
    const [own = ''] = kin.keys()
    const nowhere = (stands === 0 || kin.size > 1) && !known.has(own)
    return { own, weight: nowhere ? NOWHERE * rarity(1, all) : rarity(Math.max(1, stands), all) }
  })
  const wanted = asked.map(({ weight }) => weight).toSorted((a, b) => b - a).slice(0, TOLD_BY).reduce((sum, weight) => sum + weight, 0)
  const meanSize = around.reduce((sum, { size }) => sum + size, 0) / Math.max(1, around.length)
  const met = texts.map(({ counts, size }) => {
    const long = K1 * (1 - B + B * size / Math.max(1, meanSize))
    return asked.reduce((sum, { own, weight }) => { const count = counts[own] ?? 0; return sum + weight * count / (count + long) }, 0)
  })
  return wanted === 0 ? 0 : Math.min(1, Math.max(0, ...met) / wanted)
}
