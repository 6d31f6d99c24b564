/** A page as far as its place in the tree depends on it. What was deleted stays where it is, so that it can come back there. */
export type TreePage = { readonly id: string; readonly number: number; readonly parentId: string | null; readonly position: number; readonly deleted: boolean }
/** Where a page is shown: under the nearest page above it that stands. `position` counts from 0 among the pages beside it. */
export type Placed<Page> = { readonly page: Page; readonly parent: number | null; readonly position: number }

/** The pages of one space in the order in which they are read. What stood below a deleted page is shown in its place. */
export function treeOf<Page extends TreePage>(pages: readonly Page[]): Placed<Page>[] {
  const below = Map.groupBy(pages.toSorted((a, b) => a.position - b.position || a.number - b.number), (page) => page.parentId)
  const standing = (id: string | null): Page[] => (below.get(id) ?? []).flatMap((page) => page.deleted ? standing(page.id) : [page])
  const walk = (id: string | null, parent: number | null): Placed<Page>[] =>
    standing(id).flatMap((page, position) => [{ page, parent, position }, ...walk(page.id, page.number)])
  return walk(null, null)
}

/** A page and everything that stands below it, also what was deleted. */
export function withBelow(pages: readonly Pick<TreePage, 'id' | 'parentId'>[], id: string): string[] {
  const below = Map.groupBy(pages, (page) => page.parentId)
  const walk = (one: string): string[] => [one, ...(below.get(one) ?? []).flatMap((page) => walk(page.id))]
  return walk(id)
}

/**
 * The order of the pages beside each other once one of them stands at `position` among those that are shown.
 * @param siblings in their order, with those that were deleted and without the one that is placed
 */
export function orderWith(siblings: readonly Pick<TreePage, 'id' | 'deleted'>[], id: string, position: number): string[] {
  let seen = 0
  const at = siblings.findIndex((page) => !page.deleted && seen++ === position)
  return siblings.map((page) => page.id).toSpliced(at === -1 ? siblings.length : at, 0, id)
}
