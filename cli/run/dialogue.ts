import { askInStep, feedPage, finishRun, noteStep, readRun, runProposal, skipStep, tickStep } from '#contract/runs.ts'
import type { RunStep, RunView } from '#contract/runs.ts'
import { terminalAsk } from '../ask.ts'
import type { Ask, Choice } from '../ask.ts'
import type { Cli } from '../context.ts'
import { directory } from '../directory.ts'
import { clean } from '../text/clean.ts'
import { stepBody } from './render.ts'

const CHOICES: readonly Choice[] = [
  { value: 'tick', label: 'Done' }, { value: 'different', label: 'Done, but it went differently' }, { value: 'note', label: 'Note something' }, { value: 'skip', label: 'Skip it' },
  { value: 'later', label: 'Go on to the next one' }, { value: 'stop', label: 'Stop here', hint: 'the run goes on; continue with the same command' },
]
const asking = (step: RunStep): Choice[] => step.asked !== null ? [] : [{ value: 'ask', label: step.ask === null ? 'Ask somebody' : `Ask ${step.ask.to}: ${step.ask.question}` }]

/** Goes through the open steps of a run with the person at the terminal, then finishes it and offers what went differently to the page. */
export async function runThrough(cli: Cli, start: RunView, ask: Ask = terminalAsk): Promise<RunView> {
  let run = start
  for (const { step } of start.list) {
    for (;;) {
      const now = run.list.find((one) => one.step === step)
      if (!now || now.state !== 'open') break
      cli.terminal.say(stepBody(now))
      const choice = await ask.one(`Step ${step} of ${run.steps}`, [...CHOICES.slice(0, 2), ...asking(now), ...CHOICES.slice(2)])
      if (choice === 'stop') return run
      if (choice === 'later') break
      run = await act(cli, run.id, now, choice, ask)
    }
  }
  run = await cli.call(readRun, { id: run.id })
  return run.done + run.skipped < run.steps ? run : finishIt(cli, run, ask)
}

async function act(cli: Cli, id: string, { step, ask: marked }: RunStep, choice: string, ask: Ask): Promise<RunView> {
  if (choice === 'different') return cli.call(tickStep, { id, step, note: await ask.line('What was different?'), different: true })
  if (choice === 'note') return cli.call(noteStep, { id, step, text: await ask.line('What is to be noted?') })
  if (choice === 'skip') return cli.call(skipStep, { id, step, reason: await ask.line('Why is it skipped?') })
  if (choice !== 'ask') return cli.call(tickStep, { id, step })
  if (marked !== null && marked.personId !== null) return cli.call(askInStep, { id, step })
  const to = await directory(cli).person(await ask.line('Who is asked?'))
  return cli.call(askInStep, { id, step, to, question: await ask.line('What is the question?', marked === null ? {} : { initial: marked.question }) })
}

async function finishIt(cli: Cli, run: RunView, ask: Ask): Promise<RunView> {
  if (!await ask.yes('Every step is dealt with. Finish the run?')) return run
  const finished = await cli.call(finishRun, { id: run.id, outcome: await ask.line('How did it end?', { optional: true }) })
  if (!finished.proposes) return finished
  const proposal = await cli.call(runProposal, { id: run.id })
  cli.terminal.say(`\nWhat went differently, as an edit of #${proposal.number}:\n\n${proposal.lines.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => `${kind === 'added' ? '+' : '-'} ${clean(text)}`).join('\n')}\n`)
  if (!await ask.yes('Save it into the page?')) return finished
  return cli.call(feedPage, { id: run.id, base: proposal.base, text: proposal.text, note: proposal.note })
}
