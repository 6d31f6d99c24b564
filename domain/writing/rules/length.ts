import { phrases } from '../phrases.ts'
import { ownWords, says, saysIn } from '../reading.ts'
import type { Reading } from '../reading.ts'
import { countWords } from '../count.ts'
import type { Rule } from './rule.ts'

/** Over so many words a text begins with its summary, unless the agreement says another number. Unit: words. */
const TLDR_OVER_WORDS = 200
/** Over so many words a text is better kept as a page, unless the agreement says another number. Unit: words. */
const PAGE_OVER_WORDS = 600
/** A paragraph that nobody reads line by line. Unit: words. */
const PARAGRAPH_MAX = 150
/** Where a summary helps: within the first sentences. */
const EARLY_SENTENCES = 6

const SUMMARY = phrases('tl|tl;dr|tldr ;? dr?', 'tldr', 'tl ; dr', 'summary', 'in short|brief|summary', 'executive summary', 'to sum', 'abstract', 'the short version', 'bottom line', 'bluf', 'overview', 'zusammenfassung', 'résumé', 'resumen', 'samenvatting', 'kurz')

const summed = (reading: Reading): boolean =>
  reading.sentences.slice(0, EARLY_SENTENCES).some((sentence) => saysIn(reading, sentence, SUMMARY)) || (reading.structure.headings > 0 && reading.sentences.some((sentence) => sentence.block.kind === 'heading' && saysIn(reading, sentence, SUMMARY)))

/** A long text says first what it comes to (002:67–74). */
export const tldr: Rule = {
  name: 'tldr', clause: 'Summarize for skimmers, include detail for those who want it', severity: 'warning', english: false,
  why: 'Not everyone needs the same depth. With a summary on top, readers decide how far to go.',
  find(reading) {
    const limit = reading.context.tldrOverWords ?? TLDR_OVER_WORDS
    const [first] = reading.sentences
    if (!first || reading.context.kind === 'page' || reading.words <= limit || summed(reading)) return []
    return [{ start: first.start, end: first.end, message: `${reading.words} words without a summary; over ${limit} one belongs on top.`, example: `TL;DR: ${tellingOf(reading)}` }]
  },
}

const TELLING = phrases('need|needs|needed', 'decide|decision', 'propose|recommend|suggest', 'should', 'please', 'result|conclusion|therefore', 'by|until monday|tuesday|wednesday|thursday|friday')

/** The sentence of the text that would do best as its summary. */
function tellingOf(reading: Reading): string {
  const body = reading.sentences.filter((sentence) => sentence.block.kind === 'paragraph')
  const best = body.find((sentence) => reading.english && saysIn(reading, sentence, TELLING)) ?? body[0]
  return best ? ownWords(reading, best) : 'what it comes to, and what you need, in one or two sentences.'
}

/** Where nothing says what the text is, it may be a page already. */
const isMessage = ({ context }: Reading): boolean => context.kind === 'thread' || context.kind === 'reply' || (context.kind === undefined && context.ask !== undefined)

/** Long-form belongs in a document (001:58). */
export const page: Rule = {
  name: 'page', clause: 'Long-form communication happens in documents, not chat messages', severity: 'hint', english: false,
  why: 'A page can be found, corrected and linked to later; a long message scrolls away.',
  find(reading) {
    const limit = reading.context.pageOverWords ?? PAGE_OVER_WORDS
    const [first] = reading.sentences
    if (!first || !isMessage(reading) || reading.words <= limit) return []
    return [{ start: first.start, end: first.end, message: `${reading.words} words are a page rather than a message; the limit is ${limit}.`, example: 'Keep it as a page, and send its summary, its link and what you need from the reader.' }]
  },
}

const LISTED = phrases('first|firstly', 'second|secondly', 'third', 'also', 'finally', 'another')

/** Readers scan; a wall of text hides what matters (002:46–55). */
export const structure: Rule = {
  name: 'structure', clause: 'Use structure to aid comprehension', severity: 'hint', english: false,
  why: 'People scan what they read between other things; headings and lists let them find their part.',
  find: (reading) => reading.blocks.filter((block) => block.kind === 'paragraph').flatMap((block) => {
    const words = countWords({ text: reading.text, blocks: [block] })
    if (words <= PARAGRAPH_MAX) return []
    const how = says(reading, LISTED) ? 'Make each point an item of a list.' : 'Split it where the subject changes: background, problem, options, recommendation, request.'
    return [{ start: block.start, end: block.end, message: `One paragraph of ${words} words.`, example: how }]
  }),
}
