import type { Edit, Selected } from './edits.ts'
import { inCode, lineAt, linesOf, replace } from './edits.ts'
import { depthOf, isItem, isNumbered, nextMark, readLine, wordsAt, writeLine } from './list-line.ts'
import type { ListLine } from './list-line.ts'

type Kind = 'bullets' | 'numbers'

/** Makes the selected lines a list, changes its kind, or ends it where all of them are of that kind. */
export function toggleList(selected: Selected, kind: Kind): Edit {
  const { from, to, lines } = linesOf(selected)
  const read = lines.map(readLine)
  const wanted = (line: ListLine) => isItem(line) && isNumbered(line) === (kind === 'numbers')
  const full = read.filter(({ words, mark }) => words !== '' || mark !== '')
  const off = full.length > 0 && full.every(wanted)
  let number = 0
  const made = read.map((line) => {
    if (lines.length > 1 && line.words === '' && line.mark === '') return line
    if (off) return { ...line, mark: '', gap: '', box: '' }
    return { ...line, mark: kind === 'numbers' ? `${number += 1}.` : '-', gap: ' ' }
  })
  return overLines(selected, from, to, made.map(writeLine).join('\n'))
}

/** A cursor keeps its words; a selection of lines stays on them. */
function overLines({ value, start, end }: Selected, from: number, to: number, insert: string): Edit {
  if (start !== end) return { from, to, insert, start: from, end: from + insert.length }
  const at = Math.max(from, start + insert.length - value.slice(from, to).length)
  return { from, to, insert, start: at, end: at }
}

/**
 * Enter inside a list, a task list or a quote goes on with it; on an empty item it ends the list, one level at a time.
 * Inside code it keeps the indent.
 * @returns undefined where Enter is only a new line
 */
export function continueLine(selected: Selected): Edit | undefined {
  const { value, start, end } = selected
  const { from, text } = lineAt(value, start)
  if (inCode(value, start)) {
    const indent = /^[ \t]*/.exec(value.slice(from, start))?.[0] ?? ''
    return indent === '' ? undefined : replace(start, end, `\n${indent}`)
  }
  const line = readLine(text)
  const prefix = text.length - line.words.length
  if ((!isItem(line) && line.quote === '') || start - from < prefix) return undefined
  if (line.words.trim() === '' && start === end) return endItem(value, from, from + text.length, line)
  const next = { ...line, mark: nextMark(line.mark), box: line.box === '' ? '' : '[ ] ', words: '' }
  return replace(start, end, `\n${writeLine(next)}`)
}

function endItem(value: string, from: number, to: number, line: ListLine): Edit {
  if (isItem(line) && line.indent !== '') return outdented(value, from, to, line)
  if (isItem(line)) return replace(from, to, line.quote)
  return replace(from, to, '')
}

/**
 * Tab: the selected items become part of the item above them.
 * @returns undefined outside a list and for its first item, where Tab goes on to the next field
 */
export function indentItems(selected: Selected): Edit | undefined {
  const { from, to, lines } = linesOf(selected)
  const first = readLine(lines[0] ?? '')
  const above = itemAbove(selected.value, from, first, (depth) => depth <= depthOf(first))
  if (!isItem(first) || !above || depthOf(above) < depthOf(first)) return undefined
  const indent = ' '.repeat(wordsAt(above) - depthOf(first))
  const deeper = lines.map(readLine).map((line, index) => (line.words === '' && line.mark === '' ? line : { ...line, indent: line.indent + indent, mark: index === 0 ? markUnder(selected.value, from, line, wordsAt(above)) : line.mark }))
  return overLines(selected, from, to, renumbered(deeper).map(writeLine).join('\n'))
}

/** Below a paragraph a list can only begin with 1; where the item joins others of its depth it goes on with their count. */
function markUnder(value: string, from: number, line: ListLine, depth: number): string {
  if (!isNumbered(line)) return line.mark
  const sibling = itemAbove(value, from, line, (found) => found <= depth)
  return sibling && depthOf(sibling) === depth && isNumbered(sibling) ? nextMark(sibling.mark) : line.mark.replace(/^\d+/, '1')
}

/** Numbers of one depth follow each other. */
function renumbered(lines: ListLine[]): ListLine[] {
  const counts = new Map<number, string>()
  return lines.map((line) => {
    if (!isNumbered(line)) return line
    const depth = depthOf(line)
    const before = counts.get(depth)
    const mark = before === undefined ? line.mark : nextMark(before)
    counts.set(depth, mark)
    return { ...line, mark }
  })
}

/**
 * ⇧Tab: the selected items leave the item above them.
 * @returns undefined where nothing is indented, so that ⇧Tab goes back to the field before
 */
export function outdentItems(selected: Selected): Edit | undefined {
  const { from, to, lines } = linesOf(selected)
  const read = lines.map(readLine)
  const first = read[0]
  if (!first || !isItem(first) || first.indent === '') return undefined
  const parent = itemAbove(selected.value, from, first, (depth) => depth < depthOf(first))
  const less = depthOf(first) - (parent ? depthOf(parent) : 0)
  const made = read.map((line, index) => ({ ...line, indent: ' '.repeat(Math.max(0, depthOf(line) - less)), mark: index === 0 && parent && isNumbered(line) && isNumbered(parent) ? nextMark(parent.mark) : line.mark }))
  return overLines(selected, from, to, renumbered(made).map(writeLine).join('\n'))
}

function outdented(value: string, from: number, to: number, line: ListLine): Edit {
  return outdentItems({ value, start: to, end: to }) ?? replace(from, to, line.quote)
}

/** The nearest item above, in the same list and quote, at a depth that fits. */
function itemAbove(value: string, from: number, like: ListLine, fits: (depth: number) => boolean): ListLine | undefined {
  const lines = value.slice(0, Math.max(0, from - 1)).split('\n')
  if (from === 0) return undefined
  for (const text of lines.reverse()) {
    const line = readLine(text)
    if (line.quote.trim() !== like.quote.trim()) return undefined
    if (isItem(line) && fits(depthOf(line))) return line
    if (!isItem(line) && line.words !== '' && line.indent === '') return undefined
  }
  return undefined
}
