import type { AskMark } from '#domain/runs/ask-mark.ts'
import type { ReminderStage } from '#domain/pages/reminders.ts'
import type { Rhythm } from '#domain/runs/rhythm.ts'
import type { Generated, Instant, Json } from '../columns.ts'

export type RunTables = {
  run: {
    workspace_id: string; id: string; page_id: string; version: number; title: string; why: Generated<string>; state: Generated<'running' | 'finished' | 'abandoned'>; started_at: Instant; started_by: string; holder_id: string
    ended_at: Instant | null; ended_by: string | null; outcome: Generated<string>; fed_at: Instant | null
  }
  run_step: {
    workspace_id: string; run_id: string; step: number; depth: number; title: string; body: string; asks: Json<AskMark> | null; state: Generated<'open' | 'done' | 'skipped'>; by_id: string | null; at: Instant | null
    reason: Generated<string>; ask_id: string | null; ask_ticks: Generated<boolean>
  }
  run_note: { workspace_id: string; id: string; run_id: string; step: number; by_id: string; at: Instant; text: string; different: Generated<boolean> }
  run_schedule: {
    workspace_id: string; id: string; page_id: string; title: string; rhythm: Json<Rhythm>; person_id: string | null; role_id: string | null; created_by: string; created_at: Instant; paused_at: Instant | null; ended_at: Instant | null
    next_on: string | null; next_at: Instant | null; next_person_id: string | null
  }
  run_turn: {
    workspace_id: string; id: string; schedule_id: string; date: string; due_at: Instant; person_id: string; state: Generated<'due' | 'started' | 'missed' | 'skipped'>; told_again_at: Instant | null; run_id: string | null; reason: Generated<string>
  }
  page_reminder: { workspace_id: string; page_id: string; person_id: string; expires_on: string; stage: ReminderStage }
}
