import { askMarkIn } from './ask-mark.ts'
import type { AskMark } from './ask-mark.ts'
import { closesFence, fenceOf, indentOf, readLine } from './lines.ts'
import type { Line } from './lines.ts'

/** A step of a runbook, as its page has it. */
export type Step = {
  /** 0 at the top; a step below another is one deeper. */
  readonly depth: number
  /** Its first line, without marks. */
  readonly title: string
  /** Markdown of the whole step, code kept, without the steps below it. */
  readonly body: string
  readonly ask: AskMark | null
  /** The line of the page on which it begins, and the one after its last before the steps below it; from 0. */
  readonly from: number
  readonly until: number
  /** How far in its text stands. Unit: columns. */
  readonly content: number
}

type Open = { depth: number; lines: string[]; from: number; until: number; content: number; closed: boolean }
/** An item of a list that is still open; `step` null for one that is no step. */
type Item = { indent: number; content: number; step: Open | null }
type Section = { level: number; step: Open }
type Reading = { steps: Open[]; items: Item[]; sections: Section[]; fence: string | null; comment: boolean; lazy: boolean; gap: boolean }

const STEP_HEADING = /^step(?![\p{L}\p{M}])/iu
const STEP_LEVELS: ReadonlySet<number> = new Set([2, 3])

/**
 * The steps of a page in their order: items of ordered lists, items that can be ticked, and headings of level two or
 * three that begin with “Step”. Steps nest as lists and headings do. Plain bullets, and what stands in code or in
 * comments, are no steps; they belong to the step around them. A reading of lines, not a whole parser: where it errs, it
 * takes text for text.
 */
export function stepsOf(markdown: string): Step[] {
  const lines = markdown.split('\n').map((line) => line.endsWith('\r') ? line.slice(0, -1) : line)
  const reading: Reading = { steps: [], items: [], sections: [], fence: null, comment: false, lazy: false, gap: false }
  for (let at = afterFrontMatter(lines); at < lines.length; at++) takeLine(reading, lines[at] ?? '', at)
  return reading.steps.map(finish)
}

function afterFrontMatter(lines: readonly string[]): number {
  if (lines[0] !== '---') return 0
  const end = lines.indexOf('---', 1)
  return end === -1 ? 0 : end + 1
}

function takeLine(reading: Reading, line: string, at: number): void {
  if (reading.comment) { reading.comment = !line.includes('-->'); return }
  if (reading.fence !== null) {
    if (closesFence(line, reading.fence)) reading.fence = null
    return addLine(reading, line, at)
  }
  if (line.trimStart().startsWith('<!--')) { reading.comment = !line.includes('-->'); return }
  const read = readLine(line, innermost(reading, line))
  if (read.kind === 'blank') { reading.lazy = false; reading.gap = true; return }
  if (read.kind === 'heading') return takeHeading(reading, read, line, at)
  if (read.kind === 'item') return takeItem(reading, read, at)
  reading.fence = fenceOf(line)
  if (!reading.lazy || reading.fence !== null) leaveItems(reading, read.indent)
  reading.lazy = reading.fence === null
  addLine(reading, line, at)
}

/** The column of the innermost item that a line may still belong to. */
function innermost({ items }: Reading, line: string): number {
  const indent = indentOf(line)
  return items.findLast(({ content }) => content <= indent)?.content ?? 0
}

function leaveItems({ items }: Reading, indent: number): void {
  while (items.length > 0 && (items.at(-1)?.content ?? 0) > indent) items.pop()
}

function takeHeading(reading: Reading, { level, title }: Extract<Line, { kind: 'heading' }>, line: string, at: number): void {
  reading.items.length = 0
  reading.lazy = false
  const isStep = STEP_LEVELS.has(level) && STEP_HEADING.test(title)
  const ends = reading.sections.findIndex((section) => section.level >= level)
  if (ends !== -1) reading.sections.length = ends
  if (!isStep) return addLine(reading, line, at)
  const step = open(reading, { text: title, at, content: 0 })
  reading.sections.push({ level, step })
}

function takeItem(reading: Reading, { indent, content, isStep, text }: Extract<Line, { kind: 'item' }>, at: number): void {
  leaveItems(reading, indent)
  reading.lazy = text !== ''
  if (isStep) return void reading.items.push({ indent, content, step: open(reading, { text, at, content }) })
  addLine(reading, `${' '.repeat(indent)}- ${text}`, at)
  reading.items.push({ indent, content, step: null })
}

/** The step that what comes now belongs to. */
const around = ({ items, sections }: Reading): Open | null => items.findLast(({ step }) => step !== null)?.step ?? sections.at(-1)?.step ?? null

function open(reading: Reading, { text, at, content }: { text: string; at: number; content: number }): Open {
  const parent = around(reading)
  for (let above = parent; above !== null && !above.closed; above = null) above.closed = true
  reading.gap = false
  const step: Open = { depth: parent === null ? 0 : parent.depth + 1, lines: [text], from: at, until: at + 1, content, closed: false }
  reading.steps.push(step)
  return step
}

function addLine(reading: Reading, line: string, at: number): void {
  const step = around(reading)
  const gap = reading.gap
  reading.gap = false
  if (step === null) return
  if (gap && step.lines.at(-1) !== '') step.lines.push('')
  step.lines.push(outdent(line, step.content))
  if (!step.closed && line.trim() !== '') step.until = at + 1
}

/** A line without the indentation of its step; one that stands further out is kept as it is. */
function outdent(line: string, columns: number): string {
  const said = line.trimStart()
  return said === '' ? '' : ' '.repeat(Math.max(0, indentOf(line) - columns)) + said
}

function finish({ depth, lines, from, until, content }: Open): Step {
  const body = trimmed(lines).join('\n')
  const mark = askMarkIn(body)
  const ask = mark && { to: mark.to, question: mark.question, ticks: mark.ticks }
  return { depth, title: titleOf(mark === null ? body : `${body.slice(0, mark.start)}${body.slice(mark.end)}`, ask), body, ask, from, until, content }
}

function trimmed(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '')
  return lines.slice(0, last + 1)
}

const TITLE_MAX = 200
const LINK = /!?\[([^[\]]*)\]\([^()\s]*\)/g
const MARKS = /\*\*|__|`/g
const GAPS = / {2,}/g

/** The first paragraph on one line. */
function titleOf(body: string, ask: AskMark | null): string {
  const lines = body.split('\n')
  const end = lines.findIndex((line, at) => at > 0 && (line === '' || line.startsWith('>') || fenceOf(line) !== null || readLine(line, 0).kind !== 'text'))
  const plain = lines.slice(0, end === -1 ? lines.length : end).join(' ').replace(LINK, '$1').replace(MARKS, '').replace(GAPS, ' ').trim()
  return (plain === '' ? ask?.question ?? 'Step' : plain).slice(0, TITLE_MAX).trim()
}
