import type { PageHead } from '#contract/pages.ts'

type Planted = Pick<PageHead, 'number' | 'title' | 'parent' | 'position'>
export type Branch<Head extends Planted> = { page: Head, below: Branch<Head>[] }

/**
 * Pages as they stand below one another, in their order. A page whose parent is not among them stands at the top, so
 * that none is missing.
 */
export function treeOf<Head extends Planted>(pages: readonly Head[]): Branch<Head>[] {
  const known = new Set(pages.map(({ number }) => number))
  const below = Map.groupBy(pages, ({ number, parent }) => (parent !== null && parent !== number && known.has(parent) ? parent : null))
  const placed = new Set<number>()
  const grow = (parent: number | null): Branch<Head>[] => inOrder(below.get(parent) ?? []).flatMap((page) => {
    if (placed.has(page.number)) return []
    placed.add(page.number)
    return [{ page, below: grow(page.number) }]
  })
  return grow(null)
}

const inOrder = <Head extends Planted>(pages: readonly Head[]): Head[] => pages.toSorted((a, b) => a.position - b.position || a.title.localeCompare(b.title, 'en-GB'))

/** A tree as lines, each with how deep it stands; 0 is the top. */
export const linesOf = <Head extends Planted>(branches: readonly Branch<Head>[], depth = 0): { page: Head, depth: number }[] =>
  branches.flatMap(({ page, below }) => [{ page, depth }, ...linesOf(below, depth + 1)])

/** The numbers of a page and of everything below it: where it cannot be moved to. */
export function selfAndBelow(pages: readonly Planted[], number: number): ReadonlySet<number> {
  const found = new Set([number])
  for (const one of found) for (const page of pages) if (page.parent === one) found.add(page.number)
  return found
}
