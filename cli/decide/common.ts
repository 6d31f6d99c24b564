import type { DecisionView } from '#contract/decisions.ts'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { UsageError } from '../errors.ts'
import { sendOrKeepText } from '../keep-text.ts'
import { pick } from '../lookup.ts'
import { oneLine } from '../text/clean.ts'
import { fold } from '../text/columns.ts'
import { writeDecisionText } from './decision-text.ts'

type Option = DecisionView['content']['options'][number]

/** The group that every `longhand decide …` stands in, made once. */
export function decideGroup(program: Command): Command {
  return program.commands.find((command) => command.name() === 'decide')
    ?? program.command('decide').description('Decisions in writing: options, positions, a signature, and the record that stays.')
}

/** @throws {UsageError} for what is no number */
export function numberFrom(given: string): number {
  const number = /^#?(\d{1,15})$/.exec(given.trim())?.[1]
  if (number === undefined) throw new UsageError(`"${oneLine(given)}" is not the number of a decision.`, '`longhand decide list` shows the numbers.')
  return Number(number)
}

/** @throws {UsageError} naming the options when none or several fit */
export function optionIdOf(given: string, options: readonly Option[], see: string): string {
  return pick(given, options.map(({ id, title }) => ({ id, name: title })), { what: 'option', see }).id
}

/** Sends a decision that somebody typed here; where that does not arrive, or is refused, its text is kept. */
export function sendOrKeep<T>(cli: Cli, { content, given }: { content: DecisionView['content']; given: boolean }, send: () => Promise<T>): Promise<T> {
  return sendOrKeepText(cli, { name: 'decision', text: writeDecisionText(content), given }, send)
}

/** Gathers a flag that may be given several times. */
export const several = (one: string, before: string[] | undefined): string[] => [...before ?? [], one]

/** After something was done: the number, and where it stands now. */
export async function printStanding(cli: Cli, view: DecisionView): Promise<void> {
  await cli.print(view, () => {
    const waits = view.mine === null ? '' : `${fold(`Waits for you: ${oneLine(view.mine)}`, cli.terminal.width, '  ')}\n`
    return `${fold(`#${view.number}  ${oneLine(view.status)}`, cli.terminal.width)}\n${waits}`
  })
}
