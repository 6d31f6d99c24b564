import { phrases } from '../phrases.ts'
import { ownWords, placesOf, says, saysIn } from '../reading.ts'
import type { Reading } from '../reading.ts'
import type { Sentence } from '../sentences.ts'
import { isQuestion } from '../asking.ts'
import { wordRule } from './rule.ts'
import type { Place } from './rule.ts'

const DECIDE = phrases('need|needs|want|waiting|ask|asking|looking for? to? a|an|your|the? decision|approval|sign-off|signoff|vote|go-ahead', 'need|have|want|has|needs to decide|choose|vote|agree|approve', 'please|could|can|would you? please? decide|approve|vote|choose|pick', '^ approve|vote|decide', 'which|what option|options|approach|variant|alternative|solution|way|plan|one should|do|would|shall we|you', 'should|shall we * *? *? *? *? *? *? *? *? or', 'option|options a|b|1|2 or', 'for approval')
const CRITERIA = phrases('because', 'criteria|criterion|priority|priorities|prioritise|prioritising|prioritize|prioritizing|matters|matter|important|importance', 'trade-off|trade-offs|tradeoff|tradeoffs|pros|cons|advantage|advantages|disadvantage|disadvantages|downside|downsides|upside|benefit|benefits|risk|risks', 'cost|costs|cheaper|faster|slower|simpler|safer|easier|harder|better|worse|more|less|least|most|effort', 'depends on', 'in favour|favor of', 'prefer|preferred|recommend|recommended|recommending|recommendation|lean|leaning|favour|favor', 'goal|goals|requirement|requirements|must|constraint|constraints|deadline|budget', 'so that', 'in order to', 'since', 'due to', 'we|i care|optimise|optimize')

/** What an answer will be judged by (002:62–63). */
export const criteria = wordRule({
  name: 'criteria', clause: 'Provide decision-making criteria', severity: 'warning',
  why: 'Without criteria, answers speak to different priorities, and none of them helps to decide.',
  find(reading) {
    if (reading.context.filled?.includes('criteria') || reading.context.kind === 'reply' || says(reading, CRITERIA)) return []
    const at = reading.sentences.find((sentence) => sentence.block.kind !== 'heading' && saysIn(reading, sentence, DECIDE)) ?? (reading.context.ask === 'approve' ? reading.sentences.at(-1) : undefined)
    if (!at) return []
    return [{ start: at.start, end: at.end, message: 'A decision is asked for, and not said what it will be decided by.', example: `${ownWords(reading, at)} What matters most is …, then …; cost up to … is fine.` }]
  },
})

const NOBODY = phrases('someone|somebody should|needs|must|has|ought|could|might|will|please', 'can|could|would|will someone|somebody|anyone|anybody please? look|fix|take|check|handle|do|update|review|help|pick|merge|add|own|write|investigate', 'one of us|you should|needs|must|has|could', 'needs|need to be done|fixed|handled|looked|updated|addressed|cleaned|investigated|reviewed', 'should|must be done|fixed|handled|looked|updated|addressed|cleaned|investigated|reviewed by|before|soon|asap|$', 'we should|must|ought really|probably|also|definitely|maybe|just? fix|update|write|clean|document|investigate|look|rename|migrate|test|automate|check|add|remove')
const OWNED = phrases('i|we\'ll|will', "i'll", 'assigned|owner|owned', 'i can|could|am|was|volunteer', '@ *', '* will', 'let me', 'should|shall|can|could i', 'who|whom|whose')

/** Work that is said to be needed and given to nobody (002:56–61). */
export const noOwner = wordRule({
  name: 'no_owner', clause: 'Make requests explicit', severity: 'warning',
  why: 'What somebody should do, nobody does: each reader takes it for another’s.',
  find: (reading) => reading.context.filled?.includes('responder') ? [] : reading.sentences.flatMap((sentence) => unowned(reading, sentence)),
})

function unowned(reading: Reading, sentence: Sentence): Place[] {
  const [found] = placesOf(reading, sentence, NOBODY)
  if (!found || sentence.block.kind === 'heading' || saysIn(reading, sentence, OWNED)) return []
  if (isQuestion(sentence) && saysIn(reading, sentence, WONDERING)) return []
  return [{ start: found.start, end: found.end, message: 'Nobody is named who should do it.', example: `@name, ${named(ownWords(reading, sentence))}` }]
}
/** `Does anybody know …?` is a question to all, not work for one. */
const WONDERING = phrases('help me|us', 'know|knows', 'explain|tell|confirm|clarify|point|shed')

/** `Someone should look at it` becomes `could you look at it`. */
function named(words: string): string {
  const asked = words.replace(/^(?:also,? |and |maybe |so )?(?:someone|somebody|one of us|we) (?:really |probably |also |definitely |maybe )?(?:should|needs to|must|has to|ought to|could|might) (?:really |probably |also |maybe )?/i, 'could you ')
  return asked === words ? `could you take this: “${words}”` : `${asked.replace(/[.!]+$/, '')}?`
}
