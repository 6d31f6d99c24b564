import { z } from 'zod'
import { operation } from './operation.ts'
import { Id, InstantText } from './shapes.ts'

/** Who did what to rights, ways in and settings, as a chain of hashes (ADR 0036). */

const PAGE_MAX = 500
const PAGE_DEFAULT = 50
/** Before this one, newest first; or from this one on, oldest first, as a chain is followed. */
const Place = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const limit = z.coerce.number().int().min(1).max(PAGE_MAX).default(PAGE_DEFAULT)

const AuditContent = z.object({
  workspaceId: Id, id: Id, at: InstantText, deed: z.string().describe('Stable, such as `member.role-changed`.'),
  actorId: Id.nullable().describe('Null for Longhand itself, and where nobody is known.'), via: z.string(),
  personId: Id.nullable(), spaceId: Id.nullable(), thingId: Id.nullable(), facts: z.record(z.string(), z.string()),
})
export const AuditLine = z.object({
  seq: z.number().describe('Its place in the chain, from 1.'),
  content: AuditContent.nullable().describe('Null where it tells of a space that you do not see; the chain can be followed all the same.'),
  contentHash: z.string().describe('SHA-256 of the content as docs/guides/audit.md writes it down.'), hash: z.string().describe('SHA-256 of the hash before, the place and the hash of the content.'),
  says: z.string().describe('The same as a sentence, in your language and with the names of today; not part of the chain.'),
})
const AuditHead = z.object({ seq: z.number(), hash: z.string() })

export const listAudit = operation({
  name: 'audit.list', method: 'GET', path: '/audit', needs: 'admin:read',
  does: 'Lists who did what to rights, ways in, settings, imports and exports, for those who manage the workspace: newest first, or with `from` in the order of the chain.',
  input: z.object({ before: Place.optional().describe('Only what stands before this place.'), from: Place.optional().describe('Only what stands at this place or after it, oldest first.'), limit }),
  output: z.object({ lines: z.array(AuditLine), head: AuditHead.describe('Where the chain ends now. Keep it elsewhere, and compare.'), next: z.number().nullable().describe('For `before` or `from` of the next page.') }), refuses: ['not_allowed'],
})
export const listMyAudit = operation({
  name: 'audit.mine', method: 'GET', path: '/audit/mine', needs: 'account:read',
  does: 'Lists what the audit log says of you: what you did, and what was done to your account and rights; newest first.',
  input: z.object({ before: Place.optional(), limit }),
  output: z.object({ lines: z.array(z.object({ seq: z.number(), at: InstantText, deed: z.string(), says: z.string() })), next: z.number().nullable() }),
})
export const checkAuditLog = operation({
  name: 'audit.check', method: 'GET', path: '/audit/check', needs: 'admin:read',
  does: 'Follows the whole chain on the server, and says where it was changed. Whoever does not trust the server follows it themselves: `longhand audit --verify`.',
  input: z.object({}),
  output: z.object({ read: z.number(), head: AuditHead, faults: z.array(z.object({ seq: z.number(), what: z.enum(['missing', 'changed', 'broken', 'cut', 'other']), says: z.string() })) }), refuses: ['not_allowed'],
})

export type AuditLine = z.output<typeof AuditLine>
