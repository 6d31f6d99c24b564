import { isSeen } from '#server/pages/public.ts'
import { namesOf } from '#server/people/public.ts'
import { selectRuns } from './queries.ts'
import type { Reading } from './queries.ts'
import { selectTurns } from './schedule-queries.ts'
import { viewTurns } from './turn-view.ts'
import { viewHeads } from './views.ts'

/** What the actor is to run: `key` names the turn or the run. */
export type OwedRun = { key: string; number: number; title: string; spaceId: string; spaceName: string; at: string; byId: string; byName: string; sentence: string }
/** Nobody owes more at once; others come up as these are done. */
const MANY = 50

/** Turns that are the actor's, and runs that they have in hand; the oldest first. Indexes: run_turn_due, run_running. */
export async function runsOwedBy(act: Reading): Promise<OwedRun[]> {
  const { personId } = act.actor
  const turns = (await selectTurns(act).where('u.state', '=', 'due').where('u.person_id', '=', personId).where('e.deleted_at', 'is', null).where('s.archived_at', 'is', null).orderBy('u.due_at').orderBy('u.id').limit(MANY).execute()).filter((row) => isSeen(act, row))
  const runs = (await selectRuns(act).where('r.state', '=', 'running').where('r.holder_id', '=', personId).where('s.archived_at', 'is', null).orderBy('r.started_at').orderBy('r.id').limit(MANY).execute()).filter((row) => isSeen(act, row))
  const [views, heads, names] = [await viewTurns(act, turns), await viewHeads(act, runs), await namesOf(act, turns.map((row) => row.created_by))]
  return [
    ...turns.map((row, at) => ({ key: `turn:${row.id}`, number: row.number, title: row.title, spaceId: row.space_id, spaceName: row.space_name, at: row.due_at.toString(), byId: row.created_by, byName: names.get(row.created_by)?.name ?? '', sentence: views[at]?.sentence ?? '' })),
    ...heads.map((head) => ({ key: `run:${head.id}`, number: head.number, title: head.title, spaceId: head.spaceId, spaceName: head.spaceName, at: head.startedAt, byId: head.startedById, byName: head.startedByName, sentence: head.status })),
  ]
}
