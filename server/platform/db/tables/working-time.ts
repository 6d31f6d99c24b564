import type { Interval } from '#domain/time/types.ts'
import type { Generated, Instant, Json } from '../columns.ts'

export type WorkingTimeTables = {
  work_period: { workspace_id: string; person_id: string; from_date: string; zone: string; anchor: string; weeks: Json<Interval[][]>; created_at: Instant }
  holiday_calendar: { workspace_id: string; id: string; name: string; source: string; created_at: Instant }
  holiday: { workspace_id: string; calendar_id: string; on_date: string; name: string }
  person_holiday_calendar: { workspace_id: string; person_id: string; calendar_id: string }
  absence: {
    workspace_id: string; id: string; person_id: string; starts_at: Instant; ends_at: Instant; cover_id: string | null
    note: Generated<string>; created_at: Instant; cancelled_at: Instant | null
  }
  shift_swap: {
    workspace_id: string; id: string; giver_id: string; taker_id: string; on_date: string; spans: Json<{ start: string; end: string }[]>
    ends_at: Instant; state: 'offered' | 'accepted' | 'declined' | 'withdrawn'; note: Generated<string>; created_at: Instant; answered_at: Instant | null
  }
}
