import { asksOf, saysWhatIsWanted, TASK, tasksOf } from '../asking.ts'
import { phrases } from '../phrases.ts'
import { ownWords, placesOf, says, saysIn } from '../reading.ts'
import type { Reading } from '../reading.ts'
import type { Sentence } from '../sentences.ts'
import { wordRule } from './rule.ts'
import type { Place } from './rule.ts'

/** So much may stand before the reader learns what it is about. Unit: words, counted as tokens. */
const OPENING = 45
/** Shorter texts are read whole at a glance. Unit: words. */
const AT_A_GLANCE = 90
/** Longer texts are pages and reports, where one request among many is not what they are about. Unit: words. */
const A_PAGE = 500

const PURPOSE = phrases('tl|tldr', 'tl;dr', 'i|we need|want|wanted|propose|suggest|recommend|would|am|are|\'d', "i'd|we'd|i'm|we're", 'i have|had|\'ve a|some|another|two|three|several question|questions|problem|issue|doubt|doubts', 'the|my|our|a|this question|goal|purpose|aim|proposal|problem|issue|request|decision', 'question', 'decide|decision', 'this is|page|document|message|post|note|proposal|issue|thread', 'trying to', 'wondering|wonder', 'in order to', 'to decide|agree|discuss|ask|propose|summarise|summarize', 'please', 'fyi', 'summary', 'proposal', 'how to|can|do|does|should', 'let me|us', 'issue with', 'looking for|to|at', 'working|work on')

/** What the reader needs to know first: why they read this (002:41–44). */
export const purposeFirst = wordRule({
  name: 'purpose_first', clause: 'Start with context and purpose', severity: 'warning',
  why: 'Without a purpose, people wonder while reading why they read and what matters.',
  find(reading) {
    const body = reading.sentences.filter((sentence) => sentence.block.kind === 'paragraph')
    const [first] = body
    if (!first || reading.words < AT_A_GLANCE || reading.words > A_PAGE || reading.context.kind === 'reply') return []
    const asked = asksOf(reading)[0]
    if (!asked || early(body, asked) || opening(body).some((sentence) => sentence.asks || saysIn(reading, sentence, PURPOSE))) return []
    if (reading.sentences.some((sentence) => sentence.block.kind === 'heading' && (sentence.asks || saysIn(reading, sentence, PURPOSE)))) return []
    return [{ start: first.start, end: first.end, message: 'What you need from the reader comes late.', example: `Begin with it: “${ownWords(reading, asked)}” Then tell the rest.` }]
  },
})

function opening(body: readonly Sentence[]): Sentence[] {
  let tokens = 0
  return body.filter((sentence, at) => { tokens += sentence.tokens.length; return at === 0 || tokens <= OPENING })
}
const early = (body: readonly Sentence[], asked: Sentence): boolean => opening(body).some((sentence) => sentence.start >= asked.start)

const SOFT = phrases('would|might|could be nice|good|great|helpful|useful|ideal|better|cool|worth if|to', 'should|could|ought to? be looked|reviewed|checked|discussed|decided|considered|fixed|addressed|clarified', 'needs to be looked|reviewed|checked|discussed|decided|considered|fixed|addressed|clarified', 'needs attention|discussion|review|a decision',
  'not sure whether|if|about|what|how', 'unsure|unclear whether|if|about|what|how', 'open question|questions', 'up for discussion|debate|grabs', 'some options|approaches|ideas|alternatives', 'three|two|several|few|different options|approaches|ideas|alternatives')

/** Asks that want something done about them. */
const WANTING = new Set(['answer', 'review', 'approve', 'feedback', 'input'])

/** Readers should not have to guess what is wanted (002:56–61, 179–184). */
export const explicitAction = wordRule({
  name: 'explicit_action', clause: 'Make requests explicit', severity: 'warning',
  why: 'By default busy people pass over a message that does not ask them for anything.',
  find(reading) {
    if (saysWhatIsWanted(reading) || reading.sentences.length === 0) return []
    const soft = reading.sentences.find((sentence) => sentence.block.kind !== 'heading' && saysIn(reading, sentence, SOFT))
    const wanted = WANTING.has(reading.context.ask ?? '')
    const at = soft ?? (wanted ? reading.sentences.at(-1) : undefined)
    if (!at || (!wanted && reading.words > SHORT_MESSAGE)) return []
    return [{ start: at.start, end: at.end, message: 'It does not say what you want from the reader.', example: `“${ownWords(reading, at)}” Please say by … whether …; or: for your information, no answer needed.` }]
  },
})
/** In longer texts a soft word is one among many. Unit: words. */
const SHORT_MESSAGE = 200

const WHEN = phrases('by|until|before|till|due|deadline *', 'today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|eod|eow|asap', 'this|next|coming week|month|sprint|quarter|day|release', 'end of the? week|month|sprint|quarter|day|release', 'in|within # *', 'no|not rush|hurry|urgent|urgency', 'whenever', 'when you|someone|anyone have|has|find|get|can', 'at your convenience|leisure', 'take your time', 'not urgent', 'as soon as', 'now|immediately|soon', 'first thing', 'q1|q2|q3|q4', '# days|day|hours|hour|weeks|week', 'january|february|march|april|june|july|august|september|october|november|december', 'not blocking', 'let me|us know if')
const DATED = /\d{4}-\d{2}-\d{2}|\b\d{1,2}[./]\d{1,2}\b/
/** Work on the reader's side; a mere question is answered on the agreement's clock. */
const WORK = phrases('review|approve|approval|sign-off|signoff|decide|decision|feedback|vote|input|comment|comments|confirm|sign|test|provide')

/** When the answer is needed (002:77–82, 260). */
export const deadline = wordRule({
  name: 'deadline', clause: 'Set clear expectations for response', severity: 'warning',
  why: 'Without a time the reader cannot plan it, and what has no date is answered last.',
  find(reading) {
    if (reading.context.filled?.includes('due') || reading.context.ask === 'fyi' || says(reading, WHEN) || DATED.test(reading.text)) return []
    const asked = reading.context.ask !== undefined ? asksOf(reading)[0] : tasksOf(reading).find((sentence) => workIn(reading, sentence))
    if (!asked) return []
    return [{ start: asked.start, end: asked.end, message: 'It does not say by when.', example: `${ownWords(reading, asked).replace(/[.!]+$/, '')} by Tuesday 24 March, 17:00 ${reading.context.zone ?? 'Europe/Lisbon'} time${asked.asks ? '?' : '.'}` }]
  },
})

const workIn = (reading: Reading, sentence: Sentence): boolean => sentence.block.kind !== 'heading' && saysIn(reading, sentence, TASK) && saysIn(reading, sentence, WORK)

const REVIEWED = phrases('review|feedback|proofread|critique|comments|comment', 'take|have|taking|having a look', 'look over|through|at|into this|it|the|my', 'read|check this|it|my|the|through|over')
const SCOPED = phrases('brief|briefly|quick|quickly|skim|glance|short|rough|roughly|high-level|overall|general|first', 'high level', 'detailed|detail|details|in-depth|thorough|thoroughly|careful|carefully|closely|full|final|deep', 'in depth', 'line by', 'only|just|mainly|mostly|especially|particularly|particular|specifically|focus|focusing|focused|attention|section|part|paragraph|chapter|lines|whether|if', '# minutes|min|minute|pages|lines', 'five|ten|fifteen|two minutes|minute', 'on the|whether|how', 'approach|direction|wording|typos|structure|numbers|design')

/** How closely it wants to be read (002:260). */
export const scope = wordRule({
  name: 'scope', clause: 'Scope: brief read or detailed review', severity: 'hint',
  why: 'A brief look takes minutes and a review an afternoon; the reader needs to know which to plan.',
  find(reading) {
    if (reading.context.filled?.includes('scope') || reading.context.ask === 'fyi') return []
    const asked = tasksOf(reading).filter((sentence) => saysIn(reading, sentence, REVIEWED) && sentence.block.kind !== 'heading')
    const at = asked[0] ?? (reading.context.ask === 'review' ? reading.sentences.at(-1) : undefined)
    if (!at || saysIn(reading, at, SCOPED) || asked.some((sentence) => saysIn(reading, sentence, SCOPED))) return []
    return [scopePlace(reading, at)]
  },
})

function scopePlace(reading: Reading, at: Sentence): Place {
  const [words] = placesOf(reading, at, REVIEWED)
  return { start: words?.start ?? at.start, end: words?.end ?? at.end, message: 'It does not say how closely to read.', example: `${ownWords(reading, at).replace(/[.?!]+$/, '')}: five minutes on the approach are enough, no need to look at the wording.` }
}
