import { isDeepStrictEqual } from 'node:util'
import { isMap, isScalar, parseDocument, stringify } from 'yaml'
import type { Document, Pair } from 'yaml'
import { FRONT_MAX, keyName } from './front-matter.ts'

/** A value of ours under the names that a file may have for it, the one that we write first; null takes it out. */
export type FrontChange = { readonly keys: readonly [string, ...string[]]; readonly value: string | readonly string[] | null }

/** Lines of people are as long as they are. */
const WRITING = { lineWidth: 0 }
/** More references than any front matter of people has; hostile ones end here. */
const ALIASES_MAX = 100

/**
 * The front matter of a file with some values changed: what other tools keep there stays as it stands, byte for byte and
 * in its order. New keys come last. What cannot be read is kept as comments below ours.
 *
 * @param yaml between its dashes; `changes` name only what differs from it
 */
export function rewriteFront(yaml: string, changes: readonly FrontChange[]): string {
  const plain = yaml.replace(/\r\n?/g, '\n')
  const source = plain === '' || plain.endsWith('\n') ? plain : `${plain}\n`
  const items = itemsOf(source)
  const written = items === null ? null : inPlace(source, items, changes)
  return written !== null && holds(written, source, changes) ? written : asComments(source, changes)
}

/** The comments and blank lines at the end of a text of whole lines, but for its first line: they belong to what follows. */
function trailing(text: string): string {
  const lines = text.split('\n')
  const last = lines.slice(0, -1).findLastIndex((line) => !/^[ \t]*(?:#|$)/.test(line))
  return lines.slice(Math.max(1, last + 1)).join('\n')
}

type Item = { readonly name: string; readonly start: number; readonly pair: Pair }

/** Keys that stand below each other, each at the start of its line but for what all stand in; null where it is anything else. */
function itemsOf(source: string): Item[] | null {
  const contents = documentOf(source)?.contents
  if (contents === undefined) return null
  if (contents === null) return []
  if (!isMap(contents) || contents.flow === true) return null
  const items = contents.items.map((pair): Item => ({ name: keyName(pair.key), start: isScalar(pair.key) ? pair.key.range?.[0] ?? 0 : 0, pair }))
  const before = items.map(({ start }) => source.slice(source.lastIndexOf('\n', start - 1) + 1, start))
  return before.every((text) => text === before[0] && text.trim() === '') ? items : null
}

function documentOf(source: string): Document | null {
  if (source.length > FRONT_MAX) return null
  try {
    const document = parseDocument(source, { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' })
    return document.errors.length === 0 ? document : null
  } catch { return null }
}

function inPlace(source: string, items: readonly Item[], changes: readonly FrontChange[]): string {
  const [first] = items
  const indent = first ? ' '.repeat(first.start - source.lastIndexOf('\n', first.start - 1) - 1) : ''
  const left = new Set(changes)
  const pieces = [source.slice(0, (first?.start ?? source.length) - indent.length)]
  for (const [at, item] of items.entries()) {
    const raw = source.slice(item.start - indent.length, (items[at + 1]?.start ?? source.length + indent.length) - indent.length)
    const change = changes.find(({ keys }) => keys.includes(item.name))
    if (change === undefined) { pieces.push(raw); continue }
    const rest = trailing(raw)
    // A key that stands twice is written once.
    pieces.push(left.has(change) && change.value !== null ? valueIn(raw.slice(0, raw.length - rest.length), item, change.value, indent) : '', rest)
    left.delete(change)
  }
  const fresh = [...left].flatMap(({ keys: [key], value }) => value === null ? [] : [lines(key, value, indent)])
  return [...pieces, ...fresh].join('')
}

/** One line with other words, and with the comment behind them; else the key anew, in the words of the file. */
function valueIn(raw: string, { start, pair }: Item, value: string | readonly string[], indent: string): string {
  const { key, value: old } = pair
  const range = isScalar(old) && typeof value === 'string' ? old.range : null
  if (range && range[1] > range[0] && !raw.slice(0, -1).includes('\n')) {
    const from = start - indent.length
    return raw.slice(0, range[0] - from) + stringify(value, WRITING).trimEnd() + raw.slice(range[1] - from)
  }
  return lines(isScalar(key) ? String(key.value) : '', value, indent)
}

const lines = (key: string, value: string | readonly string[], indent: string): string => stringify({ [key]: value }, WRITING).replace(/^(?=[^\n])/gm, indent)

/** Whether it says what it said, with the changes and nothing else. */
function holds(written: string, source: string, changes: readonly FrontChange[]): boolean {
  const ours = (name: string) => changes.some(({ keys }) => keys.includes(name))
  const [before, after] = [valuesOf(source), valuesOf(written)]
  if (before === null || after === null) return false
  const foreign = (values: readonly [string, unknown][]) => values.filter(([name]) => !ours(name))
  return isDeepStrictEqual(foreign(before), foreign(after)) && changes.every(({ keys, value }) => isDeepStrictEqual(after.filter(([name]) => keys.includes(name)).map(([, one]) => one), value === null ? [] : [value]))
}

function valuesOf(source: string): [string, unknown][] | null {
  try {
    const values: unknown = documentOf(source)?.toJS({ mapAsMap: true, maxAliasCount: ALIASES_MAX })
    return values instanceof Map ? [...values].map(([key, value]): [string, unknown] => [keyName(key), value]) : values === null ? [] : null
  } catch { return null }
}

function asComments(source: string, changes: readonly FrontChange[]): string {
  const ours = changes.flatMap(({ keys: [key], value }) => value === null ? [] : [lines(key, value, '')]).join('')
  const whole = ours + source.replace(/^.*\n/gm, (line) => line === '\n' ? '#\n' : `# ${line}`)
  return whole.length <= FRONT_MAX ? whole : ours
}
