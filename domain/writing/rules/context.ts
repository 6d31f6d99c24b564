import { asksOf, givesReason } from '../asking.ts'
import { CODE_SIGN } from '../prose.ts'
import { phrases } from '../phrases.ts'
import { ownWords, placesOf } from '../reading.ts'
import type { Reading } from '../reading.ts'
import type { Sentence } from '../sentences.ts'
import { wordRule } from './rule.ts'
import type { Place } from './rule.ts'

/** A longer text has told something. Unit: words. */
const TOLD = 30
/** Words that stand for something named before. */
const POINTS_BACK = phrases('fix|check|change|review|approve|merge|do|about|with|at|on|of|use|see|handle|for|test|deploy|try|understand|read|update|remove|to this|it|that|them|these|those $', '^ is|are|does|did|was|will|should|can|could this|it|that|they|these|those still? ok|okay|correct|right|fine|done|ready|intended|expected|working|work|urgent|possible|needed|fixed|happen|needs|need|be|go|stay', '^ this|it|that doesn\'t|does|isn\'t|is|didn\'t|won\'t|fails|failed|broke not? work|working|broken|help|right|correct|wrong|$', '^ this|it|that fails|failed|broke|crashes|stopped', 'the same|usual|other|above issue|problem|error|thing|one|way')
const NAMED = /[#@]\w|\d{2,}|["“]/

/** Enough to answer without asking back (002:45–46, 260). */
export const context = wordRule({
  name: 'context', clause: 'Be complete but concise', severity: 'warning',
  why: 'Could somebody unfamiliar with this understand it and act? If they have to ask, a day is gone.',
  find(reading) {
    if (reading.context.kind === 'reply' || reading.words > TOLD || reading.words === 0 || shows(reading) || givesReason(reading)) return []
    const [at] = [...asksOf(reading), ...reading.sentences].flatMap((sentence) => pointingBack(reading, sentence))
    return at ? [at] : []
  },
})

/** Something is there that `this` can mean. */
const shows = ({ structure, source, text }: Reading): boolean =>
  structure.codeBlocks + structure.quotes + structure.links + structure.images > 0 || text.includes(CODE_SIGN) || NAMED.test(source)

function pointingBack(reading: Reading, sentence: Sentence): Place[] {
  const [found] = placesOf(reading, sentence, POINTS_BACK)
  if (!found || reading.sentences.indexOf(sentence) > 1) return []
  return [{ start: found.start, end: found.end, message: 'A reader who was not there cannot tell what this speaks of.', example: `${ownWords(reading, sentence)} Name the thing, link to it, and say what you saw and what you expected.` }]
}
