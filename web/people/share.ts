import type { Span } from '../ui/day-minutes.ts'

/** People of one city. */
export type Group<Member extends { spans: readonly Span[] }> = { name: string, members: readonly Member[] }
type Busy = { spans: readonly Span[] }

/** Every choice among so many cities is tried; beyond that only pairs, which is what people plan with anyhow. */
const ALL_CHOICES_UP_TO = 10

/** When all of these overlap. Each list sorted and disjoint; so is the answer. */
export function intersect(lists: readonly (readonly Span[])[]): Span[] {
  const [first = [], ...others] = lists
  return others.reduce<Span[]>((shared, list) => shared.flatMap((span) => list.flatMap((other) => cut(span, other))), [...first])
}

function cut([a, b]: Span, [c, d]: Span): Span[] {
  const [from, to] = [Math.max(a, c), Math.min(b, d)]
  return to > from ? [[from, to]] : []
}

/**
 * The cities whose people all share some time: two cities before one, the reader's before others, then the most people,
 * then the longest time.
 */
export function bestShare<M extends Busy>(groups: readonly Group<M>[], reader?: M): { spans: Span[], groups: Group<M>[] } | undefined {
  const found = choices(groups).map((chosen) => ({ groups: chosen, spans: intersect(chosen.flatMap(({ members }) => members.map((member) => member.spans))) }))
    .filter(({ groups: chosen, spans }) => spans.length > 0 && peopleIn(chosen) > 1)
  const withReader = (chosen: readonly Group<M>[]) => Number(chosen.some(({ members }) => reader !== undefined && members.includes(reader)))
  return found.sort((a, b) => Number(b.groups.length > 1) - Number(a.groups.length > 1) || withReader(b.groups) - withReader(a.groups) || peopleIn(b.groups) - peopleIn(a.groups) || minutesIn(b.spans) - minutesIn(a.spans))[0]
}

/** True when nobody of the one works while anybody of the other does. */
export function shareNothing<M extends Busy>(one: Group<M>, other: Group<M>): boolean {
  return one.members.every((a) => other.members.every((b) => intersect([a.spans, b.spans]).length === 0))
}

/** True when no two of all these people ever work at once. */
export function nobodyMeets(people: readonly Busy[]): boolean {
  return people.every((a, at) => people.slice(at + 1).every((b) => intersect([a.spans, b.spans]).length === 0))
}

function choices<M extends Busy>(groups: readonly Group<M>[]): Group<M>[][] {
  if (groups.length > ALL_CHOICES_UP_TO) return groups.flatMap((one, at) => [[one], ...groups.slice(at + 1).map((other) => [one, other])])
  return Array.from({ length: 2 ** groups.length - 1 }, (_, choice) => groups.filter((_group, at) => ((choice + 1) >> at) % 2 === 1))
}

const peopleIn = <M extends Busy>(groups: readonly Group<M>[]) => groups.reduce((sum, { members }) => sum + members.length, 0)
const minutesIn = (spans: readonly Span[]) => spans.reduce((sum, [from, to]) => sum + to - from, 0)
