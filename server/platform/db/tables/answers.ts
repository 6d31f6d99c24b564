import type { Instant, Json } from '../columns.ts'

export type AnswerTables = {
  saved_search: { workspace_id: string; id: string; person_id: string; name: string; question: string; in_digest: boolean; created_at: Instant; looked_at: Instant; told_until: Instant }
  saved_search_news: { workspace_id: string; id: string; search_id: string; space_id: string; text_ids: Json<string[]>; at: Instant }
  faq_candidate: { workspace_id: string; ask_id: string; like_id: string; at: Instant; settled: 'kept' | 'dropped' | null; settled_by: string | null; settled_at: Instant | null }
  faq_entry: { workspace_id: string; ask_id: string; page_id: string; kept_by: string; at: Instant }
}
