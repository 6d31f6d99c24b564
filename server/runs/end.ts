import type { InputOf } from '#contract/operation.ts'
import type { abandonRun, finishRun, handOverRun, RunView } from '#contract/runs.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { checkFinish } from '#domain/runs/words.ts'
import { settleItems, tell } from '#server/attention/public.ts'
import { namesOf } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { whoSees } from '#server/spaces/public.ts'
import { changedTo, sayBeside, turnedTo } from './doing.ts'
import { HANDED } from './names.ts'
import { lockRun, notesOfRun, stepsOfRun } from './queries.ts'
import type { RunRow } from './queries.ts'

/** Gives a run into somebody else's hands: they are told, and owe it from then on. */
export async function handOver(act: Act, { id, to, note }: InputOf<typeof handOverRun>): Promise<RunView> {
  const run = await lockRun(act, id)
  if (run.holder_id === to) throw new Refusal('conflict', said`They have it already.`, said`Choose somebody else.`)
  const here = await whoSees(act, { id: run.space_id, visibility: run.visibility, archived_at: run.archived_at }, [to])
  if (here.length === 0) throw new Refusal('bad_input', said`This person cannot see the page.`, said`Add them to ${run.space_name}, or choose somebody who is in it.`)
  await act.tx.updateTable('run').set({ holder_id: to }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
  await settleItems(act, { source: HANDED, subjectIds: [id], reason: 'handed on' })
  await tell(act, { key: `run:${act.newId()}`, kind: 'run', source: HANDED, subjectId: id, conversationId: run.page_id, spaceId: run.space_id, obliges: true, readers: [{ personId: to, standing: 'asked' }] })
  const name = (await namesOf(act, [to])).get(to)?.name ?? ''
  await sayBeside(act, run, `Handed over to ${name}:`, note)
  return changedTo(act, run)
}

/** Finishes a run whose steps are all dealt with. */
export async function finish(act: Act, { id, outcome }: InputOf<typeof finishRun>): Promise<RunView> {
  const run = await lockRun(act, id)
  checkFinish((await stepsOfRun(act, id)).filter((step) => step.state === 'open').map((step) => step.step))
  await end(act, run, { state: 'finished', outcome })
  await sayBeside(act, run, 'Finished the run', `${outcome.trim()}\n\n${await whatDiffered(act, run)}`)
  return turnedTo(act, run, 'run.finished')
}

export async function abandon(act: Act, { id, reason }: InputOf<typeof abandonRun>): Promise<RunView> {
  const run = await lockRun(act, id)
  await end(act, run, { state: 'abandoned', outcome: reason })
  await sayBeside(act, run, 'Abandoned the run', `${reason.trim()}\n\n${await whatDiffered(act, run)}`)
  return turnedTo(act, run, 'run.abandoned')
}

async function end(act: Act, run: RunRow, { state, outcome }: { state: 'finished' | 'abandoned'; outcome: string }): Promise<void> {
  await act.tx.updateTable('run').set({ state, outcome: outcome.trim(), ended_at: act.now, ended_by: act.actor.personId }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', run.id).execute()
  await settleItems(act, { source: HANDED, subjectIds: [run.id], reason: 'settled' })
}

/** What was skipped and what went differently, as a list for the talk. */
async function whatDiffered(act: Act, run: RunRow): Promise<string> {
  const [steps, notes] = [await stepsOfRun(act, run.id), await notesOfRun(act, run.id)]
  return steps.flatMap((step) => [
    ...step.state === 'skipped' ? [`- Skipped step ${step.step}, ${named(step.title)}: ${step.reason}`] : [],
    ...notes.filter((note) => note.step === step.step && note.different).map((note) => `- Differently in step ${step.step}, ${named(step.title)}: ${note.text.replaceAll('\n', ' ')}`),
  ]).join('\n')
}

/** The first line of a step without the full stop at its end, to stand inside a sentence. */
const named = (title: string): string => title.endsWith('.') ? title.slice(0, -1) : title
