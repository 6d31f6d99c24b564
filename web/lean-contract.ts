import { parseAst } from 'vite'
import type { Plugin } from 'vite'

/** A node of a syntax tree; places count UTF-16 units of the source. */
type Node = { readonly type: string, readonly start: number, readonly end: number, readonly [part: string]: unknown }
/** A place of a source, and what stands there instead. */
type Edit = { start: number, end: number, text: string }

/** Of an operation, what only the server, tools and readers of the API ask for. */
const FOR_OTHERS = ['does', 'needs', 'tool', 'secret', 'holds', 'refuses', 'input', 'output']
/** What makes schemas: the library, and the shapes made of it. */
const MAKERS = ['zod', './shapes.ts']
const CONTRACT_FILE = /\/contract\/[\w-]+\.ts$/

/**
 * Leaves out of the contract what a browser does not read: which shapes go over the wire, since the server has checked
 * them, and what is told to those who write clients. Every schema becomes the one that trusts (`app/trusting-schema.ts`),
 * so nothing behaves otherwise; an operation that a page does not call is not loaded with it.
 */
export function leanContract(): Plugin {
  return {
    name: 'longhand-lean-contract',
    apply: 'build',
    enforce: 'post',
    transform: (code, id) => (CONTRACT_FILE.test(id) ? { code: leanOf(code), map: null } : null),
  }
}

/** The same module without schemas and descriptions. Takes JavaScript: the types are gone already. */
export function leanOf(code: string): string {
  const tree: unknown = parseAst(code)
  if (!isNode(tree)) return code
  const makers = makersIn(tree)
  const edits: Edit[] = []
  visit(tree, (node) => {
    const text = isCallOf(node, 'operation') ? leanOperation(node, code) : isSchema(node, makers) ? 'z' : null
    if (text === null) return noteSchema(node, makers)
    edits.push({ start: node.start, end: node.end, text })
    return false
  })
  const rest = edits.toReversed().reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), code)
  return makers.has('z') || edits.length === 0 ? rest : `import { z } from 'zod'\n${rest}`
}

/** Names under which this module imports makers of schemas. */
function makersIn(tree: Node): Set<string> {
  const imports = nodesOf(tree['body']).filter(({ type, source }) => type === 'ImportDeclaration' && isNode(source) && MAKERS.includes(String(source['value'])))
  return new Set(imports.flatMap(({ specifiers }) => nodesOf(specifiers).map(({ local }) => nameOf(local))))
}

/** A schema that has a name makes others: `Base.extend({ … })`. */
function noteSchema({ type, id, init }: Node, makers: Set<string>): true {
  if (type === 'VariableDeclarator' && isNode(init) && isSchema(init, makers)) makers.add(nameOf(id))
  return true
}

/** A chain of calls that begins with a maker of schemas. */
function isSchema(node: Node, makers: ReadonlySet<string>): boolean {
  return node.type === 'CallExpression' && makers.has(nameOf(rootOf(node)))
}

function rootOf(node: Node): Node {
  const inner = node.type === 'CallExpression' ? node['callee'] : node.type === 'MemberExpression' ? node['object'] : null
  return isNode(inner) ? rootOf(inner) : node
}

const isCallOf = ({ type, callee }: Node, name: string): boolean => type === 'CallExpression' && isNode(callee) && nameOf(callee) === name

function leanOperation(call: Node, code: string): string {
  const [spec] = nodesOf(call['arguments'])
  const kept = nodesOf(spec?.['properties']).filter(({ key }) => !FOR_OTHERS.includes(nameOf(key)))
  return `/* @__PURE__ */ operation({ ${[...kept.map(({ start, end }) => code.slice(start, end)), 'input: z', 'output: z'].join(', ')} })`
}

/** Goes down where `look` says true. */
function visit(node: Node, look: (node: Node) => boolean) {
  if (!look(node)) return
  for (const part of Object.values(node)) for (const inner of nodesOf(Array.isArray(part) ? part : [part])) visit(inner, look)
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value && 'start' in value
const nodesOf = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : [])
const nameOf = (node: unknown): string => (isNode(node) && typeof node['name'] === 'string' ? node['name'] : '')
