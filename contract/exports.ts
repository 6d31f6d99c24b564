import { z } from 'zod'
import { operation } from './operation.ts'
import { Id, text, words } from './shapes.ts'

/** Longest path of an exported file, and the largest file and batch that an import takes. Unit: characters. */
const PATH_MAX = 400
const FILE_TEXT_MAX = 2_500_000
/** How many entries an answer holds at most, and how many files come in at once. */
const PAGE_MAX = 100
const BATCH_MAX = 100
/** Attached files that are named in one batch. */
const ATTACHED_MAX = 5000
const CURSOR_MAX = 40

const File = z.object({ path: z.string(), text: z.string() })

export const exportFiles = operation({
  name: 'exports.files', method: 'GET', path: '/exports/files', needs: 'handoffs:read',
  does: 'Gives everything that you may see as files of Markdown, page by page: the same words give the same files, so that a second export shows only what changed.',
  input: z.object({ cursor: z.string().max(CURSOR_MAX).optional().describe('From `next` of the page before.'), limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(50).describe('How many entries.') }),
  output: z.object({
    files: z.array(File),
    attachments: z.array(z.object({ path: z.string(), id: Id, size: z.number(), sha256: z.string() })).describe('Attached files that stand beside them; `files.download` sends their bytes.'),
    next: z.string().nullable(),
  }),
  refuses: ['bad_input'],
})

const Sent = z.object({ path: words(PATH_MAX), text: text(FILE_TEXT_MAX) }).strict()

export const takeWorkspace = operation({
  name: 'exports.take-workspace', method: 'POST', path: '/exports/workspace', needs: 'admin:write',
  does: 'Begins to take an export of Longhand into an empty workspace in which you are alone: its people, as placeholders, its spaces and its agreement. May be sent again.',
  input: z.object({ files: z.array(Sent).min(1).max(BATCH_MAX).describe('longhand.yaml, people.md, agreement.md, and space.md of each space.') }),
  output: z.object({ people: z.number(), spaces: z.number() }), refuses: ['not_allowed', 'conflict', 'bad_input'],
})
export const takeEntries = operation({
  name: 'exports.take-entries', method: 'POST', path: '/exports/entries', needs: 'admin:write',
  does: 'Takes entries of an export with their numbers, in two passes: first all of them by `pass: "names"`, then all again by `pass: "texts"`, since they point at each other. With `pass: "files"` in between, files are put to entries a few at a time. What is here already stays; nobody is told.',
  input: z.object({
    pass: z.enum(['names', 'files', 'texts']), files: z.array(Sent).min(1).max(BATCH_MAX),
    attachments: z.array(z.object({ path: words(PATH_MAX), id: Id }).strict()).max(ATTACHED_MAX).default([]).describe('Which file, uploaded before, stands at which path of the export.'),
  }),
  output: z.object({ taken: z.number(), known: z.number(), waiting: z.array(z.number()).describe('Of the passes before the texts: numbers whose text is still to come.') }), refuses: ['not_allowed', 'conflict', 'bad_input'],
})
