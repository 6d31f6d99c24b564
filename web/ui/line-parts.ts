import { splitAtNumbers } from './entry-links.ts'

/** A piece of one line: words, a mention of an entry, or something quoted from a machine. */
export type LinePart = { kind: 'words' | 'code', text: string } | { kind: 'mention', text: string, number: number }

const CODE = /`([^`]+)`/g

/** Splits a line at `code` and at `#128`; a mention inside code is a quotation and stays code. */
export function splitLine(line: string): LinePart[] {
  const parts: LinePart[] = []
  let done = 0
  for (const match of line.matchAll(CODE)) {
    parts.push(...wordsIn(line.slice(done, match.index)), { kind: 'code', text: match[1] ?? '' })
    done = match.index + match[0].length
  }
  return [...parts, ...wordsIn(line.slice(done))]
}

function wordsIn(text: string): LinePart[] {
  return splitAtNumbers(text).map((part): LinePart => (part.number === undefined ? { kind: 'words', text: part.text } : { kind: 'mention', text: part.text, number: part.number }))
}
