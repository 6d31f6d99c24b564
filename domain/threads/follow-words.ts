import { ENGLISH, inWords, said } from '../words/said.ts'
import type { Said, Words } from '../words/said.ts'

/** Why somebody follows a thread. */
export type Because = 'author' | 'replied' | 'mentioned' | 'asked' | 'chosen'

const BECAUSE: Readonly<Record<Because, Said>> = {
  author: said`You opened it.`, replied: said`You replied.`, mentioned: said`You were mentioned.`, asked: said`You are part of an ask in it.`, chosen: said`You chose to.`,
}

/** One sentence on why somebody is told of a thread. */
export const followWords = (because: Because, words: Words = ENGLISH): string => inWords(BECAUSE[because], words)
