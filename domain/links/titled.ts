/** A piece of text; `title` is there when it names a page in double brackets, and `text` is then what is shown of it. */
export type TitledPart = { readonly text: string; readonly title?: string; readonly written: string }

/** `[[Title]]`, `[[Title#part]]`, `[[Title|shown]]`. No bracket stands inside, so that a row of them costs no more than its length. */
const TITLED = /\[\[([^[\]|#\n]{1,200})(?:#[^[\]|\n]{0,200})?(?:\|([^[\]\n]{1,200}))?\]\]/gu

/** Splits text at titles in double brackets; `written` joined is the text. The one rule for server, web and terminal. */
export function splitAtTitles(text: string): TitledPart[] {
  const parts: TitledPart[] = []
  const plain = (words: string): void => { if (words !== '') parts.push({ text: words, written: words }) }
  let done = 0
  for (const match of text.matchAll(TITLED)) {
    const title = (match[1] ?? '').trim()
    if (title === '') continue
    plain(text.slice(done, match.index))
    parts.push({ text: (match[2] ?? title).trim(), title, written: match[0] })
    done = match.index + match[0].length
  }
  plain(text.slice(done))
  return parts
}
