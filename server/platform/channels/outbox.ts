import { createHash } from 'node:crypto'
import type { MailKind } from '#contract/mail-in.ts'
import { json } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import type { Bodies, MailBody } from '../db/tables/platform.ts'
import { newId } from '../ids.ts'
import { replyAddressFor } from './inbound/addresses.ts'
import type { ReplySubject } from './inbound/addresses.ts'

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
  /** What kind of mail it is, so that people can want no more of them. Left out for what must arrive, such as sign-in links. */
  kind?: MailKind
  /** What a reply acts on, with the person's own rights; `how` says in one sentence what a reply does. Needs a handler in `Feature.replies`. */
  replyTo?: ReplySubject & { how?: string }
  /** Names a conversation, such as `entry:<id>`: its mails stand together in mail programs. */
  conversation?: string
  /** The Message-ID of a mail that came in, which this one answers. */
  answers?: string | null
}

type New = { workspaceId: string; now: Temporal.Instant; publicUrl: string; repliesWork: boolean; message: NewMessage }

/** Writes the message unless it was written before. The Message-ID follows from cause and person, so a repeat is recognised. */
export async function newMessage(tx: Db, { workspaceId, now, publicUrl, repliesWork, message }: New): Promise<boolean> {
  const { personId, replyTo, conversation, answers } = message
  const written = await tx.insertInto('delivery').values({
    workspace_id: workspaceId, id: newId(now), event_key: message.eventKey, person_id: message.personId, channel: 'mail',
    subject: message.subject, body: json({ ...message.body, ...(replyTo?.how !== undefined && { how: replyTo.how }) }), reason: message.reason, state: 'waiting', created_at: now,
    message_id: messageId(workspaceId, message, publicUrl), send_at: message.at ?? now, lease_until: null, settled_at: null, last_error: null,
    kind: message.kind ?? null, in_reply_to: answers ?? (conversation === undefined ? null : conversationId(workspaceId, conversation, publicUrl)),
    reply_address_id: replyTo && repliesWork ? await replyAddressFor(tx, { workspaceId, personId, subject: replyTo, now }) : null,
  }).onConflict((row) => row.columns(['workspace_id', 'event_key', 'person_id', 'channel']).doNothing()).executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

function messageId(workspaceId: string, { eventKey, personId }: NewMessage, publicUrl: string): string {
  return idFrom([workspaceId, eventKey, personId], publicUrl)
}

/** No mail has this id; those of one conversation all say that they answer it, and so stand together. */
const conversationId = (workspaceId: string, name: string, publicUrl: string): string => idFrom([workspaceId, 'conversation', name], publicUrl)

const digestOf = (parts: readonly string[]): string => createHash('sha256').update(parts.join('\n')).digest('base64url')
const idFrom = (parts: readonly string[], publicUrl: string): string => `<${digestOf(parts)}@${new URL(publicUrl).hostname}>`

/** Whether a Message-ID is one of ours: such a mail has come back in a circle. */
export const isOwnMessageId = (id: string, publicUrl: string): boolean => /^<[\w-]{43}@/.test(id) && id.endsWith(`@${new URL(publicUrl).hostname}>`)

/** A message that goes to an endpoint or a device instead of an address of its person. */
export type NewDelivery<C extends 'push' | 'webhook'> = Pick<NewMessage, 'eventKey' | 'personId' | 'subject' | 'reason' | 'at'> & { channel: C; targetId: string; body: Bodies[C] }

/** Writes it once for each (event, target). Its id, which a repeat carries again, begins with `msg_`. */
export async function newDelivery<C extends 'push' | 'webhook'>(tx: Db, { workspaceId, now, delivery }: { workspaceId: string; now: Temporal.Instant; delivery: NewDelivery<C> }): Promise<boolean> {
  const { targetId, personId, channel, subject, reason } = delivery
  const eventKey = `${delivery.eventKey} to ${targetId}`
  const written = await tx.insertInto('delivery').values({
    workspace_id: workspaceId, id: newId(now), event_key: eventKey, person_id: personId, channel, target_id: targetId, subject, body: json(delivery.body), reason, state: 'waiting', created_at: now,
    message_id: `msg_${digestOf([workspaceId, eventKey, personId])}`, send_at: delivery.at ?? now, lease_until: null, settled_at: null, last_error: null,
  }).onConflict((row) => row.columns(['workspace_id', 'event_key', 'person_id', 'channel']).doNothing()).executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}
