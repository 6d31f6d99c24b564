import { codeRanges, insideOf } from '../text/code-ranges.ts'
import { sentenceAround } from './sentence.ts'

/** Shorter titles stand in every second text without being meant. Unit: UTF-16 units. */
export const TITLE_MIN = 4

/** Where a text links already, or shows an address. Bounded, so that it is found in linear time. */
const LINKED = /\[\[[^[\]\n]{0,400}\]\]|\[[^[\]\n]{0,400}\]\([^()\s]{0,400}\)|https?:\/\/[^\s<>]{1,400}/gu

/** A title that a text says without linking it. */
export type PlainMention = { readonly written: string; readonly sentence: string }

/** The first place where a text says a title in plain words: not in code, a quote, an address or a link. */
export function plainMention(text: string, title: string): PlainMention | null {
  const words = title.trim()
  if (words.length < TITLE_MIN) return null
  const isApart = insideOf([...codeRanges(text), ...[...text.matchAll(LINKED)].map((match) => ({ start: match.index, end: match.index + match[0].length, kind: 'code' as const }))].toSorted((a, b) => a.start - b.start))
  for (const match of text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}_])${words.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')}(?![\\p{L}\\p{N}_])`, 'giu'))) {
    if (!isApart(match.index)) return { written: match[0], sentence: sentenceAround(text, match.index, match.index + match[0].length) }
  }
  return null
}
