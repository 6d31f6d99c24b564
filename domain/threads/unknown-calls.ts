import type { Mention } from '../asks/mentions.ts'
import { codeRanges, insideOf } from '../text/code-ranges.ts'

/** An at sign and the word after it, where it does not stand in a word, an address or a path. */
const CALL = /(?<![\p{L}\p{N}_@/.&+-])@[\p{L}\p{N}][\p{L}\p{N}_-]*/gu

/** Words that look like calls and reach nobody, each once: somebody who is not here, or a name that two people have. */
export function unknownCalls(markdown: string, mentions: readonly Mention[]): string[] {
  const isApart = insideOf(codeRanges(markdown))
  const known = new Set(mentions.map(({ start }) => start))
  const unknown = [...markdown.matchAll(CALL)].filter(({ index }) => !known.has(index) && !isApart(index))
  return [...new Set(unknown.map(([written]) => written))]
}
