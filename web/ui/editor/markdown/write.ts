import type { Node } from '@tiptap/pm/model'
import { isUntouched, originOf, stoodFirst, stoodTogether, asRead } from './origin.ts'
import type { Frame } from './read.ts'
import { writeBlock } from './write-blocks.ts'
import { signOf } from './write-lists.ts'
import { isEmpty } from './writer.ts'
import type { Writer } from './writer.ts'

/** Keeps what was written, so that each key only costs what it touched. */
export const writerFor = (frame: Frame): Writer => ({ frame, known: new WeakMap(), siblings: writeSiblings })

/** The document as Markdown: blocks that nobody touched are written with the bytes they were read from. */
export function writeMarkdown(doc: Node, writer: Writer): string {
  const blocks: Node[] = []
  doc.forEach((node) => (isFrontMatter(node) ? blocks.unshift(node) : blocks.push(node)))
  return writer.frame.head + writeSiblings(blocks, '', writer) + writer.frame.tail
}

const isFrontMatter = ({ attrs }: Node): boolean => attrs['kind'] === 'yaml' || attrs['kind'] === 'toml'

/** Blocks below each other. @param rest what each of their later lines begins with */
function writeSiblings(nodes: readonly Node[], rest: string, writer: Writer): string {
  let out = ''
  let before: Node | undefined
  let text = ''
  for (const node of nodes) {
    if (isEmpty(node)) continue
    const apart = before === undefined ? undefined : apartFrom(before, node, text)
    text = writeBlock(node, rest, writer, apart)
    out += (before ? gapBetween(before, node, rest, writer.frame.eol) : stoodFirst(node) && rest === '' ? originOf(node)?.gap ?? '' : '') + text
    before = node
  }
  return out
}

/** What a block must not look like, so that it stays apart from the one before; undefined when there is nothing to fear. */
function apartFrom(before: Node, node: Node, text: string): string | undefined {
  if (stoodTogether(before, node) && isUntouched(node) && isUntouched(before)) return undefined
  if (before.type === node.type && before.type.name.endsWith('List')) return signOf(text)
  return before.type.name.endsWith('List') && node.type.name === 'codeBlock' && !stoodTogether(before, node) ? 'indented' : undefined
}

const BLANK_LINE = /(?:\r\n|\n|\r)[ \t>]*(?:\r\n|\n|\r)/

function gapBetween(before: Node, node: Node, rest: string, eol: string): string {
  const origin = originOf(node)
  const gap = origin?.rest === rest ? origin.gap : undefined
  const together = stoodTogether(before, node)
  const kept = together && ((isUntouched(before) && isUntouched(node)) || (sameKind(before) && sameKind(node)))
  if (gap !== undefined && kept) return gap
  if (gap !== undefined && BLANK_LINE.test(gap) && !stoodFirst(node)) return gap.replace(/[ \t]*$/, '') + rest
  const inItem = rest !== '' && before.type.name === 'paragraph' && node.type.name.endsWith('List') && !together
  return inItem ? eol + rest : `${eol}${rest.trimEnd()}${eol}${rest}`
}

/** It is still the kind of block that it was, so what was enough to keep it apart still is. */
function sameKind(node: Node): boolean {
  const before = asRead(node)
  return before !== undefined && before.type === node.type && before.attrs['level'] === node.attrs['level']
}
