import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Cli } from './context.ts'
import { ServerEnded, UsageError } from './errors.ts'
import { passSignals } from './pass-signals.ts'

type Beside = { script: string; verb: string; args: readonly string[]; data?: string | undefined }

/** Runs a program of the server beside its data, and shows what it says. @throws {UsageError} where this command line came without a server */
export async function runBesideServer(cli: Cli, { script, verb, args, data }: Beside): Promise<void> {
  const path = join(import.meta.dirname, '../server', script)
  if (!existsSync(path)) throw new UsageError('The command line alone holds no server.', `Run \`longhand ${verb}\` in the checkout of Longhand that runs your server.`)
  const child = spawn(process.execPath, [path, ...args, ...(cli.json() ? ['--json'] : [])], { env: { ...process.env, ...(data && { LONGHAND_DATA: data }) }, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  child.stdout.setEncoding('utf8').on('data', (text: string) => cli.terminal.out(text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => cli.terminal.say(text))
  passSignals(child)
  const code = await new Promise<number>((resolve) => child.once('close', (status) => resolve(status ?? 1)))
  if (code !== 0) throw new ServerEnded(code)
}
