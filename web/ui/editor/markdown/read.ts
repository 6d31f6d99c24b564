import type { Node, Schema } from '@tiptap/pm/model'
import { SCHEMA } from './extensions.ts'
import { originOf, remember } from './origin.ts'
import type { Origin } from './origin.ts'
import { parse } from './parse.ts'
import type { Md } from './parse.ts'
import { readBlocks } from './read-blocks.ts'

/** What a text has besides its blocks, and how it is used to being written. */
export type Frame = {
  /** A byte order mark, or nothing. */
  head: string
  /** What stands behind the last block: line ends. */
  tail: string
  eol: '\n' | '\r\n'
  /** `*` or `_`, whichever the text uses more. */
  italic: string
  /** `-`, `*` or `+`. */
  bullet: string
  /** Definitions of addresses and footnotes, which decide what `[a]` means. */
  definitions: string
}

const BOM = '\uFEFF'

/**
 * Reads Markdown into a document of the editor. `writeMarkdown` gives the same bytes back for every block that is not touched.
 * @param schema that of the editor that will hold it
 */
export function readMarkdown(markdown: string, schema: Schema = SCHEMA): { doc: Node, frame: Frame } {
  const head = markdown.startsWith(BOM) ? BOM : ''
  const text = markdown.slice(head.length)
  const tree = parse(text)
  const blocks = readBlocks(tree.children ?? [], { schema, text, rest: '', from: 0 })
  const read = blocks.map(bytesOf).join('')
  const frame = { head, eol: text.includes('\r\n') ? '\r\n' as const : '\n' as const, ...habitsOf(tree, text), definitions: definitionsIn(tree, text) }
  if (!text.startsWith(read)) return { doc: schema.node('doc', null, asSource(text, schema)), frame: { ...frame, tail: '' } }
  return { doc: schema.node('doc', null, blocks.length > 0 ? blocks : [schema.node('paragraph')]), frame: { ...frame, tail: text.slice(read.length) } }
}

/** A text whose parts the parser puts elsewhere than they stand is one block of source. */
function asSource(text: string, schema: Schema): Node {
  const origin: Origin = { raw: text, rest: '', gap: '' }
  const node = schema.node('sourceBlock', { origin, kind: null }, schema.text(text.replaceAll(/\r\n?/g, '\n')))
  remember(origin, node, undefined)
  return node
}

/** The bytes of a block and of what stands before it. */
const bytesOf = (block: Node): string => (originOf(block)?.gap ?? '') + (originOf(block)?.raw ?? '')

function habitsOf(tree: Md, text: string): Pick<Frame, 'italic' | 'bullet'> {
  const used: Record<string, number> = {}
  const look = (node: Md) => {
    const mark = text[node.position?.start.offset ?? -1]
    if (mark !== undefined && (node.type === 'emphasis' || node.type === 'listItem')) used[node.type + mark] = (used[node.type + mark] ?? 0) + 1
    node.children?.forEach(look)
  }
  look(tree)
  const favourite = (type: string, marks: readonly string[]) => marks.reduce((best, mark) => ((used[type + mark] ?? 0) > (used[type + best] ?? 0) ? mark : best))
  return { italic: favourite('emphasis', ['_', '*']), bullet: favourite('listItem', ['-', '*', '+']) }
}

/** Each definition with the words behind it cut down, wherever it stands. */
function definitionsIn(tree: Md, text: string): string {
  const found: string[] = []
  const look = (node: Md) => {
    const source = () => text.slice(node.position?.start.offset, node.position?.end.offset)
    if (node.type === 'definition') found.push(source().replaceAll(/[\r\n]+[ \t>]*/g, ' '))
    if (node.type === 'footnoteDefinition') found.push(`${/^\[\^[^\]]*\]:/.exec(source())?.[0] ?? ''} x`)
    node.children?.forEach(look)
  }
  look(tree)
  return [...new Set(found)].join('\n\n')
}
