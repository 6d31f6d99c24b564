import type { PageKind } from '#domain/pages/kinds.ts'
import type { Generated, GeneratedJson, Instant, Json } from '../columns.ts'

/** The file that an imported page came from, and who brought it in. */
export type PageSourceJson = { path: string; importedBy: string }
export type SaveKind = 'written' | 'merged' | 'restored' | 'imported' | 'run'

export type PageTables = {
  page: {
    workspace_id: string; entry_id: string; kind: PageKind; text: string; version: Generated<number>; edited_at: Instant; edited_by: string; parent_id: string | null; position: Generated<number>
    tags: GeneratedJson<string[]>; owner_id: string | null; verified_at: Instant | null; verified_by: string | null; verified_version: number | null; verified_against: Generated<string>
    review_days: number | null; expires_on: string | null; from_thread: string | null; source: Json<PageSourceJson> | null
  }
  page_version: {
    workspace_id: string; page_id: string; version: number; title: string; text: string; by_id: string; at: Instant; how: SaveKind; restored_from: number | null; note: Generated<string>
    added: Generated<number>; removed: Generated<number>
  }
  page_remark: {
    workspace_id: string; id: string; page_id: string; author_id: string; quote: string; prefix: string; suffix: string; body: string; in_reply_to: string | null; at: Instant
    resolved_at: Instant | null; resolved_by: string | null
  }
  page_use: {
    workspace_id: string; id: string; page_id: string; person_id: string; verdict: 'helped' | 'wrong'; version: number; quote: Generated<string>; note: Generated<string>; at: Instant
    settled_at: Instant | null; settled_by: string | null; settled_note: Generated<string>
  }
}
