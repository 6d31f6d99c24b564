import type { Node } from '@tiptap/pm/model'
import { SCHEMA } from './extensions.ts'
import { originOf } from './origin.ts'
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

/** Reads Markdown into a document of the editor. `write` gives the same bytes back for every block that is not touched. */
export function readMarkdown(markdown: string): { doc: Node, frame: Frame } {
  const head = markdown.startsWith(BOM) ? BOM : ''
  const text = markdown.slice(head.length)
  const tree = parse(text)
  const blocks = readBlocks(tree.children ?? [], { text, rest: '', from: 0 })
  const read = blocks.reduce((length, block) => length + bytesOf(block), 0)
  return { doc: SCHEMA.node('doc', null, blocks.length > 0 ? blocks : [SCHEMA.node('paragraph')]), frame: { head, tail: text.slice(read), eol: text.includes('\r\n') ? '\r\n' : '\n', ...habitsOf(tree, text), definitions: definitionsIn(tree, text) } }
}

/** How much of the text a block and what stands before it take. */
const bytesOf = (block: Node): number => (originOf(block)?.gap.length ?? 0) + (originOf(block)?.raw.length ?? 0)

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
