import type { InputOf } from '#contract/operation.ts'
import type { askInStep, noteStep, RunView, skipStep, tickStep, untickStep } from '#contract/runs.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { askFrom, outcomeOf } from '#server/asks/public.ts'
import { entryByNumber } from '#server/entries/public.ts'
import type { Act, Listener } from '#server/platform/act.ts'
import { peopleCalled } from './called.ts'
import { changed, changedTo, lockStep } from './doing.ts'
import { selectRuns } from './queries.ts'
import type { RunRow, StepRow } from './queries.ts'

type Outcome = { state: 'open' | 'done' | 'skipped'; byId: string | null; reason?: string }

async function setStep(act: Act, { runId, step }: { runId: string; step: number }, { state, byId, reason = '' }: Outcome): Promise<void> {
  await act.tx.updateTable('run_step').set({ state, by_id: byId, at: state === 'open' ? null : act.now, reason }).where('workspace_id', '=', act.actor.workspaceId).where('run_id', '=', runId).where('step', '=', step).execute()
}

async function addNote(act: Act, { runId, step }: { runId: string; step: number }, { text, different, byId }: { text: string; different: boolean; byId: string }): Promise<void> {
  await act.tx.insertInto('run_note').values({ workspace_id: act.actor.workspaceId, id: act.newId(), run_id: runId, step, by_id: byId, at: act.now, text: text.trim(), different }).execute()
}

const stillOpen = ({ step, state }: StepRow): void => {
  if (state !== 'open') throw new Refusal('conflict', state === 'done' ? said`Step ${step} was ticked already.` : said`Step ${step} was skipped already.`, said`Read the run again; open the step again if that was wrong.`)
}

/** Ticks a step, with a note where something is to be said. */
export async function tick(act: Act, { id, step: place, note, different }: InputOf<typeof tickStep>): Promise<RunView> {
  const { run, step } = await lockStep(act, { id, step: place })
  stillOpen(step)
  if (different && note.trim() === '') throw new Refusal('bad_input', said`It is not said what went differently.`, said`Say it in the note.`)
  await setStep(act, { runId: id, step: place }, { state: 'done', byId: act.actor.personId })
  if (note.trim() !== '') await addNote(act, { runId: id, step: place }, { text: note, different, byId: act.actor.personId })
  return changedTo(act, run)
}

export async function untick(act: Act, { id, step: place }: InputOf<typeof untickStep>): Promise<RunView> {
  const { run, step } = await lockStep(act, { id, step: place })
  if (step.state === 'open') throw new Refusal('conflict', said`Step ${place} is open.`, said`Tick it, or skip it with a reason.`)
  await setStep(act, { runId: id, step: place }, { state: 'open', byId: null })
  return changedTo(act, run)
}

export async function skip(act: Act, { id, step: place, reason }: InputOf<typeof skipStep>): Promise<RunView> {
  const { run, step } = await lockStep(act, { id, step: place })
  stillOpen(step)
  await setStep(act, { runId: id, step: place }, { state: 'skipped', byId: act.actor.personId, reason: reason.trim() })
  return changedTo(act, run)
}

export async function note(act: Act, { id, step: place, text, different }: InputOf<typeof noteStep>): Promise<RunView> {
  const { run } = await lockStep(act, { id, step: place })
  await addNote(act, { runId: id, step: place }, { text, different, byId: act.actor.personId })
  return changedTo(act, run)
}

const TITLE_MAX = 150

/** Asks somebody from a step, with a clock; whom and what the step itself says, unless it is said here. */
export async function ask(act: Act, { id, step: place, to, question, ticks }: InputOf<typeof askInStep>): Promise<RunView> {
  const { run, step } = await lockStep(act, { id, step: place })
  if (step.ask_id !== null && (await outcomeOf(act, step.ask_id))?.open) throw new Refusal('conflict', said`Step ${place} has asked already.`, said`Wait for the answer, or withdraw that ask first.`)
  const marked = step.asks
  const personId = to ?? (marked === null ? null : (await peopleCalled(act, [marked.to])).get(marked.to)) ?? null
  const text = question.trim() === '' ? marked?.question ?? '' : question.trim()
  if (personId === null) throw new Refusal('bad_input', marked === null ? said`It is not said who is asked.` : said`“${marked.to}” is nobody here whom you know, or more than one.`, said`Choose who is asked.`)
  if (text === '') throw new Refusal('bad_input', said`It is not said what is asked.`, said`Write the question.`)
  const asked = await askFrom(act, { fromEntryId: run.page_id, spaceId: run.space_id, title: text.split('\n', 1)[0]?.slice(0, TITLE_MAX) ?? text, body: `${text}\n\n${whence(run, step)}`, to: personId, needBy: null })
  const { id: askId } = await entryByNumber(act, asked.number)
  await act.tx.updateTable('run_step').set({ ask_id: askId, ask_ticks: ticks ?? marked?.ticks ?? false }).where('workspace_id', '=', act.actor.workspaceId).where('run_id', '=', id).where('step', '=', place).execute()
  return changedTo(act, run)
}

const whence = (run: RunRow, step: StepRow): string => `Step ${step.step} of the run [${run.title.replaceAll(/[[\]]/g, '')}](/${run.number}/runs/${run.id}) of #${run.number}: ${step.title}`

/** An ask was settled: a step that waits for its answer is ticked by it, and keeps it as a note. Index: run_step_asking. */
export const onAskSettled: Listener = async (act, { payload }) => {
  const askId = String(payload?.['entryId'] ?? '')
  const { workspaceId } = act.actor
  const rows = await act.tx.selectFrom('run_step').select(['run_id', 'step', 'state', 'ask_ticks']).where('workspace_id', '=', workspaceId).where('ask_id', '=', askId).execute()
  for (const row of rows) {
    const run = await selectRuns(act).where('r.id', '=', row.run_id).executeTakeFirst()
    if (!run) continue
    if (run.state === 'running' && row.state === 'open' && row.ask_ticks) await tickByAnswer(act, { runId: row.run_id, step: row.step, askId })
    await changed(act, run)
  }
}

async function tickByAnswer(act: Act, { runId, step, askId }: { runId: string; step: number; askId: string }): Promise<void> {
  const outcome = await outcomeOf(act, askId)
  if (!outcome?.answered || outcome.byId === null) return
  await setStep(act, { runId, step }, { state: 'done', byId: outcome.byId })
  if (outcome.answer !== null && outcome.answer.trim() !== '') await addNote(act, { runId, step }, { text: outcome.answer, different: false, byId: outcome.byId })
}
