import { countInWords } from '../brief/count-words.ts'

const some = (count: number, one: string, many: string): string[] => count === 0 ? [] : [`${countInWords(count)} ${count === 1 ? one : many}`]
const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** @example oweSentence(2, 1) is 'Two asks and one decision wait for you.' */
export function oweSentence(asks: number, decisions: number): string {
  if (asks + decisions === 0) return 'You owe nobody an answer.'
  const parts = [...some(asks, 'ask', 'asks'), ...some(decisions, 'decision', 'decisions')]
  return `${capital(parts.join(' and '))} ${asks + decisions === 1 ? 'waits' : 'wait'} for you.`
}

/** @example waitSentence(1, 2) is 'You wait for one answer and two decisions.' */
export function waitSentence(asks: number, decisions: number): string {
  if (asks + decisions === 0) return 'You wait for nobody.'
  return `You wait for ${[...some(asks, 'answer', 'answers'), ...some(decisions, 'decision', 'decisions')].join(' and ')}.`
}
