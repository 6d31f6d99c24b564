import { rarity } from './rank.ts'
import type { Term } from './rank.ts'

/**
 * Relevance feedback by the relevance model RM3 (Abdul-Jaleel and others, TREC 2004): the words that the best matches have in
 * common are asked for as well, a little. It finds the page that says the same in other words.
 */
const BEST = 5
const WORDS = 20
/** The share of the question that stays with what was typed. */
const TYPED = 0.7
/** A question of fewer words says what it wants exactly. */
const TYPED_MIN = 3

/** One of the best matches: how well it matched, and how often each lexeme stands in it. */
export type Best = { match: number; size: number; counts: Readonly<Record<string, number>> }

/** How many of the best matches to read. 0 where the question is too short to be widened. */
export const readForFeedback = (terms: readonly Term[]): number => terms.length >= TYPED_MIN ? BEST : 0

/**
 * The question, widened. Weights add up to 1.
 * @param textsWith in how many texts a lexeme stands; one that stands in no other text says nothing about others
 */
export function widen(terms: readonly Term[], best: readonly Best[], { textsWith, all }: { textsWith: ReadonlyMap<string, number>; all: number }): Term[] {
  const sum = best.reduce((total, { match }) => total + match, 0)
  if (sum === 0) return [...terms]
  const shares = new Map<string, number>()
  for (const { match, size, counts } of best) {
    for (const [lexeme, count] of Object.entries(counts)) {
      const texts = textsWith.get(lexeme) ?? 0
      if (texts < 2 || !isWord(lexeme)) continue
      shares.set(lexeme, (shares.get(lexeme) ?? 0) + match / sum * count / Math.max(1, size) * rarity(texts, all))
    }
  }
  const taken = [...shares].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, WORDS)
  const whole = taken.reduce((total, [, share]) => total + share, 0)
  if (whole === 0) return [...terms]
  const added = taken.map(([lexeme, share]): Term => ({ kin: new Map([[lexeme, 1]]), weight: (1 - TYPED) * share / whole, texts: textsWith.get(lexeme) ?? 0 }))
  return [...terms.map((term) => ({ ...term, weight: TYPED * term.weight / terms.length })), ...added]
}

const isWord = (lexeme: string): boolean => lexeme.length > 1 && !/^\d+$/.test(lexeme)
