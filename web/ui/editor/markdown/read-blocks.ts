import type { Node, Schema } from '@tiptap/pm/model'
import { remember } from './origin.ts'
import type { Origin } from './origin.ts'
import { rangeOf, Unfaithful } from './parse.ts'
import type { Md } from './parse.ts'
import { readInline } from './read-inline.ts'

const TAB = 4
const LINE_ENDS = /\r\n|\n|\r/

/** A stretch of blocks that stand below each other. */
type Place = {
  schema: Schema
  text: string
  /** What later lines of the blocks begin with. */
  rest: string
  /** Where their container begins to hold them. */
  from: number
}

/** Reads blocks that stand below each other; each keeps the bytes it was read from. */
export function readBlocks(children: readonly Md[], place: Place): Node[] {
  let end = place.from
  let before: Origin | undefined
  return children.map((child) => {
    const stretch = linesOf(child, place, end)
    const origin: Origin = { raw: place.text.slice(stretch.start, stretch.end), rest: place.rest, gap: place.text.slice(end, stretch.start) }
    const node = readBlock(child, origin, place)
    remember(origin, node, before)
    before = origin
    end = stretch.end
    return node
  })
}

/** The whole lines of a block, without what its container puts before them; a block that begins behind the mark of an item begins there. */
function linesOf(node: Md, { text, rest }: Place, after: number): { start: number, end: number } {
  const { start: said, end } = rangeOf(node)
  // A paragraph that begins with a link behind its box is said to begin with the box.
  const found = node.type === 'paragraph' ? node.children?.[0]?.position?.start.offset ?? said : said
  // The parser lets an underlined heading begin with the definitions above it.
  const start = found < after ? after + (/^\s*/.exec(text.slice(after))?.[0].length ?? 0) : found
  const line = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1
  const whole = SET_IN.has(node.type) && line >= after && text.startsWith(rest, line) && line + rest.length <= start && text.slice(line + rest.length, start).trim() === ''
  return { start: whole ? line + rest.length : start, end: isWords(node) ? rangeOf(node.children?.at(-1)).end : node.type === 'heading' ? start + text.slice(start, end).trimEnd().length : end }
}

/** Blanks behind running text are none of it. */
const isWords = ({ type, children }: Md): boolean => type === 'paragraph' && children?.at(-1)?.position !== undefined
/** Blocks for which it matters how far their first line is set in. */
const SET_IN = new Set(['list', 'listItem', 'code', 'tableRow'])

function readBlock(node: Md, origin: Origin, place: Place): Node {
  try {
    const reader = READERS[node.type]
    if (reader) return reader(node, origin, place)
  } catch (error) {
    if (!(error instanceof Unfaithful)) throw error
  }
  return place.schema.node('sourceBlock', { origin, kind: node.type }, textNodes(place, bareLines(origin)))
}

const textNodes = ({ schema }: Place, text: string): Node[] => (text === '' ? [] : [schema.text(text)])

/** The lines of a block without what its container puts before them. */
function bareLines({ raw, rest }: Origin): string {
  const [first = '', ...others] = raw.split(LINE_ENDS)
  return [first, ...others.map((line) => (line.startsWith(rest) ? line.slice(rest.length) : line.slice(sharedStart(line, rest))))].join('\n')
}

function sharedStart(line: string, rest: string): number {
  let at = 0
  while (at < rest.length && line[at] === rest[at]) at += 1
  return at
}

const blanksAt = (text: string, at: number): number => /^[ \t]*(?=\r|\n|$)/.exec(text.slice(at))?.[0].length ?? 0

type Reader = (node: Md, origin: Origin, place: Place) => Node

const READERS: Record<string, Reader> = {
  paragraph: (node, origin, place) => place.schema.node('paragraph', { origin }, readInline(node.children ?? [], [], place, rangeOf(node))),
  heading: (node, origin, place) => place.schema.node('heading', { origin, level: node.depth }, readInline(node.children ?? [], [], place, rangeOf(node))),
  thematicBreak: (_node, origin, place) => place.schema.node('horizontalRule', { origin }),
  code: (node, origin, place) => place.schema.node('codeBlock', { origin, language: [node.lang, node.meta].filter(Boolean).join(' ') || null }, textNodes(place, (node.value ?? '').replaceAll(/\r\n?/g, '\n'))),
  blockquote: (node, origin, place) => {
    const { start } = rangeOf(node)
    const mark = place.text.startsWith('> ', start) ? '> ' : '>'
    const inside = readBlocks(node.children ?? [], { ...place, rest: place.rest + mark, from: start + mark.length })
    return place.schema.node('blockquote', { origin }, inside.length > 0 ? inside : [place.schema.node('paragraph')])
  },
  list: (node, origin, place) => place.schema.node(node.ordered ? 'orderedList' : 'bulletList', node.ordered ? { origin, start: node.start ?? 1 } : { origin }, readItems(node.children ?? [], place)),
  table: (node, origin, place) => readTable(node, origin, place),
}

function readItems(items: readonly Md[], place: Place): Node[] {
  let end = rangeOf(items[0]).start
  let before: Origin | undefined
  return items.map((item) => {
    const stretch = linesOf(item, place, end)
    const origin: Origin = { raw: place.text.slice(stretch.start, stretch.end), rest: place.rest, gap: before ? place.text.slice(end, stretch.start) : '' }
    const from = rangeOf(item).start
    const inside = readBlocks(item.children ?? [], { ...place, rest: place.rest + ' '.repeat(contentOffset(item, place)), from })
    const node = place.schema.node('listItem', { origin, checked: item.checked ?? null }, inside.length > 0 ? inside : [place.schema.node('paragraph')])
    remember(origin, node, before)
    before = origin
    end = stretch.end
    return node
  })
}

/** How far the text of an item is set in, counted from what its list asks for. Unit: columns, tabs being four. */
function contentOffset(item: Md, { text, rest }: Place): number {
  const { start } = rangeOf(item)
  const line = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1
  const [mark = '', bullet = '', blanks = ''] = /^([-*+]|\d{1,9}[.)])([ \t]*)/.exec(text.slice(start)) ?? []
  const behind = columns(text.slice(line, start + mark.length)) - columns(text.slice(line, start + bullet.length))
  const empty = /^(?:\r|\n|$)/.test(text.slice(start + mark.length))
  const offset = columns(text.slice(line, start + bullet.length)) + (empty || blanks === '' || behind > TAB ? 1 : behind)
  return Math.max(offset - columns(rest), 1)
}

/** How wide a stretch at the beginning of a line is. */
function columns(stretch: string): number {
  let width = 0
  for (const character of stretch) width = character === '\t' ? width + TAB - width % TAB : width + 1
  return width
}

/** Where the words of a cell stand; only asked for where the parser does not say it of each of them. */
const wordsIn = (cell: Md): { start: number, end: number } => (cell.children?.length ? rangeOf(cell) : { start: 0, end: 0 })

function readTable(node: Md, origin: Origin, place: Place): Node {
  const rows = node.children ?? []
  const wide = rows[0]?.children?.length ?? 0
  if (rows.some(({ children = [] }) => children.length !== wide)) throw new Unfaithful('a table with rows of several lengths')
  let before: Origin | undefined
  return place.schema.node('table', { origin }, rows.map((row, index) => {
    const { start, end } = linesOf(row, place, rangeOf(node).start)
    const from: Origin = { raw: place.text.slice(start, end + blanksAt(place.text, end)), rest: place.rest, gap: '' }
    const cells = (row.children ?? []).map((cell, column) => place.schema.node(index === 0 ? 'tableHeader' : 'tableCell', { align: node.align?.[column] ?? null }, place.schema.node('paragraph', null, readInline(cell.children ?? [], [], place, wordsIn(cell)))))
    const made = place.schema.node('tableRow', { origin: from }, cells)
    remember(from, made, before)
    before = from
    return made
  }))
}
