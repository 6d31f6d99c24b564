import type { DecisionContent } from '#domain/decisions/content.ts'
import type { DecisionState } from '#domain/decisions/decision-table.ts'
import type { DecisionPhase, Door, PositionKind } from '#domain/decisions/decision.ts'
import type { Generated, GeneratedJson, Instant, Json } from '../columns.ts'

/** Positions as they are kept with a call: instants are ISO strings. */
export type PositionJson = { personId: string; kind: PositionKind; optionId: string | null; tradeOffId: string | null; text: string; at: string; revision: number }
/** The call that was held, and when the one ahead is; either may be missing. */
export type CallJson = Partial<HeldCallJson> & { plan?: { startsAt: string; minutes: number } }
export type HeldCallJson = { at: string; outcome: string; objections: PositionJson[] }

/** A record that an imported file names, by path or number, and which decision that is here. */
export type SourceLinkJson = { how: 'supersedes' | 'superseded_by' | 'depends_on' | 'needed_by'; target: string; to: string | null }

export type DecisionTables = {
  decision: {
    workspace_id: string; entry_id: string; state: DecisionState; door: Door; accountable_id: string | null; content: Json<DecisionContent>; version: Generated<number>; revision: Generated<number>
    window_days: number; chosen_deadline: Instant | null; hidden_until_mine: Generated<boolean>; created_at: Instant; opened_at: Instant | null; deadline: Instant | null; deadline_by: string | null
    phase: DecisionPhase; ready_by: 'input' | 'silence' | 'call' | null; call: Json<CallJson> | null; chosen_option: string | null; signed_by: string | null; signed_at: Instant | null
    provisional_until: Instant | null; decided_at: Instant | null; reason: Generated<string>; review_on: string | null; review_due: Generated<boolean>; triggers: GeneratedJson<string[]>; tags: GeneratedJson<string[]>
    adr_number: number | null; file_name: string | null; deciders: GeneratedJson<string[]>; from_thread: string | null; agreement_text: string | null; agreement_base: number | null
  }
  decision_person: { workspace_id: string; decision_id: string; person_id: string; role: 'responsible' | 'consulted' | 'informed'; position: number; waived: string | null }
  decision_seen: { workspace_id: string; decision_id: string; person_id: string; at: Instant }
  decision_position: {
    workspace_id: string; id: string; decision_id: string; person_id: string; kind: PositionKind; option_id: string | null; trade_off_id: string | null; text: Generated<string>; at: Instant
    revision: number; replaced_at: Instant | null
  }
  decision_version: { workspace_id: string; decision_id: string; version: number; revision: number; content: Json<DecisionContent>; by_id: string; at: Instant }
  decision_remark: {
    workspace_id: string; id: string; decision_id: string; author_id: string; field: string; quote: string; prefix: string; suffix: string; body: string; in_reply_to: string | null; at: Instant
    resolved_at: Instant | null; resolved_by: string | null
  }
  decision_link: { workspace_id: string; from_id: string; to_id: string; how: 'supersedes' | 'depends_on'; at: Instant }
  decision_step: { workspace_id: string; id: string; decision_id: string; at: Instant; kind: string; actor_id: string | null; person_id: string | null; text: Generated<string> }
  decision_source: { workspace_id: string; decision_id: string; space_id: string; path: string; format: string; text: string; notes: GeneratedJson<string[]>; state: DecisionState; links: GeneratedJson<SourceLinkJson[]>; imported_at: Instant }
}
