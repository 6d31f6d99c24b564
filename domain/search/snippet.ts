/** Some words of a text, one after the other. */
export type Piece = { text: string; found: boolean }

/** Markdown that is not read aloud: marks of emphasis, code, quotes and headings; what a link leads to; list and table marks. */
const MARKUP: readonly (readonly [RegExp, string])[] = [
  [/!?\[([^\][]*)\]\([^()\s]*\)/g, '$1'], [/`{1,3}/g, ''], [/\*\*|__|~~/g, ''], [/(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, ''],
  [/(?:^|\n)[ \t]*(?:#{1,6}|>|[-*+]|\d{1,3}\.)(?=[ \t])/g, '\n'], [/\|[-:| \t]*/g, ' '],
]

/** Cuts a marked text at its marks, and leaves out what Markdown does not read aloud. Line ends become spaces. */
export function pieces(marked: string, open: string, close: string): Piece[] {
  const plain = MARKUP.reduce((text, [pattern, by]) => text.replace(pattern, by), marked).replaceAll(/\s+/g, ' ').trim()
  const found: Piece[] = []
  let from = 0
  let inside = false
  for (let at = 0; at <= plain.length; at += 1) {
    const sign = plain[at]
    if (sign !== undefined && sign !== open && sign !== close) continue
    if (at > from) found.push({ text: plain.slice(from, at), found: inside })
    inside = sign === open
    from = at + 1
  }
  return found
}
