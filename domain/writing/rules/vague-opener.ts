import { givesReason, isQuestion } from '../asking.ts'
import { phrases } from '../phrases.ts'
import { ownWords, placesOf, saysIn } from '../reading.ts'
import type { Reading } from '../reading.ts'
import type { Sentence } from '../sentences.ts'
import { wordRule } from './rule.ts'
import type { Place } from './rule.ts'

const THOUGHTS = phrases('^ any? other? thoughts|ideas|opinions|comments|feedback about|on this|that|it|these|those|here? $', '^ any? thoughts|ideas|opinions|comments|feedback $',
  '^ what|what\'s do you|y\'all|people|we|folks|everyone all? think $', '^ what do you|people|folks|we all? think of|about this|that|it $', '^ wdyt $', '^ thoughts anyone|everyone|all|team $', '^ let me know what you think $')
const IDEAS = phrases('ideas|help|suggestions')
const UPDATES = phrases('^ any? updates|update|news|progress|movement on|about|regarding|with this|that|it|these|here $', '^ any? updates|update|news|progress $', '^ any updates|update|news|progress on|about|regarding|with * *? *? *? $',
  '^ what|what\'s is? the status|latest $', '^ ping $', '^ bump $', '^ gentle|friendly reminder|ping|bump $', '^ did|have you see|seen|get|got|have|had a? chance? to? look? at? this|that|it|my message|mail|email? $')
const EMPTY = phrases('^ are you there|around|free|available $', '^ you there|around $', '^ got|have you? got? a|one|two|five min|minute|minutes|sec|second|moment $', '^ do you have|got a|one|five min|minute|minutes|sec|second|moment $',
  '^ can|may|could i|we ask you? a|something|some quick? question|questions? $', '^ quick question $', '^ can|could we|you talk|chat|sync|call|speak|discuss|meet|jump *? *? *? *? $', '^ let\'s talk|chat|sync|discuss *? $')
const CAN_WE = phrases('^ can|could|should|shall|may we|i')

/** Longer texts have said more than the opener. Unit: words. */
const SHORT = 45

/** Openers that make it impossible to answer in substance (002:153). */
export const vagueOpener = wordRule({
  name: 'vague_opener', clause: 'Vague requests force synchronous follow-up', severity: 'warning',
  why: 'A reader who cannot tell what is asked has to ask back, and in another time zone that costs a day.',
  find: (reading) => reading.sentences.flatMap((sentence) => vagueIn(reading, sentence)),
})

function vagueIn(reading: Reading, sentence: Sentence): Place[] {
  if (sentence.block.kind === 'heading' || sentence.block.kind === 'cell') return []
  const place = { start: sentence.start, end: sentence.end }
  if (saysIn(reading, sentence, EMPTY)) return [{ ...place, message: 'This opens a conversation instead of asking.', example: 'Ask the question itself, with what somebody needs to answer it tomorrow morning.' }]
  if (saysIn(reading, sentence, THOUGHTS)) return [{ ...place, message: 'It does not say which thoughts would help.', example: thoughtsExample(reading, sentence) }]
  if (saysIn(reading, sentence, UPDATES)) return [{ ...place, message: 'It asks for news without saying what waits for it.', example: updateExample(reading, sentence) }]
  return canWe(reading, sentence)
}

/** `Can we do X?` in a short text that never says why. */
function canWe(reading: Reading, sentence: Sentence): Place[] {
  const [asked] = placesOf(reading, sentence, CAN_WE)
  if (!asked || !isQuestion(sentence) || reading.words > SHORT || reading.context.kind === 'reply' || givesReason(reading) || reading.structure.codeBlocks + reading.structure.links > 0) return []
  const words = ownWords(reading, sentence)
  return [{ start: sentence.start, end: sentence.end, message: 'It asks whether, and does not say why.', example: `${words} It would help with …, and without it … Please say yes or no by …` }]
}

function thoughtsExample(reading: Reading, sentence: Sentence): string {
  const before = reading.sentences[reading.sentences.indexOf(sentence) - 1]
  const about = before ? ` (“${ownWords(reading, before).replace(/[.?!]+$/, '')}”)` : ''
  if (before && saysIn(reading, sentence, IDEAS)) return `What could cause this${about}? I tried …, and saw … instead of ….`
  return `Does anything speak against this${about}? I am least sure about …; say so by … if you see a problem.`
}

function updateExample(reading: Reading, sentence: Sentence): string {
  const [asked] = placesOf(reading, sentence, UPDATES)
  const topic = asked ? ownWords(reading, { start: asked.start, end: asked.end }).replace(/^.*?\b(?:on|about|regarding|with)\s/i, '').replace(/[.?!]+$/, '') : ''
  const subject = topic === '' || /^(?:any|updates?|news|progress|ping|bump|status|what)/i.test(topic) ? 'this' : topic
  return `What is left to do on ${subject}? I need it for … on …, and can … until then.`
}
