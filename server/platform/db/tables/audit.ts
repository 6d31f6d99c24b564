import type { GeneratedJson, Instant } from '../columns.ts'
import type { Via } from '../../act.ts'

export type AuditTables = {
  audit_line: {
    workspace_id: string; seq: number; id: string; at: Instant; deed: string; actor_id: string | null; via: Via
    person_id: string | null; space_id: string | null; thing_id: string | null; facts: GeneratedJson<Record<string, string>>
    content_hash: Buffer; hash: Buffer
  }
  audit_head: { workspace_id: string; seq: number; hash: Buffer }
}
