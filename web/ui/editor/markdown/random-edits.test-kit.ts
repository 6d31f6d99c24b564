import { Transform } from '@tiptap/pm/transform'
import type { Node } from '@tiptap/pm/model'
import { SCHEMA } from './extensions.ts'
import { meaningOf } from './meaning.ts'
import { originOf } from './origin.ts'
import { readMarkdown } from './read.ts'
import { writeMarkdown, writerFor } from './write.ts'
import { isEmpty } from './writer.ts'

/** One edit somebody could make in one paragraph, heading, cell or block of code: chosen by numbers from 0 to 1. */
export type Touch = { block: number, from: number, to: number, does: 'type' | 'delete' | 'bold' | 'italic' | 'code' | 'split', words: string }

/** What a document says, without how it is spelt. */
function outlineOf(node: Node): unknown {
  if (node.type.name === 'sourceBlock' || node.type.name === 'codeBlock') return [node.type.name, node.attrs['language'] ?? '', node.textContent]
  if (node.isTextblock) return [node.type.name, node.attrs['level'] ?? '', meaningOf(node)]
  const inside = node.children.filter((child) => !isEmpty(child)).map(outlineOf)
  return [node.type.name, node.attrs['checked'] ?? '', node.attrs['align'] ?? '', ...inside]
}

type Spot = { node: Node, at: number, top: number }

function spotsOf(doc: Node): Spot[] {
  const spots: Spot[] = []
  doc.descendants((node, at) => { if (node.isTextblock) spots.push({ node, at, top: doc.resolve(at).index(0) }) })
  return spots
}

/** The document after an edit, and which of its top blocks was touched. */
function touched(doc: Node, touch: Touch): { doc: Node, top: number, node: Node } | undefined {
  const spots = spotsOf(doc)
  const spot = spots[Math.floor(touch.block * spots.length)]
  if (!spot) return undefined
  const { node, at, top } = spot
  const place = (share: number) => at + 1 + Math.round(share * node.content.size)
  const [from, to] = [place(Math.min(touch.from, touch.to)), place(Math.max(touch.from, touch.to))]
  const change = new Transform(doc)
  const plain = node.type.spec.code === true
  if (touch.does === 'type') change.insert(from, SCHEMA.text(touch.words, plain ? [] : change.doc.resolve(from).marks()))
  else if (touch.does === 'delete') change.delete(from, to)
  else if (touch.does === 'split' && node.type.name === 'paragraph' && doc.resolve(at).parent.type.name !== 'tableCell' && doc.resolve(at).parent.type.name !== 'tableHeader') change.split(from)
  else if (touch.does !== 'split' && !plain) change.addMark(from, to, SCHEMA.mark(touch.does))
  return { doc: change.doc, top, node }
}

/** What an edit did to a text: the bytes outside the touched block, before and after, and what both versions say. */
export function editedText(markdown: string, touch: Touch): { kept: boolean, says: unknown, shouldSay: unknown, out: string, was: string, source: boolean } | undefined {
  const { doc, frame } = readMarkdown(markdown)
  const edit = touched(doc, touch)
  if (!edit) return undefined
  const out = writeMarkdown(edit.doc, writerFor(frame))
  let before = frame.head
  doc.forEach((block, _at, index) => {
    if (index < edit.top) before += (originOf(block)?.gap ?? '') + (originOf(block)?.raw ?? '')
  })
  let behind = ''
  doc.forEach((block, _at, index) => {
    if (index > edit.top) behind += (originOf(block)?.gap ?? '') + (originOf(block)?.raw ?? '')
  })
  behind += frame.tail
  // What stood between an emptied block and the next goes with it.
  const [above, below] = isEmpty(edit.doc.child(edit.top)) ? [before.trimEnd(), behind.trimStart()] : [before, behind]
  return { kept: out.startsWith(above) && out.endsWith(below) && out.length >= above.length + below.length, says: outlineOf(readMarkdown(out).doc), shouldSay: outlineOf(edit.doc), out, was: doc.child(edit.top).textContent, source: edit.node.type.name === 'sourceBlock' }
}
