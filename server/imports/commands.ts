import type { beginImport, finishImport, ImportRun, sendConversations } from '#contract/imports.ts'
import type { InputOf } from '#contract/operation.ts'
import { COUNTED } from '#domain/imports/types.ts'
import type { ImportCounts } from '#domain/imports/types.ts'
import { allow } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { json } from '#server/platform/db/columns.ts'
import { spaceFor } from '#server/spaces/public.ts'
import { sql } from 'kysely'
import { bringIn } from './conversations.ts'
import { settlePeople } from './people.ts'
import { lockRun, NOTHING, openRun, runById } from './queries.ts'
import type { RunRow } from './queries.ts'
import { viewRun } from './views.ts'
import { failpoint } from '#server/platform/failpoint.ts'

/** Begins a run, or goes on with the open one of the same source: whoever was cut off sends everything again, and what is here stays. */
export async function begin(act: Act, { kind, source, name, spaceId }: InputOf<typeof beginImport>): Promise<ImportRun> {
  allow(act.actor, 'import.run')
  if (spaceId !== undefined) await spaceFor(act, spaceId, 'space.write')
  const { workspaceId, personId } = act.actor
  const id = act.newId()
  // The state stands in the statement itself: a plan that is kept for any state would not know the index of running ones.
  await act.tx.insertInto('import_run').values({
    workspace_id: workspaceId, id, kind, source, name, by_id: personId, space_id: spaceId ?? null, state: 'running', began_at: act.now, finished_at: null, counts: json(NOTHING),
  }).onConflict((row) => row.columns(['workspace_id', 'source']).where('state', '=', sql.lit('running')).doUpdateSet({ name, by_id: personId, space_id: spaceId ?? null })).execute()
  const run = await openRun(act, source)
  if (!run) throw new Error('An import that was begun is not there.')
  return viewRun(run)
}

/**
 * Takes one batch; all of it or nothing. What is here already stays as it is.
 * @throws {Refusal} `conflict` once the run is finished, `bad_input` for a message of somebody who was not sent
 */
export async function send(act: Act, { id, people, conversations }: InputOf<typeof sendConversations>): Promise<{ counts: ImportCounts }> {
  const run = await runningFor(act, id)
  const settled = await settlePeople(act, run.source, people)
  const brought = await bringIn(act, run, conversations)
  await failpoint('import.after_batch')
  return { counts: await count(act, run, { ...settled, ...brought }) }
}

/** @throws {Refusal} `conflict` once it is finished */
export async function runningFor(act: Act, id: string): Promise<RunRow> {
  allow(act.actor, 'import.run')
  const run = await lockRun(act, id)
  if (run.state !== 'running') throw new Refusal('conflict', said`This import is finished.`, said`Begin it again; what is here already stays as it is.`)
  return run
}

/** Adds what a batch brought to its run, and tells the importer's open pages. */
export async function count(act: Act, run: RunRow, brought: Partial<ImportCounts>): Promise<ImportCounts> {
  const counts = { ...NOTHING, ...brought }
  await act.tx.updateTable('import_run').set({ counts: json(added(run.counts, counts)) }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', run.id).execute()
  await act.emit({ kind: 'imports.progressed', personId: act.actor.personId, payload: { importId: run.id } })
  return counts
}

const added = (before: ImportCounts, now: ImportCounts): ImportCounts => Object.fromEntries(COUNTED.map((name) => [name, (before[name] ?? 0) + now[name]])) as ImportCounts

/** As many problems as are kept; how many there were is kept beside them. */
const PROBLEMS_KEPT = 1000

export async function finish(act: Act, { id, problems, problemCount }: InputOf<typeof finishImport>): Promise<ImportRun> {
  allow(act.actor, 'import.run')
  const run = await lockRun(act, id)
  if (run.state === 'running') {
    await act.tx.updateTable('import_run').set({ state: 'finished', finished_at: act.now, problems: json(problems.slice(0, PROBLEMS_KEPT)), problem_count: Math.max(problemCount, problems.length) })
      .where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
    await act.emit({ kind: 'imports.finished', personId: act.actor.personId, payload: { importId: id } })
  }
  return viewRun(await runById(act, id))
}
