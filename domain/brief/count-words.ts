import { inWords } from '../words/said.ts'
import type { Amount, Words } from '../words/said.ts'

const UP_TO_NINETEEN = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen',
  'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

/** Counts below a hundred as words, larger ones as digits, which nobody reads faster spelt out. */
export function countInWords(count: number): string {
  const small = UP_TO_NINETEEN[count]
  if (small !== undefined) return small
  if (count >= 100) return String(count)
  const rest = count % 10
  return rest === 0 ? TENS[Math.floor(count / 10)] ?? '' : `${TENS[Math.floor(count / 10)]}-${UP_TO_NINETEEN[rest]}`
}

/** The same in the words of a reader: a figure in German, where the word would depend on the noun. */
export const countFor = (count: number, { language }: Words): string => language === 'en' ? countInWords(count) : String(count)

/** A count with its noun, spelt below a hundred in English; a figure in German, where the word would depend on the noun: thirteen asks, 13 Anfragen. */
export const spelt = (amount: Amount, words: Words): string =>
  words.language === 'en' ? `${countInWords(amount.count)} ${amount.count === 1 ? amount.one : amount.many}` : inWords(amount, words)
