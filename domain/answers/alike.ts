import { piecesOf } from '../search/likeness.ts'

/** From this share of common pieces on, two questions ask the same in other words. In the middle of what tells the cases of the tests apart. */
const ALIKE_MIN = 0.4

/**
 * How much two questions look alike, 0..1: the share of the pieces of four letters that they have in common, as search compares
 * texts with a question (Dice, Measures of the Amount of Ecologic Association, 1945).
 * @param a the words of one that say something: without `the` and `which`
 */
export function alikeness(a: readonly string[], b: readonly string[]): number {
  const [one, other] = [piecesOf(a), new Set(piecesOf(b))]
  const common = one.filter((piece) => other.has(piece)).length
  return one.length + other.size === 0 ? 0 : 2 * common / (one.length + other.size)
}

export const areAlike = (a: readonly string[], b: readonly string[]): boolean => alikeness(a, b) >= ALIKE_MIN
