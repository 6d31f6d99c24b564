import { terminalAsk } from './ask.ts'
import type { Cli } from './context.ts'
import { UsageError } from './errors.ts'
import { oneLine } from './text/clean.ts'

/** What is piped in, without the empty line at its end; undefined where that is nothing. */
export async function pipedText({ terminal }: Pick<Cli, 'terminal'>): Promise<string | undefined> {
  const text = terminal.piped ? (await terminal.readInput()).trimEnd() : ''
  return text.trim() === '' ? undefined : text
}

/** Whether a text that `--file` names, or does not, comes from a pipe: then it stands nowhere else. */
export const isPiped = ({ terminal }: Pick<Cli, 'terminal'>, file: string | undefined): boolean => file === '-' || (file === undefined && terminal.piped)

type Missing = { missing: string; behind: string }

/**
 * What was given behind a command, else what is piped in, else what is asked for where somebody can be asked.
 * @throws {UsageError} where it is none of them, naming `missing` and what it stands `behind`
 */
export async function said(cli: Pick<Cli, 'terminal' | 'mayAsk'>, given: string | undefined, question: string, { missing, behind }: Missing = { missing: 'The text', behind: 'the number' }): Promise<string> {
  const text = given ?? await pipedText(cli)
  if (text !== undefined) return text
  if (!cli.mayAsk()) throw new UsageError(`${missing} is missing.`, `Write it behind ${behind}, in quotes, or pipe it in.`)
  return terminalAsk.line(oneLine(question))
}
