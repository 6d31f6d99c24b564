import type { ColumnType } from 'kysely'
import type { Generated, Instant } from '../columns.ts'
import type { EntryKind } from './workspace.ts'

/** Written by SQL alone; read as text where it is read at all. */
type Words = ColumnType<string, never, never>

export type SearchTables = {
  entry_text: {
    workspace_id: string; id: string; entry_id: string; space_id: string; author_id: string; kind: EntryKind; is_reply: boolean; at: Instant
    title: string; body: string; names: string; words: Words; size: number; hidden: Generated<boolean>; file_id: Generated<string | null>; reply_id: Generated<string | null>
  }
  search_change: { workspace_id: string; id: string; space_id: string; words: Words; size: number; by: number }
  search_word: { workspace_id: string; space_id: string; lexeme: string; texts: number }
  search_space: { workspace_id: string; space_id: string; texts: number; size: number }
}
