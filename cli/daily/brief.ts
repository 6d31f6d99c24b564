import { openedBrief, readBrief } from '#contract/brief.ts'
import type { Command } from 'commander'
import { briefText } from '../brief/render.ts'
import type { Cli } from '../context.ts'
import { example } from '../help.ts'
import { momentOf } from '../moment.ts'

type Options = { since?: string; all?: true }

/** `longhand brief`: what to read first in this shift. */
export function addBrief(program: Command, cli: Cli): void {
  const brief = program.command('brief').description('What to read first: handed to you, due, what you can unblock, what changed.')
    .option('--since <moment>', 'Tell changes from then on.').option('--all', 'Unfold the rest.')
  example(brief, 'longhand brief', 'longhand brief --since "2026-03-09" --all').action(async (options: Options) => {
    const since = await momentOf(cli, 'since', options.since)
    const answer = await cli.call(readBrief, { ...(since !== null && { since }) })
    await cli.print(answer, async () => briefText(answer, { colors: cli.terminal.colors, width: cli.terminal.width, reader: await cli.reader(), all: options.all === true }))
    // Noting that it was read is a courtesy to its reader; a token that may only read shows the brief all the same.
    if (!cli.json()) await cli.call(openedBrief, {}).catch(() => undefined)
  })
}
