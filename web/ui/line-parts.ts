import { splitAtNumbers } from './entry-links.ts'

/** A piece of one line: words, words that are stressed, a mention of an entry, or something quoted from a machine. */
export type LinePart = { kind: 'words' | 'strong' | 'code', text: string } | { kind: 'mention', text: string, number: number }

const CODE = /`([^`]+)`/g
const STRONG = /(?<![\p{L}\p{N}*])\*\*(?=[^\s*])([^*]+)(?<=[^\s*])\*\*(?![\p{L}\p{N}*])/gu

/** Splits a line at `code`, at **stress** and at `#128`; what stands inside code is a quotation and stays code. */
export function splitLine(line: string): LinePart[] {
  return splitAt(line, CODE, 'code', (text) => splitAt(text, STRONG, 'strong', wordsIn))
}

/** What the marks enclose is one part; `between` splits the rest. */
function splitAt(line: string, marks: RegExp, kind: 'code' | 'strong', between: (text: string) => LinePart[]): LinePart[] {
  const parts: LinePart[] = []
  let done = 0
  for (const match of line.matchAll(marks)) {
    parts.push(...between(line.slice(done, match.index)), { kind, text: match[1] ?? '' })
    done = match.index + match[0].length
  }
  return [...parts, ...between(line.slice(done))]
}

function wordsIn(text: string): LinePart[] {
  return splitAtNumbers(text).map((part): LinePart => (part.number === undefined ? { kind: 'words', text: part.text } : { kind: 'mention', text: part.text, number: part.number }))
}
