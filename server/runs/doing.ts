import type { RunView } from '#contract/runs.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { addReply } from '#server/threads/public.ts'
import { lockRun, stepsOfRun } from './queries.ts'
import type { RunRow, StepRow } from './queries.ts'
import { viewRun } from './views.ts'

/** One step of a run that goes on, kept from others. @throws {Refusal} `not_found`, `not_allowed`, `conflict` where the run has ended */
export async function lockStep(act: Act, { id, step }: { id: string; step: number }): Promise<{ run: RunRow; step: StepRow }> {
  const run = await lockRun(act, id)
  const found = (await stepsOfRun(act, id)).find((one) => one.step === step)
  if (!found) throw new Refusal('not_found', said`This run has no step ${step}.`, said`Read the run again.`)
  return { run, step: found }
}

type About = Pick<RunRow, 'id' | 'page_id' | 'number' | 'space_id'>

/** Says to open pages that something of a run is new. */
export const changed = (act: Act, { id, page_id, number, space_id }: About): Promise<void> =>
  act.emit({ kind: 'run.changed', spaceId: space_id, payload: { entryId: page_id, number, runId: id } })

/** The same, and answers with the run as it is now. */
export async function changedTo(act: Act, run: About): Promise<RunView> {
  await changed(act, run)
  return viewRun(act, run.id)
}

/** Says what became of a run to whatever listens from outside, such as webhooks; then the same as above. */
export async function turnedTo(act: Act, run: About, kind: 'run.started' | 'run.finished' | 'run.abandoned'): Promise<RunView> {
  await act.emit({ kind, spaceId: run.space_id, payload: { entryId: run.page_id, number: run.number, runId: run.id } })
  return changedTo(act, run)
}

/** Says in the talk beside the page what became of a run, so that whoever follows it knows, and it is found. */
export async function sayBeside(act: Act, run: About & Pick<RunRow, 'title'>, what: string, text: string): Promise<void> {
  const body = `${what} [${run.title.replaceAll(/[[\]]/g, '')}](/${run.number}/runs/${run.id}).${text.trim() === '' ? '' : `\n\n${text.trim()}`}`
  await addReply(act, { threadId: run.page_id, kind: 'reply', askId: null, body, files: [] })
}
