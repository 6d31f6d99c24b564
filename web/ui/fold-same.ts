import type { LineChange } from '#domain/agreement/line-diff.ts'

/** A line of a comparison, or how many unchanged lines are folded there. */
export type DiffPart = LineChange | { kind: 'folded', lines: number }

/** Unchanged lines that stay on either side of a change, so that one sees where it is. */
const CONTEXT = 2

/** Leaves out what did not change, but for a few lines around each change. */
export function foldSame(lines: readonly LineChange[]): DiffPart[] {
  const near = (at: number) => lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some((line) => line.kind !== 'same')
  const parts: DiffPart[] = []
  lines.forEach((line, at) => {
    const last = parts.at(-1)
    if (near(at)) parts.push(line)
    else if (last?.kind === 'folded') last.lines += 1
    else parts.push({ kind: 'folded', lines: 1 })
  })
  return parts
}
