import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { openSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** How long a process may take to end when it is told to. Unit: ms. */
const END_MS = 20_000

export type Running = {
  name: string
  /** Of the process that was started, which is also that of its group. */
  pid: number
  ended: Promise<void>
  /** Tells the process, or with `group` all that it started, too. */
  signal(name: NodeJS.Signals, group?: boolean): void
  end(name?: NodeJS.Signals): Promise<void>
}

type Given = { name: string; command: readonly string[]; log: string; env?: Record<string, string>; user?: { uid: number; gid: number }; cwd?: string }

const all = new Set<Running>()

/** Starts a process in a group of its own, with its words in a file. It is ended by its id alone. */
export function start({ name, command, log, env = {}, user, cwd = '/' }: Given): Running {
  const file = openSync(log, 'a')
  const [program = '', ...args] = command
  const child = spawn(program, args, { detached: true, cwd, stdio: ['ignore', file, file], env: { PATH: process.env['PATH'], LC_ALL: 'C', ...env }, ...user })
  const running = runningOf(name, child)
  all.add(running)
  void running.ended.then(() => all.delete(running))
  return running
}

function runningOf(name: string, child: ChildProcess): Running {
  const { pid } = child
  if (pid === undefined) throw new Error(`${name} cannot be run.`)
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const signal = (kind: NodeJS.Signals, group = false) => {
    try { process.kill(group ? -pid : pid, kind) } catch (error) { if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error }
  }
  return {
    name, pid, ended, signal,
    async end(kind = 'SIGTERM') {
      signal(kind)
      await Promise.race([ended, pause(END_MS).then(() => signal('SIGKILL', true))])
    },
  }
}

/** Ends all that is left, the last started first. */
export async function endAll(): Promise<void> {
  for (const running of [...all].toReversed()) await running.end()
}

/** Runs a command to its end. @throws with what it said, unless it may fail */
export function run(command: readonly string[], { mayFail = false } = {}): string {
  const [program = '', ...args] = command
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0 && !mayFail) throw new Error(`${command.join(' ')} failed: ${stderr}${stdout}`)
  return stdout
}

/** Waits until something is so. @throws after `ms` */
export async function until(what: string, so: () => Promise<boolean>, ms: number): Promise<number> {
  const began = performance.now()
  while (performance.now() - began < ms) {
    if (await so().catch(() => false)) return performance.now() - began
    await pause(100)
  }
  throw new Error(`${what} was not so after ${ms / 1000} s.`)
}
