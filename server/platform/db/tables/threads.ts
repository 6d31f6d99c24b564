import type { REPLY_KINDS } from '#contract/threads.ts'
import type { Via } from '../../act.ts'
import type { Generated, Instant, Json } from '../columns.ts'

export type ReplyKind = (typeof REPLY_KINDS)[number]
export type Follow = 'following' | 'muted' | 'off'
export type FollowsBecause = 'author' | 'replied' | 'mentioned' | 'asked' | 'chosen'
export type LinkHow = 'split' | 'elevated' | 'asks'
export type Mark = 'too-long' | 'missing-context'
export type CallState = 'offered' | 'dismissed' | 'proposed' | 'closed'

export type ThreadTables = {
  thread: {
    workspace_id: string; entry_id: string; space_id: string; author_id: string; deleted_at: Instant | null; stands_in: string | null; body: Generated<string>; via: Via
    undo_until: Instant; edited_at: Instant | null; state_text: Generated<string>; state_version: Generated<number>; state_by: string | null; state_at: Instant | null
    outcome: string | null; resolved_by: string | null; resolved_at: Instant | null; reply_count: Generated<number>; last_seq: Generated<number>; active_at: Instant
    has_files: Generated<boolean>; has_reactions: Generated<boolean>; has_marks: Generated<boolean>; has_links: Generated<boolean>; has_calls: Generated<boolean>
    open_asks: Generated<number>; known_seq: Generated<number>
  }
  thread_ask: {
    workspace_id: string; ask_id: string; thread_id: string; asker_id: string; answerer_id: string; state: string; open: boolean; asked_at: Instant; due_at: Instant | null
  }
  reply: {
    workspace_id: string; id: string; entry_id: string; seq: number; kind: ReplyKind; author_id: string; body: string; quote_reply_id: string | null
    quote_author_id: string | null; quote_text: string | null; ask_id: string | null; via: Via; posted_at: Instant; undo_until: Instant
    edited_at: Instant | null; deleted_at: Instant | null; undone: Generated<boolean>; purged_at: Generated<Instant | null>
  }
  thread_person: {
    workspace_id: string; entry_id: string; person_id: string; read_seq: Generated<number>; follow: Follow | null; muted_until: Instant | null
    because: FollowsBecause | null; saved: Generated<boolean>
  }
  text_version: { workspace_id: string; id: string; subject_id: string; entry_id: string; title: string | null; body: string; until: Instant; by_id: string }
  saved_text: {
    workspace_id: string; id: string; person_id: string; entry_id: string; subject_id: string; reply_id: string | null; saved_at: Instant; remind_at: Instant | null
  }
  reaction: { workspace_id: string; subject_id: string; emoji: string; person_id: string; at: Instant }
  reply_mark: { workspace_id: string; reply_id: string; mark: Mark; person_id: string; at: Instant }
  entry_link: { workspace_id: string; from_id: string; subject_id: string; to_id: string; how: LinkHow; at: Instant }
  change_notice: { workspace_id: string; entry_id: string; was: string; now: string; since: string; why: string }
  change_reader: { workspace_id: string; entry_id: string; person_id: string; read_at: Instant | null }
  thread_call: {
    workspace_id: string; id: string; entry_id: string; question_ids: Json<string[]>; state: CallState; why: 'rounds' | 'messages' | 'days'; rounds: number; messages: number
    open_days: number; limit_was: number; people: Json<string[]>; agenda: Json<string[]>; offered_at: Instant; starts_at: Instant | null; minutes: number | null
    reason: Generated<string>; settled_by: string | null; settled_at: Instant | null; outcome_reply_id: string | null
  }
  wrap_note: { workspace_id: string; id: string; person_id: string; space_id: string; entry_id: string; text: string; created_at: Instant }
}
