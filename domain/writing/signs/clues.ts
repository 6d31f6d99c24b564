import { isQuestion } from '../asking.ts'
import { saysIn, says, timesSaid } from '../reading.ts'
import type { Reading } from '../reading.ts'
import type { Sentence } from '../sentences.ts'
import * as said from './phrases.ts'

/** What was looked up once for all signs. */
export type Clues = {
  readonly reading: Reading
  /** Words, at least twenty, so that a rate in a short text is not one word's. */
  readonly length: number
  readonly failing: number
  readonly troubles: number
  readonly questions: readonly Sentence[]
  /** Code, a quotation, an error as it was printed, or a link: something the reader can look at. */
  readonly shown: boolean
  readonly versioned: boolean
}

/** Unit: words. */
const SHORTEST = 20
const PRINTED = /(?:error|panic\w{0,8}|exception|fatal|warning)(?:\[\w{1,12}\])?:/i
const VERSION = /^v?\d+\.\d+/

export function cluesOf(reading: Reading): Clues {
  const { structure } = reading
  return {
    reading, length: Math.max(SHORTEST, reading.words), failing: timesSaid(reading, said.FAILING),
    troubles: Math.max(0, timesSaid(reading, said.TROUBLES) - timesSaid(reading, said.NO_TROUBLE)),
    questions: reading.sentences.filter(isQuestion),
    shown: structure.codeBlocks + structure.quotes + structure.links > 0 || PRINTED.test(reading.text),
    versioned: reading.sentences.some((sentence) => sentence.tokens.some((token) => VERSION.test(token.word))),
  }
}

export const tells = ({ reading }: Clues, wanted: Parameters<typeof says>[1]): boolean => says(reading, wanted)
export const asks = ({ reading, questions }: Clues, wanted: Parameters<typeof says>[1]): boolean => questions.some((sentence) => saysIn(reading, sentence, wanted))
/** How many per word of the text. */
export const rate = (clues: Clues, wanted: Parameters<typeof says>[1]): number => timesSaid(clues.reading, wanted) / clues.length
