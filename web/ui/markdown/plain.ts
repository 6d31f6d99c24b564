/** Characters that mean something to Markdown wherever they stand, and those that a parser would replace. */
const SPEAKS = /[*_`~[\]<>|\\&^\p{Cc}\p{Cf}\u2028\u2029\uFFFD]/u
/** What becomes a link by itself. */
const LINKS = /:\/\/|www\.|mailto:|xmpp:|\S@\S/i
/** Beginnings of a line that make it a heading, a list, a rule, a table or code; and ends that break it. */
const SHAPED = /^(?:\s|[#+\-=:]|\d{1,9}[.)])|[^\S\n]$/m

/**
 * Reads text that uses no Markdown at all, as most short replies do, without the parser, which would take a hundred times longer.
 * Whatever might mean something is left to the parser, so both always agree.
 * @returns its paragraphs, or undefined when the parser has to read it
 */
export function plainParagraphs(text: string): string[] | undefined {
  const trimmed = text.replace(/^\n+|\n+$/g, '')
  const lines = trimmed.replaceAll('\n', '')
  if (trimmed === '' || SPEAKS.test(lines) || LINKS.test(trimmed) || SHAPED.test(trimmed.replace(/\n{2,}/g, '\n'))) return undefined
  return trimmed.split(/\n{2,}/)
}
