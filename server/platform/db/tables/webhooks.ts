import type { Generated, Instant } from '../columns.ts'

export type DisabledBecause = 'hand' | 'gone' | 'failing' | 'owner'

export type WebhookTables = {
  webhook_endpoint: {
    workspace_id: string; id: string; owner_id: string; url: string; types: string[]; space_id: string | null; secret_version: Generated<number>
    secret_changed_at: Instant | null; state: 'active' | 'disabled'; disabled_because: DisabledBecause | null; disabled_at: Instant | null
    failing_since: Instant | null; created_at: Instant; removed_at: Instant | null
  }
  webhook_attempt: {
    workspace_id: string; id: string; endpoint_id: string; delivery_id: string; at: Instant; status: number | null; answer: Generated<string>
    error: string | null; took_ms: number
  }
  push_device: {
    workspace_id: string; id: string; person_id: string; credential_id: string; endpoint: string; endpoint_hash: Buffer; p256dh: string; auth: string
    label: string; created_at: Instant; reached_at: Instant | null; failing_since: Instant | null; last_error: string | null
  }
}
