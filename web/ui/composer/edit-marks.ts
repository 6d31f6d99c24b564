import type { Edit, Selected } from './edits.ts'
import { insertBlock, linesOf } from './edits.ts'

/** What stands before the words of a line: quote marks, a list's mark with its box, a heading. */
const BEFORE_WORDS = /^(?:[ \t]*>)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|#{1,6}[ \t]+)?/
const URL_ALONE = /^(?:https?:\/\/|mailto:)\S+$/i

/**
 * Bold (`**`) or italic (`_`) around the selection, or away from it where it stands. Without a selection the word at the
 * cursor is meant; without a word the cursor comes to stand between two marks. Several lines are marked one by one.
 */
export function toggleMark(selected: Selected, mark: '**' | '_'): Edit {
  const { value } = selected
  const cursor = selected.start === selected.end
  const { start, end } = trimmed(cursor ? wordAt(selected) : selected)
  const kept = cursor ? selected : { value, start, end }
  const text = value.slice(start, end)
  const outside = value.slice(start - mark.length, start) === mark && value.slice(end, end + mark.length) === mark
  if (outside) return moved({ from: start - mark.length, to: end + mark.length, insert: text }, kept, -mark.length)
  if (text.length > 2 * mark.length && text.startsWith(mark) && text.endsWith(mark) && !text.includes('\n')) {
    const inside = text.slice(mark.length, -mark.length)
    return { from: start, to: end, insert: inside, start, end: start + inside.length }
  }
  if (text.includes('\n')) return markLines(selected, mark)
  return moved({ from: start, to: end, insert: `${mark}${text}${mark}` }, kept, mark.length)
}

/** The cursor or selection keeps its words when marks come or go before it. */
function moved(change: Pick<Edit, 'from' | 'to' | 'insert'>, { start, end }: Selected, by: number): Edit {
  return { ...change, start: start + by, end: end + by }
}

function markLines(selected: Selected, mark: string): Edit {
  const { from, to, lines } = linesOf(selected)
  const insert = lines.map((line) => {
    const before = BEFORE_WORDS.exec(line)?.[0] ?? ''
    const words = line.slice(before.length).trimEnd()
    return words === '' ? line : `${before}${mark}${words}${mark}`
  }).join('\n')
  return { from, to, insert, start: from, end: from + insert.length }
}

/** Code: a stretch of a line between backticks, several lines between fences; marks in the text make the marks around it longer. */
export function toggleCode(selected: Selected): Edit {
  const { value } = selected
  const { start, end } = selected.start === selected.end ? selected : trimmed(selected)
  const text = value.slice(start, end)
  if (text.includes('\n')) return fenced(selected)
  if (value[start - 1] === '`' && value[end] === '`') return moved({ from: start - 1, to: end + 1, insert: text }, { value, start, end }, -1)
  const mark = '`'.repeat(longestRun(text) + 1)
  const room = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return { from: start, to: end, insert: `${mark}${room}${text}${room}${mark}`, start: start + mark.length + room.length, end: end + mark.length + room.length }
}

function fenced(selected: Selected): Edit {
  const { from, to, lines } = linesOf(selected)
  const code = lines.join('\n')
  const fence = '`'.repeat(Math.max(3, longestRun(code) + 1))
  const edit = insertBlock({ value: selected.value, start: from, end: to }, `${fence}\n${code}\n${fence}`)
  const begin = edit.from + edit.insert.indexOf(fence) + fence.length
  return { ...edit, start: begin, end: begin }
}

const longestRun = (text: string) => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))

/** A link of the selection: the cursor goes where the other half is missing, the address or the words. */
export function makeLink(selected: Selected): Edit {
  const { value } = selected
  const { start, end } = trimmed(selected.start === selected.end ? wordAt(selected) : selected)
  const text = value.slice(start, end).replaceAll('\n', ' ')
  if (URL_ALONE.test(text)) return { from: start, to: end, insert: `[](${address(text)})`, start: start + 1, end: start + 1 }
  const insert = `[${text}]()`
  const at = text === '' ? start + 1 : start + insert.length - 1
  return { from: start, to: end, insert, start: at, end: at }
}

/** An address put over selected words makes them a link; undefined where it should be pasted as it is. */
export function linkOver({ value, start, end }: Selected, pasted: string): Edit | undefined {
  const url = pasted.trim()
  const text = value.slice(start, end)
  if (!URL_ALONE.test(url) || text.trim() === '' || text.includes('\n') || URL_ALONE.test(text.trim())) return undefined
  const insert = `[${text.replace(/([[\]])/g, '\\$1')}](${address(url)})`
  return { from: start, to: end, insert, start: start + insert.length, end: start + insert.length }
}

/** An address that holds brackets stands between angle brackets, so that the link ends where it should. */
export const address = (url: string) => (/[()]/.test(url) ? `<${url.replace(/[<>]/g, (sign) => encodeURIComponent(sign))}>` : url)

function trimmed({ value, start, end }: Selected): Selected {
  const text = value.slice(start, end)
  const lead = text.length - text.trimStart().length
  return text.trim() === '' ? { value, start, end } : { value, start: start + lead, end: start + lead + text.trim().length }
}

function wordAt({ value, start }: Selected): Selected {
  const before = /[\p{L}\p{N}'’-]*$/u.exec(value.slice(0, start))?.[0].length ?? 0
  const after = /^[\p{L}\p{N}'’-]*/u.exec(value.slice(start))?.[0].length ?? 0
  return before === 0 || after === 0 ? { value, start, end: start } : { value, start: start - before, end: start + after }
}
