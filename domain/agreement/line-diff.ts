export type LineChange = { kind: 'same' | 'added' | 'removed'; text: string }

/**
 * Beyond so many single changes the middle of the two texts is shown as removed and added whole: nobody reads such a
 * comparison line by line, and the search grows with the square of it.
 */
const CHANGES_MAX = 400

/**
 * The fewest lines to remove and add that turn one text into the other (Myers, "An O(ND) Difference Algorithm", 1986).
 * Keeping `same` and `removed` lines gives `before` again, `same` and `added` give `after`.
 */
export const diffLines = (before: string, after: string): LineChange[] => diffParts(before.split('\n'), after.split('\n'))

/** The same for parts of any kind, such as words; `most` changes are looked for. */
export function diffParts(a: readonly string[], b: readonly string[], most = CHANGES_MAX): LineChange[] {
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  return [
    ...kept(a.slice(0, head)),
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail), most),
    ...kept(a.slice(a.length - tail)),
  ]
}

const kept = (lines: readonly string[]): LineChange[] => lines.map((text) => ({ kind: 'same', text }))
const removed = (text: string): LineChange => ({ kind: 'removed', text })
const added = (text: string): LineChange => ({ kind: 'added', text })

function middle(a: readonly string[], b: readonly string[], most: number): LineChange[] {
  const trace = search(a, b, most)
  return trace === null ? [...a.map(removed), ...b.map(added)] : walkBack(a, b, trace)
}

/** Furthest place in `a` on each diagonal, after each number of changes; null when there are too many. */
function search(a: readonly string[], b: readonly string[], most: number): Map<number, number>[] | null {
  const trace: Map<number, number>[] = []
  const furthest = new Map<number, number>([[1, 0]])
  for (let changes = 0; changes <= Math.min(a.length + b.length, most); changes++) {
    trace.push(new Map(furthest))
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = comesDown(furthest, diagonal, changes) ? furthest.get(diagonal + 1) ?? 0 : (furthest.get(diagonal - 1) ?? 0) + 1
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++
      furthest.set(diagonal, x)
      if (x >= a.length && x - diagonal >= b.length) return trace
    }
  }
  return null
}

/** Whether the best way to a diagonal adds a line, rather than removing one. */
function comesDown(furthest: ReadonlyMap<number, number>, diagonal: number, changes: number): boolean {
  if (diagonal === -changes) return true
  return diagonal !== changes && (furthest.get(diagonal - 1) ?? -1) < (furthest.get(diagonal + 1) ?? -1)
}

function walkBack(a: readonly string[], b: readonly string[], trace: readonly ReadonlyMap<number, number>[]): LineChange[] {
  const lines: LineChange[] = []
  let [x, y] = [a.length, b.length]
  for (let changes = trace.length - 1; changes >= 0; changes--) {
    const furthest = trace[changes] ?? new Map<number, number>()
    const diagonal = x - y
    const down = comesDown(furthest, diagonal, changes)
    const fromX = furthest.get(down ? diagonal + 1 : diagonal - 1) ?? 0
    const startX = changes === 0 ? 0 : down ? fromX : fromX + 1
    while (x > startX) lines.push({ kind: 'same', text: a[--x] ?? '' })
    y = x - diagonal
    if (changes === 0) break
    if (down) lines.push(added(b[--y] ?? ''))
    else lines.push(removed(a[--x] ?? ''))
  }
  return lines.reverse()
}
