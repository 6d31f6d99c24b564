import type { Span } from '../ui/day-minutes.ts'

/** Somebody's working time on a day, and where they are. */
export type Busy = { spans: readonly Span[], city: string }
export type Share<Member> = { spans: readonly Span[], members: readonly Member[] }

/** Every choice among so many people is tried; among more, only whole cities are. */
const ALL_CHOICES_UP_TO = 12

/** When all of these overlap. Each list sorted and disjoint; so is the answer. */
function intersect(lists: readonly (readonly Span[])[]): Span[] {
  const [first = [], ...others] = lists
  return others.reduce<Span[]>((shared, list) => shared.flatMap((span) => list.flatMap((other) => cut(span, other))), [...first])
}

function cut([a, b]: Span, [c, d]: Span): Span[] {
  const [from, to] = [Math.max(a, c), Math.min(b, d)]
  return to > from ? [[from, to]] : []
}

/**
 * The people who share time: everybody where that can be; else across cities with the reader before without, the most
 * people, the longest time. Undefined where nobody shares time across cities.
 */
export function bestShare<M extends Busy>(people: readonly M[], reader?: M): Share<M> | undefined {
  const shared = choicesOf(people).filter((members) => members.length > 1)
    .map((members) => ({ members, spans: intersect(members.map(({ spans }) => spans)) })).filter(({ spans }) => spans.length > 0)
  const apart = citiesIn(people).length > 1
  const rank = ({ members, spans }: Share<M>) => [Number(reader !== undefined && members.includes(reader)), members.length, minutesIn(spans)]
  return shared.filter(({ members }) => !apart || citiesIn(members).length > 1).sort((a, b) => compare(rank(b), rank(a)))[0]
}

/** Cities named where all their people are among these; undefined where some city is only there in part. */
export function wholeCities<M extends Busy>(members: readonly M[], people: readonly M[]): string[] | undefined {
  const cities = citiesIn(members)
  const whole = people.every((person) => !cities.includes(person.city) || members.includes(person))
  return whole ? cities : undefined
}

/** True when nobody of the one city works while anybody of the other does. */
export function shareNothing(one: readonly Busy[], other: readonly Busy[]): boolean {
  return one.every((a) => other.every((b) => intersect([a.spans, b.spans]).length === 0))
}

/** In the order in which the people stand. */
export const citiesIn = (people: readonly Busy[]): string[] => [...new Set(people.map(({ city }) => city))]

function choicesOf<M extends Busy>(people: readonly M[]): M[][] {
  if (people.length <= ALL_CHOICES_UP_TO) return subsets(people)
  return subsets(citiesIn(people).slice(0, ALL_CHOICES_UP_TO)).map((cities) => people.filter(({ city }) => cities.includes(city)))
}

/** All choices but the empty one. */
const subsets = <T>(all: readonly T[]): T[][] => Array.from({ length: 2 ** all.length - 1 }, (_, choice) => all.filter((_one, at) => ((choice + 1) >> at) % 2 === 1))
const minutesIn = (spans: readonly Span[]) => spans.reduce((sum, [from, to]) => sum + to - from, 0)
const compare = (a: readonly number[], b: readonly number[]) => a.map((value, at) => value - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0
