import { columnsOf, cutTo, padTo } from './columns.ts'

const GAP = '  '
/** No column is squeezed below this. Unit: columns. */
const NARROWEST = 8

/**
 * Rows in aligned columns, cut to the width: the widest column gives way first. Empty without rows.
 * @param whole how many columns at the end are never cut, such as ids that are copied
 */
export function table(rows: readonly (readonly string[])[], width: number, whole = 0): string {
  const [first] = rows
  if (!first) return ''
  const widths = first.map((_cell, column) => Math.max(...rows.map((row) => columnsOf(row[column] ?? ''))))
  const room = width - GAP.length * (widths.length - 1)
  while (sum(widths) > room) {
    const yielding = widths.slice(0, widths.length - whole)
    const widest = yielding.indexOf(Math.max(...yielding))
    const now = widths[widest] ?? 0
    if (now <= NARROWEST) break
    widths[widest] = now - 1
  }
  return rows.map((row) => `${row.map((cell, column) => padTo(cutTo(cell, widths[column] ?? 0), widths[column] ?? 0)).join(GAP).trimEnd()}\n`).join('')
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
