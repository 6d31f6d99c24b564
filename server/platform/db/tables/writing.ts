import type { RuleName } from '#domain/writing/types.ts'
import type { Instant } from '../columns.ts'

export type WritingTables = {
  writing_dismissal: {
    workspace_id: string; id: string; person_id: string; place: string; rule: RuleName; message: string; said: string; said_hash: Buffer; reason: string; at: Instant; over_at: Instant | null
  }
}
