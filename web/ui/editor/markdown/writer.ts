import type { Node } from '@tiptap/pm/model'
import type { Frame } from './read.ts'

/** What writing a document needs to know and to remember. Blocks hold blocks, so the way back to their siblings is part of it. */
export type Writer = {
  frame: Frame
  /** What a node was written as, with what decided about it besides the node. Nodes never change, so it holds. */
  known: WeakMap<Node, { as: string, text: string }>
  /** Blocks below each other. `rest`: what each of their later lines begins with. */
  siblings: (nodes: readonly Node[], rest: string, writer: Writer) => string
}

export type WriteNode = (node: Node, rest: string, writer: Writer, apart?: string) => string

/** Puts what every later line begins with before each of them. */
export const lines = (text: string, rest: string, { frame: { eol } }: Writer): string =>
  text.split('\n').map((line, index) => (index === 0 ? line : line === '' ? rest.trimEnd() : rest + line)).join(eol)

/** Markdown has no empty paragraphs. */
export const isEmpty = (node: Node): boolean => node.type.name === 'paragraph' && !node.textContent.trim() && node.children.every(({ isText, type }) => isText || type.name === 'hardBreak')
