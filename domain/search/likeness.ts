import { wordsInNames } from './identifiers.ts'

/**
 * How much texts look like a question, by the pieces of its words: `linter` is met by `eslint`, `patching` by `patches`. BM25
 * over pieces of four letters, with rarity among these texts alone (McNamee and Mayfield, Character N-Gram Tokenization, 2004).
 */
const PIECE = 4
/** Shorter words say little, and their pieces stand everywhere. Unit: letters. */
const WORD_MIN = 3
const K1 = 1.2
const B = 0.75

/** The pieces of words, each once. A short word is a piece with its ends, since it stands inside of many others. */
export function piecesOf(words: readonly string[]): string[] {
  const lower = words.flatMap((word) => `${word} ${wordsInNames(word)}`.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= WORD_MIN)
  return [...new Set(lower.flatMap((word) => word.length < PIECE ? [` ${word} `] : Array.from({ length: word.length - PIECE + 1 }, (_none, at) => word.slice(at, at + PIECE))))]
}

export type Compared = { id: string; text: string }

/** By id, 0..1: the text that looks most like the question has 1, unless none does. */
export function likenessOf(words: readonly string[], texts: readonly Compared[]): Map<string, number> {
  const lower = texts.map(({ id, text }) => ({ id, text: ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} ` }))
  const meanLength = lower.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, lower.length)
  const scores = new Map(lower.map(({ id }) => [id, 0]))
  for (const piece of piecesOf(words)) {
    const counts = lower.map(({ text }) => timesIn(text, piece))
    const holding = counts.filter((count) => count > 0).length
    const rarity = Math.log(1 + (lower.length - holding + 0.5) / (holding + 0.5))
    for (const [at, { id, text }] of lower.entries()) {
      const count = counts[at] ?? 0
      if (count > 0) scores.set(id, (scores.get(id) ?? 0) + rarity * count * (K1 + 1) / (count + K1 * (1 - B + B * text.length / Math.max(1, meanLength))))
    }
  }
  const most = Math.max(0, ...scores.values())
  return new Map([...scores].map(([id, score]) => [id, most === 0 ? 0 : score / most]))
}

function timesIn(text: string, piece: string): number {
  let count = 0
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) count += 1
  return count
}
