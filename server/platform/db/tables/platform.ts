import type { CHANNELS } from '#contract/outbox.ts'
import type { Generated, GeneratedJson, Instant, Json } from '../columns.ts'

export type DeliveryState = 'waiting' | 'sending' | 'sent' | 'kept' | 'failed' | 'dropped'
/** The ways out. A message is once for each (event, person, channel). */
export type Channel = (typeof CHANNELS)[number]

/** What a mail says. `html` is made from `text` when it leaves. */
export type MailBody = {
  text: string
  links: { label: string; url: string }[]
  /** What a reply does, in one sentence; said where replies work. */
  how?: string
  /** Its links sign in, so they are not kept once the mail has left. */
  oneTime?: true
  /** Numbers of the entries that its words come from: whoever may not see one when the mail leaves, or looks at the outbox, is not told them. */
  about?: number[]
  /** It gives its reader back what they wrote, which is nobody else's to read. */
  own?: true
}

/** What a device shows. `url` is opened by a click; what belongs to the same `tag` takes the place of what was there. */
export type PushBody = { title: string; body: string; url: string; tag: string }
/** What a webhook is told: ids and addresses, never text that a later reader might not see. */
export type WebhookBody = { type: string; timestamp: string; data: Record<string, unknown>; spaceId: string | null }
export type Bodies = { mail: MailBody; push: PushBody; webhook: WebhookBody }

export type PlatformTables = {
  timer: {
    workspace_id: string; id: string; kind: string; key: string; due_at: Instant; next_try_at: Instant
    payload: GeneratedJson<Record<string, string>>; attempts: Generated<number>; last_error: string | null
  }
  event: {
    workspace_id: string; seq: Generated<number>; xid: Generated<string>; at: Instant; kind: string; space_id: string | null
    author_id: string | null; person_id: string | null; payload: GeneratedJson<Record<string, unknown>>
  }
  delivery: {
    workspace_id: string; id: string; event_key: string; person_id: string; channel: Channel; target_id: string | null; subject: string; body: Json<Bodies[Channel]>
    message_id: string; reason: string; state: DeliveryState; created_at: Instant; send_at: Instant; attempts: Generated<number>
    lease_until: Instant | null; settled_at: Instant | null; last_error: string | null; kind: string | null; reply_address_id: number | null; in_reply_to: string | null
  }
  idempotency: {
    workspace_id: string; person_id: string; key: string; operation: string; request_hash: Buffer; status: number | null
    answer: Json<unknown> | null; created_at: Instant
  }
  draft: { workspace_id: string; person_id: string; slot: string; body: Json<unknown>; version: Generated<number>; updated_at: Instant }
  migration: { name: string; checksum: string; applied_at: Instant }
}
