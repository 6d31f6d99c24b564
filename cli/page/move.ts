import { movePage, readPage } from '#contract/pages.ts'
import { Option } from 'commander'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { directory } from '../directory.ts'
import { UsageError } from '../errors.ts'
import { example } from '../help.ts'
import { NUMBER, pageNumber, printSaved } from './common.ts'

type Flags = { under?: string; top?: true; space?: string; at?: string }

/** `longhand page move`: in the tree, or into another space, with all that stands below. */
export function addPageMove(group: Command, cli: Cli): void {
  const move = group.command('move').description('Moves a page, and what stands below it; links to it go on working.').argument('<number>', NUMBER).option('--under <number>', 'The page that it stands under from now on.')
    .addOption(new Option('--top', 'To the top of its space.').conflicts('under')).option('--space <name>', 'Into another space; to its top unless you say --under.').option('--at <place>', 'Its place among the pages beside it, from 1; the first unless given.')
  example(move, 'longhand page move 141 --under 120', 'longhand page move 141 --top --at 2', 'longhand page move 141 --space Platform').action(async (given: string, flags: Flags) => printSaved(cli, await moved(cli, pageNumber(given), flags)))
}

async function moved(cli: Cli, number: number, { under, top, space, at }: Flags) {
  if (under === undefined && !top && space === undefined && at === undefined) throw new UsageError('It must be said where the page goes.', 'Add --under with a page, --top, --space or --at.')
  const spaceId = space === undefined ? undefined : (await directory(cli).space(space)).id
  const stays = under === undefined && !top && space === undefined
  const parent = under !== undefined ? pageNumber(under) : stays ? (await cli.call(readPage, { number })).parent : null
  return cli.call(movePage, { number, parent, position: placeFrom(at), ...(spaceId !== undefined && { spaceId }) })
}

/** @throws {UsageError} for what is no place */
function placeFrom(given: string | undefined): number {
  if (given === undefined) return 0
  if (!/^[1-9]\d{0,5}$/.test(given)) throw new UsageError(`"${given}" is not a place.`, 'Write it as --at 2.')
  return Number(given) - 1
}
