import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { diffAgreement, pushAgreement, readAgreement } from '#contract/agreement.ts'
import type { DiffLine } from '#contract/agreement.ts'
import type { OutputOf } from '#contract/operation.ts'
import type { Command } from 'commander'
import { z } from 'zod'
import { stateFolder, writePrivate } from '../connection/config.ts'
import type { Cli } from '../context.ts'
import { UsageError } from '../errors.ts'
import { readText } from '../generic/commands.ts'
import { example } from '../help.ts'
import { clean } from '../text/clean.ts'
import type { Colors } from '../terminal.ts'

const DEFAULT_FILE = 'agreement.md'
/** Lines shown around a change. */
const CONTEXT = 3

/** `longhand agreement pull|push|diff`: the agreement as a file. */
export function addAgreement(program: Command, cli: Cli): void {
  const agreement = program.command('agreement').description('The working agreement: read it, and change it as a file.')
  example(agreement, 'longhand agreement pull', 'longhand agreement diff', 'longhand agreement push agreement.md --reason "Two shifts from May on"')
  const pull = agreement.command('pull').description('Writes the agreement in force to a file, or to - for the terminal.').argument('[file]', 'The file.', DEFAULT_FILE).option('--force', 'Overwrite a file that was changed.')
  example(pull, 'longhand agreement pull').action((file: string, { force }: { force?: true }) => pullTo(cli, file, force === true))
  const push = agreement.command('push').description('Makes a new version from a file, with the reason.').argument('<file>', 'The file, or - for what is piped in.')
    .requiredOption('--reason <sentence>', 'Why it changes; everybody reads it.').option('--base <version>', 'The version that was edited, where the file was not pulled here.')
  example(push, 'longhand agreement push agreement.md --reason "Two shifts from May on"').action((file: string, options: { reason: string; base?: string }) => pushFrom(cli, file, options))
  const diff = agreement.command('diff').description('Shows what a file would change.').argument('[file]', 'The file, or - for what is piped in.', DEFAULT_FILE)
  example(diff, 'longhand agreement diff').action(async (file: string) => {
    const answer = await cli.call(diffAgreement, { text: await textOf(cli, file) })
    await cli.print(answer, () => diffText(answer, cli.terminal.colors))
  })
}

const textOf = async (cli: Cli, file: string): Promise<string> => file === '-' ? cli.terminal.readInput() : readText(file)

async function pullTo(cli: Cli, file: string, force: boolean): Promise<void> {
  const answer = await cli.call(readAgreement, {})
  if (file === '-') { await cli.print(answer, () => answer.text); return }
  if (!force && existsSync(file)) await keepChanges(cli, file, answer.text)
  writeFileSync(file, answer.text)
  noteBase(cli, file, answer.version)
  cli.terminal.say(`Version ${answer.version} is in ${file}. Edit it, then: longhand agreement push ${file} --reason "…"\n`)
  if (cli.json()) await cli.print(answer, () => '')
}

/** A file that holds a version we know, or nothing, as where a shell has just emptied it, may be overwritten; anything else is somebody's work. */
async function keepChanges(cli: Cli, file: string, now: string): Promise<void> {
  const here = readFileSync(file, 'utf8')
  if (here === now || here.trim() === '') return
  const base = baseOf(cli, file)
  const then = base === null ? null : await cli.call(readAgreement, { version: base })
  if (then?.text !== here) throw new UsageError(`${file} holds changes that are not in Longhand.`, 'See them with `longhand agreement diff`; pull with --force to lose them, or into another file.')
}

async function pushFrom(cli: Cli, file: string, options: { reason: string; base?: string }): Promise<void> {
  const base = options.base === undefined ? baseOf(cli, file) : Number(options.base)
  if (base === null) throw new UsageError(`It is not known which version ${file} was made from.`, 'Pull into it first, or say --base with the version that was edited.')
  if (!Number.isInteger(base) || base < 1) throw new UsageError(`"${options.base}" is not a version.`, '`longhand agreement history` lists them.')
  const answer = await cli.call(pushAgreement, { text: await textOf(cli, file), base, reason: options.reason })
  if (file !== '-') noteBase(cli, file, answer.version)
  await cli.print(answer, () => `Version ${answer.version} is in force.\n`)
}

const Bases = z.record(z.string(), z.number())
const basesFile = (cli: Cli): string => join(stateFolder(cli.terminal.env), 'agreement-files.json')
/** One file may be pulled from several servers, one after the other. */
const keyOf = (cli: Cli, file: string): string => `${cli.url()} ${resolve(file)}`

function bases(cli: Cli): z.output<typeof Bases> {
  try { return Bases.parse(JSON.parse(readFileSync(basesFile(cli), 'utf8'))) } catch { return {} }
}
const baseOf = (cli: Cli, file: string): number | null => bases(cli)[keyOf(cli, file)] ?? null
function noteBase(cli: Cli, file: string, version: number): void {
  writePrivate(basesFile(cli), `${JSON.stringify({ ...bases(cli), [keyOf(cli, file)]: version }, null, 2)}\n`)
}

/** Changed lines with a little of what stands around them, then what the software will do differently. */
export function diffText({ changed, lines, settings }: OutputOf<typeof diffAgreement>, colors: Colors): string {
  if (!changed) return 'Nothing would change.\n'
  const near = lines.map((_line, index) => lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some((line) => line.kind !== 'same'))
  const shown = lines.flatMap((line, index) => near[index] ? [lineText(line, colors)] : near[index - 1] ? [colors.dim('  …')] : [])
  const effects = settings.map((one) => `  ${clean(one.path)}: ${clean(one.before)} → ${clean(one.after)}`)
  return `${[...shown, ...(effects.length > 0 ? ['', 'Settings that change:', ...effects] : [])].join('\n')}\n`
}

function lineText({ kind, text }: DiffLine, colors: Colors): string {
  if (kind === 'added') return colors.green(`+ ${clean(text)}`)
  return kind === 'removed' ? colors.red(`- ${clean(text)}`) : `  ${clean(text)}`
}
