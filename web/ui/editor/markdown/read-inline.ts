import type { Mark, Node } from '@tiptap/pm/model'
import { align, beyond } from './align.ts'
import type { Piece } from './align.ts'
import { SCHEMA } from './extensions.ts'
import { rangeOf, Unfaithful } from './parse.ts'
import type { Md } from './parse.ts'

/** What the running text stands in. */
export type InlineContext = {
  text: string
  /** What later lines begin with because of the lists and quotes around it. */
  rest: string
}

type Reader = (node: Md, marks: readonly Mark[], context: InlineContext) => Node[]

const LINE_BREAK = /[ \t]*(?:\r\n|\n|\r)([ \t>]*)/g

/** A stretch of source without what the blocks around it put before its later lines. */
const bare = (raw: string, { rest }: InlineContext): string => raw.replace(LINE_BREAK, (_all, prefix: string) => `\n${beyond(prefix, rest)}`)

const sourceOf = (node: Md, context: InlineContext): string => {
  const { start, end } = rangeOf(node)
  return context.text.slice(start, end)
}

/** Reads running text. @throws {Unfaithful} where it could not be written again as it is */
export function readInline(children: readonly Md[], marks: readonly Mark[], context: InlineContext): Node[] {
  return withPlaces(children).flatMap((child) => (READERS[child.type] ?? unknown)(child, marks, context))
}

const unknown: Reader = (node) => { throw new Unfaithful(node.type) }

const addMark = (marks: readonly Mark[], name: string, attrs: Record<string, unknown>): readonly Mark[] => {
  if (marks.some((mark) => mark.type.name === name)) throw new Unfaithful(`${name} inside ${name}`)
  return [...marks, mark(name, attrs)]
}

function mark(name: string, attrs: Record<string, unknown>): Mark {
  return SCHEMA.mark(name, attrs)
}

const words = ({ text, as }: Piece, marks: readonly Mark[]): Node =>
  SCHEMA.text(text, as === undefined ? marks : [...marks, mark('written', { as, text })])

/** A mark that lies around its words with the same characters on both sides. */
const around = (name: string): Reader => (node, marks, context) => {
  const { start, end } = rangeOf(node)
  const from = rangeOf(node.children?.[0]).start
  const to = rangeOf(node.children?.at(-1)).end
  const by = context.text.slice(start, from)
  if (context.text.slice(to, end) !== by || !/^[*_~]{1,2}$/.test(by)) throw new Unfaithful('a mark with more around its words')
  return readInline(node.children ?? [], addMark(marks, name, { by }), context)
}

const kept = (kind: string): Reader => (node, marks, context) => [SCHEMA.node('kept', { source: bare(sourceOf(node, context), context), kind, src: node.url ?? null, alt: (node as { alt?: string | null }).alt ?? null }, null, marks)]

const link: Reader = (node, marks, context) => {
  const { start, end } = rangeOf(node)
  const first = node.children?.[0]
  const source = context.text.slice(start, end)
  if (source.startsWith('[') && first && rangeOf(first).start === start + 1) {
    const tail = bare(context.text.slice(rangeOf(node.children?.at(-1)).end, end), context)
    return readInline(node.children ?? [], addMark(marks, 'link', { href: node.url ?? '', title: node.title ?? null, label: node.label ?? null, tail }), context)
  }
  if (source.startsWith('<') && first?.value !== undefined) return [SCHEMA.text(first.value, addMark(marks, 'link', { href: node.url ?? '', tail: source }))]
  if (source.startsWith('[')) return kept(node.type)(node, marks, context)
  return plainWords(source, marks, context)
}

/** An address that is a link by itself stays words. */
const plainWords = (source: string, marks: readonly Mark[], context: InlineContext): Node[] => align(source, source, context.rest).map((piece) => words(piece, marks))

const READERS: Record<string, Reader> = {
  text: (node, marks, context) => align(sourceOf(node, context), node.value ?? '', context.rest).map((piece) => words(piece, marks)),
  emphasis: around('italic'),
  strong: around('bold'),
  delete: around('strike'),
  inlineCode: (node, marks, context) => {
    const text = (node.value ?? '').replaceAll(/\r\n?|\n/g, ' ')
    if (text === '') throw new Unfaithful('code without words')
    return [SCHEMA.text(text, [...addMark(marks, 'code', {}), mark('written', { as: bare(sourceOf(node, context), context), text })])]
  },
  link,
  linkReference: link,
  image: kept('image'),
  imageReference: kept('image'),
  html: kept('html'),
  footnoteReference: kept('footnote'),
  break: (node, marks, context) => [SCHEMA.node('hardBreak', { by: sourceOf(node, context).replace(LINE_BREAK, (all, prefix: string) => `${/^[ \t]*/.exec(all)?.[0] ?? ''}\n${beyond(prefix, context.rest)}`) }, null, marks)],
}

/** Links that the parser found in words afterwards have no place; the words around them and they are one stretch of words. */
function withPlaces(children: readonly Md[]): Md[] {
  if (children.every(({ position }) => position)) return [...children]
  throw new Unfaithful('links without a place in the text')
}
