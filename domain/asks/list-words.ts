import { spelt } from '../brief/count-words.ts'
import { ENGLISH, amount, inWords, listInWords, said } from '../words/said.ts'
import type { Amount, Words } from '../words/said.ts'

const each = (amounts: readonly Amount[], words: Words): string => listInWords(amounts.filter(({ count }) => count > 0).map((one) => spelt(one, words)), words)
const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** @example oweSentence(2, 1) is 'Two asks and one decision wait for you.' */
export function oweSentence(asks: number, decisions: number, words: Words = ENGLISH): string {
  if (asks + decisions === 0) return inWords(said`You owe nobody an answer.`, words)
  const what = capital(each([amount(asks, 'ask'), amount(decisions, 'decision')], words))
  return inWords(asks + decisions === 1 ? said`${what} waits for you.` : said`${what} wait for you.`, words)
}

/** @example waitSentence(1, 2) is 'You wait for one answer and two decisions.' */
export function waitSentence(asks: number, decisions: number, words: Words = ENGLISH): string {
  if (asks + decisions === 0) return inWords(said`You wait for nobody.`, words)
  return inWords(said`You wait for ${each([amount(asks, 'answer'), amount(decisions, 'decision')], words)}.`, words)
}
