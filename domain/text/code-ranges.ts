/** A stretch of a text, in UTF-16 units; half-open. */
export type TextRange = { readonly start: number; readonly end: number; readonly kind: 'code' | 'quote' }

type Line = { readonly text: string; readonly start: number; readonly end: number }

/** Opens or closes a code block, also inside a quote. Each blank can be read in one way only, so that a line costs no more than its length. */
const FENCE = /^(?:[ \t]{0,3}>(?:[ \t]{0,4}>)*)?[ \t]*(`{3,}|~{3,})(.*)$/s
const QUOTE = /^[ \t]{0,3}>/
const LIST_ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/
const INDENTED = /^(?: {4}| {0,3}\t)/

/**
 * Where a Markdown text shows code or quotes somebody, so that nobody is called by a name in an example. Fenced,
 * indented and inline code, and lines that begin with `>`. Sorted by start; code inside a quote is there twice.
 * A reading of the common cases, not a parser: where it errs, it takes text for text.
 */
export function codeRanges(markdown: string): TextRange[] {
  const ranges: TextRange[] = []
  let fence: { mark: string; start: number } | null = null
  let text: Line[] = []
  const flush = (): void => { ranges.push(...insideText(text)); text = [] }
  for (const line of linesOf(markdown)) {
    const mark = FENCE.exec(line.text)
    if (fence !== null) {
      if (mark !== null && closes(mark, fence.mark)) { ranges.push({ start: fence.start, end: line.end, kind: 'code' }); fence = null }
    } else if (mark !== null && !(mark[1]?.startsWith('`') && mark[2]?.includes('`'))) {
      flush()
      fence = { mark: mark[1] ?? '', start: line.start }
    } else text.push(line)
  }
  flush()
  if (fence !== null) ranges.push({ start: fence.start, end: markdown.length, kind: 'code' })
  return ranges.toSorted((a, b) => a.start - b.start)
}

/** Whether a position lies in one of the ranges, which are sorted by start. */
export const isInside = (ranges: readonly TextRange[], at: number): boolean => insideOf(ranges)(at)

/** The same for many positions: each costs a search, not a look at every range. */
export function insideOf(ranges: readonly TextRange[]): (at: number) => boolean {
  const apart: { start: number; end: number }[] = []
  for (const { start, end } of ranges) {
    const last = apart.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else apart.push({ start, end })
  }
  return (at) => {
    let [low, high] = [0, apart.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((apart[middle]?.end ?? 0) <= at) low = middle + 1
      else high = middle
    }
    return (apart[low]?.start ?? Infinity) <= at
  }
}

function linesOf(markdown: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const text of markdown.split('\n')) {
    lines.push({ text: text.replace(/\r$/, ''), start, end: start + text.length })
    start += text.length + 1
  }
  return lines
}

function closes(mark: RegExpExecArray, open: string): boolean {
  const run = mark[1] ?? ''
  return run[0] === open[0] && run.length >= open.length && mark[2]?.trim() === ''
}

/** Lines without code blocks: quotes line by line, indented code after an empty line, inline code by paragraph. */
function insideText(lines: readonly Line[]): TextRange[] {
  const ranges: TextRange[] = []
  let paragraph: Line[] = []
  let list = false
  const flush = (): void => { if (paragraph.length > 0) ranges.push(...inlineCode(paragraph)); paragraph = [] }
  for (const line of lines) {
    if (line.text.trim() === '') { flush(); continue }
    if (QUOTE.test(line.text)) ranges.push({ start: line.start, end: line.end, kind: 'quote' })
    if (paragraph.length === 0 && INDENTED.test(line.text) && !list) { ranges.push({ start: line.start, end: line.end, kind: 'code' }); continue }
    list = LIST_ITEM.test(line.text) || list && /^\s/.test(line.text)
    paragraph.push(line)
  }
  flush()
  return ranges
}

/** A run of backticks up to the next run of the same length; a backslash before the first one takes its meaning. */
function inlineCode(paragraph: readonly Line[]): TextRange[] {
  const offset = paragraph[0]?.start ?? 0
  const text = paragraph.map((line) => line.text.padEnd(line.end - line.start)).join('\n')
  const runs = [...text.matchAll(/`+/g)]
  const closings = nextOfSameLength(runs.map(([run]) => run.length))
  const ranges: TextRange[] = []
  for (let index = 0; index < runs.length; index++) {
    const open = runs[index]
    if (open === undefined || text[open.index - 1] === '\\') continue
    const closing = closings[index] ?? runs.length
    const close = runs[closing]
    if (close === undefined) continue
    ranges.push({ start: offset + open.index, end: offset + close.index + close[0].length, kind: 'code' })
    index = closing
  }
  return ranges
}

/** For each run the place of the next one of its length; found from the end, in one walk. */
function nextOfSameLength(lengths: readonly number[]): (number | undefined)[] {
  const later = new Map<number, number>()
  return lengths.map((length, index) => ({ length, index })).reverse().map(({ length, index }) => {
    const next = later.get(length)
    later.set(length, index)
    return next
  }).reverse()
}
