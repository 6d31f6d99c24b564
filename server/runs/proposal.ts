import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { feedPage, runProposal, RunView } from '#contract/runs.ts'
import { diffLines } from '#domain/agreement/line-diff.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { proposalFor } from '#domain/runs/proposal.ts'
import type { Differing } from '#domain/runs/proposal.ts'
import { localDate } from '#domain/time/local.ts'
import { dateWords } from '#domain/time/time-words.ts'
import { pageFor, pageForChange, saveText } from '#server/pages/public.ts'
import { namesOf } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { changedTo } from './doing.ts'
import { checkMayRun, notesOfRun, runFor, stepsOfRun } from './queries.ts'
import type { Reading, RunRow } from './queries.ts'

/** The page of now, with what went differently in a run beside its steps. */
export async function viewProposal(act: Reading, { id }: InputOf<typeof runProposal>): Promise<OutputOf<typeof runProposal>> {
  const run = await runFor(act, id)
  const page = await pageFor(act, run.number)
  const on = `on ${dayOf(run.started_at, act.actor.zone)}`
  const text = proposalFor(page.text, await differing(act, run), { sameVersion: page.version === run.version, heading: `From a run ${on}` })
  const lines = diffLines(page.text, text)
  return { number: page.number, base: page.version, title: page.title, text, note: `From the run “${run.title}” ${on}`, lines, changes: lines.filter(({ kind }) => kind !== 'same').length }
}

const dayOf = (at: Temporal.Instant, zone: string): string => {
  const date = localDate(at, zone)
  return `${dateWords(date)} ${date.slice(0, 4)}`
}

async function differing(act: Reading, run: RunRow): Promise<Differing[]> {
  const [steps, notes] = [await stepsOfRun(act, run.id), (await notesOfRun(act, run.id)).filter((note) => note.different)]
  const names = await namesOf(act, [...steps.flatMap((step) => step.by_id ?? []), ...notes.map((note) => note.by_id)])
  const head = (what: string, at: Temporal.Instant | null, byId: string | null) => `${what} on ${dayOf(at ?? run.started_at, names.get(byId ?? '')?.zone ?? 'UTC')} (${names.get(byId ?? '')?.name ?? 'somebody who left'})`
  return steps.flatMap((step) => {
    const remarks = [
      ...notes.filter((note) => note.step === step.step).map((note) => ({ head: head('Different', note.at, note.by_id), text: note.text })),
      ...step.state === 'skipped' ? [{ head: head('Skipped', step.at, step.by_id), text: step.reason }] : [],
    ]
    return remarks.length === 0 ? [] : [{ index: step.step - 1, title: step.title, body: step.body, remarks }]
  })
}

/** Saves what a run says into the page, once. @throws {Refusal} `conflict` where the page was edited since the proposal was read, or it was saved already */
export async function feed(act: Act, { id, base, text, note }: InputOf<typeof feedPage>): Promise<RunView> {
  const run = await runFor(act, id)
  checkMayRun(act, run)
  const page = await pageForChange(act, run.number)
  if (run.state === 'running') throw new Refusal('conflict', said`This run still goes on.`, said`Finish it first; then the page learns of all of it.`)
  if (run.fed_at !== null) throw new Refusal('conflict', said`What went differently in this run was saved already.`, said`Edit the page itself.`)
  if (page.version !== base) throw new Refusal('conflict', said`#${run.number} was edited since this was proposed.`, said`Read the proposal again; it is made anew on the text of now.`)
  await saveText(act, page.entry_id, { text, how: 'run', note: note.trim() === '' ? `From the run “${run.title}”` : note.trim() })
  await act.tx.updateTable('run').set({ fed_at: act.now }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
  return changedTo(act, run)
}
