import type { Generated, GeneratedJson, Instant, Json } from '../columns.ts'

export type DeliveryState = 'waiting' | 'sending' | 'sent' | 'kept' | 'failed' | 'dropped'
/** What a mail says. `html` is made from `text` when it leaves. */
export type MailBody = { text: string; links: { label: string; url: string }[]; listId?: string }

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
    workspace_id: string; id: string; event_key: string; person_id: string; channel: 'mail'; subject: string; body: Json<MailBody>
    message_id: string; reason: string; state: DeliveryState; created_at: Instant; send_at: Instant; attempts: Generated<number>
    lease_until: Instant | null; settled_at: Instant | null; last_error: string | null
  }
  idempotency: {
    workspace_id: string; person_id: string; key: string; operation: string; request_hash: Buffer; status: number | null
    answer: Json<unknown> | null; created_at: Instant
  }
  draft: { workspace_id: string; person_id: string; slot: string; body: Json<unknown>; version: Generated<number>; updated_at: Instant }
  migration: { name: string; checksum: string; applied_at: Instant }
}
