import type { DecisionHead } from '#contract/decisions.ts'
import { viewHeads } from './head-view.ts'
import type { Reading } from './head-view.ts'
import { selectHeads } from './queries.ts'

/** What is news to whoever sees the space; the rest concerns those alone who are told of it. */
const TELLING = ['opened', 'signed', 'withdrawn', 'lapsed', 'expired', 'confirmed', 'superseded', 'deprecated']

export type DecisionNews = { at: Temporal.Instant; head: DecisionHead }

/** Decisions in these spaces that somebody else, or their clock, has moved since a moment, the newest first. Index: decision_step_newest. */
export async function decisionNews(act: Reading, { spaceIds, since, most }: { spaceIds: readonly string[]; since: Temporal.Instant; most: number }): Promise<DecisionNews[]> {
  if (spaceIds.length === 0) return []
  const { workspaceId, personId } = act.actor
  const moved = await act.tx.selectFrom('decision_step as p').innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'p.workspace_id').onRef('e.id', '=', 'p.decision_id'))
    .select(({ fn }) => ['p.decision_id', fn.max('p.at').as('at')]).where('p.workspace_id', '=', workspaceId).where('p.at', '>', since).where('p.kind', 'in', TELLING)
    .where((is) => is.or([is('p.actor_id', 'is', null), is('p.actor_id', '!=', personId)])).where('e.space_id', 'in', [...spaceIds]).where('e.deleted_at', 'is', null)
    .groupBy('p.decision_id').orderBy('at', 'desc').orderBy('p.decision_id').limit(most).execute()
  if (moved.length === 0) return []
  const rows = new Map((await selectHeads(act).where('d.entry_id', 'in', moved.map((row) => row.decision_id)).where('d.state', '!=', 'draft').execute()).map((row) => [row.entry_id, row]))
  const shown = moved.filter((row) => rows.has(row.decision_id))
  const heads = await viewHeads(act, shown.flatMap((row) => rows.get(row.decision_id) ?? []))
  return shown.flatMap(({ at }, index) => heads[index] ? [{ at, head: heads[index] }] : [])
}
