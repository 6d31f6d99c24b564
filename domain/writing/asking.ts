import { phrases } from './phrases.ts'
import { says, saysIn } from './reading.ts'
import type { Reading } from './reading.ts'
import type { Sentence } from './sentences.ts'

/** Somebody is asked to do something that another person must find time for. */
export const TASK = phrases(
  'please|kindly review|approve|sign|decide|confirm|check|read|comment|respond|reply|answer|vote|choose|look|have|take|let|give|send|share|update|tell|provide|test|verify|add|fix|merge',
  'could|can|would|will you|anyone|somebody|someone please? review|approve|decide|confirm|check|read|comment|respond|reply|vote|choose|take|have|look|give|send|share|update|sign|provide|verify|merge|add|fix',
  'need|want|waiting|wait|ask|asking|looking|like for? your|a|an|the|some feedback|approval|review|decision|input|sign-off|signoff|opinion|opinions|answer',
  'need|want|like you|someone|somebody|everyone to', '^ review|approve|confirm|decide|vote|choose|reply|respond|comment|sign', 'your|please feedback|approval|review|decision|input|sign-off is|are needed|required|wanted|welcome',
  'let me|us know', 'for your? approval|review|decision|sign-off', 'take|have a look', 'open for feedback|review|comments',
)
/** Anything that tells a reader what is wanted of them, or that nothing is. */
const WANTED = phrases(
  'fyi', 'for your? information', 'no response|reply|action|answer|decision is? needed|required|necessary', 'no need to', 'nothing to do', 'just|only so you know', 'please', 'i|we ask you',
  'feedback|input|comments|questions|suggestions|ideas|help|opinions is|are? welcome|appreciated|wanted|needed', 'objections|concerns by|until|before', 'i|we propose|suggest|recommend', 'action items|item|required',
  'next step|steps', 'todo|to-do', 'will|shall be? merge|merged|ship|shipped|go|happen|start', 'thanks for', 'thank you for', 'need|needs|have|want to decide|choose|agree|approve', 'decision|input|feedback *? needed|wanted', 'i|we\'ll|will',
)

/** Sentences that ask the reader to do or answer something, in their order. */
export function asksOf(reading: Reading): Sentence[] {
  return reading.sentences.filter((sentence) => sentence.block.kind !== 'heading' && (isQuestion(sentence) || saysIn(reading, sentence, TASK)))
}

/** Ends in a question mark and holds words; `?` alone asks nothing. */
export const isQuestion = (sentence: Sentence): boolean => sentence.asks && sentence.tokens.length > 2

/** Sentences that want a review, an approval, a decision or another piece of work. */
export const tasksOf = (reading: Reading): Sentence[] => reading.sentences.filter((sentence) => saysIn(reading, sentence, TASK))

/** Whether the reader is told in any way what is wanted. */
export const saysWhatIsWanted = (reading: Reading): boolean => asksOf(reading).length > 0 || says(reading, WANTED)

const REASONS = phrases('because', 'since', 'so that', 'so we|i|they|it|you can|could|do|don\'t|get', 'in order to', 'due to', 'otherwise', 'the reason', 'therefore', 'which means', 'blocks|blocked|blocking|unblock', 'that|this|it|which way|would|will|saves|means|lets|allows|helps|avoids|prevents', 'as we|it|they|i', 'to avoid|reduce|save|prevent|unblock|keep|make|get|fix|support|allow', 'for the|our|my|a|an')

/** Whether a reason is given anywhere. */
export const givesReason = (reading: Reading): boolean => says(reading, REASONS)
