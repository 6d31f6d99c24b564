import { ENGLISH, inWords, said } from '../words/said.ts'
import type { Said, Words } from '../words/said.ts'

/** The best passage of one entry, as far as choosing depends on it. */
export type Choice = {
  entryId: string
  /** How well it answers; more is better. */
  weight: number
  state: string | null
  isReply: boolean
  /** The decided record that came out of this talk, if there is one. */
  decidedAs: string | null
  /** What replaced it, where it was superseded by something that the reader sees. */
  replacedBy: string | null
}

const SUPERSEDED: ReadonlySet<string> = new Set(['superseded', 'deprecated'])
export const isSuperseded = (state: string | null): boolean => state !== null && SUPERSEDED.has(state)

/**
 * Which to quote, at most `most`, in their order: the best first, but a decided record before the talk that led to it, and
 * what holds before what it replaced. A talk whose record is quoted is left out where something else answers too.
 */
export function chooseQuotes<T extends Choice>(choices: readonly T[], most: number): T[] {
  const byEntry = new Map<string, T>()
  for (const choice of choices.toSorted((a, b) => b.weight - a.weight)) if (!byEntry.has(choice.entryId)) byEntry.set(choice.entryId, choice)
  const ordered: T[] = []
  const take = (choice: T | undefined) => { if (choice && !ordered.includes(choice)) ordered.push(choice) }
  for (const choice of byEntry.values()) {
    if (choice.replacedBy !== null) take(byEntry.get(choice.replacedBy))
    if (choice.decidedAs !== null) take(byEntry.get(choice.decidedAs))
    take(choice)
  }
  const talk = (choice: T) => choice.decidedAs !== null && byEntry.has(choice.decidedAs)
  return [...ordered.filter((choice) => !talk(choice)), ...ordered.filter(talk)].slice(0, most)
}

/** One sentence on whether what is quoted holds. */
export function standingSentence({ state, isReply }: Pick<Choice, 'state' | 'isReply'>, holds: number | null, words: Words = ENGLISH): string {
  return inWords(standing(state, isReply, holds), words)
}

function standing(state: string | null, isReply: boolean, holds: number | null): Said {
  if (isReply) return said`Said in the talk about it.`
  switch (state) {
    case 'decided': return said`Decided; it holds.`
    case 'provisional': return said`Decided for a while; it holds until it is looked at again.`
    case 'superseded': case 'deprecated': return holds === null ? said`It does not hold any more.` : said`It does not hold any more: #${holds} does.`
    case 'expired': return said`It held for a while, which is over.`
    case 'withdrawn': return said`It was withdrawn.`
    case 'lapsed': return said`It lapsed without a decision.`
    case 'draft': return said`A draft, not decided.`
    case 'open': case 'ready': case 'call_needed': return said`Not settled yet.`
    case 'answered': return said`Asked and answered.`
    case 'resolved': return said`Talked through to an outcome.`
    case 'verified': return said`Somebody has verified it, and it is within its time.`
    case 'stale': return said`Its time has run out: nobody has verified it since.`
    default: return said`As it was written then.`
  }
}
