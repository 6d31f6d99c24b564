import { text as readAll } from 'node:stream/consumers'
import pc from 'picocolors'

/** How wide a line of prose is set at most, and what is assumed where nobody tells. Unit: columns. */
const MEASURE = 88
const UNKNOWN_WIDTH = 80
const NARROWEST = 40

export type Colors = ReturnType<typeof pc.createColors>

/** The world outside the program, passed in so that tests see everything that is said. */
export type Terminal = {
  /** Data: what was asked for. */
  out(text: string): void
  /** Talk: progress, refusals, hints. Never mixed with data. */
  say(text: string): void
  /** All that is piped in. */
  readInput(): Promise<string>
  /** Whether something is piped in rather than typed. */
  readonly piped: boolean
  /** Whether there is a person who can be asked. */
  readonly interactive: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  readonly colors: Colors
  /** Columns that a line of prose may take. */
  readonly width: number
  /** Columns that a row of a table may take; without end where no terminal shows it, since what is cut cannot be searched. */
  readonly tableWidth: number
}

/** The terminal of this process. Honours NO_COLOR, and COLUMNS before what the terminal says of itself. */
export function systemTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process
  const columns = columnsIn(env, stdout.columns)
  return {
    out: (text) => { stdout.write(text) },
    say: (text) => { stderr.write(text) },
    readInput: () => readAll(stdin),
    piped: !stdin.isTTY,
    interactive: stdin.isTTY === true && stderr.isTTY === true,
    env,
    colors: pc.createColors(stdout.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb'),
    width: Math.max(NARROWEST, Math.min(columns, MEASURE)), tableWidth: stdout.isTTY ? Math.max(NARROWEST, columns) : Infinity,
  }
}

/** @param own what the terminal says of itself; nothing where there is none */
const columnsIn = (env: Terminal['env'], own: number | undefined): number => Number(env['COLUMNS']) || own || UNKNOWN_WIDTH
