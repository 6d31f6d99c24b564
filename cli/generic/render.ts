import type { Reader } from '../context.ts'
import { clean, oneLine } from '../text/clean.ts'
import { columnsOf, fold, padTo } from '../text/columns.ts'
import { table } from '../text/table.ts'
import { whenWords } from '../text/when.ts'
import type { Terminal } from '../terminal.ts'

type Setting = Pick<Terminal, 'colors' | 'width' | 'tableWidth'>
type Row = Record<string, unknown>

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/
/** A table with more columns than this is harder to read than a list. */
const COLUMNS_MAX = 6

/** An answer for eyes, whatever it is: lists as tables, the rest as names and values, times on the reader's clock. */
export function renderAnswer(answer: unknown, reader: Reader | null, setting: Setting): string {
  if (isRow(answer)) {
    const keys = Object.keys(answer)
    if (keys.length === 1 && keys[0] === 'ok') return 'Done.\n'
    const [key] = keys.filter((one) => Array.isArray(answer[one]))
    if (key && keys.every((one) => one === key || one === 'next')) return renderList(answer[key] as unknown[], reader, setting) + more(answer['next'])
  }
  return renderValue(answer, '', reader, setting)
}

const more = (next: unknown): string => typeof next === 'string' ? `There is more: add --cursor ${next}\n` : ''

function renderList(items: readonly unknown[], reader: Reader | null, setting: Setting): string {
  if (items.length === 0) return 'Nothing.\n'
  if (!items.every(isRow)) return items.map((item) => `${scalar(item, reader)}\n`).join('')
  const columns = columnsFor(items)
  const head = columns.map((column) => words(column).toUpperCase())
  return table([head, ...items.map((item) => columns.map((column) => oneLine(scalar(item[column], reader))))], setting.tableWidth, columns.includes('id') ? 1 : 0)
}

/** Scalars that say something; an id, last and whole, only where rows have no number. */
function columnsFor(rows: readonly Row[]): string[] {
  const [first = {}] = rows
  const scalars = Object.keys(first).filter((key) => rows.every((row) => !isRow(row[key]) && !Array.isArray(row[key])))
  const useful = scalars.filter((key) => !key.endsWith('Id') && key !== 'id' && rows.some((row) => row[key] !== null && row[key] !== ''))
  return [...useful.slice(0, COLUMNS_MAX), ...('id' in first && !('number' in first) ? ['id'] : [])]
}

function renderValue(value: unknown, indent: string, reader: Reader | null, setting: Setting): string {
  if (!isRow(value)) return `${indent}${scalar(value, reader)}\n`
  const keys = Object.keys(value).filter((key) => value[key] !== null && value[key] !== '' && !isEmpty(value[key]))
  const width = Math.max(0, ...keys.filter((key) => !isNested(value[key])).map((key) => columnsOf(words(key))))
  return keys.map((key) => field(key, value[key], { indent, width, reader, setting })).join('')
}

type Place = { indent: string; width: number; reader: Reader | null; setting: Setting }

function field(key: string, value: unknown, { indent, width, reader, setting }: Place): string {
  const name = setting.colors.dim(words(key))
  if (Array.isArray(value)) {
    const items = value.map((item) => isRow(item) ? renderValue(item, `${indent}    `, reader, setting).replace(/^ {2}(\s*)/, '$1- ').replace(/^(\s*)- {2}/, '$1- ') : `${indent}  - ${scalar(item, reader)}\n`)
    return `${indent}${name}\n${items.join('')}`
  }
  if (isRow(value)) return `${indent}${name}\n${renderValue(value, `${indent}  `, reader, setting)}`
  const text = scalar(value, reader)
  const pad = `${indent}${padTo(name, width)}  `
  if (!text.includes('\n') && columnsOf(pad + text) <= setting.width) return `${pad}${text}\n`
  return `${indent}${name}\n${fold(text, setting.width, `${indent}  `)}\n`
}

function scalar(value: unknown, reader: Reader | null): string {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return reader && INSTANT.test(value) ? whenWords(Temporal.Instant.from(value), reader.now, reader.zone) : clean(value)
  if (typeof value === 'object') return JSON.stringify(value)
  return String(value)
}

/** `readingSeconds` → `reading seconds` */
const words = (key: string): string => key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)
const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0
const isNested = (value: unknown): boolean => typeof value === 'object' && value !== null
