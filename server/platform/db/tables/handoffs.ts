import type { Generated, Instant, Json } from '../columns.ts'

export type LineKind = 'done' | 'blocker' | 'decision' | 'question'
export type LineSource = { kind: 'git'; repository: string; group: string; commits: string[] } | { kind: 'workspace'; numbers: number[] }
export type BatonState = 'offered' | 'returned' | 'accepted' | 'lapsed' | 'unowned' | 'withdrawn' | 'done'

export type HandoffTables = {
  wrap: {
    workspace_id: string; entry_id: string; shift_start: Instant | null; shift_end: Instant | null; state_text: string
    next_action: string; most_important: string; seconds_taken: number | null
  }
  wrap_line: {
    workspace_id: string; id: string; entry_id: string; position: number; kind: LineKind; text: string; person_id: string | null
    eta: Instant | null; why: Generated<string>; source: Json<LineSource> | null; cleared_at: Instant | null; cleared_by: string | null
  }
  baton: {
    workspace_id: string; id: string; entry_id: string; position: number; space_id: string; text: string; next_step: Generated<string>
    giver_id: string; to_kind: 'person' | 'role' | 'shift'; to_person_id: string | null; to_role_id: string | null
    receiver_id: string | null; first_receiver_id: string | null; cover_id: string | null; state: BatonState; question: string | null; answer: string | null
    offered_at: Instant; starts_at: Instant | null; lapses_at: Instant | null; accepted_at: Instant | null; unowned_at: Instant | null
    done_at: Generated<Instant | null>; outcome: Generated<string | null>
  }
  baton_step: {
    workspace_id: string; id: string; baton_id: string; at: Instant; kind: string; actor_id: string | null; receiver_id: string | null
    text: Generated<string>
  }
  brief: {
    workspace_id: string; id: string; reader_id: string; shift_start: Instant; shift_end: Instant; since: Instant; composed_at: Instant
    opened_at: Instant | null
  }
}
