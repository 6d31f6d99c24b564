import { applied } from './edits.ts'
import type { Edit, Selected } from './edits.ts'

/** Reads `a ‹b› c` as a text with `b` selected and `a ¦b` as one with a cursor. */
export function at(drawn: string): Selected {
  if (drawn.includes('¦')) return { value: drawn.replace('¦', ''), start: drawn.indexOf('¦'), end: drawn.indexOf('¦') }
  return { value: drawn.replace(/[‹›]/g, ''), start: drawn.indexOf('‹'), end: drawn.indexOf('›') - 1 }
}

/** The text after an edit, drawn in the same way; undefined where nothing was edited. */
export function after(selected: Selected, edit: Edit | undefined): string | undefined {
  if (!edit) return undefined
  const { value, start, end } = applied(selected, edit)
  return start === end ? `${value.slice(0, start)}¦${value.slice(start)}` : `${value.slice(0, start)}‹${value.slice(start, end)}›${value.slice(end)}`
}
