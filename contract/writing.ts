import { ASK_KINDS } from '#domain/asks/kinds.ts'
import { FILLED_FIELDS, RULES, SEVERITIES } from '#domain/writing/types.ts'
import { z } from 'zod'
import { operation } from './operation.ts'
import { text } from './shapes.ts'

const TEXT_MAX = 100_000

export const FindingView = z.object({
  rule: z.enum(RULES), clause: z.string().describe('The agreement on writing that it stands on.'), severity: z.enum(SEVERITIES), message: z.string(), why: z.string(),
  example: z.string().describe('How it could be put; three dots stand for what only the writer knows.'), start: z.number().describe('Offset in the text, in UTF-16 units.'), end: z.number(),
})
const Structure = z.object({
  headings: z.number(), paragraphs: z.number(), lists: z.number(), listItems: z.number(), tables: z.number(), links: z.number(), bareLinks: z.number(), codeBlocks: z.number(),
  quotes: z.number(), images: z.number(), sentences: z.number(), questions: z.number(),
})
export const CheckedView = z.object({
  words: z.number().describe('Without code blocks and quotations.'), structure: Structure, findings: z.array(FindingView),
  needs_clarification: z.number().describe('How likely the first answer is a question, 0 to 1, where half of all texts draw one.'), likely: z.string().describe('The same in one sentence.'),
})

export const checkWriting = operation({
  name: 'writing.check', method: 'POST', path: '/writing/check', needs: 'agreement:read', tool: true,
  does: 'Says what a reader may stumble over in a text before it is sent: advice with its place, reason and example. Nothing is stored.',
  input: z.object({
    text: text(TEXT_MAX).describe('Markdown.'), kind: z.enum(['thread', 'reply', 'page']).optional().describe('A reply needs less context; a page may be long.'),
    ask: z.enum(ASK_KINDS).optional().describe('The kind of ask that goes with the text.'),
    filled: z.array(z.enum(FILLED_FIELDS)).max(FILLED_FIELDS.length).optional().describe('What is said beside the text; nothing is found about it.'),
  }),
  output: CheckedView,
})

export type FindingView = z.output<typeof FindingView>
export type CheckedView = z.output<typeof CheckedView>
