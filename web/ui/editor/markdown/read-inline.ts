import type { Mark, Node, Schema } from '@tiptap/pm/model'
import { align, beyond } from './align.ts'
import type { Piece } from './align.ts'
import { rangeOf, Unfaithful } from './parse.ts'
import type { Md } from './parse.ts'

/** What the running text stands in. */
export type InlineContext = {
  schema: Schema
  text: string
  /** What later lines begin with because of the lists and quotes around it. */
  rest: string
}

/** Where the running text begins and ends. */
type Range = { start: number, end: number }

type Reader = (node: Md, marks: readonly Mark[], context: InlineContext) => Node[]

const LINE_BREAK = /([ \t]*)(?:\r\n|\n|\r)([ \t>]*)/g

/** A stretch of source without what the blocks around it put before its later lines. */
const bare = (raw: string, { rest }: InlineContext): string => raw.replace(LINE_BREAK, (_all, blanks: string, prefix: string) => `${blanks}\n${beyond(prefix, rest)}`)

const sourceOf = (node: Md, context: InlineContext): string => {
  const { start, end } = rangeOf(node)
  return context.text.slice(start, end)
}

/** Reads running text. @throws {Unfaithful} where it could not be written again as it is */
export function readInline(children: readonly Md[], marks: readonly Mark[], context: InlineContext, range: Range): Node[] {
  return withPlaces(children, range).flatMap((child) => (READERS[child.type] ?? unknown)(child, marks, context))
}

const unknown: Reader = (node) => { throw new Unfaithful(node.type) }

const addMark = ({ schema }: InlineContext, marks: readonly Mark[], name: string, attrs: Record<string, unknown>): readonly Mark[] => {
  if (marks.some((mark) => mark.type.name === name)) throw new Unfaithful(`${name} inside ${name}`)
  return [...marks, schema.mark(name, name === 'code' ? attrs : { ...attrs, depth: marks.length })]
}

const words = ({ schema }: InlineContext, { text, as }: Piece, marks: readonly Mark[]): Node =>
  schema.text(text, as === undefined ? marks : [...marks, schema.mark('written', { as, text })])

/** A mark that lies around its words with the same characters on both sides. */
const around = (name: string): Reader => (node, marks, context) => {
  const { start, end } = rangeOf(node)
  const source = context.text.slice(start, end)
  const by = name === 'bold' ? source.slice(0, 2) : name === 'italic' ? source.slice(0, 1) : /^~+/.exec(source)?.[0] ?? ''
  if (!source.endsWith(by) || by === '') throw new Unfaithful('a mark with more around its words')
  return readInline(node.children ?? [], addMark(context, marks, name, { by }), context, { start: start + by.length, end: end - by.length })
}

const kept = (kind: string): Reader => (node, marks, context) => [context.schema.node('kept', { source: bare(sourceOf(node, context), context), kind, src: node.url ?? null, alt: (node as { alt?: string | null }).alt ?? null }, undefined, marks)]

const link: Reader = (node, marks, context) => {
  const { start, end } = rangeOf(node)
  const first = node.children?.[0]
  const source = context.text.slice(start, end)
  if (source.startsWith('[') && first) {
    const to = rangeOf(node.children?.at(-1)).end
    const tail = bare(context.text.slice(to, end), context)
    return readInline(node.children ?? [], addMark(context, marks, 'link', { href: node.url ?? '', title: node.title ?? null, label: node.label ?? null, tail }), context, { start: start + 1, end: to })
  }
  if (source.startsWith('<') && first?.value !== undefined) return [context.schema.text(first.value, addMark(context, marks, 'link', { href: node.url ?? '', tail: source }))]
  if (source.startsWith('[')) return kept(node.type)(node, marks, context)
  return plainWords(source, marks, context)
}

/** An address that is a link by itself stays words. */
const plainWords = (source: string, marks: readonly Mark[], context: InlineContext): Node[] => align(source, source, context.rest).map((piece) => words(context, piece, marks))

const READERS: Record<string, Reader> = {
  text: (node, marks, context) => align(wholeLineEnds(node, context), node.value ?? '', context.rest).map((piece) => words(context, piece, marks)),
  emphasis: around('italic'),
  strong: around('bold'),
  delete: around('strike'),
  inlineCode: (node, marks, context) => {
    const text = (node.value ?? '').replaceAll(/\r\n?|\n/g, ' ')
    if (text === '') throw new Unfaithful('code without words')
    return [context.schema.text(text, [...addMark(context, marks, 'code', {}), context.schema.mark('written', { as: bare(sourceOf(node, context), context), text })])]
  },
  link,
  linkReference: link,
  image: kept('image'),
  imageReference: kept('image'),
  html: kept('html'),
  footnoteReference: kept('footnote'),
  break: (node, marks, context) => [context.schema.node('hardBreak', { by: bare(wholeLineEnds(node, context), context) }, undefined, marks)],
}

/** Words with the blanks around a line end at their edges, which the parser leaves out. */
function wholeLineEnds(node: Md, { text }: InlineContext): string {
  const { start, end } = rangeOf(node)
  const before = /^[\r\n]/.test(text.slice(start, end)) ? text.slice(0, start).length - text.slice(0, start).replace(/[ \t]+$/, '').length : 0
  const after = /[\r\n]$/.test(text.slice(start, end)) ? /^[ \t>]*/.exec(text.slice(end))?.[0].length ?? 0 : 0
  return text.slice(start - before, end + after)
}

/** Links that the parser found in words afterwards have no place; they and the words around them are one stretch of words again. */
function withPlaces(children: readonly Md[], { start, end }: Range): Md[] {
  const all: Md[] = []
  children.forEach((child, at) => {
    const last = all.at(-1)
    if (child.position) return all.push(child)
    const words = child.value ?? child.children?.map(({ value }) => value ?? '').join('') ?? ''
    if (last && at > 0 && !children[at - 1]?.position) {
      last.value += words
      return undefined
    }
    const next = children.slice(at).find(({ position }) => position)
    return all.push({ type: 'text', value: words, position: { start: { offset: last?.position?.end.offset ?? start }, end: { offset: next?.position?.start.offset ?? end } } })
  })
  return all
}
