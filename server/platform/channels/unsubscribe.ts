import { MAIL_KINDS } from '#contract/mail-in.ts'
import type { MailKind } from '#contract/mail-in.ts'
import type { Instant } from '../clock.ts'
import type { Db } from '../db/schema.ts'
import { longId, shortId } from '../ids.ts'
import { isSigned, signature } from '../signing.ts'

/** One kind of mail to one person. */
export type Wish = { workspaceId: string; personId: string; kind: MailKind }

/** Signs that 132 bits take as base64url; as good as random for guessing. */
const SIGNATURE_SIGNS = 22

/** What stands in the address of one-click unsubscribing (RFC 8058). It never expires, since old mails must keep working. */
export async function unsubscribeToken(db: Db, wish: Wish): Promise<string> {
  return `${shortId(wish.workspaceId)}${shortId(wish.personId)}${written(await signature(db, 'unsubscribe', signedParts(wish)))}${wish.kind}`
}

/** @returns null for what we never signed */
export async function readUnsubscribeToken(db: Db, token: string): Promise<Wish | null> {
  const match = /^([\w-]{22})([\w-]{22})([\w-]{22})([a-z]{1,20})$/.exec(token)
  const workspaceId = longId(match?.[1] ?? '')
  const personId = longId(match?.[2] ?? '')
  const kind = MAIL_KINDS.find((one) => one === match?.[4])
  if (!match || !workspaceId || !personId || !kind) return null
  const wish = { workspaceId, personId, kind }
  return await isSigned(db, 'unsubscribe', signedParts(wish), { given: match[3] ?? '', written }) ? wish : null
}

const signedParts = ({ workspaceId, personId, kind }: Wish): string[] => [workspaceId, personId, kind]
const written = (signature: Buffer): string => signature.toString('base64url').slice(0, SIGNATURE_SIGNS)

/**
 * Switches a kind of mail on or off for somebody. The brief has its own switch among their settings, and this is that one.
 * @returns false when there is nobody to switch it for
 */
export async function setWish(tx: Db, { workspaceId, personId, kind }: Wish, on: boolean, now: Instant): Promise<boolean> {
  const person = await tx.selectFrom('person').select('id').where('workspace_id', '=', workspaceId).where('id', '=', personId).executeTakeFirst()
  if (!person) return false
  if (kind === 'brief') await tx.updateTable('person').set({ brief_by_mail: on }).where('workspace_id', '=', workspaceId).where('id', '=', personId).execute()
  else if (on) await tx.deleteFrom('mail_unsubscribe').where('workspace_id', '=', workspaceId).where('person_id', '=', personId).where('kind', '=', kind).execute()
  else await tx.insertInto('mail_unsubscribe').values({ workspace_id: workspaceId, person_id: personId, kind, at: now }).onConflict((row) => row.columns(['workspace_id', 'person_id', 'kind']).doNothing()).execute()
  return true
}

/** The kinds that somebody wants no more of. */
export async function unwantedKinds(db: Db, workspaceId: string, personId: string): Promise<ReadonlySet<string>> {
  const [rows, person] = await Promise.all([
    db.selectFrom('mail_unsubscribe').select('kind').where('workspace_id', '=', workspaceId).where('person_id', '=', personId).execute(),
    db.selectFrom('person').select('brief_by_mail').where('workspace_id', '=', workspaceId).where('id', '=', personId).executeTakeFirst(),
  ])
  return new Set([...rows.map((row) => row.kind), ...(person?.brief_by_mail === false ? ['brief'] : [])])
}
