/** As much as a list shows in one or two lines. Unit: characters. */
const TLDR_MAX = 200

const MARKS = /[*`~]+|^#{1,6}\s+|^>\s?|^[-+]\s+/gmu
/** Neither part runs over another bracket, so that a row of them costs no more than its length. */
const LINK = /!?\[([^[\]]*)\]\((?:[^()]|\([^()]*\))*\)/gu

/**
 * The one line that stands for a whole wrap in lists, briefs and mails: the first sentence of what matters most,
 * without Markdown signs, cut at a word where it is long.
 */
export function tldrOf(mostImportant: string): string {
  const plain = inPlainWords(mostImportant)
  const sentence = /^.+?[.?!…](?=\s|$)/u.exec(plain)?.[0] ?? plain
  return shorten(sentence, TLDR_MAX)
}

/** A line of Markdown as it is read out: without its marks, and links by their words. */
export const inPlainWords = (line: string): string => line.replace(LINK, '$1').replace(MARKS, '').replace(/\s+/gu, ' ').trim()

/** Cut at a word where that is near, and never inside a character; `…` says that there is more. */
export function shorten(line: string, max: number): string {
  const letters = [...line]
  if (letters.length <= max) return line
  const kept = letters.slice(0, max - 1).join('')
  const word = kept.lastIndexOf(' ')
  return `${(word > kept.length / 2 ? kept.slice(0, word) : kept).trimEnd()}…`
}
