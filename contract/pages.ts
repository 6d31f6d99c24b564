import { PAGE_KINDS } from '#domain/pages/kinds.ts'
import { z } from 'zod'
import { operation } from './operation.ts'
import { DateText, EntryNumber, Id, InstantText, page, pageInput, text, words } from './shapes.ts'

const TITLE_MAX = 200
/** Unit: characters of Markdown; what a request may carry follows from it (`body-limit.ts`). */
const TEXT_MAX = 1_000_000
const LINE_MAX = 500
const TAG_MAX = 40
const TAGS_MAX = 20

const Kind = z.enum(PAGE_KINDS)
/** `verified`: looked at within its time. `stale`: its time has run out. `unverified`: nobody has said that it is true. */
export const PAGE_TRUTHS = ['verified', 'stale', 'unverified'] as const
const Tags = z.array(words(TAG_MAX)).max(TAGS_MAX)

/** A page as trees and lists show it. */
export const PageHead = z.object({
  number: z.number(), title: z.string(), kind: Kind, spaceId: Id, spaceName: z.string(), parent: z.number().nullable().describe('The number of the page above it; null at the top of its space.'),
  position: z.number().describe('Its place among the pages beside it, from 0.'), tags: z.array(z.string()), ownerId: Id.nullable(), ownerName: z.string().nullable(), authorId: Id, authorName: z.string(),
  createdAt: InstantText, editedAt: InstantText, editedByName: z.string(), truth: z.enum(PAGE_TRUTHS), expiresOn: DateText.nullable(),
})
export const PageRemark = z.object({
  id: Id, authorId: Id, authorName: z.string(), at: InstantText, body: z.string(),
  anchor: z.object({ quote: z.string(), prefix: z.string(), suffix: z.string(), start: z.number().nullable().describe('Where the passage stands in the text now, in UTF-16 units; null where it is gone.'), end: z.number().nullable() }),
  inReplyTo: Id.nullable(), resolvedAt: InstantText.nullable(), resolvedByName: z.string().nullable(), can: z.array(z.enum(['resolve'])),
})
export const PageView = PageHead.extend({
  text: z.string().describe('Markdown, byte for byte as it was saved.'), version: z.number().describe('Sent back as `base` with a save, so that nobody writes over somebody else.'),
  verified: z.object({ at: InstantText, byId: Id, byName: z.string(), against: z.string() }).nullable(), reviewDays: z.number().nullable().describe('How long a verification holds; null: for good.'),
  truthSentence: z.string().describe('“Verified by Mei on 3 March against release 4.2; look again by 1 June.”'),
  path: z.array(z.object({ number: z.number(), title: z.string() })).describe('The pages above it, from the top.'), children: z.array(z.object({ number: z.number(), title: z.string(), kind: Kind })),
  remarks: z.array(PageRemark), helped: z.number(), wrong: z.array(z.object({ id: Id, at: InstantText, byName: z.string(), quote: z.string(), note: z.string(), mine: z.boolean() })).describe('Places that readers said are wrong and that nobody has dealt with.'), mine: z.enum(['helped', 'wrong']).nullable().describe('What you said of it last.'),
  source: z.object({ path: z.string(), broughtInBy: z.string() }).nullable(), deletedAt: InstantText.nullable(),
  can: z.array(z.enum(['edit', 'verify', 'move', 'own', 'delete', 'restore', 'remark', 'run'])),
})
export type PageHead = z.output<typeof PageHead>
export type PageView = z.output<typeof PageView>
export type PageRemark = z.output<typeof PageRemark>

const Version = z.object({ version: z.number(), at: InstantText, byId: Id, byName: z.string(), title: z.string(), note: z.string(), how: z.enum(['written', 'merged', 'restored', 'imported', 'run']), restoredFrom: z.number().nullable(), added: z.number().describe('Lines.'), removed: z.number().describe('Lines.') })
/** One stretch of a merge: the same for both, or two sides of which neither may be lost. */
const Stretch = z.discriminatedUnion('kind', [z.object({ kind: z.literal('same'), text: z.string() }), z.object({ kind: z.literal('conflict'), mine: z.string(), theirs: z.string(), base: z.string() })])
/** What came of a save. With `conflict` nothing was saved: `stretches` joined, with a side chosen for each conflict, can be saved on `version`. */
const Saved = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('saved'), page: PageView }),
  z.object({ outcome: z.literal('merged'), page: PageView, withByNames: z.array(z.string()).describe('Whose changes it was joined with.') }),
  z.object({ outcome: z.literal('conflict'), version: z.number(), theirTitle: z.string(), theirByNames: z.array(z.string()), stretches: z.array(Stretch) }),
])
export type Saved = z.output<typeof Saved>

const Number = { number: EntryNumber }
const one = { input: z.object(Number), output: PageView }
const refusesOne = ['not_found', 'not_allowed', 'conflict'] as const
const refusesWrite = [...refusesOne, 'bad_input'] as const

export const listPages = operation({
  name: 'pages.list', method: 'GET', path: '/pages', needs: 'pages:read', tool: true, does: 'Lists pages, last edited first: by space, kind, tag, owner, or whether they are still true.',
  input: z.object({ ...pageInput, spaceId: Id.optional(), kind: Kind.optional(), tag: text(TAG_MAX).optional(), ownerId: Id.optional(), truth: z.enum(PAGE_TRUTHS).optional() }), output: page(PageHead), refuses: ['not_found'],
})
export const pageTree = operation({
  name: 'pages.tree', method: 'GET', path: '/pages/tree', needs: 'pages:read', does: 'Gives the pages of a space as a tree: each with its parent and its place.',
  input: z.object({ spaceId: Id }), output: z.object({ pages: z.array(PageHead.pick({ number: true, title: true, kind: true, parent: true, position: true, truth: true })) }), refuses: ['not_found'],
})
export const readPage = operation({ name: 'pages.read', method: 'GET', path: '/pages/:number', needs: 'pages:read', tool: true, does: 'Reads a page: its Markdown, whether it is still true, remarks, and where it stands.', ...one, refuses: ['not_found'] })
export const pageTemplates = operation({
  name: 'pages.templates', method: 'GET', path: '/pages/templates', needs: 'pages:read', does: 'Gives the text that a page of each kind begins with.',
  input: z.object({}), output: z.object({ templates: z.array(z.object({ kind: Kind, name: z.string(), does: z.string(), title: z.string(), text: z.string() })) }),
})
export const createPage = operation({
  name: 'pages.create', method: 'POST', path: '/pages', needs: 'pages:write', tool: true, does: 'Writes a page of Markdown in a space.',
  input: z.object({ spaceId: Id, kind: Kind.default('reference'), title: words(TITLE_MAX), text: text(TEXT_MAX).default(''), parent: EntryNumber.nullable().default(null), tags: Tags.default([]), ownerId: Id.nullable().optional().describe('You, unless you say who minds it; null for nobody.'), fromThread: EntryNumber.optional() }), output: PageView, refuses: refusesWrite,
})
export const savePage = operation({
  name: 'pages.save', method: 'PATCH', path: '/pages/:number', needs: 'pages:write', tool: true, does: 'Saves a page. What others saved since your `base` is joined with yours; where both changed the same words nothing is saved and both sides come back.',
  input: z.object({ ...Number, base: z.number().int().min(1), title: words(TITLE_MAX).optional(), text: text(TEXT_MAX).optional(), kind: Kind.optional(), tags: Tags.optional(), note: text(LINE_MAX).default('').describe('What changed and why, for its history.') }), output: Saved, refuses: refusesWrite,
})
export const movePage = operation({
  name: 'pages.move', method: 'POST', path: '/pages/:number/move', needs: 'pages:write', does: 'Moves a page, and what stands below it, under another page or into another space; links to it go on working.',
  input: z.object({ ...Number, spaceId: Id.optional(), parent: EntryNumber.nullable(), position: z.number().int().min(0).default(0) }), output: PageView, refuses: refusesWrite,
})
export const pageVersions = operation({ name: 'pages.versions', method: 'GET', path: '/pages/:number/versions', needs: 'pages:read', does: 'Lists what was saved of a page, newest first.', input: z.object({ ...Number, ...pageInput }), output: page(Version), refuses: ['not_found'] })
export const pageVersion = operation({
  name: 'pages.version', method: 'GET', path: '/pages/:number/versions/:version', needs: 'pages:read', does: 'Reads a page as it was, with what that save changed.', input: z.object({ ...Number, version: z.coerce.number().int().min(1), against: z.coerce.number().int().min(1).optional().describe('Compare with this version instead of the one before.') }),
  output: Version.extend({ text: z.string(), against: z.number().nullable(), lines: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })) }), refuses: ['not_found'],
})
export const restorePageVersion = operation({ name: 'pages.restore-version', method: 'POST', path: '/pages/:number/versions/:version/restore', needs: 'pages:write', does: 'Makes the text of an earlier version the newest; nothing in between is lost.', input: z.object({ ...Number, version: EntryNumber, note: text(LINE_MAX).default('') }), output: PageView, refuses: refusesWrite })
export const deletedPages = operation({ name: 'pages.trash', method: 'GET', path: '/pages/trash', needs: 'pages:read', does: 'Lists pages that were deleted within 30 days and that you may bring back; entries.restore does it.', input: z.object({}), output: z.object({ pages: z.array(z.object({ number: z.number(), title: z.string(), spaceName: z.string(), deletedAt: InstantText, goneOn: DateText })) }) })
