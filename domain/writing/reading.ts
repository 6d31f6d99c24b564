import type { Block } from './prose.ts'
import { proseOf } from './prose.ts'
import { countWords, structureOf } from './count.ts'
import { isEnglish } from './english.ts'
import { allIn, holds } from './phrases.ts'
import type { Found, Phrases } from './phrases.ts'
import type { Mark, ReadText, Work } from './read-text.ts'
import type { Sentence } from './sentences.ts'
import { sentencesOf } from './sentences.ts'
import type { Structure, WritingContext } from './types.ts'

/** A text as the rules see it: the writer's own words, sentence by sentence. */
export type Reading = {
  readonly source: string
  /** The source with everything but the writer's own words as blanks, of the same length. */
  readonly text: string
  readonly marks: readonly Mark[]
  readonly blocks: readonly Block[]
  readonly sentences: readonly Sentence[]
  readonly words: number
  readonly structure: Structure
  readonly english: boolean
  readonly context: WritingContext
  readonly work: Work
}

export function readingOf(read: ReadText, context: WritingContext, work: Work): Reading {
  const prose = proseOf(read)
  const sentences = sentencesOf(prose, work)
  work.steps += read.marks.length
  return {
    source: read.source, text: prose.text, marks: read.marks, blocks: prose.blocks, sentences, words: countWords(prose),
    structure: structureOf(read.marks, prose.blocks, sentences), english: isEnglish(sentences), context, work,
  }
}

/** Whether any sentence says one of these. */
export const says = ({ sentences, work }: Reading, wanted: Phrases): boolean => sentences.some((sentence) => holds(sentence, wanted, work))

/** How often the text says one of these. */
export const timesSaid = ({ sentences, work }: Reading, wanted: Phrases): number =>
  sentences.reduce((sum, sentence) => sum + allIn(sentence, wanted, work).length, 0)

export const saysIn = ({ work }: Reading, sentence: Sentence, wanted: Phrases): boolean => holds(sentence, wanted, work)

/** Every place where one of these is said, as offsets in the source. */
export function placesOf({ work }: Reading, sentence: Sentence, wanted: Phrases): { start: number; end: number; found: Found }[] {
  return allIn(sentence, wanted, work).map((found) => ({
    found, start: sentence.tokens[found.from]?.start ?? sentence.start, end: sentence.tokens[found.to - 1]?.end ?? sentence.end,
  }))
}

/** Longest piece of a text that is repeated in an example. Unit: characters. */
const REPEATED_MAX = 120

/** The writer's words on one line, cut between words where they are many. */
export function ownWords({ source }: Pick<Reading, 'source'>, { start, end }: { start: number; end: number }): string {
  const words = source.slice(start, end).split(/\s+/).filter((word) => word !== '')
  let line = ''
  for (const word of words) {
    if (line.length + word.length > REPEATED_MAX) return `${line} …`
    line = line === '' ? word : `${line} ${word}`
  }
  return line
}
