import { splitFrontMatter } from '#domain/agreement/front-matter.ts'
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { AdrNote, Span } from './record.ts'

/** One line of the front matter: its words, and where they stand in the file; a list has no place. */
export type FrontValue = { readonly words: readonly string[]; readonly place: Span | null; readonly line: number }
export type Front = {
  readonly values: ReadonlyMap<string, FrontValue>
  /** What stands between the dashes, as it stands; null where there are none. */
  readonly yaml: string | null
  /** Where the text after it begins; 0 where there is none. */
  readonly bodyStart: number
  /** Before the closing dashes; null where there is none. */
  readonly end: number | null
  readonly notes: readonly AdrNote[]
}

/** More than any front matter of people needs. Unit: UTF-16 units. */
export const FRONT_MAX = 20_000
const NONE: Front = { values: new Map(), yaml: null, bodyStart: 0, end: null, notes: [] }
const OPENING = /^\uFEFF?---[ \t]*\r?\n/
/** Without closing dashes it ends at the first line that is none of its own. */
const UNCLOSED = /^(?:[\w-]+:[^\n]*\n|[ \t][^\n]*\n|-[ \t][^\n]*\n|#[^\n]*\n)*/

/** Reads the front matter of a file as far as it can be read; what cannot is told with its line. */
export function readFront(text: string): Front {
  const opening = OPENING.exec(text)
  if (!opening) return NONE
  const parts = splitFrontMatter(text)
  const start = opening[0].length
  if (parts) return parsed(parts.yaml, start, text.length - parts.body.length, [])
  const yaml = UNCLOSED.exec(text.slice(start))?.[0] ?? ''
  return { ...parsed(yaml, start, start + yaml.length, [{ line: 1, message: 'The front matter begins here and never ends; it was read as far as its lines go.' }]), end: null }
}

function parsed(yaml: string, start: number, bodyStart: number, before: readonly AdrNote[]): Front {
  const lines = new LineCounter()
  const document = yaml.length <= FRONT_MAX ? parsedYaml(yaml, lines) : null
  if (!document) return { values: new Map(), yaml, bodyStart, end: start + yaml.length, notes: [...before, { line: 2, message: 'The front matter cannot be read; it was left out.' }] }
  const lineOf = (offset: number): number => lines.linePos(offset).line + 1
  const notes = [...before, ...document.errors.map((error) => ({ line: lineOf(error.pos[0]), message: `The front matter cannot be read here: ${firstSentence(error.message)}` }))]
  const values = new Map<string, FrontValue>()
  const items = isMap(document.contents) ? document.contents.items : []
  for (const { key, value } of items) {
    const offset = isScalar(key) ? key.range?.[0] ?? 0 : 0
    const name = keyName(key)
    if (name === '' || values.has(name)) continue
    const range = isScalar(value) ? value.range : null
    values.set(name, { words: wordsOf(value), place: range ? { start: start + range[0], end: start + range[1] } : null, line: lineOf(offset) })
  }
  if (!isMap(document.contents) && yaml.trim() !== '' && notes.length === 0 && !/^(?:\s*#[^\n]*\n?)*\s*$/.test(yaml)) notes.push({ line: 2, message: 'The front matter holds no `key: value` lines.' })
  return { values, yaml, bodyStart, end: start + yaml.length, notes }
}

/** The name of a key as it is looked up: `Decision_Makers` is `decision-makers`. Empty for what is no single word or number. */
export function keyName(key: unknown): string {
  const value = isScalar(key) ? key.value : key
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim().toLowerCase().replaceAll('_', '-') : ''
}

function parsedYaml(yaml: string, lineCounter: LineCounter) {
  try { return parseDocument(yaml, { lineCounter, prettyErrors: false, uniqueKeys: false, logLevel: 'silent' }) } catch { return null }
}

function wordsOf(value: unknown): string[] {
  if (isScalar(value)) return value.value === null ? [] : [String(value.value)]
  if (isSeq(value)) return value.items.flatMap((item) => isScalar(item) && item.value !== null ? [String(item.value)] : [])
  return []
}

const firstSentence = (message: string): string => `${message.split('\n')[0]?.replace(/[.:]$/, '') ?? ''}.`
