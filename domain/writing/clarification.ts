import weights from './signs/weights.json' with { type: 'json' }
import { saysWhatIsWanted } from './asking.ts'
import type { Reading } from './reading.ts'
import { cluesOf, tells } from './signs/clues.ts'
import type { Clues } from './signs/clues.ts'
import * as said from './signs/phrases.ts'
import { SIGNS } from './signs/signs.ts'
import type { Sign } from './signs/signs.ts'
import type { Finding } from './types.ts'

type Weight = { readonly sign: Sign; readonly value: number; readonly weight: number }

/** Weights by name of the sign; what was learned, not written by hand. */
const LEARNED: Readonly<Record<string, number>> = weights.signs
/** Answers are given to two decimals; more would claim a knowledge that nobody has. */
const PLACES = 100
const LIKELY = 0.6
const UNLIKELY = 0.4

/** The values of all signs, in their order; what the model is learned from. */
export const signValues = (reading: Reading): number[] => {
  const clues = cluesOf(reading)
  return SIGNS.map((sign) => sign.value(clues))
}

/** How likely the first answer is a question back, where half of all texts draw one, and why, in one sentence. @param found what the notes beside the text say */
export function clarificationOf(reading: Reading, found: readonly Finding[] = []): { probability: number; likely: string } {
  if (reading.words === 0) return { probability: 0.5, likely: 'There are no words of yours yet.' }
  if (!reading.english) return { probability: 0.5, likely: 'This does not seem to be English, and the check knows no other language.' }
  const clues = cluesOf(reading)
  const parts = SIGNS.map((sign) => ({ sign, value: sign.value(clues), weight: LEARNED[sign.name] ?? 0 }))
  const score = parts.reduce((sum, { value, weight }) => sum + value * weight, weights.intercept)
  const probability = Math.round(PLACES / (1 + Math.exp(-score))) / PLACES
  return { probability, likely: inWords(probability, clues, { parts, vague: found.find(({ rule }) => rule === 'vague_opener') }) }
}

type Weighed = { readonly parts: readonly Weight[]; /** What a note beside the text says that nobody can answer; the sentence never says otherwise. */ readonly vague: Finding | undefined }

function inWords(probability: number, clues: Clues, { parts, vague }: Weighed): string {
  if (probability >= LIKELY) return `Likely to draw a question: ${missing(clues, parts)}.`
  if (vague) return `May draw a question: ${vague.message.charAt(0).toLowerCase()}${vague.message.slice(1)}`
  if (probability > UNLIKELY) return `May draw a question: ${missing(clues, parts)}.`
  return `Unlikely to draw a question: it ${strongest(parts, -1)?.sign.does ?? 'is plain'}.`
}

/** The first thing that a reader would ask for. */
function missing(clues: Clues, parts: readonly Weight[]): string {
  if (clues.failing > 0) return missingOfFailure(clues)
  if (!saysWhatIsWanted(clues.reading)) return 'it does not say what you want from the reader'
  if (!tells(clues, said.GOAL)) return 'it says what is asked, not what it is for'
  return `it ${strongest(parts, 1)?.sign.does ?? 'leaves open what you need it for'}`
}

function missingOfFailure(clues: Clues): string {
  if (!clues.shown) return 'it says that something fails, not what exactly was seen'
  if (!tells(clues, said.TRIED)) return 'it says what failed, not what was tried'
  if (!tells(clues, said.STEPS)) return 'it says what failed, not what was expected or how to see it'
  if (!clues.versioned) return 'it says what failed, not in which version or where'
  return 'it tells of a failure, which readers like to see for themselves; add the smallest way to get there'
}

/** The sign that pulls most in one direction. */
function strongest(parts: readonly Weight[], direction: 1 | -1): Weight | undefined {
  return parts.filter(({ value, weight }) => value * weight * direction > 0).toSorted((a, b) => (b.value * b.weight - a.value * a.weight) * direction)[0]
}
