import type { PageView } from '#contract/pages.ts'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { UsageError } from '../errors.ts'
import { oneLine } from '../text/clean.ts'
import { fold } from '../text/columns.ts'

export const NUMBER = 'Of the page, such as 141.'

/** The group that every `longhand page …` stands in, made once. */
export function pageGroup(program: Command): Command {
  return program.commands.find((command) => command.name() === 'page') ?? program.command('page').description('Pages: runbooks, context, answers and everything else that should stay true.')
}

/** @throws {UsageError} for what is no number */
export function pageNumber(given: string): number {
  const number = /^#?(\d{1,15})$/.exec(given.trim())?.[1]
  if (number === undefined) throw new UsageError(`"${oneLine(given)}" is not the number of a page.`, '`longhand page list` shows the numbers.')
  return Number(number)
}

/** @throws {UsageError} for what counts no version */
export function versionNumber(given: string): number {
  const number = /^v?(\d{1,9})$/i.exec(given.trim())?.[1]
  if (number === undefined || number === '0') throw new UsageError(`"${oneLine(given)}" is not a version.`, '`longhand page history` shows them.')
  return Number(number)
}

/** After something was done: the number, its title, and which version it is now. */
export async function printSaved(cli: Cli, page: PageView, said = ''): Promise<void> {
  await cli.print(page, () => `${fold(`#${page.number}  ${oneLine(page.title)}, version ${page.version}, in ${oneLine(page.spaceName)}.${said === '' ? '' : ` ${said}`}`, cli.terminal.width)}\n`)
}
