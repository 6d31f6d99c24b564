import type { Node } from '@tiptap/pm/model'
import { isUntouched, originOf } from './origin.ts'
import { writeInline } from './write-inline.ts'
import { signOf, writeList } from './write-lists.ts'
import { writeTable } from './write-table.ts'
import { lines } from './writer.ts'
import type { WriteNode, Writer } from './writer.ts'

/**
 * One block as Markdown, without what stands before its first line.
 * @param rest what its later lines begin with
 * @param apart what it must not look like, so that it stays apart from the block before
 */
export function writeBlock(node: Node, rest: string, writer: Writer, apart?: string): string {
  const origin = originOf(node)
  if (origin?.rest === rest && !clashes(origin.raw, apart) && isUntouched(node)) return origin.raw
  const as = `${rest}\u0000${apart ?? ''}`
  const known = writer.known.get(node)
  if (known?.as === as) return known.text
  const text = (WRITERS[node.type.name] ?? plain)(node, rest, writer, apart)
  writer.known.set(node, { as, text })
  return text
}

/** Whether a block as it was written would run into the one before. */
const clashes = (raw: string, apart: string | undefined): boolean => (apart === 'indented' ? INDENTED.test(raw) : apart !== undefined && signOf(raw) === apart)

const plain: WriteNode = (node, rest, writer) => lines(node.textContent, rest, writer)

const rawOf = (node: Node): string => originOf(node)?.raw ?? ''

const WRITERS: Record<string, WriteNode> = {
  paragraph: (node, rest, writer) => lines(writeInline(node, 'paragraph', writer.frame), rest, writer),
  heading: (node, rest, writer) => lines(heading(node, writer), rest, writer),
  horizontalRule: (node) => rawOf(node).trim() || '---',
  codeBlock: (node, rest, writer, apart) => lines(code(node, apart), rest, writer),
  blockquote: (node, rest, writer) => {
    const mark = /^ {0,3}>(?! )/.test(rawOf(node)) ? '>' : '> '
    return mark + writer.siblings(node.children, rest + mark, writer)
  },
  bulletList: writeList,
  orderedList: writeList,
  table: writeTable,
}

/** Underlined headings stay underlined, closed ones closed. */
function heading(node: Node, { frame }: Writer): string {
  const level = node.attrs['level'] as number
  const raw = rawOf(node)
  const underline = /[\r\n][ \t>]*(=+|-+)[ \t]*$/.exec(raw)?.[1]
  if (underline?.startsWith(level === 1 ? '=' : '-') && level <= 2) {
    const words = writeInline(node, 'paragraph', frame)
    if (words !== '') return `${words}\n${underline}`
  }
  const [, opening = '#', room = ' '] = /^ {0,3}(#{1,6})([ \t]+)/.exec(raw) ?? []
  const closing = underline === undefined && /[^\\]([ \t]+)#+[ \t]*$/.exec(raw)?.[1]
  const mark = '#'.repeat(level)
  return `${mark}${opening === mark ? room : ' '}${writeInline(node, 'heading', frame)}${closing ? `${closing}${mark}` : ''}`.trimEnd()
}

const INDENT = '    '
const INDENTED = /^(?: {4}|\t)/

function code(node: Node, apart?: string): string {
  const text = node.textContent
  const raw = rawOf(node)
  const info = (node.attrs['language'] as string | null) ?? ''
  const indented = INDENTED.test(raw) && apart !== 'indented' && info === '' && text.trim() !== '' && !/^\s*\n|\n\s*$/.test(text)
  if (indented) return text.split('\n').map((line) => (line === '' ? '' : INDENT + line)).join('\n')
  const used = /^ {0,3}(`{3,}|~{3,})/.exec(raw)?.[1] ?? '```'
  const sign = info.includes('`') ? '~' : used[0] ?? '`'
  const longest = Math.max(0, ...[...text.matchAll(sign === '~' ? /~+/g : /`+/g)].map(([run]) => run.length))
  const fence = sign.repeat(Math.max(used.length, longest + 1))
  return `${fence}${info}\n${text === '' ? '' : `${text}\n`}${fence}`
}
