import { selectDecisions } from '../queries.ts'
import type { Looker } from '../queries.ts'
import { filesOf } from './export.ts'

/** These decisions as MADR, by id; rights are the caller's to ask. */
export async function decisionFiles(act: Looker, ids: readonly string[]): Promise<Map<string, { path: string; text: string }>> {
  if (ids.length === 0) return new Map()
  return filesOf(act, await selectDecisions(act).where('d.entry_id', 'in', [...ids]).execute())
}
