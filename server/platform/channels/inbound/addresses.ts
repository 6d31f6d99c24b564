import type { Instant } from '../../clock.ts'
import type { Db } from '../../db/schema.ts'
import { isSigned, signature } from '../../signing.ts'
import { readAddress, shortSignature, writeAddress } from './address-words.ts'

/** How long a reply address works. Unit: days. */
export const LASTS_DAYS = 90
/** An address that has still so long to live is used for further mails on the same thing. Unit: days. */
const USED_AGAIN_DAYS = 60

export type ReplySubject = { kind: string; id: string }
type For = { workspaceId: string; personId: string; subject: ReplySubject; now: Instant }

/** The row behind a person's reply address for one thing: the one that there is, or a new one. Written with the mail that carries it. */
export async function replyAddressFor(tx: Db, { workspaceId, personId, subject, now }: For): Promise<number> {
  const known = await tx.selectFrom('reply_address').select('id').where('workspace_id', '=', workspaceId).where('person_id', '=', personId)
    .where('subject_kind', '=', subject.kind).where('subject_id', '=', subject.id).where('revoked_at', 'is', null)
    .where('expires_at', '>', now.add({ hours: USED_AGAIN_DAYS * 24 })).orderBy('id', 'desc').limit(1).executeTakeFirst()
  if (known) return known.id
  const { id } = await tx.insertInto('reply_address').values({
    workspace_id: workspaceId, person_id: personId, subject_kind: subject.kind, subject_id: subject.id, created_at: now,
    expires_at: now.add({ hours: LASTS_DAYS * 24 }), revoked_at: null,
  }).returning('id').executeTakeFirstOrThrow()
  return id
}

export type ReplyAddress = {
  workspaceId: string; id: number; personId: string; subject: ReplySubject
  /** False once it has expired, was revoked, or its person was deactivated. */
  live: boolean
  /** Whose it is, and from where they may write. */
  name: string; email: string; alsoFrom: readonly string[]; locale: string
}

async function rowOf(db: Db, workspaceId: string, id: number) {
  return db.selectFrom('reply_address as a').innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 'a.workspace_id').onRef('p.id', '=', 'a.person_id'))
    .select(['a.id', 'a.person_id', 'a.subject_kind', 'a.subject_id', 'a.created_at', 'a.expires_at', 'a.revoked_at', 'p.state', 'p.name', 'p.email', 'p.git_emails', 'p.locale'])
    .where('a.workspace_id', '=', workspaceId).where('a.id', '=', id).executeTakeFirst()
}

type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>

/** Signed over everything that it stands for, so that a number given out again after a restore opens nothing. */
const signedParts = (workspaceId: string, row: Row): string[] => [workspaceId, String(row.id), row.person_id, row.subject_kind, row.subject_id, row.created_at.toString()]

/** The address as a mail carries it; null once it does not work any more. */
export async function writtenAddress(db: Db, at: { workspaceId: string; id: number; domain: string; now: Instant }): Promise<string | null> {
  const row = await rowOf(db, at.workspaceId, at.id)
  return row && isLive(row, at.now) ? writeAddress({ ...at, signature: shortSignature(await signature(db, 'reply', signedParts(at.workspaceId, row))) }, at.domain) : null
}

/** @returns null for an address that is not one of ours, or not signed by us */
export async function findReplyAddress(db: Db, address: string, domain: string, now: Instant): Promise<ReplyAddress | null> {
  const given = readAddress(address, domain)
  const row = given && await rowOf(db, given.workspaceId, given.id)
  if (!row || !await isSigned(db, 'reply', signedParts(given.workspaceId, row), { given: given.signature, written: shortSignature })) return null
  return {
    workspaceId: given.workspaceId, id: row.id, personId: row.person_id, subject: { kind: row.subject_kind, id: row.subject_id }, live: isLive(row, now),
    name: row.name, email: row.email, alsoFrom: row.git_emails, locale: row.locale,
  }
}

const isLive = (row: Row, now: Instant): boolean =>
  row.revoked_at === null && row.state === 'active' && Temporal.Instant.compare(row.expires_at, now) > 0

/** Ends every reply address of a person at once. */
export async function revokeAddressesOf(tx: Db, workspaceId: string, personId: string, now: Instant): Promise<void> {
  await tx.updateTable('reply_address').set({ revoked_at: now }).where('workspace_id', '=', workspaceId).where('person_id', '=', personId)
    .where('revoked_at', 'is', null).execute()
}
