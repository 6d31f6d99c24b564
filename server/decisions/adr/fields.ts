import { argumentIn, sideOf } from './arguments.ts'
import { nameOf } from './marks.ts'
import { outlineOf, tidy } from './outline.ts'

/** Stands before a text that is quoted as a whole. Readers of the file see a quotation; we take it out again. */
const QUOTED = '<!-- Quoted as a whole, so that its own headings stay inside it. -->'
/** Headings of our own below a section; a text with one of these names would be taken apart there. */
const OWN_NAMES: ReadonlySet<string> = new Set(['background', 'consequences', 'confirmation', 'known and assumed', 'objections foreseen', 'objections on record', 'links', 'review'])
const PROBE = '\n\n'

/**
 * Writes a text so that what follows it stays outside: as it is where it can, else as a quotation.
 * @param deepest headings of this level and above are ours; `fieldText` gives the text back
 */
export function writeField(text: string, deepest: 2 | 3): string {
  const plain = tidy(text)
  return plain === '' || isTame(plain, { deepest, next: '## x' }) ? plain : quoted(plain)
}

/** The same for the text of an option, below which its arguments stand as a list. */
export function writeOption(text: string): string {
  const plain = tidy(text)
  return plain === '' || (isTame(plain, { deepest: 3, next: '* x' }) && !holdsArguments(plain)) ? plain : quoted(plain)
}

const quoted = (text: string): string => `${QUOTED}\n\n${text.split('\n').map((line) => line === '' ? '>' : `> ${line}`).join('\n')}`

function isTame(text: string, { deepest, next }: { deepest: number; next: string }): boolean {
  if (text.startsWith(QUOTED) || /^\s/.test(text) || /^(?:\*\*|__)?(?:Chosen|Recommended) option|^Recommendation:/i.test(text)) return false
  const { blocks, headings } = outlineOf(`${text}${PROBE}${next}\n`)
  if (blocks.at(-1)?.start !== text.length + PROBE.length) return false
  return !headings.some(({ level, words, start }) => start < text.length && (level <= deepest || (level === 3 && OWN_NAMES.has(nameOf(words)))))
}

function holdsArguments(text: string): boolean {
  const { blocks } = outlineOf(text)
  return blocks.some((block) => sideOf(text, block) !== null || block.items.some((item) => argumentIn(itemText(text, item)) !== null))
}

/** A text of a file, out of its quotation where `writeField` put it into one. */
export function fieldText(raw: string): string {
  const text = tidy(raw)
  if (!text.startsWith(QUOTED)) return text
  const lines = tidy(text.slice(QUOTED.length)).split('\n')
  return lines.every((line) => line.startsWith('>')) ? lines.map((line) => line.slice(line.startsWith('> ') ? 2 : 1)).join('\n') : text
}

/** A list item whose further lines stay in it. */
export const writeItem = (text: string): string => `* ${text.split('\n').map((line, at) => at === 0 || line === '' ? line : `  ${line}`).join('\n')}`

/** The words of a list item: its first line from `text` on, further lines without the indentation of the item. */
export function itemText(source: string, { start, text, end }: { start: number; text: number; end: number }): string {
  const raw = source.slice(text, end).replace(/\r\n?/g, '\n')
  const [first = '', ...rest] = raw.split('\n')
  const indent = text - start + (/^ */.exec(first)?.[0].length ?? 0)
  const inside = new RegExp(`^[ ]{0,${indent}}`)
  return [first.trimStart(), ...rest.map((line) => line.replace(inside, ''))].join('\n').trimEnd()
}
