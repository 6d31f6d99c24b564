import type { Generated, Instant } from '../columns.ts'

export type FileTables = {
  file: {
    workspace_id: string; id: string; owner_id: string; name: string; size: Generated<number>; type: Generated<string>; sha256: Generated<Buffer>
    state: 'arriving' | 'loose' | 'used' | 'leaving'; created_at: Instant; deleted_at: Instant | null
  }
  file_use: {
    workspace_id: string; id: string; file_id: string; entry_id: string; reply_id: string | null; added_by: string; added_at: Instant; hidden_at: Instant | null
  }
}
