import { said } from '#domain/words/said.ts'
import { z } from 'zod'
import { operation } from './operation.ts'
import { EntryNumber, Id, InstantText, Ok, page, pageInput } from './shapes.ts'
import { ENTRY_KINDS, EntryView } from './spaces.ts'

/** Largest draft kept: a page of a million characters with its title and tags. Unit: UTF-16 units of its texts. */
const DRAFT_MAX = 1_040_000
const SLOT_MAX = 120
/** How many entries are named in one answer. */
const NAMED_MAX = 300

/** What a value takes besides its texts: a comma, a quotation mark, a digit or two. */
const UNITS_A_VALUE = 4

/** Texts by their own length, since what JSON writes for a line end or a letter is nothing that a writer knows of. */
function unitsIn(value: unknown): number {
  if (typeof value === 'string') return value.length + UNITS_A_VALUE
  if (typeof value !== 'object' || value === null) return UNITS_A_VALUE
  let units = UNITS_A_VALUE
  for (const [key, one] of Object.entries(value)) units += (Array.isArray(value) ? 0 : key.length) + unitsIn(one)
  return units
}

export const listEntries = operation({
  name: 'entries.list', method: 'GET', path: '/entries', needs: 'handoffs:read', tool: true,
  does: 'Lists what was written, newest first: in one space, by one person, or everywhere you can see.',
  input: z.object({ ...pageInput, spaceId: Id.optional(), authorId: Id.optional(), kind: z.enum(ENTRY_KINDS).optional() }), output: page(EntryView), refuses: ['not_found'],
})
export const readEntry = operation({
  name: 'entries.read', method: 'GET', path: '/entries/:number', needs: 'handoffs:read', tool: true,
  does: 'Says what #number is and where it stands.', input: z.object({ number: EntryNumber }), output: EntryView, refuses: ['not_found'],
})
export const nameEntries = operation({
  name: 'entries.names', method: 'GET', path: '/entries/names', needs: 'handoffs:read',
  does: 'Says what the entries of these numbers are called; a number that is missing in the answer stands for nothing that you can see.',
  input: z.object({ numbers: z.preprocess((value) => typeof value === 'string' ? value.split(',') : value, z.array(EntryNumber).min(1).max(NAMED_MAX)) }),
  output: z.object({ items: z.array(z.object({ number: z.number(), kind: z.enum(ENTRY_KINDS), title: z.string(), spaceName: z.string() })) }),
})
export const deleteEntry = operation({
  name: 'entries.delete', method: 'DELETE', path: '/entries/:number', needs: 'handoffs:write',
  does: 'Deletes what you wrote; it can be brought back for 30 days.', input: z.object({ number: EntryNumber }), output: Ok, refuses: ['not_found', 'not_allowed', 'conflict'],
})
export const restoreEntry = operation({
  name: 'entries.restore', method: 'POST', path: '/entries/:number/restore', needs: 'handoffs:write',
  does: 'Brings back what you deleted within 30 days.', input: z.object({ number: EntryNumber }), output: EntryView, refuses: ['not_found', 'conflict'],
})

const Slot = z.string().min(1).max(SLOT_MAX).regex(/^[\w.:-]+$/)
const Draft = z.object({ slot: z.string(), body: z.unknown(), version: z.number(), updatedAt: InstantText })
export const readDraft = operation({
  name: 'drafts.read', method: 'GET', path: '/drafts/:slot', needs: 'account:read',
  does: 'Reads a draft of yours; null when there is none.', input: z.object({ slot: Slot }), output: z.object({ draft: Draft.nullable() }),
})
export const saveDraft = operation({
  name: 'drafts.save', method: 'PUT', path: '/drafts/:slot', needs: 'account:write', holds: DRAFT_MAX,
  does: 'Keeps a draft. `version` is the one you read (0 for a new one): a newer one elsewhere is never overwritten in silence.',
  input: z.object({ slot: Slot, version: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER - 1), body: z.json().refine((body) => unitsIn(body) <= DRAFT_MAX, said`is too long for a draft`.key) }), output: Draft, refuses: ['conflict'],
})
export const dropDraft = operation({
  name: 'drafts.drop', method: 'DELETE', path: '/drafts/:slot', needs: 'account:write', does: 'Throws a draft away.', input: z.object({ slot: Slot }), output: Ok,
})
