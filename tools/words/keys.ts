import { parseSync, Visitor } from 'oxc-parser'
import { keyOf } from '#domain/words/said.ts'

/** Something a person reads, and where it stands. Lines count from 1. */
export type Found = { key: string; file: string; line: number }

/** Tags whose sentences stand in the catalogs. */
const TAGS = new Set(['t', 'tr', 'said', 'line'])
/** Calls that name a noun once and many times. */
const AMOUNTS = new Set(['counted', 'amount'])
/** Properties and attributes that people see or hear. */
const SEEN = new Set(['title', 'label', 'text', 'hint', 'lede', 'legend', 'placeholder', 'aria-label', 'ariaLabel', 'alt', 'message', 'next', 'why', 'description', 'children', 'submit', 'empty', 'summary', 'heading', 'note', 'words', 'done', 'busy'])

type Node = { type: string; start: number; [key: string]: unknown }

const literalOf = (node: unknown): string | undefined => {
  const { type, value } = node as { type?: string; value?: unknown }
  return type === 'Literal' && typeof value === 'string' ? value : undefined
}

const nameOf = (node: unknown): string | undefined => {
  const { name, value } = node as { name?: unknown; value?: unknown }
  return typeof name === 'string' ? name : typeof value === 'string' ? value : undefined
}

const lineAt = (source: string, offset: number): number => source.slice(0, offset).split('\n').length

/** The keys that a file says: tagged sentences, and counted nouns as `reply|replies`. */
export function keysIn(file: string, source: string): Found[] {
  const found: Found[] = []
  const add = (node: { start: number }, key: string) => found.push({ key, file, line: lineAt(source, node.start) })
  new Visitor({
    TaggedTemplateExpression(node) {
      if (node.tag.type === 'Identifier' && TAGS.has(node.tag.name)) add(node, keyOf(node.quasi.quasis.map((part) => part.value.cooked ?? part.value.raw)))
    },
    CallExpression(node) {
      if (node.callee.type !== 'Identifier' || !AMOUNTS.has(node.callee.name)) return
      const [one, many] = node.arguments.slice(1).map(literalOf)
      if (one !== undefined) add(node, `${one}|${many ?? `${one}s`}`)
    },
  }).visit(parseSync(file, source).program)
  return found
}

/** Every text that a file of another room holds: what the pages translate when they hear it stands there as it is. */
export function plainIn(file: string, source: string): Found[] {
  const found: Found[] = []
  new Visitor({
    Literal(node) {
      if (typeof node.value === 'string' && node.value !== '') found.push({ key: node.value, file, line: 0 })
    },
  }).visit(parseSync(file, source).program)
  return found
}

/** A text of ours for people: it has a word of two letters at least, and is no name of a class or an address. */
const isWords = (text: string): boolean => /\p{L}{2}/u.test(text) && (/\s/.test(text.trim()) || /^\p{Lu}/u.test(text.trim()))

/** What a file shows without asking a catalog: text between tags, and texts in attributes and properties that people see. */
export function unsaidIn(file: string, source: string): Found[] {
  const found: Found[] = []
  const add = (node: { start: number }, text: string | undefined) => {
    if (text !== undefined && isWords(text)) found.push({ key: text.trim(), file, line: lineAt(source, node.start) })
  }
  const seen = (name: unknown, value: unknown) => {
    const key = nameOf(name)
    if (key === undefined || !SEEN.has(key) || typeof value !== 'object' || value === null) return
    const node = value as Node
    if (node.type === 'TemplateLiteral') add(node, (node['quasis'] as { value: { raw: string } }[]).map((part) => part.value.raw).join(' '))
    else add(node, literalOf(node))
  }
  new Visitor({
    JSXText: (node) => add(node, node.value),
    JSXAttribute: (node) => seen(node.name, node.value),
    Property: (node) => seen(node.key, node.value),
    JSXExpressionContainer: (node) => add(node, literalOf(node.expression)),
  }).visit(parseSync(file, source).program)
  return found
}
