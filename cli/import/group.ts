import type { Command } from 'commander'

/** `longhand import`: each way in adds its own command to it. */
export function importGroup(program: Command): Command {
  return program.commands.find((command) => command.name() === 'import') ?? program.command('import').description('Brings in what was written elsewhere. Nobody is told of anything that comes this way.')
}
