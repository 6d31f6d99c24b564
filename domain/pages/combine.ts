import { diffParts } from '../agreement/line-diff.ts'

/** A stretch of a common origin, and what one of two people made of it. Half-open, in parts of the origin. */
type Hunk = { readonly start: number; readonly end: number; readonly parts: readonly string[]; readonly by: 'mine' | 'theirs' | 'both' }
/** What came of a stretch: the parts that stand, or two sides of which neither may be lost. */
export type Outcome = { readonly parts: readonly string[] } | { readonly base: readonly string[]; readonly mine: readonly string[]; readonly theirs: readonly string[] }
export type Three<T> = { readonly base: T; readonly mine: T; readonly theirs: T }

/**
 * How near two changes may be: so many unchanged parts between them, 0 for neighbours. With more than `most` changes all from
 * the first to the last is taken for one, since comparing costs the square of them.
 */
export type Nearness = { readonly room: number; readonly most: number }

/**
 * Joins what two people made of one origin. Changes of different parts all stand; those of the same parts, or with less than
 * `room` unchanged parts between them, are both given back. What both added at one place stands one after the other where `room` is 0.
 */
export function combine({ base, mine, theirs }: Three<readonly string[]>, { room, most }: Nearness): Outcome[] {
  const changes = (text: readonly string[]) => changesOf(base, text, most)
  const hunks = hunksOf(changes(mine), changes(theirs))
  const outcomes: Outcome[] = []
  let at = 0
  while (hunks.length > 0) {
    const cluster = nextCluster(hunks, room)
    const start = Math.min(...cluster.map((hunk) => hunk.start))
    const end = Math.max(...cluster.map((hunk) => hunk.end))
    outcomes.push({ parts: base.slice(at, start) }, settled(base, cluster, { start, end }))
    at = end
  }
  return [...outcomes, { parts: base.slice(at) }]
}

/** The changes of both in the order of the origin; the same change by both is one. */
function hunksOf(my: readonly Change[], their: readonly Change[]): Hunk[] {
  const same = (a: Change, b: Change): boolean => a.start === b.start && a.end === b.end && equal(a.parts, b.parts)
  return [
    ...their.map((one): Hunk => ({ ...one, by: my.some((other) => same(one, other)) ? 'both' : 'theirs' })),
    ...my.filter((one) => !their.some((other) => same(one, other))).map((one): Hunk => ({ ...one, by: 'mine' })),
  ].toSorted((a, b) => a.start - b.start || a.end - b.end)
}

type Change = Pick<Hunk, 'start' | 'end' | 'parts'>

/** Neighbouring parts that were taken out and put in are one change. */
function changesOf(base: readonly string[], text: readonly string[], most: number): Change[] {
  const changes: { start: number; end: number; parts: string[] }[] = []
  let at = 0
  for (const { kind, text: part } of diffParts(base, text, most)) {
    if (kind === 'same') { at++; continue }
    let last = changes.at(-1)
    if (last?.end !== at) changes.push(last = { start: at, end: at, parts: [] })
    if (kind === 'added') last.parts.push(part)
    else last.end = ++at
  }
  return changes
}

/** Takes the first change off the list, with all that clash with it or with each other. */
function nextCluster(hunks: Hunk[], room: number): Hunk[] {
  const first = hunks.shift()
  if (!first) return []
  const cluster = [first]
  let end = first.end
  for (let next = hunks[0]; next && (clash(next, { start: first.start, end }, room) || addedTogether(next, cluster)); next = hunks[0]) {
    cluster.push(next)
    end = Math.max(end, next.end)
    hunks.shift()
  }
  return cluster
}

const clash = (a: Pick<Hunk, 'start' | 'end'>, b: Pick<Hunk, 'start' | 'end'>, room: number): boolean => a.start < b.end + room && b.start < a.end + room
/** Both put something between the same two parts. */
const addedTogether = (next: Hunk, cluster: readonly Hunk[]): boolean => isAddition(next) && cluster.every((hunk) => isAddition(hunk) && hunk.start === next.start)
const isAddition = (hunk: Hunk): boolean => hunk.start === hunk.end

function settled(base: readonly string[], cluster: readonly Hunk[], { start, end }: Pick<Hunk, 'start' | 'end'>): Outcome {
  const as = (side: 'mine' | 'theirs') => applied(base, cluster.filter(({ by }) => by !== (side === 'mine' ? 'theirs' : 'mine')), { start, end })
  const [mine, theirs, before] = [as('mine'), as('theirs'), base.slice(start, end)]
  if (equal(mine, theirs) || equal(theirs, before)) return { parts: mine }
  if (equal(mine, before)) return { parts: theirs }
  return bothAdded(before, mine, theirs) ?? { base: before, mine, theirs }
}

/** Two additions at one place: the longer where it holds the other, one after the other where they have nothing in common. */
function bothAdded(before: readonly string[], mine: readonly string[], theirs: readonly string[]): Outcome | null {
  if (before.length > 0) return null
  if (holds(mine, theirs)) return { parts: mine }
  if (holds(theirs, mine)) return { parts: theirs }
  const known = new Set(theirs.filter((part) => part.trim() !== ''))
  return mine.some((part) => known.has(part)) ? null : { parts: [...theirs, ...mine] }
}

/** Whether all parts of `less` stand in `more`, in their order. */
function holds(more: readonly string[], less: readonly string[]): boolean {
  let at = 0
  for (const part of more) if (at < less.length && part === less[at]) at++
  return at === less.length
}

function applied(base: readonly string[], hunks: readonly Hunk[], { start, end }: Pick<Hunk, 'start' | 'end'>): string[] {
  const parts: string[] = []
  let at = start
  for (const hunk of hunks) {
    parts.push(...base.slice(at, hunk.start), ...hunk.parts)
    at = hunk.end
  }
  return [...parts, ...base.slice(at, end)]
}

const equal = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((part, index) => part === b[index])
