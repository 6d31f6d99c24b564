import type { Mark, MarkKind, ReadText } from '../writing/read-text.ts'

/** A piece of a text that can be quoted: a paragraph, a list or an item of one, a table or a row of it, a quote, code. */
export type Passage = {
  /** The headings above it, outermost first, as they are written. */
  headings: string[]
  /** As it stands in the source, without the blank lines around it. */
  text: string
  /** Where it begins in the source. Unit: UTF-16 units. */
  start: number
}

/** Longest passage: what is read in half a minute. What is longer is cut by its parts. Unit: characters. */
const PASSAGE_MAX = 700
/** A block shorter than that says little by itself and stays with its neighbour. Unit: characters. */
const ALONE_MIN = 80

/** What stands on its own in a text; everything else is part of one of these. */
const BLOCKS: ReadonlySet<MarkKind> = new Set(['heading', 'paragraph', 'list', 'table', 'quote', 'code_block'])

/**
 * Cuts a text into passages, in its order. Headings are no passages: they stand above those that follow them. Front matter,
 * comments and addresses of links are left out.
 * @returns passages of at most 700 characters; none of them is a longer text whole
 */
export function passagesOf({ source, marks }: ReadText): Passage[] {
  const path: { level: number; words: string }[] = []
  const found: Passage[] = []
  let before: { passage: Passage; kind: MarkKind } | null = null
  for (const mark of topBlocks(marks)) {
    if (mark.kind === 'heading') {
      const { level, words } = headingOf(source.slice(mark.start, mark.end))
      while ((path.at(-1)?.level ?? 0) >= level) path.pop()
      path.push({ level, words })
      before = null
      continue
    }
    if (isHidden(source, mark)) continue
    const headings = path.map(({ words }) => words)
    for (const { start, end } of partsOf(source, mark, marks)) {
      const text = source.slice(start, end).trim()
      if (text === '') continue
      const joined: boolean = before !== null && belongs(before, mark.kind) && before.passage.text.length + text.length < PASSAGE_MAX
      if (joined && before) before.passage.text = `${before.passage.text}${/^\s*(?:[-*+]|\d+[.)])\s/.test(text) && before.kind === 'list' ? '\n' : '\n\n'}${text}`
      else {
        before = { passage: { headings, text: shortened(text), start }, kind: mark.kind }
        found.push(before.passage)
        continue
      }
      before = { passage: before.passage, kind: mark.kind }
    }
  }
  return found
}

/** What introduces something, or is too short to stand alone, goes on into what follows. */
const belongs = ({ passage, kind }: { passage: Passage; kind: MarkKind }, next: MarkKind): boolean =>
  passage.text.endsWith(':') || (passage.text.length < ALONE_MIN && (kind === 'paragraph' || next === kind))

/** Blocks that are in no other block. Marks are sorted by start, so one pass will do. */
function topBlocks(marks: readonly Mark[]): Mark[] {
  let done = 0
  return marks.filter((mark) => {
    if (!BLOCKS.has(mark.kind) || mark.start < done) return false
    done = mark.end
    return true
  })
}

/** Front matter, comments, and definitions of links are not read by people. */
function isHidden(source: string, { kind, start, end }: Mark): boolean {
  if (kind !== 'code_block') return false
  return (start === 0 && source.startsWith('---')) || source.startsWith('<!--', start) || /^\[[^\]]{1,200}\]:/.test(source.slice(start, Math.min(end, start + PASSAGE_MAX)))
}

/** A block that is short enough is one part; a longer list or table is cut into its items or rows. */
function partsOf(source: string, block: Mark, marks: readonly Mark[]): { start: number; end: number }[] {
  if (block.end - block.start <= PASSAGE_MAX) return [block]
  if (block.kind === 'list') return itemsOf(block, marks)
  if (block.kind === 'table') return rowsOf(source, block)
  return [block]
}

function itemsOf(list: Mark, marks: readonly Mark[]): Mark[] {
  let done = list.start
  return marks.filter((mark) => {
    if (mark.kind !== 'item' || mark.start < done || mark.end > list.end) return false
    done = mark.end
    return true
  })
}

/** The rows of a table, without the line of its heading and the one below. */
function rowsOf(source: string, { start, end }: Mark): { start: number; end: number }[] {
  const rows: { start: number; end: number }[] = []
  let at = start
  for (const line of source.slice(start, end).split('\n')) {
    rows.push({ start: at, end: at + line.length })
    at += line.length + 1
  }
  return rows.slice(2)
}

const ATX = /^ {0,3}(#{1,6})[ \t]*/

function headingOf(text: string): { level: number; words: string } {
  const signs = ATX.exec(text)
  const [line = ''] = text.split('\n')
  if (!signs) return { level: text.trimEnd().endsWith('=') ? 1 : 2, words: line.trim() }
  return { level: signs[1]?.length ?? 1, words: line.slice(signs[0].length).replace(/[ \t]#{1,6}[ \t]*$/, '').trim() }
}

/** A paragraph or item that is too long ends after its last whole sentence, or else its last whole word. */
function shortened(text: string): string {
  if (text.length <= PASSAGE_MAX) return text
  const head = text.slice(0, PASSAGE_MAX)
  const sentence = Math.max(head.lastIndexOf('. '), head.lastIndexOf('.\n'), head.lastIndexOf('? '))
  const cut = sentence > PASSAGE_MAX / 2 ? head.slice(0, sentence + 1) : head.slice(0, Math.max(head.lastIndexOf(' '), 1))
  return `${cut.trimEnd()} …`
}
