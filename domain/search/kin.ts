/** Length of the pieces that words are compared by. Unit: letters. */
const PIECE = 4
/** How much of a word must stand in another one for it to count as kin; a word that stands nowhere may be a typo, so less is enough. */
const KIN_MIN = 0.5
const TYPO_MIN = 0.25
/** Most kin of one word: more of them drown it (measured in docs/benchmarks-search.md). */
const KIN_MAX = 4

export type Neighbour = { lexeme: string; texts: number }

/**
 * Words of the record that look like a word of the question, with how much each counts: 0..1, the square of the share of the
 * word's pieces that it holds. So `linter` finds `eslint`, and a typo finds what was meant.
 */
export function kinOf(word: Neighbour, neighbours: readonly Neighbour[]): Map<string, number> {
  const pieces = piecesOf(word.lexeme)
  const least = word.texts === 0 ? TYPO_MIN : KIN_MIN
  const near = neighbours.filter(({ lexeme }) => lexeme !== word.lexeme).map((one) => ({ ...one, share: shareOf(pieces, one.lexeme) })).filter(({ share }) => share >= least)
    .toSorted((a, b) => b.share - a.share || b.texts - a.texts || (a.lexeme < b.lexeme ? -1 : 1))
  return new Map([[word.lexeme, 1], ...near.slice(0, KIN_MAX).map(({ lexeme, share }) => [lexeme, share ** 2] as const)])
}

function piecesOf(word: string): Set<string> {
  const letters = [...word]
  if (letters.length <= PIECE) return new Set([word])
  return new Set(letters.slice(0, letters.length - PIECE + 1).map((_, at) => letters.slice(at, at + PIECE).join('')))
}

function shareOf(pieces: ReadonlySet<string>, other: string): number {
  const theirs = piecesOf(other)
  return [...pieces].filter((piece) => theirs.has(piece)).length / pieces.size
}
