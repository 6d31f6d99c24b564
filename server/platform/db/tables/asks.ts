import type { AskState } from '#domain/asks/ask-table.ts'
import type { AskKind, AskRating, AskScope } from '#domain/asks/kinds.ts'
import type { Generated, GeneratedJson, Instant, Json } from '../columns.ts'

/** Clocks and terms as they are kept: instants are ISO strings. */
export type TermJson = { kind: 'working_minutes' | 'minutes'; minutes: number } | { kind: 'working_days'; days: number } | { kind: 'chosen'; at: string }
export type ClockJson = { term: TermJson; usedMinutes: number; runningSince: string | null; stopped: 'question' | 'settled' | null; dueAt: string }
export type TakeoverJson = { coverId: string; at: string }
export type UrgentJson = { leftAt: string; told: string[]; toldAt: string | null; steps: number; steppedAt: string | null; acknowledged: boolean }

export type AskTables = {
  ask: {
    workspace_id: string; entry_id: string; thread_id: string; asker_id: string; kind: AskKind; answerer_id: string; first_answerer_id: string
    urgency: string; urgent: boolean; urgent_reason: Generated<string>; scope: AskScope; criteria: Generated<string>; blocked_path: Generated<string>
    silent_default: string | null; chosen_due: Instant | null; need_by: Instant | null; state: AskState; asked_at: Instant; reads_at: Instant | null
    term: Json<TermJson>; clock: Json<ClockJson>; due_at: Instant; takeover: Json<TakeoverJson> | null; seen_at: Instant | null; acknowledged_at: Instant | null
    question: string | null; clarification: string | null; overdue_at: Instant | null; escalated_to: GeneratedJson<(string | null)[]>; escalated_at: Instant | null
    urgent_state: Json<UrgentJson> | null; rating: AskRating | null; rated_at: Instant | null; settled_at: Instant | null; answered_by: string | null; answer_reply_id: string | null
  }
  ask_other: { workspace_id: string; ask_id: string; person_id: string; position: number }
  ask_step: {
    workspace_id: string; id: string; ask_id: string; at: Instant; kind: string; actor_id: string | null; person_id: string | null; text: Generated<string>; due_at: Instant | null
  }
  ask_snooze: { workspace_id: string; ask_id: string; person_id: string; until: Instant }
}
