import type { PlanJson } from '#domain/attention/types.ts'
import type { Generated, GeneratedJson, Instant, Json } from '../columns.ts'

export type ItemState = 'waiting' | 'delivered' | 'digest' | 'read' | 'withdrawn'
export type ItemStanding = 'asked' | 'mentioned' | 'following' | 'space' | 'broadcast' | 'muted'
export type Reach = 'all' | 'obligations' | 'urgent' | 'off'

export type AttentionTables = {
  focus_block: {
    workspace_id: string; id: string; person_id: string; kind: 'recurring' | 'once'; what: Generated<string>; days: GeneratedJson<number[]>
    start_time: string | null; end_time: string | null; from_date: string | null; until_date: string | null
    starts_at: Instant | null; ends_at: Instant | null; created_at: Instant; removed_at: Instant | null
  }
  focus_left: { workspace_id: string; block_id: string; person_id: string; started_at: Instant; left_at: Instant }
  focus_done: { workspace_id: string; person_id: string; block_id: string; started_at: Instant; got_done: string; noted_at: Instant }
  attention_settings: {
    workspace_id: string; person_id: string; windows: Json<string[]>; digest: 'daily' | 'weekly' | 'off'; digest_at: string | null
    mail: Reach; push: Reach; updated_at: Instant
  }
  attention_item: {
    workspace_id: string; id: string; person_id: string; event_key: string; kind: string; source: string; subject_id: string
    conversation_id: string; space_id: string; author_id: string | null; standing: ItemStanding; urgent: Generated<boolean>; obliges: Generated<boolean>
    created_at: Instant; not_before: Instant; plan: Json<PlanJson>; deliver_at: Instant | null; state: ItemState
    settled_at: Instant | null; settled_reason: Generated<string>; batch_id: string | null; snoozed_until: Instant | null; done_at: Instant | null
  }
  attention_batch: {
    workspace_id: string; id: string; person_id: string; at: Instant; kind: 'now' | 'focus_end' | 'window' | 'digest'; items: number
    urgent: boolean; in_focus: boolean; off_hours: boolean
  }
  meeting_free_exception: { workspace_id: string; id: string; on_date: string; reason: string; person_id: string; at: Instant }
}
