/** Columns of a table are drawn evenly while a line of it stays readable. Unit: characters. */
const EVEN_UP_TO = 100
const NUMBER = /^[-+−]?[\d.,\s]*\d\s?(?:%|€|\$|£|[a-z]{1,3})?$/i

/**
 * A Markdown table of rows as a sheet gives them; the first row becomes its head, columns of figures stand right.
 * @returns undefined for less than two columns, which is no table
 */
export function tableOf(rows: readonly (readonly string[])[]): string | undefined {
  const width = Math.max(0, ...rows.map((row) => row.length))
  if (width < 2 || rows.length === 0) return undefined
  const cells = rows.map((row) => Array.from({ length: width }, (_, column) => cell(row[column] ?? '')))
  const figures = Array.from({ length: width }, (_, column) => cells.length > 1 && cells.slice(1).every((row) => NUMBER.test(row[column] ?? '')))
  const widths = Array.from({ length: width }, (_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)))
  const even = widths.reduce((sum, one) => sum + one + 3, 1) <= EVEN_UP_TO
  const padded = (text: string, column: number) => {
    if (!even) return text
    return figures[column] ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0)
  }
  const line = (row: readonly string[]) => `| ${row.map(padded).join(' | ')} |`
  const rule = widths.map((one, column) => '-'.repeat((even ? one : 3) - (figures[column] ? 1 : 0)) + (figures[column] ? ':' : ''))
  const [head = [], ...body] = cells
  return [line(head), `| ${rule.join(' | ')} |`, ...body.map(line)].join('\n')
}

const cell = (text: string) => text.replace(/\s+/g, ' ').trim().replace(/([|\\])/g, '\\$1')

/**
 * Rows of what a sheet puts on the clipboard as text: cells between tabs, cells with line ends between quotation marks.
 * @returns undefined where it is no sheet: less than two columns, or code that is indented by tabs
 */
export function rowsOfSheet(text: string): string[][] | undefined {
  const rows = split(text.replace(/\r\n?/g, '\n').replace(/\n+$/, ''))
  const width = rows[0]?.length ?? 0
  const even = rows.length > 1 && width > 1 && rows.every((row) => row.length === width)
  return even && rows.some((row) => row[0] !== '') && rows.some((row) => row.at(-1) !== '') ? rows : undefined
}

function split(text: string): string[][] {
  const rows: string[][] = [[]]
  const pattern = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/gy
  for (const [, quoted, plain = '', end] of text.matchAll(pattern)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '') break
    if (end === '\n') rows.push([])
  }
  return rows
}
