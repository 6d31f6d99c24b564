import type { InputOf } from '#contract/operation.ts'
import type { RunView, startRun } from '#contract/runs.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { stepsOf } from '#domain/runs/steps.ts'
import type { Step } from '#domain/runs/steps.ts'
import { pageForChange } from '#server/pages/public.ts'
import type { Act } from '#server/platform/act.ts'
import { json } from '#server/platform/db/columns.ts'
import { sayBeside, turnedTo } from './doing.ts'
import { runFor } from './queries.ts'
import { startTurn } from './turns.ts'
import { failpoint } from '#server/platform/failpoint.ts'

/** So many steps are kept of a page; nobody ticks more. */
const STEPS_MAX = 500

/** Starts a run of a page with the steps of this moment; whoever starts it has it in hand. */
export async function start(act: Act, { number, title, why, turnId }: InputOf<typeof startRun>): Promise<RunView> {
  const page = await pageForChange(act, number)
  if (page.kind !== 'runbook') throw new Refusal('bad_input', said`#${number} is not a runbook.`, said`Make it one: change the kind of the page.`)
  const steps = stepsOf(page.text)
  if (steps.length === 0) throw new Refusal('conflict', said`#${number} has no steps to run.`, said`Write them as a numbered list, as a list to tick, or under headings that begin with “Step”.`)
  if (steps.length > STEPS_MAX) throw new Refusal('conflict', said`#${number} has more than ${STEPS_MAX} steps.`, said`Divide it into several pages.`)
  const id = act.newId()
  const { workspaceId, personId } = act.actor
  await act.tx.insertInto('run').values({
    workspace_id: workspaceId, id, page_id: page.entry_id, version: page.version, title: title.trim() === '' ? page.title : title.trim(), why: why.trim(), started_at: act.now, started_by: personId, holder_id: personId, ended_at: null, ended_by: null, fed_at: null,
  }).execute()
  await act.tx.insertInto('run_step').values(steps.map((step, at) => rowOf(step, { workspaceId, id, step: at + 1 }))).execute()
  await failpoint('run.after_start')
  if (turnId !== null) await startTurn(act, { turnId, runId: id, pageId: page.entry_id })
  const run = await runFor(act, id)
  await sayBeside(act, run, 'Started a run:', run.why)
  return turnedTo(act, run, 'run.started')
}

const rowOf = ({ depth, title, body, ask }: Step, { workspaceId, id, step }: { workspaceId: string; id: string; step: number }) =>
  ({ workspace_id: workspaceId, run_id: id, step, depth, title, body, asks: ask === null ? null : json(ask), by_id: null, at: null, ask_id: null })
