import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type { DecisionView } from '#contract/decisions.ts'
import type { Command } from 'commander'
import { stateFolder, writePrivate } from '../connection/config.ts'
import type { Cli } from '../context.ts'
import { UsageError } from '../errors.ts'
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

/**
 * Sends what somebody typed here; where that does not arrive, or is refused, the text is kept and the place is said.
 * @param given whether it stands somewhere else already, as in a file
 */
export async function sendOrKeep<T>(cli: Cli, { content, given }: { content: DecisionView['content']; given: boolean }, send: () => Promise<T>): Promise<T> {
  try {
    return await send()
  } catch (error) {
    if (!given) {
      const drafts = join(stateFolder(cli.terminal.env), 'drafts')
      mkdirSync(drafts, { recursive: true, mode: 0o700 })
      const file = join(mkdtempSync(join(drafts, 'decision-')), 'decision.md')
      writePrivate(file, writeDecisionText(content))
      cli.terminal.say(`What you wrote is in ${file}; send it again with --file.\n`)
    }
    throw error
  }
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
