import { z } from 'zod'
import { operation } from './operation.ts'
import { EntryNumber, Id, InstantText, text } from './shapes.ts'
import { ENTRY_KINDS } from './spaces.ts'

const TITLE_MAX = 200
const Kind = z.enum(ENTRY_KINDS)

/** A text that points somewhere, with the words around the place where it does. */
const From = z.object({
  number: z.number(), kind: Kind, title: z.string(), spaceId: Id, spaceName: z.string(), replyId: Id.nullable().describe('Null where the entry itself says so.'), authorName: z.string(), at: InstantText,
  how: z.enum(['mentions', 'split', 'elevated', 'asks']).describe('Named in words; or this was split off, made or asked from it.'), sentence: z.string().describe('The sentence around the link; empty where it is not said in words.'),
})
const Backlinks = z.object({ items: z.array(From).describe('Newest first.'), total: z.number(), more: z.boolean().describe('There are more than were looked at.'), sentence: z.string().describe('“Three texts link here.”') })
/** `deleted`: it was there, and the reader could see it. `unknown`: nothing that the reader can see. */
const TARGET_STATES = ['there', 'deleted', 'unknown'] as const
const Target = z.object({
  written: z.string().describe('As the text has it: `#128`, `[[Deploying]]`.'), state: z.enum(TARGET_STATES), number: z.number().nullable(), personId: Id.nullable(), kind: Kind.nullable(), title: z.string(), spaceName: z.string().nullable(),
  note: z.string().nullable().describe('What became of it: that it was deleted, has moved, or is called something else now.'),
})
const Preview = z.object({
  number: z.number(), kind: Kind, state: z.enum(['there', 'deleted']), title: z.string(), spaceName: z.string().nullable(), line: z.string().describe('“Decision, decided. Ana Duarte, 12 March.”'), tldr: z.string(), note: z.string().nullable(),
})
const Unlinked = z.object({ number: z.number(), kind: Kind, title: z.string(), spaceName: z.string(), replyId: Id.nullable(), written: z.string(), sentence: z.string() })
export type Backlinks = z.output<typeof Backlinks>
export type LinkTarget = z.output<typeof Target>
export type LinkPreview = z.output<typeof Preview>
export type UnlinkedMention = z.output<typeof Unlinked>

const one = { input: z.object({ number: EntryNumber }), refuses: ['not_found'] as const }

export const linksTo = operation({ name: 'links.to', method: 'GET', path: '/links/to/:number', needs: 'search:read', tool: true, does: 'Says what links to an entry, each with the sentence around, as far as you may see it.', ...one, output: Backlinks })
export const linksToPerson = operation({ name: 'links.to-person', method: 'GET', path: '/links/to-person/:id', needs: 'search:read', does: 'Says where somebody is called by name, as far as you may see it.', input: z.object({ id: Id }), output: Backlinks, refuses: ['not_found'] })
export const linksFrom = operation({ name: 'links.from', method: 'GET', path: '/links/from/:number', needs: 'search:read', tool: true, does: 'Says what an entry and the talk in it link to, and what became of that.', ...one, output: z.object({ items: z.array(Target) }) })
export const previewLink = operation({
  name: 'links.preview', method: 'GET', path: '/links/preview', needs: 'search:read', tool: true, does: 'Shows in short what stands behind #number, or behind a title in double brackets.',
  input: z.object({ number: EntryNumber.optional(), title: text(TITLE_MAX, 1).optional(), from: EntryNumber.optional().describe('The entry that the title stands in; its space comes first.') }), output: Preview, refuses: ['not_found', 'bad_input'],
})
export const suggestLinks = operation({
  name: 'links.suggest', method: 'GET', path: '/links/suggest/:number', needs: 'search:read', does: 'Finds names without a link: texts that say the title of this entry, and titles of others in its text.',
  ...one, output: z.object({ elsewhere: z.array(Unlinked).describe('Texts that name this entry.'), here: z.array(Unlinked).describe('Entries that this one names; `number` and `title` are theirs.') }),
})
export const findTitles = operation({
  name: 'links.titles', method: 'GET', path: '/links/titles', needs: 'search:read', does: 'Finds pages, decisions and learnings by how their title, or a word of it, begins, for double brackets. At most eight; those of `from`’s space first.',
  input: z.object({ begins: text(TITLE_MAX).default(''), from: Id.optional().describe('The space that the text stands in.') }), output: z.object({ items: z.array(z.object({ number: z.number(), kind: Kind, title: z.string(), spaceName: z.string() })) }), refuses: [],
})
