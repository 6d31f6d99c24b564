import { runCli } from './run.ts'
import { systemTerminal } from './terminal.ts'

/** One command line, and all that a process of its own would have been given with it. */
export type Command = { args: readonly string[]; stdin: string; cwd: string; env: Readonly<Record<string, string>> }
export type Ran = { code: number; out: string; said: string }

/**
 * The command line in a process that stays. Nine tenths of what a short command costs is loading the program, so tests
 * that are about what is said, and not about the process, share it.
 */
async function run({ args, stdin, cwd, env }: Command): Promise<Ran> {
  const ran: Ran = { code: 0, out: '', said: '' }
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, env)
  process.chdir(cwd)
  ran.code = await runCli(args, {
    ...systemTerminal(), readInput: async () => stdin, piped: true, interactive: false,
    out: (text) => { ran.out += text }, say: (text) => { ran.said += text },
  })
  return ran
}

let last = Promise.resolve()
process.on('message', ({ id, command }: { id: number; command: Command }) => {
  last = last.then(async () => { process.send?.({ id, ran: await run(command) }) })
})
process.on('disconnect', () => process.exit(0))
