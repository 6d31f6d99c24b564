import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { ServerEnded, UsageError } from '../errors.ts'
import { example } from '../help.ts'
import { passSignals } from '../pass-signals.ts'

type Options = { clock?: string; demo?: boolean; port?: string; data?: string }

const SERVER = join(import.meta.dirname, '../../server')
/** How Node runs the server, as `tools/start.mjs` says why. */
type NodeOptions = { flags: string[]; env: Record<string, string> }

/** `longhand serve`: runs the server of this checkout until it is stopped. */
export function addServe(program: Command, cli: Cli): void {
  const serve = program.command('serve').description('Runs the server here. Settings come from the environment; see docs/guides.')
    .option('--demo', 'Open the demo team.').option('--clock <moment>', 'Run on a development clock that stands at this moment.')
    .option('--port <number>', 'Listen on this port instead of PORT or 7400.').option('--data <folder>', 'Keep data there instead of LONGHAND_DATA or ./data.')
  example(serve, 'longhand serve', 'longhand serve --demo', 'longhand serve --clock 2026-03-27T08:00Z --data /tmp/play').action((options: Options) => run(cli, options))
}

async function run(cli: Cli, { clock, demo, port, data }: Options): Promise<void> {
  const script = join(SERVER, 'main.ts')
  if (!existsSync(script)) throw new UsageError('The command line alone holds no server.', 'Run `npm start` in a checkout of Longhand, or point `longhand login` at a server that runs.')
  if (clock !== undefined && !isMoment(clock)) throw new UsageError(`"${clock}" is not a moment.`, 'Write it with its zone: --clock 2026-03-27T08:00Z')
  const node = JSON.parse(readFileSync(join(SERVER, 'node-options.json'), 'utf8')) as NodeOptions
  const env = { ...node.env, ...process.env, ...(port && { PORT: port }), ...(data && { LONGHAND_DATA: data }) }
  const server = spawn(process.execPath, [...node.flags, script, ...(demo ? ['--demo'] : []), ...(clock ? ['--clock', clock] : [])], { env, stdio: 'inherit', detached: true })
  passSignals(server)
  const code = await new Promise<number>((resolve) => server.once('exit', (status) => resolve(status ?? 0)))
  if (code !== 0) throw new ServerEnded(code)
  cli.terminal.say('The server has ended.\n')
}

function isMoment(text: string): boolean {
  try { Temporal.Instant.from(text); return true } catch { return false }
}
