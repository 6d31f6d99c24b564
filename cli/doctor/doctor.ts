import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readServerStatus } from '#contract/status.ts'
import type { Finding } from '#domain/status/finding.ts'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { Cancelled, UsageError } from '../errors.ts'
import { example } from '../help.ts'
import { oneLine } from '../text/clean.ts'
import { fold } from '../text/columns.ts'

type Options = { remote?: boolean; demo?: boolean; data?: string; all?: boolean }

/** `longhand doctor`: how the server does, looked at from its own machine or asked over the API. */
export function addDoctor(program: Command, cli: Cli): void {
  const doctor = program.command('doctor').description('Says how the server does, and what to do next; on its machine unless --remote is given.')
    .option('--remote', 'Ask the server that you are signed in to instead, as an owner or admin.').option('--all', 'Show what is well, too.')
    .option('--data <folder>', 'The data folder instead of LONGHAND_DATA or ./data.').option('--demo', 'The demo’s data.')
  example(doctor, 'longhand doctor', 'longhand doctor --all', 'longhand doctor --remote --json').action((options: Options) => run(cli, options))
}

async function run(cli: Cli, options: Options): Promise<void> {
  const findings = options.remote ? (await cli.call(readServerStatus, {})).findings : await lookHere(options)
  await cli.print(findings, () => findingsText(findings, { all: options.all === true, width: cli.terminal.width }))
  const wrong = findings.filter(({ state }) => state === 'broken').length
  if (wrong > 0) throw new Cancelled(wrong === 1 ? 'One thing is broken.' : `${wrong} things are broken.`)
}

async function lookHere({ demo, data }: Options): Promise<Finding[]> {
  const script = join(import.meta.dirname, '../../server/doctor.ts')
  if (!existsSync(script)) throw new UsageError('The command line alone holds no server to look at.', 'Run `longhand doctor` in the checkout that runs your server, or `longhand doctor --remote`.')
  const child = spawn(process.execPath, [script, ...(demo ? ['--demo'] : [])], { env: { ...process.env, ...(data && { LONGHAND_DATA: data }) }, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => { said += text })
  const code = await new Promise<number>((resolve) => child.once('close', (status) => resolve(status ?? 1)))
  if (code !== 0) throw new Error('The doctor itself could not finish.')
  return JSON.parse(said) as Finding[]
}

const MARK: Readonly<Record<Finding['state'], string>> = { ok: 'ok     ', look: 'look   ', broken: 'broken ' }

const INDENT = ' '.repeat(MARK.ok.length)

/** One line for each finding, with what to do below; what is well is counted unless all is wanted. */
export function findingsText(findings: readonly Finding[], { all, width }: { all: boolean; width: number }): string {
  const shown = findings.filter(({ state }) => all || state !== 'ok')
  const well = findings.length - shown.length
  const lines = shown.map(({ state, about, says, next }) => `${MARK[state]}${[`${oneLine(about)}: ${oneLine(says)}`, ...next === '' ? [] : [oneLine(next)]].map((line) => fold(line, width, INDENT)).join('\n').trimStart()}`)
  const rest = well === 0 ? [] : [shown.length === 0 ? well === 1 ? 'The one thing that was looked at is well.' : `All ${well} things that were looked at are well.` : `${well === 1 ? 'One other thing is' : `${well} other things are`} well; --all shows them.`]
  return `${[...lines, ...rest].join('\n')}\n`
}
