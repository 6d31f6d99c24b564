import { z } from 'zod'
import { operation } from './operation.ts'
import { EntryNumber, Id, InstantText, Ok, text, words } from './shapes.ts'

/** As the title of a page, and as much as one answer of a FAQ should be. Unit: characters. */
const QUESTION_MAX = 200
const ANSWER_MAX = 20_000

const Asked = z.object({ number: z.number(), title: z.string(), answeredAt: InstantText })
const Candidate = Asked.extend({
  spaceId: Id, spaceName: z.string(), answer: z.string().describe('Markdown, as it was answered.'), answeredByName: z.string(),
  like: Asked.describe('The earlier ask that it is like.'),
})
export type FaqCandidate = z.output<typeof Candidate>

export const faqCandidates = operation({
  name: 'faq.candidates', method: 'GET', path: '/faq/candidates', needs: 'asks:read', tool: true, does: 'Lists asks that were answered twice in other words, as far as you may see them: each would save the third one if it stood in the FAQ.',
  input: z.object({ spaceId: Id.optional() }), output: z.object({ items: z.array(Candidate), sentence: z.string() }), refuses: ['not_found'],
})
export const keepFaq = operation({
  name: 'faq.keep', method: 'POST', path: '/faq', needs: 'pages:write', tool: true, does: 'Keeps an answered ask in the FAQ of its space, with a link back; makes the page where there is none.',
  input: z.object({
    number: EntryNumber.describe('Of the ask.'), question: words(QUESTION_MAX).optional().describe('In better words than it was asked in; those unless given.'), answer: text(ANSWER_MAX, 1).optional().describe('Markdown; what was answered unless given.'),
  }),
  output: z.object({ page: z.number(), title: z.string(), made: z.boolean().describe('The page is new.'), question: z.string() }), refuses: ['not_found', 'not_allowed', 'bad_input', 'conflict', 'too_large'],
})
export const faqOf = operation({
  name: 'faq.of', method: 'GET', path: '/faq/asks/:number', needs: 'asks:read', does: 'Says in which FAQ an ask stands, so that it is not offered again.',
  input: z.object({ number: EntryNumber }), output: z.object({ page: z.number().nullable().describe('Its number; null where the ask stands in none that you may see.') }), refuses: ['not_found'],
})
export const dropFaq = operation({
  name: 'faq.drop', method: 'POST', path: '/faq/candidates/:number/drop', needs: 'asks:write', does: 'Says that an ask needs no place in the FAQ; it is not listed again.', input: z.object({ number: EntryNumber }), output: Ok, refuses: ['not_found', 'not_allowed'],
})
