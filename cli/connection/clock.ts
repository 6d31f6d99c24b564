import { Problem, ProblemError } from '#contract/problem.ts'
import type { Command } from 'commander'
import { z } from 'zod'
import type { Cli } from '../context.ts'
import { example } from '../help.ts'
import { whenWords } from '../text/when.ts'

const Clock = z.object({ now: z.string() })

/** `longhand clock`: reads and moves a development clock; everything due on the way has happened when it answers. */
export function addClock(program: Command, cli: Cli): void {
  const clock = program.command('clock').description('Says what time a development server has, and moves it.')
  example(clock, 'longhand clock', 'longhand clock advance PT4H', 'longhand clock at 2026-03-27T18:00Z').action(() => tell(cli, null))
  example(clock.command('advance').description('Moves the clock on by a duration.').argument('<duration>', 'ISO 8601: PT4H, P1D.'), 'longhand clock advance PT4H')
    .action((duration: string) => tell(cli, { advance: duration }))
  example(clock.command('at').description('Moves the clock on to a moment.').argument('<moment>', 'ISO 8601, with its zone.'), 'longhand clock at 2026-03-27T18:00Z')
    .action((at: string) => tell(cli, { at }))
}

async function tell(cli: Cli, move: object | null): Promise<void> {
  const now = await askClock(cli.url(), move)
  await cli.print({ now }, async () => {
    const zone = await cli.reader().then((reader) => reader.zone, () => null)
    const local = zone === null ? '' : `, ${whenWords(Temporal.Instant.from(now), Temporal.Instant.from(now), zone)} in ${zone}`
    return `The clock stands at ${now}${local}.\n`
  })
}

async function askClock(base: string, move: object | null): Promise<string> {
  const answer = await fetch(`${base}/dev/clock`, move ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(move) } : {}).catch(() => null)
  if (answer === null) throw problem(0, 'unreachable', `No answer from ${base}.`, 'Check that Longhand is running there; start it with `longhand serve`.')
  const body: unknown = await answer.json().catch(() => null)
  if (answer.ok) {
    const clock = Clock.safeParse(body)
    if (clock.success) return clock.data.now
  }
  if (answer.ok || answer.status === 404) throw problem(404, 'not_found', 'This server runs on the machine’s clock, which nobody moves.', 'Start one with a clock of its own: longhand serve --clock 2026-03-27T08:00Z')
  const told = Problem.safeParse(body)
  throw told.success ? new ProblemError(told.data) : problem(answer.status, 'unexpected', `The server answered ${answer.status}.`, 'Try again in a minute.')
}

const problem = (status: number, code: string, title: string, next: string) => new ProblemError({ type: 'about:blank', status, code, title, next })
