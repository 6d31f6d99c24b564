import { z } from 'zod'
import { operation } from './operation.ts'
import { Id, InstantText, words } from './shapes.ts'
import { ENTRY_KINDS } from './spaces.ts'

/** Longest question; as for search. Unit: characters. */
const QUESTION_MAX = 500
/** Most passages that one answer quotes. */
export const QUOTES_MAX = 3

const Linked = z.object({ number: z.number(), title: z.string() })

/** A passage of the record, word for word, with where it stands. */
export const Quote = z.object({
  number: z.number(), kind: z.enum(ENTRY_KINDS), title: z.string(), replyId: Id.nullable().describe('Null where it is of the entry itself.'),
  headings: z.array(z.string()).describe('What it stands under, outermost first.'), text: z.string().describe('Markdown, as it is written there; never a longer text whole.'),
  spaceId: Id, spaceName: z.string(), authorId: Id, authorName: z.string(), at: InstantText,
  state: z.string().nullable().describe('How it stands, for what has a state: `decided`, `superseded`, `answered`, …'),
  holds: Linked.nullable().describe('What replaced it, where it was superseded by something that you may see.'),
  standing: z.string().describe('One sentence: whether this holds.'),
})
export type Quote = z.output<typeof Quote>

/** An ask that is filled in already: whom, what, and where it would stand. */
export const PreparedAsk = z.object({
  to: z.object({ id: Id, name: z.string() }).nullable().describe('Who owns what is nearest; null where nobody does.'), why: z.string(), nearest: Linked.nullable(),
  spaceId: Id.nullable(), title: z.string(), body: z.string(), path: z.string().describe('The form, filled in: a path on this server.'),
})
export type PreparedAsk = z.output<typeof PreparedAsk>

const Draft = z.object({ text: z.string(), by: z.string().describe('The model that wrote it.'), sources: z.array(z.number()).describe('Numbers of the quotes that it was made from.') })

export const ask = operation({
  name: 'answers.ask', method: 'GET', path: '/answers', needs: 'search:read', tool: true,
  does: 'Answers a question out of the record: up to three passages, quoted with their source, date and status. Where the record is silent, who would know and an ask to send them; private matters and watching people are refused with the reason.',
  input: z.object({ q: words(QUESTION_MAX).describe('A question, as a person asks it.') }),
  output: z.object({
    outcome: z.enum(['quoted', 'near', 'silent', 'refused', 'nothing-asked']).describe('`near`: passages that may answer it or not, and whom to ask.'), sentence: z.string().describe('What this answer is, in a sentence or two.'),
    quotes: z.array(Quote).max(QUOTES_MAX), draft: Draft.nullable().describe('Written by a model out of the quotes alone; null unless this server has one.'),
    ask: PreparedAsk.nullable(), refused: z.object({ rule: z.string(), reason: z.string(), next: z.string() }).nullable(),
  }),
})
export type Answer = z.output<typeof ask.output>
