import { sql } from 'kysely'
import type { Act } from '#server/platform/act.ts'
import type { MailInState } from '#server/platform/db/tables/mail-in.ts'
import type { Keyset } from '#server/platform/http/cursor.ts'

/** A mail that waits to act, kept from other processes until the transaction ends; undefined once it is settled. */
export function lockWaiting({ tx, actor }: Pick<Act, 'tx' | 'actor'>, id: string) {
  return tx.selectFrom('mail_in as m')
    .innerJoin('reply_address as a', (join) => join.onRef('a.workspace_id', '=', 'm.workspace_id').onRef('a.id', '=', 'm.reply_address_id'))
    .select(['m.id', 'm.raw', 'm.title', 'm.message_id', 'a.person_id', 'a.subject_kind', 'a.subject_id', 'a.revoked_at'])
    .where('m.workspace_id', '=', actor.workspaceId).where('m.id', '=', id).where('m.state', '=', 'waiting').forUpdate('m').executeTakeFirst()
}
export type WaitingMail = NonNullable<Awaited<ReturnType<typeof lockWaiting>>>

export async function settle({ tx, actor, now }: Pick<Act, 'tx' | 'actor' | 'now'>, id: string, state: 'done' | 'refused', outcome: string): Promise<void> {
  await tx.updateTable('mail_in').set({ state, outcome, settled_at: now }).where('workspace_id', '=', actor.workspaceId).where('id', '=', id).execute()
}

/** One page and one row more, newest first. Index: mail_in_newest. */
export function mailsAfter({ tx, actor }: Pick<Act, 'tx' | 'actor'>, { after, state, limit }: { after: Keyset | null; state?: MailInState | undefined; limit: number }) {
  let rows = tx.selectFrom('mail_in as m')
    .innerJoin('reply_address as a', (join) => join.onRef('a.workspace_id', '=', 'm.workspace_id').onRef('a.id', '=', 'm.reply_address_id'))
    .innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 'a.workspace_id').onRef('p.id', '=', 'a.person_id'))
    .select(['m.id', 'm.from_address', 'm.title', 'm.size_bytes', 'm.received_at', 'm.state', 'm.outcome', 'a.person_id', 'a.subject_kind', 'p.name'])
    .where('m.workspace_id', '=', actor.workspaceId)
  if (state !== undefined) rows = rows.where('m.state', '=', state)
  if (after !== null) rows = rows.where(sql<boolean>`(m.received_at, m.id) < (${after.at}::timestamptz, ${after.id}::uuid)`)
  return rows.orderBy('m.received_at', 'desc').orderBy('m.id', 'desc').limit(limit + 1).execute()
}

/** Forgets what a mail said; its row stays for as long as its reply address may live, so that a copy still acts once. */
export async function forgetRaw({ tx, actor }: Pick<Act, 'tx' | 'actor'>, id: string): Promise<void> {
  await tx.updateTable('mail_in').set({ raw: null }).where('workspace_id', '=', actor.workspaceId).where('id', '=', id).execute()
}

export async function deleteBefore({ tx, actor }: Pick<Act, 'tx' | 'actor'>, id: string, before: Temporal.Instant): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('mail_in').where('workspace_id', '=', actor.workspaceId).where('id', '=', id).where('received_at', '<=', before).executeTakeFirst()
  return numDeletedRows > 0n
}
