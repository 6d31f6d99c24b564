import { diffIndices } from 'node-diff3'

/** A stretch of a common origin, and what one of two people made of it. Half-open, in parts of the origin. */
type Hunk = { readonly start: number; readonly end: number; readonly parts: readonly string[]; readonly by: 'mine' | 'theirs' | 'both' }
/** What came of a stretch: the parts that stand, or two sides of which neither may be lost. */
export type Outcome = { readonly parts: readonly string[] } | { readonly base: readonly string[]; readonly mine: readonly string[]; readonly theirs: readonly string[] }
export type Three<T> = { readonly base: T; readonly mine: T; readonly theirs: T }

/** Comparing costs the product of both lengths; beyond this much two texts are taken to differ as a whole. Unit: pairs of parts. */
const PAIRS_MAX = 50_000_000

/**
 * Joins what two people made of one origin. Changes of different parts all stand; those of the same parts, or with less than
 * `room` unchanged parts between them, are both given back. What both added at one place stands one after the other where `room` is 0.
 */
export function combine({ base, mine, theirs }: Three<readonly string[]>, room: number): Outcome[] {
  const hunks = hunksOf(base, { mine, theirs })
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
function hunksOf(base: readonly string[], { mine, theirs }: Pick<Three<readonly string[]>, 'mine' | 'theirs'>): Hunk[] {
  const [my, their] = [changesOf(base, mine), changesOf(base, theirs)]
  const same = (a: Change, b: Change): boolean => a.start === b.start && a.end === b.end && equal(a.parts, b.parts)
  return [
    ...their.map((one): Hunk => ({ ...one, by: my.some((other) => same(one, other)) ? 'both' : 'theirs' })),
    ...my.filter((one) => !their.some((other) => same(one, other))).map((one): Hunk => ({ ...one, by: 'mine' })),
  ].toSorted((a, b) => a.start - b.start || a.end - b.end)
}

type Change = Pick<Hunk, 'start' | 'end' | 'parts'>

function changesOf(base: readonly string[], text: readonly string[]): Change[] {
  const head = sameHead(base, text)
  const tail = sameHead(base.slice(head).reverse(), text.slice(head).reverse())
  const [before, after] = [base.slice(head, base.length - tail), text.slice(head, text.length - tail)]
  if (before.length === 0 && after.length === 0) return []
  if (before.length * after.length > PAIRS_MAX) return [{ start: head, end: head + before.length, parts: after }]
  return diffIndices(before, after).map(({ buffer1: [start, length], buffer2Content }) => ({ start: head + start, end: head + start + length, parts: buffer2Content }))
}

function sameHead(a: readonly string[], b: readonly string[]): number {
  let same = 0
  while (same < a.length && same < b.length && a[same] === b[same]) same++
  return same
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
