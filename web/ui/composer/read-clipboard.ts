import { markdownOf } from './html-to-markdown.ts'
import type { Pasted } from './edit-paste.ts'

/** Elements that say more than plain text does; without one of them the plain text is pasted. */
const SAYS_MORE = 'a[href], strong, b, em, i, ul, ol, h1, h2, h3, h4, h5, h6, blockquote, pre, table, code'

/** What the clipboard holds, its HTML read by a parser that runs and fetches nothing. */
export function readClipboard(data: DataTransfer): Pasted {
  const text = data.getData('text/plain')
  const html = data.getData('text/html')
  if (html === '') return { text }
  const page = new DOMParser().parseFromString(html, 'text/html')
  const rows = rowsIn(page)
  if (rows || !page.querySelector(SAYS_MORE)) return { text, rows }
  return { text, markdown: markdownOf(page.body) }
}

/** Pictures and other files on the clipboard; a sheet comes with a picture of itself, which is left out. */
export function filesIn(data: DataTransfer): File[] {
  return data.getData('text/html').includes('<table') ? [] : [...data.files]
}

/** Rows, where the page is one table and little else, as sheets put it there. */
function rowsIn(page: Document): string[][] | undefined {
  const [table, ...more] = page.querySelectorAll('table')
  if (!table || more.length > 0 || table.rows.length < 1 || (page.body.textContent ?? '').trim().length > (table.textContent ?? '').trim().length) return undefined
  return [...table.rows].map((row) => [...row.cells].flatMap((cell) => [cellText(cell), ...Array.from({ length: cell.colSpan - 1 }, () => '')]))
}

/** A cell's words with its line breaks as spaces. */
function cellText(cell: Element): string {
  for (const line of cell.querySelectorAll('br')) line.replaceWith(' ')
  return cell.textContent ?? ''
}
