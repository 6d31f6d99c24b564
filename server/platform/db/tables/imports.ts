import type { ImportCounts, ImportKind, ToldProblem } from '#domain/imports/types.ts'
import type { Generated, GeneratedJson, Instant, Json } from '../columns.ts'

export type ImportTables = {
  import_run: {
    workspace_id: string; id: string; kind: ImportKind; source: string; name: string; by_id: string; space_id: string | null; state: 'running' | 'finished'
    began_at: Instant; finished_at: Instant | null; counts: Json<ImportCounts>; problems: GeneratedJson<ToldProblem[]>; problem_count: Generated<number>
    undone_at: Generated<Instant | null>; undone_by: Generated<string | null>
  }
  import_person: { workspace_id: string; source: string; key: string; person_id: string }
  import_place: { workspace_id: string; source: string; key: string; space_id: string }
  import_item: { workspace_id: string; source: string; kind: 'conversation' | 'message' | 'page'; key: string; run_id: string; entry_id: string; reply_id: string | null; hash: string | null }
}
