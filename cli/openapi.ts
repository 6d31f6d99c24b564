import { openApi } from '#contract/openapi.ts'
import type { Command } from 'commander'
import type { Cli } from './context.ts'
import { example } from './help.ts'

/** `longhand openapi`: the description of the API, as this version has it; needs no server. */
export function addOpenApi(program: Command, cli: Cli): void {
  const command = program.command('openapi').description('Prints the description of the API (OpenAPI 3.1).')
  example(command, 'longhand openapi > openapi.json').action(() => cli.terminal.out(`${JSON.stringify(openApi(), null, 2)}\n`))
}
