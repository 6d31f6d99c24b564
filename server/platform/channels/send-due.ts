import { sql } from 'kysely'
import type { Instant } from '../clock.ts'
import type { Db } from '../db/schema.ts'
import type { MailBody } from '../db/tables/platform.ts'
import { failpoint } from '../failpoint.ts'
import type { Platform } from '../act.ts'
import type { MailSender } from './mail.ts'

/** How long one process has a message to itself before another may try. Unit: seconds. */
const LEASE_S = 120
/** After so many failed tries a message is given up and shown as failed. */
const TRIES_MAX = 12
/** First wait after a failure, doubled each time up to the longest. Unit: seconds. */
const FIRST_WAIT_S = 30
const LONGEST_WAIT_S = 14_400

type Claimed = { workspace_id: string; id: string; person_id: string; subject: string; body: MailBody; message_id: string; reason: string; attempts: number }

/**
 * Sends one waiting message. Claim and note are commits of their own around the sending: a crash in between repeats
 * the message with the same Message-ID, and never loses it.
 * @returns false when nothing waits
 */
export async function sendOne(platform: Platform, now: Instant, send: MailSender | null): Promise<boolean> {
  const claimed = await platform.db.transaction().execute((tx) => claim(tx, now))
  if (!claimed) return false
  await failpoint('outbox.after_claim')
  const reader = await platform.db.selectFrom('person as p').innerJoin('workspace as w', 'w.id', 'p.workspace_id').select(['p.name', 'p.email', 'p.state', 'w.demo'])
    .where('p.workspace_id', '=', claimed.workspace_id).where('p.id', '=', claimed.person_id).executeTakeFirstOrThrow()
  if (reader.state === 'deactivated') return settle(platform.db, claimed, now, 'dropped')
  if (!send || reader.demo) return settle(platform.db, claimed, now, 'kept')
  try {
    await send({
      to: { name: reader.name, address: reader.email }, subject: claimed.subject, body: claimed.body, messageId: claimed.message_id,
      reason: claimed.reason, publicUrl: platform.facts().publicUrl,
    })
  } catch (error) {
    platform.log.warn({ err: error, delivery: claimed.id }, 'a mail could not be sent')
    return postpone(platform.db, claimed, now, error instanceof Error ? error.message : String(error))
  }
  await failpoint('outbox.after_send')
  await settle(platform.db, claimed, now, 'sent')
  await failpoint('outbox.after_note')
  return true
}

async function claim(tx: Db, now: Instant): Promise<Claimed | undefined> {
  const row = await tx.selectFrom('delivery').select(['workspace_id', 'id', 'person_id', 'subject', 'body', 'message_id', 'reason', 'attempts'])
    .where('send_at', '<=', now)
    .where((is) => is.or([is('state', '=', 'waiting'), is.and([is('state', '=', 'sending'), is('lease_until', '<=', now)])]))
    .orderBy('send_at').orderBy('id').limit(1).forUpdate().skipLocked().executeTakeFirst()
  if (!row) return undefined
  await tx.updateTable('delivery').set({ state: 'sending', lease_until: now.add({ seconds: LEASE_S }), attempts: row.attempts + 1 })
    .where('workspace_id', '=', row.workspace_id).where('id', '=', row.id).execute()
  return { ...row, attempts: row.attempts + 1 }
}

async function settle(db: Db, message: Claimed, now: Instant, state: 'sent' | 'kept' | 'dropped'): Promise<true> {
  await db.updateTable('delivery').set({ state, settled_at: now, lease_until: null, last_error: null })
    .where(mine(message)).execute()
  return true
}

async function postpone(db: Db, message: Claimed, now: Instant, error: string): Promise<true> {
  const given = message.attempts >= TRIES_MAX
  const wait = Math.min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** (message.attempts - 1))
  await db.updateTable('delivery')
    .set({ state: given ? 'failed' : 'waiting', send_at: now.add({ seconds: wait }), lease_until: null, last_error: error.slice(0, 500), ...(given && { settled_at: now }) })
    .where(mine(message)).execute()
  return true
}

/** Only who sent last says how it went: a process that was held up beyond its lease has nothing to say any more. */
const mine = (message: Claimed) => sql<boolean>`workspace_id = ${message.workspace_id} and id = ${message.id} and state = 'sending' and attempts = ${message.attempts}`

/** When the next message leaves, or the lease on one ends; null when none does until then. Index: delivery_due. */
export async function nextSendingMoment(db: Db, until: Instant): Promise<Instant | null> {
  const moment = sql<Instant>`case state when 'sending' then lease_until else send_at end`
  const row = await db.selectFrom('delivery').select(moment.as('at')).where('state', 'in', ['waiting', 'sending']).where('send_at', '<=', until)
    .where(moment, '<=', until).orderBy('at').limit(1).executeTakeFirst()
  return row?.at ?? null
}

/** Whether some process is sending a message at this moment. */
export async function isSending(db: Db, now: Instant): Promise<boolean> {
  const row = await db.selectFrom('delivery').select('id').where('state', '=', 'sending').where('lease_until', '>', now).limit(1).executeTakeFirst()
  return row !== undefined
}
