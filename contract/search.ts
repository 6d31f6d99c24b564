import { z } from 'zod'
import { operation } from './operation.ts'
import { Id, InstantText, text } from './shapes.ts'
import { ENTRY_KINDS } from './spaces.ts'

/** Longest question; more words than that are a text, not a question. Unit: characters. */
const QUESTION_MAX = 500
const LIMIT_MAX = 50
const LIMIT_DEFAULT = 20

/** How many texts one search weighs at most. Counts of a search that reached it are of these alone. */
export const WEIGHED_MAX = 1000

/** Some words of a text, one after the other; `found` are those that the question asked for. */
const Piece = z.object({ text: z.string(), found: z.boolean() })

export const Hit = z.object({
  number: z.number(), kind: z.enum(ENTRY_KINDS), replyId: Id.nullable().describe('Null where the entry itself was found.'),
  file: z.object({ id: Id, name: z.string() }).nullable().describe('Where it was found in a file that the text shows, or in its name.'),
  title: z.array(Piece), snippet: z.array(Piece), spaceId: Id, spaceName: z.string(), authorId: Id, authorName: z.string(), at: InstantText,
  state: z.string().nullable().describe('How it stands, for what has a state: `open`, `answered`, `resolved`, `decided`, …'),
})
export type Hit = z.output<typeof Hit>

const Facet = z.object({ value: z.string(), label: z.string(), count: z.number() })
/** What a part of the question was taken for, or why it could not be. */
const Understood = z.object({ text: z.string().describe('As it was typed.'), means: z.string().describe('In words: `in Billing`.'), problem: z.boolean() })

export const search = operation({
  name: 'entries.search', method: 'GET', path: '/search', needs: 'search:read', tool: true,
  does: 'Finds what was written, best first: plain words or a whole question, "a phrase", -without, and from: to: in: kind: is: has: before: after: #number.',
  input: z.object({ q: text(QUESTION_MAX).describe('As a person types it.'), offset: z.coerce.number().int().min(0).max(WEIGHED_MAX).default(0), limit: z.coerce.number().int().min(1).max(LIMIT_MAX).default(LIMIT_DEFAULT) }),
  output: z.object({
    items: z.array(Hit), total: z.number().describe(`How many were found, up to ${WEIGHED_MAX}.`), more: z.boolean().describe('More may match than were weighed.'),
    facets: z.object({ kinds: z.array(Facet), spaces: z.array(Facet), people: z.array(Facet) }).describe('Of everything that was found, most first.'),
    understood: z.array(Understood),
  }),
})
export type SearchAnswer = z.output<typeof search.output>
