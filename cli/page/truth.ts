import { ownPage, usePage, verifyPage } from '#contract/page-truth.ts'
import { readPage } from '#contract/pages.ts'
import type { PageView } from '#contract/pages.ts'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { directory } from '../directory.ts'
import { UsageError } from '../errors.ts'
import { example } from '../help.ts'
import { oneLine } from '../text/clean.ts'
import { fold } from '../text/columns.ts'
import { NUMBER, pageNumber } from './common.ts'

type VerifyFlags = { against?: string; days?: string }
type OwnFlags = { nobody?: true; days?: string }

/** `longhand page verify|own|wrong|helped`: whether a page is still true, and who sees to it. */
export function addPageTruth(group: Command, cli: Cli): void {
  const verify = group.command('verify').description('Says that a page is true today.').argument('<number>', NUMBER).option('--against <what>', 'What you held it against: a release, a drill, a person.').option('--days <count>', 'How long that holds; 0 for good.')
  example(verify, 'longhand page verify 141 --against "release 4.2" --days 90').action(async (given: string, { against, days }: VerifyFlags) => {
    const { number, version } = await cli.call(readPage, { number: pageNumber(given) })
    await printTruth(cli, await cli.call(verifyPage, { number, version, against: against ?? '', ...(days !== undefined && { reviewDays: daysFrom(days) }) }))
  })
  const own = group.command('own').description('Says who minds a page: you, unless you name somebody.').argument('<number>', NUMBER).argument('[name]', 'Whoever minds it from now on.').option('--nobody', 'Nobody does.').option('--days <count>', 'How long a verification holds; 0 for good.')
  example(own, 'longhand page own 141', 'longhand page own 141 Mei --days 90').action(async (given: string, name: string | undefined, { nobody, days }: OwnFlags) => {
    const ownerId = nobody ? null : name === undefined ? (await cli.me()).person.id : await directory(cli).person(name)
    await printTruth(cli, await cli.call(ownPage, { number: pageNumber(given), ownerId, ...(days !== undefined && { reviewDays: daysFrom(days) }) }))
  })
  const wrong = group.command('wrong').description('Says that a place in a page is wrong; whoever minds it is told.').argument('<number>', NUMBER).argument('<note...>', 'What is wrong.').option('--quote <words>', 'The words that are.')
  example(wrong, 'longhand page wrong 141 "The replica is called db-3 now" --quote "ssh db-2"').action(async (given: string, words: string[], { quote }: { quote?: string }) => {
    await printTruth(cli, await cli.call(usePage, { number: pageNumber(given), verdict: 'wrong', note: words.join(' '), quote: quote ?? '' }))
  })
  const helped = group.command('helped').description('Says that a page helped.').argument('<number>', NUMBER)
  example(helped, 'longhand page helped 141').action(async (given: string) => { await printTruth(cli, await cli.call(usePage, { number: pageNumber(given), verdict: 'helped' })) })
}

const DAYS = /^(0|[1-9]\d{0,2})$/

/** @throws {UsageError} for what counts no days */
function daysFrom(given: string): number | null {
  if (!DAYS.test(given)) throw new UsageError('--days takes a number of days.', 'Such as --days 90, or --days 0 for good.')
  return given === '0' ? null : Number(given)
}

async function printTruth(cli: Cli, page: PageView): Promise<void> {
  const owner = page.ownerName === null ? 'Nobody minds it.' : `${oneLine(page.ownerName)} minds it.`
  const said = page.wrong.length === 0 ? '' : ` ${page.wrong.length} ${page.wrong.length === 1 ? 'place is' : 'places are'} said to be wrong.`
  await cli.print(page, () => `${fold(`#${page.number}  ${oneLine(page.title)}. ${page.truthSentence} ${owner}${said}`, cli.terminal.width)}\n`)
}
