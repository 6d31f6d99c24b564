/** One decision supersedes, or depends on, another: `from` is the newer one. */
export type GraphLink = { from: number, to: number, how: 'supersedes' | 'depends-on' }
/** Where a node stands: its column, from the oldest on the left, and its row in it. Both count from 0. */
export type Spot = { number: number, layer: number, row: number }

/** Sweeps over the columns until their order hardly changes any more. */
const SWEEPS = 4

/**
 * A simple layered order (Sugiyama): whatever supersedes another stands to the right of it, and rows follow the middle of
 * what they are linked with. Links of nodes that are not there, and links that would go round in a circle, are left out.
 * @returns only nodes that are linked; the others need no picture
 */
export function layOut(numbers: readonly number[], links: readonly GraphLink[]): Spot[] {
  const known = new Set(numbers)
  const drawn = links.filter(({ from, to }) => from !== to && known.has(from) && known.has(to))
  const linked = numbers.filter((number) => drawn.some(({ from, to }) => from === number || to === number))
  const older = new Map(linked.map((number) => [number, drawn.filter(({ from }) => from === number).map(({ to }) => to)]))
  const layer = layersOf(linked, older)
  const columns: number[][] = []
  for (const number of linked) (columns[layer.get(number) ?? 0] ??= []).push(number)
  const near = (number: number) => drawn.flatMap(({ from, to }) => (from === number ? [to] : to === number ? [from] : []))
  for (let sweep = 0; sweep < SWEEPS; sweep++) straighten(sweep % 2 === 0 ? columns : columns.toReversed(), near)
  return columns.flatMap((column, at) => column.map((number, row) => ({ number, layer: at, row })))
}

/** The longest way to something that supersedes nothing; a link that closes a circle is not followed. */
function layersOf(numbers: readonly number[], older: ReadonlyMap<number, readonly number[]>): Map<number, number> {
  const found = new Map<number, number>()
  const depth = (number: number, above: ReadonlySet<number>): number => {
    const known = found.get(number)
    if (known !== undefined) return known
    const within = new Set(above).add(number)
    const below = (older.get(number) ?? []).filter((one) => !within.has(one)).map((one) => depth(one, within) + 1)
    const own = Math.max(0, ...below)
    found.set(number, own)
    return own
  }
  for (const number of numbers) depth(number, new Set())
  return found
}

/** Orders each column by the middle of the rows of what its nodes are linked with, elsewhere; equal ones keep their order. */
function straighten(columns: number[][], near: (number: number) => number[]) {
  const rows = new Map(columns.flatMap((column) => column.map((number, row) => [number, row] as const)))
  for (const column of columns) {
    const here = new Set(column)
    const middle = new Map(column.map((number, row) => {
      const others = near(number).filter((one) => !here.has(one)).map((one) => rows.get(one) ?? 0)
      return [number, others.length === 0 ? row : others.reduce((sum, one) => sum + one, 0) / others.length]
    }))
    column.sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0))
    column.forEach((number, row) => rows.set(number, row))
  }
}
