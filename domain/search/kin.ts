import { piecesOf } from './likeness.ts'

/** How much of a word that stands nowhere must stand in another one, for that one to be what was meant. */
const MEANT_MIN = 0.35
/** Most words that are tried for one. */
const MEANT_MAX = 4

export type Neighbour = { lexeme: string; texts: number }

/**
 * The word itself, and, where it stands in no text, those of the record that look most like it, with how much each counts: the
 * square of the share of the word's pieces that it holds. So a typo finds what was meant.
 */
export function kinOf(word: Neighbour, neighbours: readonly Neighbour[]): Map<string, number> {
  if (word.texts > 0) return new Map([[word.lexeme, 1]])
  const pieces = piecesOf([word.lexeme])
  const near = neighbours.map((one) => ({ ...one, share: pieces.filter((piece) => one.lexeme.includes(piece)).length / Math.max(1, pieces.length) })).filter(({ share }) => share >= MEANT_MIN)
    .toSorted((a, b) => b.share - a.share || b.texts - a.texts || (a.lexeme < b.lexeme ? -1 : 1))
  return new Map([[word.lexeme, 1], ...near.slice(0, MEANT_MAX).map(({ lexeme, share }) => [lexeme, share ** 2] as const)])
}
