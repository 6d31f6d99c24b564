import { codeRanges, isInside } from '#domain/text/code-ranges.ts'

/** A text with what is selected in it; `start` equals `end` where only a cursor stands. Unit: UTF-16 units. */
export type Selected = { value: string, start: number, end: number }

/** One change: `insert` takes the place of `from`–`to`, then `start`–`end` is selected. It can be undone in one step. */
export type Edit = { from: number, to: number, insert: string, start: number, end: number }

/** The text after an edit, as the browser will hold it. */
export function applied({ value }: Selected, { from, to, insert, start, end }: Edit): Selected {
  return { value: value.slice(0, from) + insert + value.slice(to), start, end }
}

/** Replaces the selection, or a stretch, and puts the cursor behind. */
export function replace(from: number, to: number, insert: string): Edit {
  return { from, to, insert, start: from + insert.length, end: from + insert.length }
}

/** Where the line of a position begins and ends. */
export function lineAt(value: string, at: number): { from: number, to: number, text: string } {
  const from = value.lastIndexOf('\n', at - 1) + 1
  const next = value.indexOf('\n', at)
  const to = next === -1 ? value.length : next
  return { from, to, text: value.slice(from, to) }
}

/** All lines that a selection touches; a selection that ends before the first letter of a line leaves that line out. */
export function linesOf({ value, start, end }: Selected): { from: number, to: number, lines: string[] } {
  const last = end > start && value[end - 1] === '\n' ? end - 1 : end
  const from = lineAt(value, start).from
  const to = lineAt(value, last).to
  return { from, to, lines: value.slice(from, to).split('\n') }
}

/** Whether a position stands in code, where Markdown means nothing. The end of a stretch still being written counts as inside. */
export function inCode(value: string, at: number): boolean {
  const ranges = codeRanges(value.slice(0, at) + FILLER + value.slice(at)).filter(({ kind }) => kind === 'code')
  return isInside(ranges, at)
}

/** A letter is put where the cursor stands, so that the question is where text typed there would be. */
const FILLER = 'x'

/**
 * Puts a block between the paragraphs around the cursor, with one empty line on either side.
 * @param block without line ends around it
 */
export function insertBlock({ value, start, end }: Selected, block: string): Edit {
  const before = value.slice(0, start)
  const after = value.slice(end)
  const above = before.trimEnd() === '' ? '' : '\n\n'
  const from = before.trimEnd().length
  const gap = /^\n*/.exec(after)?.[0].length ?? 0
  const insert = `${above}${block}\n\n`
  return replace(above === '' ? 0 : from, end + gap, insert)
}
