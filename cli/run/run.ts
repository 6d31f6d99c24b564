import { dueTurns, finishRun, listRuns, listSchedules, readRun, RUN_STATES, skipStep, startRun, tickStep } from '#contract/runs.ts'
import type { RunView } from '#contract/runs.ts'
import { Option } from 'commander'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { directory } from '../directory.ts'
import { UsageError } from '../errors.ts'
import { example } from '../help.ts'
import { pageNumber } from '../page/common.ts'
import { oneLine } from '../text/clean.ts'
import { runThrough } from './dialogue.ts'
import { headsText, runText, schedulesText } from './render.ts'

type StartFlags = { title?: string; why?: string; new?: true }
type ListFlags = { page?: string; space?: string; state?: (typeof RUN_STATES)[number]; cursor?: string }
const ID = 'The id of the run, or the number of its page for the one that is running.'

/** `longhand run …`: runbooks, step by step. */
export function addRun(program: Command, cli: Cli): void {
  const group = program.command('run').description('Runs a runbook step by step; goes on with the run that is running.').argument('<number>', 'Of the runbook, such as 141.')
    .option('--title <words>', 'What this run is for.').option('--why <words>', 'What set it off.').option('--new', 'Another run beside the one that is running.')
  example(group, 'longhand run 141 --why "Incident 7"', 'longhand run list --state running', 'longhand run tick 141 3 --note "took ten minutes"').action((given: string, flags: StartFlags) => runIt(cli, pageNumber(given), flags))
  const list = group.command('list').description('Runs, newest first.').option('--page <number>', 'Of one runbook.').option('--space <name>', 'Of one space.').addOption(new Option('--state <state>', 'In one state.').choices([...RUN_STATES])).option('--cursor <cursor>', 'Where an earlier list ended.')
  example(list, 'longhand run list --page 141').action((flags: ListFlags) => listThem(cli, flags))
  const show = group.command('show').description('A run: its steps, who ticked them, what was noted.').argument('<run>', ID)
  example(show, 'longhand run show 141').action(async (given: string) => { await printRun(cli, await runOf(cli, given)) })
  const tick = group.command('tick').description('Ticks a step.').argument('<run>', ID).argument('<step>', 'Its number.').option('--note <words>', 'Something to keep beside it.').option('--different', 'It went differently from what the page says; with --note.').option('--skip <reason>', 'Skips it instead, with the reason.')
  example(tick, 'longhand run tick 141 3', 'longhand run tick 141 4 --note "There are two now" --different', 'longhand run tick 141 5 --skip "No replica any more"').action((given: string, step: string, flags: TickFlags) => tickIt(cli, given, step, flags))
  const finish = group.command('finish').description('Finishes a run whose steps are all ticked or skipped.').argument('<run>', ID).argument('[outcome...]', 'How it ended.')
  example(finish, 'longhand run finish 141 "The ledger is back"').action(async (given: string, words: string[]) => { await printRun(cli, await cli.call(finishRun, { id: (await runOf(cli, given)).id, outcome: words.join(' ') })) })
  const due = group.command('due').description('What is run on a schedule, and what waits to be started.').option('--space <name>', 'Of one space.')
  example(due, 'longhand run due').action(async ({ space }: { space?: string }) => {
    const spaceId = space === undefined ? {} : { spaceId: (await directory(cli).space(space)).id }
    const [{ turns }, { schedules }] = [await cli.call(dueTurns, spaceId), await cli.call(listSchedules, spaceId)]
    await cli.print({ turns, schedules }, async () => schedulesText(schedules, turns, await cli.reader()))
  })
}

const printRun = (cli: Cli, run: RunView): Promise<void> => cli.print(run, async () => runText(run, await cli.reader(), cli.terminal.width))

/** Goes on with what is running, starts what is due, or starts anew. */
async function runIt(cli: Cli, number: number, { title, why, new: another }: StartFlags): Promise<void> {
  const running = another ? null : (await cli.call(listRuns, { number, state: 'running', limit: 1 })).items[0] ?? null
  const run = running ? await cli.call(readRun, { id: running.id }) : await cli.call(startRun, { number, title: title ?? '', why: why ?? '', turnId: await turnOf(cli, number) })
  await printRun(cli, cli.mayAsk() ? await runThrough(cli, run) : run)
}

/** The turn of the reader that this run is, if there is one. */
async function turnOf(cli: Cli, number: number): Promise<string | null> {
  return (await cli.call(dueTurns, {})).turns.find((turn) => turn.number === number)?.id ?? null
}

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i

/** @throws {UsageError} where nothing of the page is running */
async function runOf(cli: Cli, given: string): Promise<RunView> {
  if (UUID.test(given)) return cli.call(readRun, { id: given })
  const number = pageNumber(given)
  const [running] = (await cli.call(listRuns, { number, state: 'running', limit: 1 })).items
  if (!running) throw new UsageError(`Nothing of #${number} is running.`, `Start with \`longhand run ${number}\`, or give the id of a run; \`longhand run list --page ${number}\` shows them.`)
  return cli.call(readRun, { id: running.id })
}

async function listThem(cli: Cli, { page, space, state, cursor }: ListFlags): Promise<void> {
  const list = await cli.call(listRuns, {
    ...(page !== undefined && { number: pageNumber(page) }), ...(space !== undefined && { spaceId: (await directory(cli).space(space)).id }), ...(state !== undefined && { state }), ...(cursor !== undefined && { cursor }),
  })
  await cli.print(list, () => headsText(list.items, cli.terminal.width) + (list.next === null ? '' : `There is more: add --cursor ${list.next}\n`))
}

type TickFlags = { note?: string; different?: true; skip?: string }

async function tickIt(cli: Cli, given: string, stepText: string, { note, different, skip }: TickFlags): Promise<void> {
  if (!/^[1-9]\d{0,3}$/.test(stepText)) throw new UsageError(`"${oneLine(stepText)}" is not the number of a step.`, '`longhand run show` shows them.')
  const [{ id }, step] = [await runOf(cli, given), Number(stepText)]
  await printRun(cli, skip !== undefined ? await cli.call(skipStep, { id, step, reason: skip }) : await cli.call(tickStep, { id, step, note: note ?? '', different: different === true }))
}
