import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

/** One import of one file. Paths are relative to the root of the repository and use `/`. */
export type Import = {
  from: string
  /** A path of ours, or what was written for a package (`zod`, `node:fs`). */
  to: string
  /** Gone when the program runs; two files may name each other's types. */
  typeOnly: boolean
  /** False for a path of ours where no file stands. */
  found: boolean
}

const ROOMS = ['domain', 'contract', 'server', 'web', 'cli', 'demo', 'tools']

/** Every import of every source file of the rooms. */
export function importsBelow(root: string): Import[] {
  return globSync(ROOMS.map((room) => `${room}/**/*.{ts,tsx,mjs}`), { cwd: root }).toSorted()
    .flatMap((from) => importsIn(from, readFileSync(join(root, from), 'utf8')).map((found) => ({ ...found, found: stands(root, found.to) })))
}

const stands = (root: string, to: string) => !isOurs(to) || existsSync(join(root, to))

/** True for a path of ours, false for a package. */
export const isOurs = (to: string): boolean => to.startsWith('..') || ROOMS.some((room) => to.startsWith(`${room}/`)) || to === 'package.json'

/**
 * The imports of one file: static, dynamic, re-exports, `import('…').Type` and `require`.
 * @throws {Error} when the file can not be parsed, so that no file goes unchecked
 */
export function importsIn(from: string, source: string): Omit<Import, 'found'>[] {
  const { program, errors } = parseSync(from, source)
  if (errors.length > 0) throw new Error(`${from} can not be read: ${errors[0]?.message}`)
  const found: Omit<Import, 'found'>[] = []
  const add = (to: unknown, typeOnly = false) => {
    if (typeof to === 'string') found.push({ from, to: targetOf(from, to), typeOnly })
  }
  new Visitor({
    ImportDeclaration: (node) => add(node.source.value, node.importKind === 'type'),
    ExportNamedDeclaration: (node) => add(node.source?.value, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => add(node.source.value, node.exportKind === 'type'),
    ImportExpression: (node) => add(literal(node.source)),
    TSImportType: (node) => add(node.source.value, true),
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'require') add(literal(node.arguments[0]))
    },
  }).visit(program)
  return found
}

const literal = (node: { type: string; value?: unknown } | undefined) => node?.type === 'Literal' ? node.value : undefined

/** `./x.ts` and `#room/x.ts` become paths from the root; packages stay as written. */
function targetOf(from: string, written: string): string {
  if (written.startsWith('#')) return written.slice(1)
  const path = written.split('?')[0] ?? written
  return written.startsWith('.') ? normalize(join(dirname(from), path)) : written
}
