import { ASK_KINDS } from '#domain/asks/kinds.ts'
import { FILLED_FIELDS, RULES, SEVERITIES } from '#domain/writing/types.ts'
import { said } from '#domain/words/said.ts'
import { z } from 'zod'
import { operation } from './operation.ts'
import { Id, InstantText, Ok, page, pageInput, text, words } from './shapes.ts'

const TEXT_MAX = 100_000
const LINE_MAX = 500
const PLACE_MAX = 200

export const FindingView = z.object({
  rule: z.enum(RULES), clause: z.string().describe('The agreement on writing that it stands on.'), severity: z.enum(SEVERITIES), message: z.string(), why: z.string(),
  example: z.string().describe('How it could be put; three dots stand for what only the writer knows.'), start: z.number().describe('Offset in the text, in UTF-16 units.'), end: z.number(),
})
/** A page of the app, on which a text is written. */
const Place = z.string().max(PLACE_MAX).regex(/^\/[\w./-]*$/, said`must be the path of a page, such as /128`.key)
const Structure = z.object({
  headings: z.number(), paragraphs: z.number(), lists: z.number(), listItems: z.number(), tables: z.number(), links: z.number(), bareLinks: z.number(), codeBlocks: z.number(),
  quotes: z.number(), images: z.number(), sentences: z.number(), questions: z.number(),
})
export const CheckedView = z.object({
  words: z.number().describe('Without code blocks and quotations.'), structure: Structure, findings: z.array(FindingView),
  needs_clarification: z.number().describe('How likely the first answer is a question, 0 to 1, where half of all texts draw one.'), likely: z.string().describe('The same in one sentence.'),
  dismissed: z.number().describe('Findings left out because you set them aside in this text.'),
})

export const checkWriting = operation({
  name: 'writing.check', method: 'POST', path: '/writing/check', needs: 'agreement:read', tool: true,
  does: 'Says what a reader may stumble over in a text before it is sent: advice with its place, reason and example. The text is not stored.',
  input: z.object({
    text: text(TEXT_MAX).describe('Markdown.'), kind: z.enum(['thread', 'reply', 'page']).optional().describe('A reply needs less context; a page may be long.'),
    ask: z.enum(ASK_KINDS).optional().describe('The kind of ask that goes with the text.'),
    filled: z.array(z.enum(FILLED_FIELDS)).max(FILLED_FIELDS.length).optional().describe('What is said beside the text; nothing is found about it.'),
    place: Place.optional().describe('Where it is written: what you dismissed of this text there is left out.'),
  }),
  output: CheckedView,
})

export const DismissalView = z.object({
  id: Id, place: z.string(), rule: z.enum(RULES), message: z.string(), said: z.string().describe('The words it spoke of, shortened.'), reason: z.string(), at: InstantText,
  holds: z.boolean().describe('The text is still being written, so the finding stays away.'),
})
export const dismissFinding = operation({
  name: 'writing.dismiss', method: 'POST', path: '/writing/dismissals', needs: 'threads:write', does: 'Sets a finding aside for the text that you write, with your reason. Nobody else reads it, and the finding does not come back in this text.',
  input: z.object({ place: Place, rule: z.enum(RULES), said: words(TEXT_MAX).describe('The words it speaks of, as they stand in the text.'), message: words(LINE_MAX), reason: words(LINE_MAX) }), output: DismissalView,
})
export const listDismissals = operation({
  name: 'writing.dismissals', method: 'GET', path: '/writing/dismissals', needs: 'threads:read', does: 'Lists the findings that you set aside and why, newest first. Nobody else’s can be asked for.', input: z.object(pageInput), output: page(DismissalView),
})
export const forgetDismissal = operation({ name: 'writing.forget', method: 'DELETE', path: '/writing/dismissals/:id', needs: 'threads:write', does: 'Forgets that you set a finding aside; it may speak up again.', input: z.object({ id: Id }), output: Ok, refuses: ['not_found'] })
export const textSent = operation({ name: 'writing.sent', method: 'POST', path: '/writing/sent', needs: 'threads:write', does: 'Says that the text you wrote on a page is sent: what you set aside there held for that text alone.', input: z.object({ place: Place }), output: Ok })

export type DismissalView = z.output<typeof DismissalView>
export type FindingView = z.output<typeof FindingView>
export type CheckedView = z.output<typeof CheckedView>
