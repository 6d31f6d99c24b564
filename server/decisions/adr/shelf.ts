import type { Person } from './people.ts'
import type { AdrFormat } from './record.ts'
import type { DecisionState } from '#domain/decisions/decision-table.ts'
import type { SourceLinkJson } from '#server/platform/db/tables/decisions.ts'
import type { Looker } from '../queries.ts'

/** A decision that has a file: its own, or the one it was imported from. */
export type Shelved = {
  id: string; number: number; path: string; adrNumber: number | null; title: string; state: DecisionState
  imported: boolean; links: SourceLinkJson[]; format: AdrFormat | null
}

/** All decisions of a space that have a file, without its text. */
export async function shelfOf({ tx, actor: { workspaceId } }: Looker, spaceId: string): Promise<Shelved[]> {
  const rows = await tx.selectFrom('decision as d')
    .innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'd.workspace_id').onRef('e.id', '=', 'd.entry_id'))
    .leftJoin('decision_source as s', (join) => join.onRef('s.workspace_id', '=', 'd.workspace_id').onRef('s.decision_id', '=', 'd.entry_id'))
    .select(['d.entry_id', 'e.number', 'd.file_name', 'd.adr_number', 'e.title', 'd.state', 's.path', 's.links', 's.format'])
    .where('d.workspace_id', '=', workspaceId).where('e.space_id', '=', spaceId).where('e.deleted_at', 'is', null).where((is) => is.or([is('d.file_name', 'is not', null), is('s.path', 'is not', null)]))
    .orderBy('e.number').execute()
  return rows.map((row) => ({
    id: row.entry_id, number: row.number, path: row.path ?? row.file_name ?? '', adrNumber: row.adr_number, title: row.title, state: row.state, imported: row.path !== null, links: row.links ?? [], format: row.format as AdrFormat | null,
  }))
}

/** Files as they came, with what they said of themselves. */
export async function sourcesOf({ tx, actor: { workspaceId } }: Looker, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, SourceRow>()
  const rows = await tx.selectFrom('decision_source').select(['decision_id', 'path', 'format', 'text', 'state', 'links']).where('workspace_id', '=', workspaceId).where('decision_id', 'in', [...ids]).execute()
  return new Map<string, SourceRow>(rows.map((row) => [row.decision_id, row]))
}
export type SourceRow = { decision_id: string; path: string; format: string; text: string; state: DecisionState; links: SourceLinkJson[] }

/** Everybody whom an imported file can have meant. */
export function everybody({ tx, actor: { workspaceId } }: Looker): Promise<Person[]> {
  return tx.selectFrom('person').select(['id', 'name', 'email']).where('workspace_id', '=', workspaceId).where('state', '=', 'active').execute()
}
