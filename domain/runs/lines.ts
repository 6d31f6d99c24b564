/** What one line of Markdown is, as far as steps depend on it. Columns count a tab up to the next multiple of four. */
export type Line =
  | { readonly kind: 'blank' }
  | { readonly kind: 'heading'; readonly level: number; readonly title: string }
  | { readonly kind: 'item'; readonly indent: number; readonly content: number; readonly isStep: boolean; readonly text: string }
  | { readonly kind: 'text'; readonly indent: number }

const TAB = 4
/** A line so far in is code, where it does not go on with a paragraph. Unit: columns. */
const CODE_INDENT = 4
const HEADING_INDENT_MAX = 3

const ITEM = /^(?:[-*+]|(\d{1,9})[.)])(?=[ \t]|$)/
const TASK = /^\[[ xX]\](?=[ \t])/
const HEADING = /^(#{1,6})(?:[ \t]+|$)(.*)$/s
const FENCE = /^(`{3,}|~{3,})/
const RULE = /^(?:\*[ \t]*){3,}$|^(?:-[ \t]*){3,}$/

/** How far in a line begins. Unit: columns. */
export function indentOf(line: string): number {
  let column = 0
  for (const sign of line) {
    if (sign === ' ') column += 1
    else if (sign === '\t') column += TAB - (column % TAB)
    else break
  }
  return column
}

/**
 * What a line is, outside of code.
 * @param within the column from which the innermost list item counts; 0 outside of lists
 */
export function readLine(line: string, within: number): Line {
  const said = line.trimStart()
  if (said === '') return { kind: 'blank' }
  const indent = indentOf(line)
  const apart = indent >= within ? indent - within : indent
  if (apart >= CODE_INDENT && indent >= within) return { kind: 'text', indent }
  const heading = indent <= HEADING_INDENT_MAX ? HEADING.exec(said) : null
  if (heading) return { kind: 'heading', level: heading[1]?.length ?? 1, title: closed(heading[2] ?? '') }
  const mark = RULE.test(said) ? null : ITEM.exec(said)
  if (!mark) return { kind: 'text', indent }
  return item(said, indent, mark)
}

function item(said: string, indent: number, mark: RegExpExecArray): Line {
  const after = said.slice(mark[0].length)
  const text = after.trimStart()
  const gap = Math.min(Math.max(after.length - text.length, 1), CODE_INDENT)
  const isTask = TASK.test(text)
  return { kind: 'item', indent, content: indent + mark[0].length + gap, isStep: isTask || mark[1] !== undefined, text: isTask ? text.slice('[ ]'.length).trimStart() : text }
}

/** A heading without the marks that may close it. */
const closed = (title: string): string => {
  const text = title.trim()
  let end = text.length
  while (end > 0 && text[end - 1] === '#') end -= 1
  return end === 0 || text[end - 1] === ' ' ? text.slice(0, end).trim() : text
}

/** The fence that a line opens, or null. */
export const fenceOf = (line: string): string | null => FENCE.exec(line.trimStart())?.[1] ?? null

/** Whether a line closes a fence: the same sign, as often or more, and nothing after it. */
export function closesFence(line: string, fence: string): boolean {
  const said = line.trim()
  return said.length >= fence.length && said.startsWith(fence) && [...said].every((sign) => sign === fence[0])
}
