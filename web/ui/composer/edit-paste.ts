import { linkOver } from './edit-marks.ts'
import { rowsOfSheet, tableOf } from './edit-tables.ts'
import { inCode, insertBlock, replace } from './edits.ts'
import type { Edit, Selected } from './edits.ts'

/** What the clipboard gave: its text, and its HTML read as rows of a sheet or as Markdown, where there is any. */
export type Pasted = { text: string, rows?: readonly (readonly string[])[] | undefined, markdown?: string | undefined }

/**
 * What to put in for a paste: a link over selected words, a table of a sheet, Markdown of a page.
 * @returns undefined where the browser should paste the plain text, which is always so inside code
 */
export function pasteIn(selected: Selected, { text, rows, markdown }: Pasted): Edit | undefined {
  if (inCode(selected.value, selected.start)) return undefined
  const link = linkOver(selected, text)
  if (link) return link
  const sheet = rows ?? rowsOfSheet(text)
  const table = sheet && tableOf(sheet)
  if (table) return insertBlock(selected, table)
  if (markdown === undefined || markdown === text.trim()) return undefined
  return markdown.includes('\n') ? insertBlock(selected, markdown) : replace(selected.start, selected.end, markdown)
}
