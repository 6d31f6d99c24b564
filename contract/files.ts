import { z } from 'zod'
import { operation } from './operation.ts'
import { Id, InstantText, Ok, text, words } from './shapes.ts'

/** Largest file taken. Unit: bytes. 25 MB hold a long screen recording or a scanned contract, and pass every proxy's usual limit when raised once. */
export const FILE_MAX_BYTES = 25 * 1024 * 1024
/** Longest name that may be sent; what is kept is cleaned and cut to 200. Unit: characters. */
const GIVEN_NAME_MAX = 1000
/** Longest name in an address. Only the id decides, so any will do. Unit: characters. */
const NAME_IN_PATH_MAX = 200

/** What of a file stands beside a text that uses it. */
export const FileView = z.object({
  id: Id, name: z.string(),
  type: z.string().describe('Read from what the file holds, never from its name; application/octet-stream where that says nothing.'),
  size: z.number().describe('In bytes.'), image: z.boolean().describe('Shown in its place. Everything else is only ever saved.'),
  url: z.string().describe('Where it is read, below the address of this Longhand.'),
  markdown: z.string().describe('Put this into a text to show the file there.'),
  ownerId: Id, state: z.enum(['loose', 'used']).describe('Loose: no text uses it yet. It is its owner’s alone, and goes after a day.'), createdAt: InstantText,
  can: z.array(z.enum(['delete'])),
})
/** Which bytes are sent, for the HTTP layer: never JSON. */
export const SentFile = z.object({ id: Id, name: z.string(), type: z.string(), size: z.number(), image: z.boolean(), sha256: z.string() })

export const uploadFile = operation({
  name: 'files.upload', method: 'POST', path: '/files', needs: 'files:write', takes: 'file',
  does: 'Keeps a file, sent as it is. A text that uses it shows it to its readers; until then it is yours alone, and goes after a day.',
  input: z.object({ name: words(GIVEN_NAME_MAX).describe('As people see it; folders and control characters are taken out.') }), output: FileView, refuses: ['too_many'],
})
export const readFile = operation({
  name: 'files.read', method: 'GET', path: '/files/:id', needs: 'files:read',
  does: 'Says what a file is: name, type, size, and the Markdown that shows it.', input: z.object({ id: Id }), output: FileView, refuses: ['not_found'],
})
export const downloadFile = operation({
  name: 'files.download', method: 'GET', path: '/files/:id/:name', needs: 'files:read', gives: 'file',
  does: 'Sends the bytes of a file. PNG, JPEG, GIF, WebP and AVIF come with their type; everything else to be saved only. Also at /files/:id/:name, as texts link to it.',
  input: z.object({ id: Id, name: text(NAME_IN_PATH_MAX).describe('For people; the id decides.') }), output: SentFile, refuses: ['not_found', 'bad_range'],
})
export const deleteFile = operation({
  name: 'files.delete', method: 'DELETE', path: '/files/:id', needs: 'files:write',
  does: 'Deletes a file of yours that nobody else’s text uses; it can be brought back for 30 days.', input: z.object({ id: Id }), output: Ok, refuses: ['not_found', 'not_allowed'],
})
export const restoreFile = operation({
  name: 'files.restore', method: 'POST', path: '/files/:id/restore', needs: 'files:write',
  does: 'Brings back a file that you deleted within 30 days.', input: z.object({ id: Id }), output: FileView, refuses: ['not_found'],
})

export type FileView = z.output<typeof FileView>
export type SentFile = z.output<typeof SentFile>
