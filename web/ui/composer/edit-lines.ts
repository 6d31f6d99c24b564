import { linesOf } from './edits.ts'
import type { Edit, Selected } from './edits.ts'

/** Sets the selected lines apart as a quote, or takes the marks away where all of them have one. */
export function toggleQuote(selected: Selected): Edit {
  const { from, to, lines } = linesOf(selected)
  const quoted = lines.every((line) => line.startsWith('>'))
  const insert = lines.map((line) => (quoted ? line.replace(/^> ?/, '') : `> ${line}`)).join('\n')
  const moved = insert.length - (to - from)
  const cursor = Math.max(from, selected.start + moved)
  return selected.start === selected.end ? { from, to, insert, start: cursor, end: cursor } : { from, to, insert, start: from, end: from + insert.length }
}
