import type { Command } from 'commander'

/** Puts examples before everything else of a command's help, as people look for them first. */
export function example(command: Command, ...lines: readonly string[]): Command {
  return command.addHelpText('before', `${lines.map((line) => `  $ ${line}`).join('\n')}\n`)
}
