/** Links of Markdown inside a line, images left out. */
const LINK = /(?<!!)\[(?<words>(?:\\.|[^[\]\\])*)\]\((?<target>[^()\s]*)(?:\s+"[^"]*")?\)/g
const COMMENT = /(?<!\\)<!--[^]*?-->/g
const ESCAPED = /\\([!-/:-@[-`{-~])/g

/** So much of a line is looked at for its name. Unit: UTF-16 units. */
const NAME_READ_MAX = 4000

/** A title as people read it: links as their words, backslashes gone; code and emphasis stay as they are. */
export function plainTitle(raw: string): string {
  return raw.slice(0, NAME_READ_MAX).replace(COMMENT, '').replace(LINK, (_all, words: string) => words).replace(ESCAPED, '$1').replace(/\s+/g, ' ').trim()
}

/** The same the other way: `plainTitle(markedTitle(x))` is x, where x is one line without outer white space. */
export function markedTitle(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim()
  const marked = line.replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\').replace(/\](?=\()/g, '\\]').replace(/<(?=!--)/g, '\\<').replace(/(?<!#)#+$/, (run) => '\\#'.repeat(run.length))
  // A number in front would be taken for that of the record, and stars alone for a rule.
  return marked.replace(/^((?:ADR[- ]?)?\d+)(?=[.:)](?:\s|$))/i, '$1\\').replace(/^(?=[* ]+$)/, '\\')
}

/** For comparing what people wrote twice: small letters and digits with single spaces. */
export const folded = (text: string): string => plainTitle(text).normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** The name of a heading, for recognising it. */
export const nameOf = (heading: string): string => folded(heading.replace(COMMENT, ''))

export type FoundLink = { words: string; target: string; at: number }
/** Links in a piece of text, in order. */
export const linksIn = (text: string): FoundLink[] => [...text.matchAll(LINK)].map((match) => ({ words: match.groups?.['words'] ?? '', target: match.groups?.['target'] ?? '', at: match.index }))

/** `{…}` and `[…]`, which templates put where something is to be written. */
export const isPlaceholder = (text: string): boolean => /^(?:\{[^]*\}|\[[^\]]*\])$/.test(text.trim())

