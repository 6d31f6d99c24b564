import type { Generated, Instant } from '../columns.ts'

export type MailInState = 'waiting' | 'done' | 'refused' | 'ignored'

export type MailInTables = {
  reply_address: {
    workspace_id: string; id: Generated<number>; person_id: string; subject_kind: string; subject_id: string
    created_at: Instant; expires_at: Instant; revoked_at: Instant | null
  }
  mail_in: {
    workspace_id: string; id: string; reply_address_id: number; message_key: string; message_id: string | null; from_address: string; title: string
    size_bytes: number; received_at: Instant; state: MailInState; outcome: Generated<string>; settled_at: Instant | null; raw: Buffer | null
  }
  mail_unsubscribe: { workspace_id: string; person_id: string; kind: string; at: Instant }
}
