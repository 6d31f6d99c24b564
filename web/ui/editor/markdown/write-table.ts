import type { Node } from '@tiptap/pm/model'
import { asRead, isUntouched, originOf } from './origin.ts'
import { writeInline } from './write-inline.ts'
import type { Writer } from './writer.ts'

/** Columns of a new table are drawn evenly while its lines stay readable. Unit: characters. */
const EVEN_UP_TO = 100
/** A rule needs three dashes to be one everywhere. */
const NARROWEST = 3

type Align = 'left' | 'center' | 'right' | null

/** A table, row by row: rows that nobody touched keep their bytes, the others are padded as the table is. */
export function writeTable(table: Node, rest: string, writer: Writer): string {
  const aligns = (table.firstChild?.children ?? []).map(({ attrs }) => attrs['align'] as Align)
  const rows = table.children.map((row) => row.children.map((cell) => (cell.firstChild ? writeInline(cell.firstChild, 'cell', writer.frame) : '')))
  const rule = keptRule(table, aligns)
  const widths = widthsOf(table, rows, rule)
  const drawn = table.children.map((row, index) => (rule !== undefined && isUntouched(row) ? originOf(row)?.raw ?? '' : drawRow(rows[index] ?? [], widths, aligns)))
  const [head = '', ...body] = drawn
  return [head, rule ?? drawRule(aligns, widths), ...body].join(writer.frame.eol + rest)
}

/** The line below the head, while the columns are those it was drawn for. */
function keptRule(table: Node, aligns: readonly Align[]): string | undefined {
  const before = asRead(table)?.firstChild?.children ?? []
  const same = before.length === aligns.length && before.every(({ attrs }, column) => attrs['align'] === aligns[column])
  const rule = originOf(table)?.raw.split(/\r\n|\n|\r/)[1]
  return same && rule !== undefined ? rule.slice(rule.startsWith(originOf(table)?.rest ?? '') ? originOf(table)?.rest.length : 0) : undefined
}

/** How wide each column is drawn; 0 for a table that is not drawn evenly. */
function widthsOf(table: Node, rows: readonly (readonly string[])[], rule: string | undefined): number[] {
  const head = originOf(table)?.raw.split(/\r\n|\n|\r/)[0]
  if (rule !== undefined) return rule.trimEnd().length === head?.trimEnd().length ? rule.trim().replaceAll(/^\||\|$/g, '').split('|').map((part) => Math.max(part.length - 2, 0)) : []
  const widths = (rows[0] ?? []).map((_cell, column) => Math.max(NARROWEST, ...rows.map((row) => row[column]?.length ?? 0)))
  return widths.reduce((sum, one) => sum + one + NARROWEST, 1) <= EVEN_UP_TO ? widths : []
}

function drawRow(cells: readonly string[], widths: readonly number[], aligns: readonly Align[]): string {
  const padded = cells.map((cell, column) => (aligns[column] === 'right' ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
  return `| ${padded.join(' | ')} |`
}

function drawRule(aligns: readonly Align[], widths: readonly number[]): string {
  const parts = aligns.map((align, column) => {
    const wide = Math.max(widths[column] ?? 0, NARROWEST)
    return `${align === 'left' || align === 'center' ? ':' : '-'}${'-'.repeat(wide - 2)}${align === 'right' || align === 'center' ? ':' : '-'}`
  })
  return `| ${parts.join(' | ')} |`
}
