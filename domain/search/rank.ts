/**
 * Best matching texts by BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009), over the words of the
 * question and their kin, then by what kind of text it is. K1 and B are the usual ones of the literature.
 */
const K1 = 1.2
const B = 0.75

/** A word of the question: what texts may hold for it, with how much each counts, and how rare it is. */
export type Term = {
  /** Lexemes with weights in 0..1; the word itself has 1. */
  kin: ReadonlyMap<string, number>
  /** How much the word counts beside the others; 1 where it was typed. */
  weight: number
  /** In how many of the texts that the reader sees one of them stands. */
  texts: number
}

/** What all texts that the reader sees come to. `size`: lexemes with their repetitions. */
export type Collection = { texts: number; meanSize: number }

/** A text that may match: how often each lexeme of the question stands in it. */
export type Candidate = { id: string; size: number; counts: Readonly<Record<string, number>> }

/** How rare a word is: 0 for one that is everywhere. */
export function rarity(texts: number, all: number): number {
  return Math.log(1 + (Math.max(all, texts) - texts + 0.5) / (texts + 0.5))
}

/** How well a text matches; 0 where nothing of the question stands in it. */
export function matchOf(candidate: Candidate, terms: readonly Term[], { texts, meanSize }: Collection): number {
  const long = K1 * (1 - B + B * candidate.size / Math.max(1, meanSize))
  let sum = 0
  for (const term of terms) {
    let count = 0
    for (const [lexeme, weight] of term.kin) count += weight * (candidate.counts[lexeme] ?? 0)
    if (count > 0) sum += term.weight * rarity(term.texts, texts) * count * (K1 + 1) / (count + long)
  }
  return sum
}

/** What is known of a text besides its words. */
export type Standing = { state: string | null; isReply: boolean; ageDays: number }

/** By how much a match is worth more or less for how the text stands; 1 for an entry of today without a state. */
const BY_STATE: Readonly<Record<string, number>> = {
  decided: 1.25, provisional: 1.15, resolved: 1.05, answered: 1.05, superseded: 0.75, deprecated: 0.75, expired: 0.8, withdrawn: 0.6, lapsed: 0.7, draft: 0.9, declined: 0.9, verified: 1.25, stale: 0.8,
}
/** A reply says less than what it replies to, when both match as well. */
const REPLY = 0.92
/** A text loses at most this share of its match by being old, half of it in a half-life. Units: share, days. */
const AGE_SHARE = 0.1
const HALF_LIFE_DAYS = 180

/** Decided above discussed, and recent gently above old. */
export function standingWeight({ state, isReply, ageDays }: Standing): number {
  const age = 1 - AGE_SHARE * (1 - 2 ** (-Math.max(0, ageDays) / HALF_LIFE_DAYS))
  return (state === null ? 1 : BY_STATE[state] ?? 1) * (isReply ? REPLY : 1) * age
}

/** A lexeme of the question, for choosing which texts are weighed. */
export type Wanted = { lexeme: string; texts: number }

/** How many texts are aimed at, and most pairs of common words that are asked for together. */
const AIM = 1000
const PAIRS_MAX = 20

/**
 * Which texts to weigh, so that it is never all that match: those with one of the rarest words, then those with two of the
 * common ones, until `aim` of them, about, are aimed at. Where no more than that were ever written, each word will do. At least one
 * choice is made.
 * @returns choices of which one must hold; in a choice each lexeme must
 */
export function chooseTexts(wanted: readonly Wanted[], all: number, aim = AIM): string[][] {
  const known = wanted.filter(({ texts }) => texts > 0).toSorted((a, b) => a.texts - b.texts)
  if (all <= aim) return known.map(({ lexeme }) => [lexeme])
  const choices: string[][] = []
  let aimed = 0
  const rest: Wanted[] = []
  for (const word of known) {
    if (aimed + word.texts <= aim) {
      aimed += word.texts
      choices.push([word.lexeme])
    } else rest.push(word)
  }
  const pairs = rest.flatMap((one, index) => rest.slice(index + 1).map((other) => ({ lexemes: [one.lexeme, other.lexeme], texts: one.texts * other.texts / Math.max(1, all) })))
  for (const pair of pairs.toSorted((a, b) => a.texts - b.texts).slice(0, PAIRS_MAX)) {
    if (aimed > 0 && aimed + pair.texts > aim) break
    aimed += pair.texts
    choices.push(pair.lexemes)
  }
  if (choices.length === 0 && rest[0]) choices.push([rest[0].lexeme])
  return choices
}
