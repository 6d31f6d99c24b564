import { rarity } from '../search/rank.ts'
import type { Candidate, Collection, Term } from '../search/rank.ts'

/** Of a longer question, only its rarest words have to be met: people say the rest in words of their own. */
const TOLD_BY = 4
/** A word that stands nowhere in the record says most: the question is about something that nobody wrote of. */
const NOWHERE = 1.5
/** BM25 as search has it. */
const K1 = 1.2
const B = 0.75

/**
 * From which confidence in a text, or from which share of the rarest words in one passage, passages are said to answer, and from
 * which they are shown as near. Of four words a passage alone must hold three, and of three all. Above what seventy questions about things that no document is about reach, but for two of them
 * that are near; docs/benchmarks-search.md says how often each is right.
 */
const SURE = { text: 0.64, passage: 0.7 }
const NEAR = { text: 0.47, passage: 0.6 }
/** A passage is what is quoted: one that meets less than half of a question is not said to answer it, whatever else stands in its text. */
const QUOTED = 0.5

export type Met = { text: number; passage: number }
export function howSure({ text, passage }: Met): 'sure' | 'near' | 'not' {
  if ((text >= SURE.text && passage >= QUOTED) || passage >= SURE.passage) return 'sure'
  return text >= NEAR.text || passage >= NEAR.passage ? 'near' : 'not'
}

/** A word of the question as it was typed, and how much it says. */
export type Telling = { lexeme: string; weight: number }

/**
 * What each word of the question says, by its rarity. Words that only look like it do not stand for it.
 * @param around the texts that search put first: what stands in one of them stands somewhere, also before it is counted
 */
export function tellingOf(terms: readonly Term[], { texts: all }: Collection, around: readonly Candidate[]): Telling[] {
  const known = new Set(around.flatMap(({ counts }) => Object.keys(counts)))
  return terms.map(({ kin, texts }) => {
    const [lexeme = ''] = kin.keys()
    const nowhere = (texts === 0 || kin.size > 1) && !known.has(lexeme)
    return { lexeme, weight: nowhere ? NOWHERE * rarity(1, all) : rarity(Math.max(1, texts), all) }
  })
}

const rarest = (telling: readonly Telling[]): Telling[] => telling.toSorted((a, b) => b.weight - a.weight).slice(0, TOLD_BY)
const sum = (telling: readonly Telling[]): number => telling.reduce((total, { weight }) => total + weight, 0)

/**
 * How much of the rarest words of the question stands in the best of these texts, each counting the more the more often it stands
 * there. 0..1
 * @param around texts whose mean length is the measure of what is long
 */
export function confidence(texts: readonly Candidate[], telling: readonly Telling[], around: readonly Candidate[]): number {
  const wanted = sum(rarest(telling))
  const meanSize = around.reduce((total, { size }) => total + size, 0) / Math.max(1, around.length)
  const met = texts.map(({ counts, size }) => {
    const long = K1 * (1 - B + B * size / Math.max(1, meanSize))
    return telling.reduce((total, { lexeme, weight }) => { const count = counts[lexeme] ?? 0; return total + weight * count / (count + long) }, 0)
  })
  return wanted === 0 ? 0 : Math.min(1, Math.max(0, ...met) / wanted)
}

/** A word that says less than this share of what the rarest one says is not counted by number: `use` in “why do we use Valkey”. */
const COUNTED = 0.25

/**
 * The share of the rarest words of the question that stands in a passage or above it, by what they say or by their number, whichever
 * is less: two rare names say what a question is about, and not what is asked of it. 0..1
 */
export function coverage(counts: readonly Readonly<Record<string, number>>[], telling: readonly Telling[]): number {
  const wanted = rarest(telling)
  const all = sum(wanted)
  const stands = ({ lexeme }: Telling) => counts.some((one) => (one[lexeme] ?? 0) > 0)
  const counted = wanted.filter(({ weight }) => weight >= COUNTED * (wanted[0]?.weight ?? 0))
  return all === 0 ? 0 : Math.min(sum(wanted.filter(stands)) / all, counted.filter(stands).length / counted.length)
}

/** A little less than one of the four words that tell most: who wrote of none of them shares a common word with a question about something else. */
const NAMED = 0.8 / TOLD_BY
/** Whether a text is near enough to a question to name whoever owns it. */
export const isNearEnough = ({ counts }: Pick<Candidate, 'counts'>, telling: readonly Telling[]): boolean => coverage([counts], telling) >= NAMED
