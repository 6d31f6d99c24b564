import { ProblemError } from '#contract/problem.ts'
import { Refusal } from '#domain/refusal.ts'
import { CommanderError } from 'commander'
import { clean } from './text/clean.ts'
import type { Terminal } from './terminal.ts'

/** Done · refused by a rule or a fault · asked in a way that cannot be understood · nobody answered. */
export const EXIT = { done: 0, refused: 1, usage: 2, unreachable: 3 } as const

/** The command was not understood; `next` says how to put it. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly next: string
  constructor(message: string, next: string) {
    super(message)
    this.next = next
  }
}

/** The person at the terminal stopped a dialogue. */
export class Cancelled extends Error { override readonly name = 'Cancelled' }

/** The server said why already; only its code is passed on. */
export class ServerEnded extends Error {
  override readonly name = 'ServerEnded'
  readonly code: number
  constructor(code: number) {
    super('The server could not start.')
    this.code = code
  }
}

/** Statuses by which a proxy or the server says that nobody is there now. */
const NOBODY_THERE = new Set([0, 502, 503, 504])
/** Ways in which commander ends without anything being wrong. */
const FINE = new Set(['commander.helpDisplayed', 'commander.version'])

type Told = { exit: number; code: string; message: string; next: string; issues?: { path: string; message: string }[] }

/** Says what went wrong and what to do, once, and gives the exit code. With `--json` the same as data, on stderr. */
export function explain(error: unknown, terminal: Terminal, json: boolean): number {
  if (error instanceof CommanderError) return FINE.has(error.code) ? EXIT.done : EXIT.usage
  if (error instanceof ServerEnded) return error.code
  if (error instanceof Cancelled) { terminal.say(`${error.message}\n`); return EXIT.refused }
  const told = telling(error)
  if (json) {
    const { exit: _exit, ...rest } = told
    terminal.say(`${JSON.stringify(rest)}\n`)
    return told.exit
  }
  terminal.say(`${terminal.colors.red('✗')} ${clean(told.message)}\n  ${clean(told.next)}\n`)
  for (const issue of (told.issues ?? []).slice(1)) terminal.say(`  ${clean(issue.path)}: ${clean(issue.message)}\n`)
  return told.exit
}

function telling(error: unknown): Told {
  if (error instanceof UsageError) return { exit: EXIT.usage, code: 'usage', message: error.message, next: error.next }
  if (error instanceof ProblemError) {
    const { status, code, title, next, issues } = error.problem
    return { exit: NOBODY_THERE.has(status) ? EXIT.unreachable : EXIT.refused, code, message: title, next, ...(issues && { issues }) }
  }
  if (error instanceof Refusal) return { exit: EXIT.refused, code: error.code, message: error.message, next: error.next }
  const message = error instanceof Error ? error.message : String(error)
  return { exit: EXIT.refused, code: 'unexpected', message, next: 'This is a fault in the command line; tell whoever runs this Longhand what you typed.' }
}
