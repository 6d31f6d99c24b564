import { Refusal } from '../refusal.ts'
import { fieldPattern, SECTION_KEYS, SECTIONS } from './wrap-text.ts'
import type { SectionKey } from './wrap-text.ts'

/** Where something stands, counted from 1. */
export type Place = { line: number }
export type Item = Place & { text: string; fields: Map<string, Place & { value: string }> }
export type ReadSections = {
  items: Map<SectionKey, Item[]>
  /** The text under a required heading. */
  text(key: SectionKey): string
}

type Line = Place & { text: string }

export const wrong = ({ line }: Place, what: string, next: string): Refusal => new Refusal('bad_input', `Line ${line}: ${what}.`, next)

/** The largest part of Markdown that a wrap needs: headings, text, lists with fields below their items. */
export function readSections(markdown: string): ReadSections {
  const found = splitSections(markdown)
  const items = new Map(SECTION_KEYS.filter((key) => SECTIONS[key].fields !== null).map((key) => [key, readItems(key, found.get(key) ?? [])]))
  return {
    items,
    text(key) {
      const text = (found.get(key) ?? []).map((line) => /^\\(\\|#|<!--)/.test(line.text) ? line.text.slice(1) : line.text).join('\n').trim()
      if (text !== '') return text
      throw new Refusal('bad_input', `The wrap has no “${SECTIONS[key].heading}”.`, `Write a heading “## ${SECTIONS[key].heading}” with at least one sentence below it.`)
    },
  }
}

/** The lines below each heading; a title before the first heading, and remarks, are passed over. */
function splitSections(markdown: string): Map<SectionKey, Line[]> {
  const found = new Map<SectionKey, Line[]>()
  let open: Line[] | null = null
  for (const [index, text] of markdown.replaceAll('\r\n', '\n').replace(/^\uFEFF/u, '').split('\n').entries()) {
    const line = { line: index + 1, text }
    const key = headingIn(line)
    if (key !== null) {
      if (found.has(key)) throw wrong(line, `“${SECTIONS[key].heading}” stands here a second time`, 'Put everything under one heading.')
      open = []
      found.set(key, open)
    } else if (open !== null) {
      if (!/^<!--.*-->\s*$/s.test(text)) open.push(line)
    } else if (text.trim() !== '' && !/^(# |<!--)/.test(text)) {
      throw wrong(line, 'this stands before the first heading', `Begin with one of ${headings()}.`)
    }
  }
  return found
}

function headingIn(line: Line): SectionKey | null {
  const match = /^(#{1,6})\s+(.*?)[\s#:]*$/s.exec(line.text)
  if (match === null) return null
  const name = (match[2] ?? '').toLowerCase()
  const key = SECTION_KEYS.find((one) => SECTIONS[one].heading.toLowerCase() === name)
  if (key === undefined && match[1] === '##') throw wrong(line, `there is no heading called “${match[2]}”`, `Use ${headings()}; in your own text, write a backslash before the signs.`)
  return key ?? null
}

const headings = (): string => SECTION_KEYS.map((key) => SECTIONS[key].heading).join(', ')

/** Items begin at the margin with `- `, `* `, `+ ` or a number; what is indented below belongs to them. */
function readItems(key: SectionKey, lines: readonly Line[]): Item[] {
  const found: Open[] = []
  for (const line of lines) {
    const marked = /^(?:[-*+]|\d+[.)])(?:\s+(.*))?$/s.exec(line.text)
    const last = found.at(-1)
    if (marked !== null) found.push({ line: line.line, text: [marked[1] ?? ''], fields: new Map() })
    else if (line.text.trim() === '') {
      if (last) addLine(key, last, { ...line, text: line.text.startsWith('  ') ? line.text : '' })
    } else if (last && /^(\s{2}|\t)/.test(line.text)) addLine(key, last, line)
    else throw wrong(line, `“${line.text.trim().slice(0, 40)}” under “${SECTIONS[key].heading}” is not a list item`, 'Begin each item with “- ”, and indent what belongs to it by two spaces.')
  }
  return found.map(finished).filter((one) => one.text !== '')
}

type Open = Place & { text: string[]; fields: Map<string, Place & { value: string[] }> }

function addLine(key: SectionKey, item: Open, { line, text }: Line): void {
  const inner = text.replace(/^(\s{2}|\t)/, '')
  const field = fieldPattern(key).exec(inner)
  const last = [...item.fields.values()].at(-1)
  if (field !== null) {
    const name = SECTIONS[key].fields?.find((one) => one.toLowerCase() === field[1]?.toLowerCase()) ?? ''
    if (item.fields.has(name)) throw wrong({ line }, `“${name}” stands here a second time`, 'Keep one of them.')
    item.fields.set(name, { line, value: [field[2] ?? ''] })
  } else if (last && (inner.startsWith('  ') || inner === '')) last.value.push(inner.slice(2))
  else item.text.push(inner.startsWith('\\') ? inner.slice(1) : inner)
}

const finished = ({ line, text, fields }: Open): Item => ({
  line, text: text.join('\n').trim(),
  fields: new Map([...fields].map(([name, field]) => [name, { line: field.line, value: field.value.join('\n').trim() }] as const).filter(([, field]) => field.value !== '')),
})
