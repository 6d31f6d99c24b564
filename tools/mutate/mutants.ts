import { parseSync, Visitor } from 'oxc-parser'

/** One small fault that a test should notice: these characters of a file are replaced by `text`. */
export type Mutant = { file: string; line: number; kind: Kind; start: number; end: number; text: string }
export type Kind = 'operator' | 'condition' | 'constant' | 'return' | 'statement' | 'call' | 'right'

type Node = { type: string; start: number; end: number }
type Add = (kind: Kind, node: { start: number; end: number }, text: string) => void

/** What each operator is taken for. A plus between texts is left alone. */
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  '===': ['!=='], '!==': ['==='], '<': ['<=', '>='], '<=': ['<', '>'], '>': ['>=', '<='], '>=': ['>', '<'], '+': ['-'], '-': ['+'], '*': ['/'], '/': ['*'], '%': ['*'],
  '&&': ['||'], '||': ['&&'], '??': ['&&'],
}
/** What each method is taken for; null: the call is left out, and what it was called on stays. */
const METHODS: Readonly<Record<string, string | null>> = {
  some: 'every', every: 'some', min: 'max', max: 'min', startsWith: 'endsWith', endsWith: 'startsWith', filter: null, toSorted: null, toReversed: null, trim: null, toLowerCase: null, slice: null,
}
/** The calls that ask for a right, and what they are where everybody has it. */
const RIGHTS: Readonly<Record<string, string>> = { may: 'true', allow: 'undefined' }

const isText = (node: { type: string; value?: unknown }) => node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string')

/**
 * Every fault of the kinds above that one file can have, from its first line to its last.
 * @throws {Error} when the file can not be parsed
 */
export function mutantsOf(file: string, source: string): Mutant[] {
  return collect(file, source, (add) => ({
    ...faultsOfExpressions(source, add), ...faultsOfStatements(source, add),
  }))
}

/** Every call that asks for a right, with the right given to everybody. */
export function rightsOf(file: string, source: string): Mutant[] {
  return collect(file, source, (add) => ({
    CallExpression(node) {
      const text = node.callee.type === 'Identifier' ? RIGHTS[node.callee.name] : undefined
      if (text !== undefined) add('right', node, text)
    },
  }))
}

type Faults = ConstructorParameters<typeof Visitor>[0]

function collect(file: string, source: string, faults: (add: Add) => Faults): Mutant[] {
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file} can not be read: ${errors[0]?.message}`)
  const found: Mutant[] = []
  const add: Add = (kind, { start, end }, text) => {
    if (source.slice(start, end) !== text) found.push({ file, line: source.slice(0, start).split('\n').length, kind, start, end, text })
  }
  new Visitor(faults(add)).visit(program)
  return found.toSorted((a, b) => a.start - b.start)
}

function faultsOfExpressions(source: string, add: Add): Faults {
  const of = ({ start, end }: Node) => source.slice(start, end)
  const swap = (node: Node & { operator: string; left: Node; right: Node }) => {
    if (node.operator === '+' && (isText(node.left) || isText(node.right))) return
    for (const other of OPERATORS[node.operator] ?? []) add('operator', node, `((${of(node.left)}) ${other} (${of(node.right)}))`)
  }
  return {
    BinaryExpression: swap, LogicalExpression: swap,
    ConditionalExpression: ({ test }) => { for (const value of ['true', 'false']) add('condition', test, value) },
    UnaryExpression: (node) => { if (node.operator === '!') add('condition', node, `(${of(node.argument)})`) },
    Literal: (node) => {
      if (typeof node.value === 'boolean') add('constant', node, String(!node.value))
      if (typeof node.value === 'number') add('constant', node, String(node.value + 1))
    },
    CallExpression: ({ callee, start, end }) => {
      if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return
      const { property: { name }, property, object } = callee
      const other = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined
      if (other === null) add('call', { start, end }, of(object))
      else if (other !== undefined) add('call', property, other)
    },
    ArrowFunctionExpression: ({ body }) => { if (body.type !== 'BlockStatement' && !isText(body)) add('return', body, '(undefined)') },
  }
}

function faultsOfStatements(_source: string, add: Add): Faults {
  return {
    IfStatement: ({ test }) => { for (const value of ['true', 'false']) add('condition', test, value) },
    WhileStatement: ({ test }) => add('condition', test, 'false'),
    ReturnStatement: ({ argument }) => { if (argument && !isText(argument)) add('return', argument, '(undefined)') },
    ExpressionStatement: (node) => add('statement', node, ';'),
    ThrowStatement: (node) => add('statement', node, ';'),
  }
}

export const mutated = (source: string, { start, end, text }: Mutant): string => source.slice(0, start) + text + source.slice(end)

/** So many of them, spread evenly, so that the same number picks the same ones each time. */
export function sampleOf<T>(all: readonly T[], size: number): T[] {
  if (size >= all.length) return [...all]
  return Array.from({ length: size }, (_none, at) => all[Math.floor((at + 0.5) * all.length / size)]).filter((one) => one !== undefined)
}
