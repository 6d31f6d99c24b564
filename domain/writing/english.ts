import type { Sentence } from './sentences.ts'

/** The commonest words of English that are no words of its neighbours, or rarely. */
const COMMON = new Set(['the', 'of', 'and', 'to', 'is', 'it', 'that', 'for', 'on', 'with', 'this', 'are', 'be', 'have', 'has', 'not', 'you', 'we', 'they', 'from', 'by', 'or',
  'an', 'what', 'how', 'can', 'could', 'would', 'should', 'will', 'do', 'does', 'did', 'my', 'your', 'our', "i'm", "don't", "it's", 'if', 'there', 'any', 'please', 'when', 'which',
  'i', 'why', 'who', 'where', 'some', 'thanks', 'but', 'as', 'at', 'been', 'was', 'were', 'all', 'just', 'need', 'thoughts', 'updates', 'someone', 'let', 'me', 'know'])
/** English texts stand at 0.35 to 0.5; Dutch, German, French and Spanish ones below 0.12. */
const SHARE = 0.16
/** Fewer words tell too little; then only letters that English does not write speak against it. Unit: words. */
const TELLING = 6
const WORD = /^\p{L}/u
const FOREIGN = /[^\p{Script=Latin}\p{M}\p{N}'_-]/u

/** Whether the words are English, as far as they tell. The rules know no other language and are silent about it. */
export function isEnglish(sentences: readonly Sentence[]): boolean {
  let words = 0
  let common = 0
  let foreign = 0
  for (const { tokens } of sentences) {
    for (const { word } of tokens) {
      if (!WORD.test(word)) continue
      words += 1
      if (COMMON.has(word)) common += 1
      if (FOREIGN.test(word)) foreign += 1
    }
  }
  if (words < TELLING) return foreign === 0
  return foreign * 2 < words && common >= words * SHARE
}
