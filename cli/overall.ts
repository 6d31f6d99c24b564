import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import type { Cli } from './context.ts'
import { UsageError } from './errors.ts'
import { example } from './help.ts'
import { oneLine } from './text/clean.ts'

const Manifest = z.object({ name: z.literal('longhand'), version: z.string() })

/** From the manifest beside this file, where it was packed, or above it. */
function ownVersion(): string {
  for (const place of ['.', '..']) {
    try { return Manifest.parse(JSON.parse(readFileSync(join(import.meta.dirname, place, 'package.json'), 'utf8'))).version } catch { /* the next place */ }
  }
  return 'unknown'
}

/** `longhand --version` and `longhand help [command]`, as people try them first. */
export function addOverall(program: Command, cli: Cli): void {
  program.version(ownVersion(), '-V, --version', 'Say which version this is.')
  const help = program.command('help').description('Shows the help of a command; without one, of all.').argument('[command...]', 'Such as `baton accept`.')
  example(help, 'longhand help', 'longhand help baton accept').action((names: string[]) => { cli.terminal.out(helpOf(program, names)) })
}

/** @throws {UsageError} for what is no command */
function helpOf(program: Command, names: readonly string[]): string {
  const found = names.reduce<Command | undefined>((at, name) => at?.commands.find((one) => one.name() === name || one.aliases().includes(name)), program)
  if (!found) throw new UsageError(`There is no command "${oneLine(names.join(' '))}".`, '`longhand help` lists all.')
  let text = ''
  found.configureOutput({ writeOut: (part) => { text += part } })
  found.outputHelp()
  return text
}
