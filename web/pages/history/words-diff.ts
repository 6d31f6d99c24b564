import { diffLines } from '#domain/agreement/line-diff.ts'
import type { LineChange } from '#domain/agreement/line-diff.ts'

/** A run of words that stands in both texts, or in one of them. */
type Run = LineChange
/** Lines that stand in both texts, or a place where they differ: what was removed and what was added there. */
type Part = { kind: 'same', lines: string[] } | { kind: 'changed', removed: string[], added: string[] }

/** Beyond so little in common a line was written anew: marks on every second word help nobody. */
const ALIKE = 0.4
const WORDS = /\s+|[\p{L}\p{N}\p{M}_]+|[^\s\p{L}\p{N}\p{M}_]/gu

/** The lines of a comparison, gathered into what is the same and what differs. */
export function partsOf(lines: readonly LineChange[]): Part[] {
  const parts: Part[] = []
  for (const { kind, text } of lines) {
    const last = parts.at(-1)
    if (kind === 'same') {
      if (last?.kind === 'same') last.lines.push(text)
      else parts.push({ kind: 'same', lines: [text] })
      continue
    }
    const part = last?.kind === 'changed' ? last : { kind: 'changed' as const, removed: [], added: [] }
    if (part !== last) parts.push(part)
    part[kind].push(text)
  }
  return parts
}

/** Two texts word by word; undefined where they have so little in common that they are read better one after the other. */
export function wordRuns(was: string, now: string): Run[] | undefined {
  const runs = gathered(diffLines(wordsOf(was), wordsOf(now)))
  const same = runs.reduce((sum, { kind, text }) => (kind === 'same' ? sum + text.trim().length : sum), 0)
  return same < ALIKE * Math.min(was.trim().length, now.trim().length) ? undefined : runs
}

/** Stands in for line ends between words, since the comparison takes one word a line. */
const BREAK = '\u2028'
const wordsOf = (text: string): string => (text.match(WORDS) ?? []).map((word) => word.replaceAll('\n', BREAK)).join('\n')

function gathered(words: readonly LineChange[]): Run[] {
  const runs: Run[] = []
  for (const { kind, text } of words) {
    const last = runs.at(-1)
    const plain = text.replaceAll(BREAK, '\n')
    if (last?.kind === kind) last.text += plain
    else runs.push({ kind, text: plain })
  }
  return runs
}
