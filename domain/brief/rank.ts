import { SECTIONS } from './matter.ts'
import type { Matter, SectionName } from './matter.ts'
import { FOLDED_LINE_WORDS } from './reading.ts'

export type Folded<M> = { spaceId: string | null; items: M[] }
export type Ranked<M> = { name: SectionName; items: M[]; folded: Folded<M>[] }
export type Brief<M> = { sections: Ranked<M>[]; words: number }

type Reading = {
  /** How many words may stand unfolded; what waits for the reader stands even beyond it. */
  budgetWords: number
  /** After an absence the older of several wraps of one hand, and plain check-ins, are folded from the start. */
  away: boolean
}

/** Weights of what changed: the smaller, the earlier. From 4 on only what is folded after an absence. */
const [AGREEMENT, ANNOUNCED, NAMED, WRAP, ANSWER, SOCIAL, OUTDATED] = [0, 1, 2, 3, 4, 5, 6]

/**
 * Puts everything a reader should know into the order in which they should know it. Nothing is left out: what does not
 * fit is folded by space. The same matters in any order give the same brief.
 * @see docs/decisions/0008-what-a-brief-ranks-and-why.md (source of the rules)
 */
export function rank<M extends Matter>(matters: readonly M[], { budgetWords, away }: Reading): Brief<M> {
  const once = onePlaceEach(matters)
  const weights = weightsOf(once, away)
  const sections: Ranked<M>[] = []
  let words = 0
  for (const name of SECTIONS) {
    const here = once.filter((matter) => matter.section === name).toSorted((a, b) => inOrder(a, b, weights))
    if (here.length === 0) continue
    const shown = name === 'rest' ? [] : name === 'changed' ? whatFits(here, budgetWords - words, (matter) => away && (weights.get(matter.key) ?? 0) >= ANSWER) : here
    const folded = bySpace(here.filter((matter) => !shown.includes(matter)))
    words += sum(shown) + folded.length * FOLDED_LINE_WORDS
    sections.push({ name, items: shown, folded })
  }
  return { sections, words }
}

/** A matter that two sections claim stands in the one that is read first. */
function onePlaceEach<M extends Matter>(matters: readonly M[]): M[] {
  const places = new Map<string, M>()
  for (const matter of matters) {
    const other = places.get(matter.key)
    if (!other || precedes(matter, other)) places.set(matter.key, matter)
  }
  return [...places.values()]
}

function precedes(a: Matter, b: Matter): boolean {
  const order = SECTIONS.indexOf(a.section) - SECTIONS.indexOf(b.section)
  return (order || compareWords(a.kind, b.kind) || newestFirst(a, b) || a.words - b.words || compareWords(String(a.spaceId), String(b.spaceId))) < 0
}

function weightsOf(matters: readonly Matter[], away: boolean): Map<string, number> {
  const newest = new Map<string, Matter>()
  for (const matter of matters) {
    if (matter.kind !== 'wrap') continue
    const hand = `${matter.authorId}:${matter.spaceId}`
    const other = newest.get(hand)
    if (!other || newestFirst(matter, other) < 0) newest.set(hand, matter)
  }
  return new Map(matters.map((matter) => {
    const outdated = away && matter.kind === 'wrap' && newest.get(`${matter.authorId}:${matter.spaceId}`) !== matter
    return [matter.key, outdated && !matter.namesReader ? OUTDATED : weightOf(matter)]
  }))
}

function weightOf({ kind, noise, namesReader }: Matter): number {
  if (kind === 'agreement') return AGREEMENT
  if (namesReader) return NAMED
  if (noise === 'announcements') return ANNOUNCED
  if (noise === 'social') return SOCIAL
  return kind === 'checkin-answer' ? ANSWER : WRAP
}

/** Alarms first; then whatever runs out first; then by weight; then oldest first where it waits, newest first where it is news. */
function inOrder(a: Matter, b: Matter, weights: ReadonlyMap<string, number>): number {
  if (a.section === 'changed') return (weights.get(a.key) ?? 0) - (weights.get(b.key) ?? 0) || newestFirst(a, b)
  if (a.section === 'rest') return newestFirst(a, b)
  return Number(b.kind === 'alarm') - Number(a.kind === 'alarm') || clock(a) - clock(b) || -newestFirst(a, b) || compareWords(a.key, b.key)
}

const clock = ({ dueAt }: Matter): number => dueAt?.epochMilliseconds ?? Number.MAX_SAFE_INTEGER
const newestFirst = (a: Matter, b: Matter): number => b.at.epochMilliseconds - a.at.epochMilliseconds || compareWords(a.key, b.key)
const compareWords = (a: string, b: string): number => a < b ? -1 : a > b ? 1 : 0

/** As many from the top as the budget holds; the first that does not fit folds with all that follow. */
function whatFits<M extends Matter>(matters: readonly M[], budget: number, folds: (matter: M) => boolean): M[] {
  const shown: M[] = []
  let left = budget
  for (const matter of matters) {
    left -= matter.words
    if (left < 0 || folds(matter)) break
    shown.push(matter)
  }
  return shown
}

/** In the order in which each space comes up first. */
function bySpace<M extends Matter>(matters: readonly M[]): Folded<M>[] {
  return [...Map.groupBy(matters, (matter) => matter.spaceId)].map(([spaceId, items]) => ({ spaceId, items }))
}

const sum = (matters: readonly Matter[]): number => matters.reduce((words, matter) => words + matter.words, 0)
