/** A line being written. The last line of a list is always an empty one, ready to be typed into. */
export type Line = {
  /** Names the line inside its list for as long as the draft lives. */
  key: number
  text: string
  /** An offered line that is left out stays in sight, so that it can be taken back. */
  kept: boolean
  /** Longhand offered it; it has a checkbox and a source. */
  offered: boolean
}

/** Makes the empty line of a list. */
export type Fresh<L extends Line> = (key: number) => L

const nextKey = (lines: readonly Line[]) => lines.reduce((most, line) => Math.max(most, line.key), 0) + 1
const isEmpty = (line: Line) => line.text === '' && !line.offered

/** Sees to it that exactly one empty line stands at the end. */
export function withRoom<L extends Line>(lines: readonly L[], fresh: Fresh<L>): L[] {
  const last = lines.at(-1)
  return last && isEmpty(last) ? [...lines] : [...lines, fresh(nextKey(lines))]
}

/** Changes one line; typing into the empty one makes room for the next. */
export function changeLine<L extends Line>(lines: readonly L[], key: number, change: Partial<L>, fresh: Fresh<L>): L[] {
  return withRoom(lines.map((line) => (line.key === key ? { ...line, ...change } : line)), fresh)
}

/**
 * Enter: the line below, a new one unless an empty one already stands there.
 * @returns the lines and the key of the one to go on in
 */
export function lineBelow<L extends Line>(lines: readonly L[], key: number, fresh: Fresh<L>): { lines: L[], focus: number } {
  const at = lines.findIndex((line) => line.key === key)
  const here = lines[at]
  const below = lines[at + 1]
  if (!here || isEmpty(here)) return { lines: [...lines], focus: key }
  if (below && isEmpty(below)) return { lines: [...lines], focus: below.key }
  const made = fresh(nextKey(lines))
  return { lines: withRoom([...lines.slice(0, at + 1), made, ...lines.slice(at + 1)], fresh), focus: made.key }
}

/**
 * Backspace in an empty line takes it away and goes to the end of the one above.
 * @returns undefined where nothing is to be taken away: the line has text, was offered, or is the only one
 */
export function removeLine<L extends Line>(lines: readonly L[], key: number, fresh: Fresh<L>): { lines: L[], focus: number } | undefined {
  const at = lines.findIndex((line) => line.key === key)
  const here = lines[at]
  const above = lines[at - 1]
  if (!here || !above || !isEmpty(here)) return undefined
  return { lines: withRoom(lines.filter((line) => line.key !== key), fresh), focus: above.key }
}

/** What will be published: kept lines with words in them. */
export function written<L extends Line>(lines: readonly L[]): L[] {
  return lines.filter((line) => line.kept && line.text.trim() !== '')
}
