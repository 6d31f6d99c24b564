import { pageVersion, pageVersions, readPage, restorePageVersion } from '#contract/pages.ts'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { example } from '../help.ts'
import { NUMBER, pageNumber, printSaved, versionNumber } from './common.ts'
import { versionDiff, versionsText } from './render.ts'

/** `longhand page history|diff|restore`: what a page was, and the way back. */
export function addPageHistory(group: Command, cli: Cli): void {
  const history = group.command('history').description('What was saved of a page: by whom, when, why, and how many lines.').argument('<number>', NUMBER).option('--cursor <cursor>', 'Where an earlier list ended.')
  example(history, 'longhand page history 141').action(async (given: string, { cursor }: { cursor?: string }) => {
    const found = await cli.call(pageVersions, { number: pageNumber(given), ...(cursor !== undefined && { cursor }) })
    await cli.print(found, async () => versionsText(found, await cli.reader(), cli.terminal) + (found.next === null ? '' : `There is more: add --cursor ${found.next}\n`))
  })
  const diff = group.command('diff').description('The lines that a save changed; the newest one unless you say which.').argument('<number>', NUMBER).argument('[version]', 'Such as 3.').option('--against <version>', 'Compare with this one instead of the one before.').option('--text', 'The whole text of that version instead.')
  example(diff, 'longhand page diff 141', 'longhand page diff 141 7 --against 3', 'longhand page diff 141 3 --text').action(async (given: string, version: string | undefined, { against, text }: { against?: string; text?: true }) => {
    const number = pageNumber(given)
    const found = await cli.call(pageVersion, { number, version: version === undefined ? (await cli.call(readPage, { number })).version : versionNumber(version), ...(against !== undefined && { against: versionNumber(against) }) })
    await cli.print(found, () => text ? found.text : versionDiff(found, cli.terminal))
  })
  const restore = group.command('restore').description('Makes an earlier version the newest; what came between stays in the history.').argument('<number>', NUMBER).argument('<version>', 'Such as 3.').option('--note <text>', 'Why.')
  example(restore, 'longhand page restore 141 3 --note "The new steps did not work."').action(async (given: string, version: string, { note }: { note?: string }) =>
    printSaved(cli, await cli.call(restorePageVersion, { number: pageNumber(given), version: versionNumber(version), ...(note !== undefined && { note }) })))
}
