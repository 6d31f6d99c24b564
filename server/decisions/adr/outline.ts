import { parser } from '@lezer/markdown'

/** Top-level blocks of a text. `name` as the parser calls it; offsets are those of the text. */
export type Block = { readonly name: string; readonly start: number; readonly end: number; readonly items: readonly Item[] }
/** A list item; `start` is its mark, `text` the first character after it. */
export type Item = { readonly start: number; readonly text: number; readonly end: number }
export type Heading = { readonly level: number; readonly words: string; readonly start: number; readonly end: number }
export type Outline = {
  readonly source: string; readonly blocks: readonly Block[]; readonly headings: readonly Heading[]
  /** Where each line begins. */
  readonly lines: readonly number[]
}

/** Lists and quotations inside each other; what is nested deeper is taken as it stands. */
const DEPTH_MAX = 50

/** Blocks only: what stands inside a line is read where it is asked for, which keeps any text quick to read. */
const reader = parser.configure([{
  remove: ['Escape', 'Entity', 'InlineCode', 'HTMLTag', 'Emphasis', 'HardBreak', 'Link', 'Image', 'LinkEnd'],
  parseBlock: [{
    name: 'DepthMax', before: 'Blockquote',
    parse(context) {
      if (context.depth <= DEPTH_MAX) return false
      context.nextLine()
      return true
    },
  }],
}])
const HEADING = /^(?:ATX|Setext)Heading([1-6])$/
const LISTS = new Set(['BulletList', 'OrderedList'])

/** Takes Markdown apart into its top-level blocks from `from` on; earlier text, such as front matter, is left out. */
export function outlineOf(source: string, from = 0): Outline {
  // Of the same length, so that offsets stay those of the file.
  const even = source.replace(/\r\n/g, ' \n').replace(/\r/g, '\n')
  const top = reader.parse(source.slice(0, from).replace(/[^\n]/g, ' ') + even.slice(from)).topNode
  const blocks: Block[] = []
  const headings: Heading[] = []
  for (let node = top.firstChild; node; node = node.nextSibling) {
    const items: Item[] = []
    if (LISTS.has(node.name)) {
      for (let item = node.firstChild; item; item = item.nextSibling) items.push({ start: item.from, text: item.firstChild?.to ?? item.from, end: item.to })
    }
    blocks.push({ name: node.name, start: lineStart(even, node.from), end: trimmedEnd(even, node.to), items })
    const level = Number(HEADING.exec(node.name)?.[1] ?? 0)
    if (level > 0) headings.push({ level, words: headingWords(even.slice(node.from, node.to)), start: lineStart(even, node.from), end: trimmedEnd(even, node.to) })
  }
  return { source, blocks, headings, lines: [...even.matchAll(/\n/g)].reduce((starts, { index }) => { starts.push(index + 1); return starts }, [0]) }
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1

/** Before white space at the end of a line, so that what is put there stands before its line end. */
function trimmedEnd(text: string, to: number): number {
  let end = to
  while (text[end - 1] === ' ' || text[end - 1] === '\t') end -= 1
  return end
}

/** The words of a heading without its marks. */
function headingWords(raw: string): string {
  const atx = /^ {0,3}#{1,6}(?=[ \t\n]|$)/.exec(raw)
  if (atx) return raw.slice(atx[0].length).replace(/(?:[ \t]|^)#+[ \t]*$/, '').trim()
  return raw.replace(/\n[^\n]*$/, '').trim()
}

/** The number of the line on which an offset stands; the first line is 1. */
export const lineAt = ({ lines }: Pick<Outline, 'lines'>, offset: number): number => firstFrom(lines, offset + 1, (start) => start)

/** Those of a sorted list that begin in a span. */
export function startingIn<T extends { readonly start: number }>(list: readonly T[], { start, end }: { start: number; end: number }): readonly T[] {
  const from = firstFrom(list, start, (one) => one.start)
  return list.slice(from, Math.max(from, firstFrom(list, end, (one) => one.start)))
}

/** The place of the first that is not below a number, in a sorted list. */
function firstFrom<T>(list: readonly T[], least: number, of: (one: T) => number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const one = list[middle]
    if (one !== undefined && of(one) < least) low = middle + 1
    else high = middle
  }
  return low
}

/** Part of a text with plain line ends, without the blank lines before and the white space after it. */
export const tidy = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/^(?:[^\S\n]*\n)+/, '').trimEnd()

/** What is left of a part when ranges are taken out, joined by blank lines. */
export function without(source: string, { start, end }: { start: number; end: number }, ranges: readonly { start: number; end: number }[]): string {
  const pieces: string[] = []
  let at = start
  for (const range of [...ranges].toSorted((a, b) => a.start - b.start)) {
    if (range.start > at) pieces.push(source.slice(at, range.start))
    at = Math.max(at, range.end)
  }
  if (at < end) pieces.push(source.slice(at, end))
  return pieces.map(tidy).filter((piece) => piece !== '').join('\n\n')
}
