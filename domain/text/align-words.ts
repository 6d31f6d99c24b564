import type { Anchor, Place } from './anchor.ts'

/** Words kept of either side, so that a passage is known by where it stands as well. */
const NEIGHBOURS = 4
/** Of the words of passage and neighbours together, the share that may be changed, added or gone. */
const CHANGED_MOST = 0.4
/** Of the words of the passage itself, the share that must still be there. */
const KEPT_LEAST = 0.5

type Word = { readonly text: string; readonly start: number; readonly end: number }
/** The best alignment of the pattern's first words that ends at a place of the text. Indexes are those of the text's words; -1: none yet. */
type Trail = { cost: number; first: number; last: number; kept: number }

/**
 * Where a passage stands whose words were partly changed: the stretch of the text that needs the fewest words changed,
 * added or taken out to become passage and neighbours (Sellers, "The theory and computation of evolutionary distances",
 * 1980, on words). It is looked for only where the rarest of its words stand together, so that time grows with the length
 * of the text, and not with that of the passage times that of the text.
 * @returns null where nothing is near enough
 */
export function alignWords(text: string, { quote, prefix, suffix }: Anchor): Place | null {
  const own = wordsOf(quote)
  const before = wordsOf(prefix).slice(-NEIGHBOURS)
  const pattern = [...before, ...own, ...wordsOf(suffix).slice(0, NEIGHBOURS)].map((word) => word.text)
  const words = likeliest(wordsOf(text), pattern)
  const isOwn = (row: number) => row >= before.length && row < before.length + own.length
  const best = align(words, pattern, isOwn)
  if (best.cost > pattern.length * CHANGED_MOST || best.kept < own.length * KEPT_LEAST || best.kept === 0) return null
  return { start: words[best.first]?.start ?? 0, end: words[best.last]?.end ?? 0 }
}

/** The stretch of the text, of three times the pattern's length, in whose middle most of its words stand; a rare word counts more. */
function likeliest(words: readonly Word[], pattern: readonly string[]): readonly Word[] {
  const counts = new Map(pattern.map((word) => [word, 0]))
  for (const { text } of words) {
    const known = counts.get(text)
    if (known !== undefined) counts.set(text, known + 1)
  }
  const weights = Float64Array.from(words, ({ text }) => 1 / (counts.get(text) ?? Infinity))
  let sum = 0
  let best = { sum: 0, end: 0 }
  for (let end = 0; end < weights.length; end++) {
    sum += (weights[end] ?? 0) - (weights[end - pattern.length] ?? 0)
    if (sum > best.sum) best = { sum, end }
  }
  return words.slice(Math.max(0, best.end + 1 - 2 * pattern.length), best.end + 1 + pattern.length)
}

/** One column per word of the text, one row per word of the pattern. */
function align(words: readonly Word[], pattern: readonly string[], isOwn: (row: number) => boolean): Trail {
  let column: Trail[] = [{ cost: 0, first: -1, last: -1, kept: 0 }]
  for (const row of pattern.keys()) column.push({ cost: row + 1, first: -1, last: -1, kept: 0 })
  let best = column.at(-1) as Trail
  for (const [at, word] of words.entries()) {
    const next: Trail[] = [{ cost: 0, first: -1, last: -1, kept: 0 }]
    for (const [row, wanted] of pattern.entries()) next.push(cheapest(column, next, { row, at, same: word.text === wanted, own: isOwn(row) }))
    const end = next.at(-1) as Trail
    if (end.cost < best.cost || (end.cost === best.cost && end.kept > best.kept)) best = end
    column = next
  }
  return best
}

/** What a cell follows from: both words, the text's alone (added), or the pattern's alone (gone). */
function cheapest(column: readonly Trail[], next: readonly Trail[], { row, at, same, own }: { row: number; at: number; same: boolean; own: boolean }): Trail {
  const both = column[row] as Trail
  const added = column[row + 1] as Trail
  const gone = next[row] as Trail
  const matched = both.cost + (same ? 0 : 1)
  if (matched <= added.cost + 1 && matched <= gone.cost + 1) {
    if (!own) return { ...both, cost: matched }
    return { cost: matched, first: both.first === -1 ? at : both.first, last: at, kept: both.kept + (same ? 1 : 0) }
  }
  return added.cost <= gone.cost ? { ...added, cost: added.cost + 1 } : { ...gone, cost: gone.cost + 1 }
}

/** Words as they are compared, small and without marks, with where they stand. */
const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}]+(?:['’_-][\p{L}\p{N}]+)*/gu)].map((match) => ({ text: match[0].toLowerCase(), start: match.index, end: match.index + match[0].length }))
