import type { Node } from '@tiptap/pm/model'

/** The stretch of stored text that a block was read from. */
export type Origin = {
  /** As it stands in the text, with the prefixes of its second and later lines. */
  raw: string
  /** What each of its later lines begins with, because of the lists and quotes around it: `  `, `> `. */
  rest: string
  /** What stands between the block before and this one; for the first one, what stands before it. */
  gap: string
}

const built = new WeakMap<Origin, Node>()
const earlier = new WeakMap<Origin, Origin>()

/** Keeps which node was made of an origin, and after which other origin it stood. */
export function remember(origin: Origin, node: Node, before: Origin | undefined): void {
  built.set(origin, node)
  if (before) earlier.set(origin, before)
}

export const originOf = (node: Node): Origin | undefined => (node.attrs['origin'] as Origin | null | undefined) ?? undefined

/** The node as it was read; undefined when it was made in the editor. */
export function asRead(node: Node): Node | undefined {
  const origin = originOf(node)
  return origin && built.get(origin)
}

/** True while the block says exactly what it said when it was read, so that its own bytes may stand for it. */
export function isUntouched(node: Node): boolean {
  const before = asRead(node)
  return before !== undefined && (before === node || before.eq(node))
}

/** True when both were read from the same text, one right after the other. */
export function stoodTogether(before: Node, node: Node): boolean {
  const origin = originOf(node)
  return origin !== undefined && earlier.has(origin) && earlier.get(origin) === originOf(before)
}

/** True when nothing stood before it, inside the text or its list item. */
export function stoodFirst(node: Node): boolean {
  const origin = originOf(node)
  return origin !== undefined && built.has(origin) && !earlier.has(origin)
}
