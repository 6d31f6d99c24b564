import { createHash } from 'node:crypto'
import { json } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import type { MailBody } from '../db/tables/platform.ts'
import { newId } from '../ids.ts'

/** A mail to one person, written in the transaction that caused it. */
export type NewMessage = {
  /** Names the cause: the same cause never mails the same person twice. */
  eventKey: string
  personId: string
  subject: string
  body: MailBody
  /** Why they get it, in one sentence; stands in the mail and on the outbox page. */
  reason: string
  /** When it may leave; now unless given. */
  at?: Temporal.Instant
}

type New = { workspaceId: string; now: Temporal.Instant; publicUrl: string; message: NewMessage }

/** Writes the message unless it was written before. The Message-ID follows from cause and person, so a repeat is recognised. */
export async function newMessage(tx: Db, { workspaceId, now, publicUrl, message }: New): Promise<boolean> {
  const written = await tx.insertInto('delivery').values({
    workspace_id: workspaceId, id: newId(now), event_key: message.eventKey, person_id: message.personId, channel: 'mail',
    subject: message.subject, body: json(message.body), reason: message.reason, state: 'waiting', created_at: now,
    message_id: messageId(workspaceId, message, publicUrl), send_at: message.at ?? now, lease_until: null, settled_at: null, last_error: null,
  }).onConflict((row) => row.columns(['workspace_id', 'event_key', 'person_id', 'channel']).doNothing()).executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

function messageId(workspaceId: string, { eventKey, personId }: NewMessage, publicUrl: string): string {
  const digest = createHash('sha256').update(`${workspaceId}\n${eventKey}\n${personId}`).digest('base64url')
  return `<${digest}@${new URL(publicUrl).hostname}>`
}
