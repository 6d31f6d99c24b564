/** What stands before the words of a line, part by part. */
export type ListLine = {
  /** Quote marks, as typed: `> `. */
  quote: string
  indent: string
  /** `-`, `*`, `+`, `1.` or `1)`; empty where the line is no list item. */
  mark: string
  gap: string
  /** `[ ] ` of a task. */
  box: string
  words: string
}

const LINE = /^((?:[ ]{0,3}>[ ]?)*)([ \t]*)(?:([-*+]|\d{1,9}[.)])([ \t]+|$)(\[[ xX]\](?:[ \t]+|$))?)?(.*)$/

export function readLine(line: string): ListLine {
  const [, quote = '', indent = '', mark = '', gap = '', box = '', words = ''] = LINE.exec(line) ?? []
  return { quote, indent, mark, gap, box, words }
}

export const writeLine = ({ quote, indent, mark, gap, box, words }: ListLine): string => `${quote}${indent}${mark}${gap}${box}${words}`

export const isItem = ({ mark }: ListLine): boolean => mark !== ''
export const isNumbered = ({ mark }: ListLine): boolean => /^\d/.test(mark)

/** Columns that an indent takes; a tab counts four. */
export const depthOf = ({ indent }: ListLine): number => indent.replaceAll('\t', '    ').length

/** Columns from the quote marks to the words: what stands below a mark is part of its item from there on. */
export const wordsAt = (line: ListLine): number => depthOf(line) + line.mark.length + Math.min(1, line.gap.length)

/** The mark after this one: `3.` → `4.`; a bullet stays. */
export const nextMark = (mark: string, step = 1): string => mark.replace(/^\d+/, (digits) => String(Number(digits) + step))
