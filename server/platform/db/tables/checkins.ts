import type { CheckinKind, CheckinSchedule, Question } from '#domain/checkins/forms.ts'
import type { Prefill } from '#domain/checkins/prefill.ts'
import type { Generated, GeneratedJson, Instant, Json } from '../columns.ts'

export type CheckinTables = {
  checkin_form: {
    workspace_id: string; id: string; space_id: string; kind: CheckinKind; name: string; questions: Json<Question[]>
    schedule: Json<CheckinSchedule>; created_by: string; created_at: Instant; paused_at: Instant | null; archived_at: Instant | null
  }
  checkin_pause: { workspace_id: string; form_id: string; person_id: string; until: string | null }
  checkin_prompt: {
    workspace_id: string; id: string; form_id: string; person_id: string; on_date: string; asked_at: Instant; window_ends_at: Instant
    state: 'open' | 'answered' | 'skipped' | 'missed'; reason: Generated<string>; prefill: GeneratedJson<Prefill>; entry_id: string | null
  }
  checkin_answer: {
    workspace_id: string; entry_id: string; position: number; key: string; question: string; text: string; source_number: number | null
  }
  agreement_version: {
    workspace_id: string; version: number; text: string; settings: Json<Record<string, unknown>>; reason: string; author_id: string; created_at: Instant
  }
  agreement_acknowledgement: { workspace_id: string; version: number; person_id: string; at: Instant }
}
