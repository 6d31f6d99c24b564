import { COUNTED, IMPORT_KINDS } from '#domain/imports/types.ts'
import { z } from 'zod'
import { operation } from './operation.ts'
import { Email, Id, InstantText, Ok, text, words } from './shapes.ts'

/** Bringing in what was written elsewhere: a run is begun, sent in batches, and finished. Nobody is told of anything that comes this way. */

/** Longest key of a source. Readers shorten longer ones. Unit: UTF-16 units; four times as many bytes fit into one index row. */
const KEY_MAX = 400
const SOURCE_MAX = 100
const NAME_MAX = 200
const PERSON_NAME_MAX = 100
const SPACE_NAME_MAX = 80
const TITLE_MAX = 200
const BODY_MAX = 100_000
const EMOJI_MAX = 40
/** Of one batch; the server takes 1 MB at once. */
const BATCH_PEOPLE = 500
const BATCH_MESSAGES = 500
const BATCH_CONVERSATIONS = 500
const KEYS_ASKED = 2000
const PAGE_MAX = 1_000_000
const BATCH_PAGES = 50
const TAG_MAX = 40
const TAGS_MAX = 20
const PROBLEMS_SENT = 500
const PLACES_ASKED = 1000
const LINE_MAX = 1000

const Key = words(KEY_MAX)
const Source = words(SOURCE_MAX).describe('What it comes from, such as `slack:T0123`. The same key of the same source is never brought in twice.')
const Person = z.object({ key: Key, name: words(PERSON_NAME_MAX), email: Email.nullable() }).strict()
const Place = z.object({ key: Key, name: words(SPACE_NAME_MAX), purpose: text(TITLE_MAX) }).strict()
const Reaction = z.object({ emoji: words(EMOJI_MAX), people: z.array(Key).max(BATCH_PEOPLE) }).strict()
const Message = z.object({
  key: Key, author: Key.describe('The key of a person that was sent, with this batch or before.'), at: InstantText, markdown: words(BODY_MAX), editedAt: InstantText.nullable(), reactions: z.array(Reaction).max(BATCH_PEOPLE),
}).strict()
const Conversation = z.object({
  key: Key, place: Place, title: words(TITLE_MAX), messages: z.array(Message).min(1).max(BATCH_MESSAGES),
}).strict().describe('In the order in which it was said. Messages of one conversation may come in several batches.')

const PageFile = z.object({
  path: Key.describe('Where the file lies, below the folder that is imported. A folder without a page of its own ends in `/` and has no text.'), title: words(TITLE_MAX), text: text(PAGE_MAX).describe('The file, byte for byte.'),
  tags: z.array(words(TAG_MAX)).max(TAGS_MAX), at: InstantText.nullable().describe('When it was written, where the file says so.'), parent: Key.nullable().describe('The path of the page above it, which was sent before.'),
}).strict()

const ProblemShape = z.object({ file: text(KEY_MAX), line: z.number().int().min(1).nullable(), what: words(LINE_MAX), next: text(LINE_MAX) })
const Counts = z.object(Object.fromEntries(COUNTED.map((name) => [name, z.number()])) as Record<(typeof COUNTED)[number], z.ZodNumber>)

export const ImportRun = z.object({
  id: Id, kind: z.enum(IMPORT_KINDS), source: z.string(), name: z.string(), byName: z.string(), state: z.enum(['running', 'finished']), beganAt: InstantText, finishedAt: InstantText.nullable(),
  counts: Counts.describe('`known`: what was here already and stayed as it is. `matched`: people who are here by their e-mail; `placeholders`: those who are not.'),
  problemCount: z.number(), problems: z.array(ProblemShape).describe('At most 1,000 of them; empty in lists.'),
  takenBackAt: InstantText.nullable().describe('When it was taken back last.'), can: z.array(z.enum(['undo'])).describe('`undo` while something of it is here.'),
})
export const Placeholder = z.object({
  id: Id, name: z.string(), email: z.string().nullable(), source: z.string(), texts: z.number().describe('What they wrote there.'),
})
const Batch = z.object({ counts: Counts.describe('Of this batch.') })

export const beginImport = operation({
  name: 'imports.begin', method: 'POST', path: '/imports', needs: 'admin:write',
  does: 'Begins an import, or goes on with the one of the same source that was not finished. Nobody is told of anything that comes with it.',
  input: z.object({ kind: z.enum(IMPORT_KINDS), source: Source, name: words(NAME_MAX).describe('The file or folder.'), spaceId: Id.optional().describe('Everything goes into this space; else each place into an open space of its name, which is made where there is none.') }),
  output: ImportRun, refuses: ['not_allowed', 'not_found'],
})
export const sendConversations = operation({
  name: 'imports.send', method: 'POST', path: '/imports/:id/conversations', needs: 'admin:write',
  does: 'Sends people and conversations of an import. What is here already stays as it is, so that a batch may be sent twice.',
  input: z.object({ id: Id, people: z.array(Person).max(BATCH_PEOPLE).default([]), conversations: z.array(Conversation).max(BATCH_CONVERSATIONS).default([]) }),
  output: Batch, refuses: ['not_allowed', 'not_found', 'conflict', 'bad_input'],
})
export const sendPages = operation({
  name: 'imports.send-pages', method: 'POST', path: '/imports/:id/pages', needs: 'admin:write',
  does: 'Sends Markdown files of an import, which become pages of kind reference. What is here already stays as it is.',
  input: z.object({ id: Id, place: Place.describe('Where they go, unless the import names a space.'), pages: z.array(PageFile).min(1).max(BATCH_PAGES) }),
  output: Batch.extend({ pages: z.array(z.object({
    path: z.string(), number: z.number(), unlinked: z.boolean().describe('Its text is as the file has it: links to other files lead nowhere yet.'), differs: z.boolean().describe('The file is another than when it was imported; the page stayed as it is.'),
  })) }),
  refuses: ['not_allowed', 'not_found', 'conflict', 'bad_input', 'too_large'],
})
export const linkPages = operation({
  name: 'imports.link-pages', method: 'POST', path: '/imports/:id/links', needs: 'admin:write',
  does: 'Gives imported pages the text in which links between files are links between pages. A page that was edited since stays as it is.',
  input: z.object({ id: Id, pages: z.array(z.object({ path: Key, before: text(PAGE_MAX).describe('The file, byte for byte.'), text: text(PAGE_MAX) }).strict()).min(1).max(BATCH_PAGES) }),
  output: z.object({ linked: z.number() }), refuses: ['not_allowed', 'not_found', 'conflict', 'too_large'],
})
export const finishImport = operation({
  name: 'imports.finish', method: 'POST', path: '/imports/:id/finish', needs: 'admin:write',
  does: 'Ends an import, and keeps what could not be brought in with it.',
  input: z.object({ id: Id, problems: z.array(ProblemShape.strict()).max(PROBLEMS_SENT).default([]), problemCount: z.number().int().min(0).default(0) }), output: ImportRun, refuses: ['not_allowed', 'not_found'],
})
export const undoImport = operation({
  name: 'imports.undo', method: 'POST', path: '/imports/:id/undo', needs: 'admin:write',
  does: 'Takes back what an import brought, all at once: it is deleted, and forgotten as imported. What somebody replied to, edited or built on stays and is named; so do people and spaces.',
  input: z.object({ id: Id, dryRun: z.boolean().default(false).describe('Only says what would go and what would stay.') }),
  output: z.object({
    run: ImportRun, taken: z.number().describe('Threads and pages.'), replies: z.number().describe('Replies in threads that were here before.'),
    stays: z.array(z.object({ number: z.number(), title: z.string(), why: z.string() })).describe('At most 100 of them.'), stayCount: z.number(),
  }),
  refuses: ['not_allowed', 'not_found', 'conflict'],
})
export const previewImport = operation({
  name: 'imports.preview', method: 'POST', path: '/imports/preview', needs: 'admin:read', reads: true,
  does: 'Says what an import would meet here: people who are known, spaces that are there, and what was brought in before. Changes nothing.',
  input: z.object({
    source: Source, people: z.array(Person).max(BATCH_PEOPLE).default([]), places: z.array(Place).max(PLACES_ASKED).default([]),
    keys: z.array(Key).max(KEYS_ASKED).default([]).describe('Of messages, or paths of pages.'),
  }),
  output: z.object({ matched: z.number(), placeholders: z.number(), spaces: z.array(z.object({ key: z.string(), name: z.string(), there: z.boolean() })), known: z.number() }),
  refuses: ['not_allowed'],
})
export const listImports = operation({
  name: 'imports.list', method: 'GET', path: '/imports', needs: 'admin:read', does: 'Lists what was imported, newest first; at most 100.', input: z.object({}), output: z.object({ runs: z.array(ImportRun) }), refuses: ['not_allowed'],
})
export const readImport = operation({
  name: 'imports.read', method: 'GET', path: '/imports/:id', needs: 'admin:read', does: 'Shows one import with everything that could not be brought in.', input: z.object({ id: Id }), output: ImportRun, refuses: ['not_allowed', 'not_found'],
})
export const listPlaceholders = operation({
  name: 'imports.people', method: 'GET', path: '/imports/people', needs: 'admin:read',
  does: 'Lists people whom imports named and who are not here; whoever accepts an invitation to the same address takes their place.', input: z.object({}), output: z.object({ people: z.array(Placeholder) }), refuses: ['not_allowed'],
})
export const claimPlaceholder = operation({
  name: 'imports.claim', method: 'POST', path: '/imports/people/:id/claim', needs: 'admin:write',
  does: 'Says who somebody named by an import is here: what they wrote there is that person’s from then on.', input: z.object({ id: Id, personId: Id }), output: Ok, refuses: ['not_allowed', 'not_found', 'conflict'],
})

export type ImportRun = z.output<typeof ImportRun>
export type Placeholder = z.output<typeof Placeholder>
