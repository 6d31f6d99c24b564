import { acceptBaton, answerBaton, batonDone, listBatons, readBaton, reopenBaton, returnBaton } from '#contract/handoffs.ts'
import type { BatonView } from '#contract/handoffs.ts'
import { Option } from 'commander'
import type { Command } from 'commander'
import type { Cli, Reader } from '../context.ts'
import { directory } from '../directory.ts'
import { UsageError } from '../errors.ts'
import { example } from '../help.ts'
import { pipedText, said } from '../said.ts'
import { clean, oneLine } from '../text/clean.ts'
import { fold } from '../text/columns.ts'
import { whenWords } from '../text/when.ts'
import type { Terminal } from '../terminal.ts'

const OF = ['to-me', 'from-me', 'unowned', 'space'] as const
type Of = (typeof OF)[number]

const BATON = 'A few last signs of its id, or #128 for the one in that wrap.'
/** The end of an id tells batons of one wrap apart; its beginning is the time. Unit: characters. */
const HANDLE = 6
const HANDLE_LEAST = 4
/** The newest so many of what was accepted are looked at; more than one accepts in a week. */
const SETTLED_MAX = 50

/** `longhand baton list|show|accept|return|answer|done|reopen`. */
export function addBatons(program: Command, cli: Cli): void {
  const baton = program.command('baton').description('Batons: what is handed to you, and what you handed on.')
  example(baton, 'longhand baton list', 'longhand baton accept 3f9a1c', 'longhand baton return 3f9a1c "Which branch?"', 'longhand baton done 3f9a1c "It is at 100 %."')
  const list = baton.command('list').description('Lists open batons.').addOption(new Option('--of <whose>', 'To you and what nobody holds, from you, what nobody holds alone, or all in a space.').choices([...OF]).default('to-me'))
    .option('--space <name>', 'The space, with --of space.').option('--settled', 'Those that are settled instead.')
  example(list, 'longhand baton list --of from-me').action(async (options: { of: Of; space?: string; settled?: true }) => {
    const spaceId = options.of === 'space' || options.space !== undefined ? (await directory(cli).space(options.space)).id : undefined
    const of = (whose: Of) => cli.call(listBatons, { of: whose, ...(spaceId && { spaceId }), settled: options.settled ? 'true' : 'false' })
    const unowned = options.of === 'to-me' && !options.settled ? (await of('unowned')).items : []
    const answer = await of(options.of)
    answer.items.unshift(...unowned)
    await cli.print(answer, async () => answer.items.length === 0 ? 'No open batons.\n' : answer.items.map((item) => batonLines(item, cli.terminal)).join('\n'))
  })
  const show = baton.command('show').description('Shows a baton and every step of its history.').argument('<baton>', BATON)
  example(show, 'longhand baton show 3f9a1c').action(async (given: string) => {
    const answer = await cli.call(readBaton, { id: await batonId(cli, given) })
    await cli.print(answer, async () => batonLines(answer, cli.terminal) + historyLines(answer, await cli.reader(), cli.terminal))
  })
  const accept = baton.command('accept').description('Takes a baton: from now on you hold it.').argument('<baton>', BATON)
  example(accept, 'longhand baton accept 3f9a1c').action(async (given: string) => say(cli, await cli.call(acceptBaton, { id: await batonId(cli, given) })))
  const back = baton.command('return').description('Gives a baton back with one question.').argument('<baton>', BATON).argument('[question]', 'Your one question.')
  example(back, 'longhand baton return 3f9a1c "Which branch holds the fix?"').action(async (given: string, question?: string) =>
    say(cli, await cli.call(returnBaton, { id: await batonId(cli, given), question: await words(cli, question, 'Your one question') })))
  const answer = baton.command('answer').description('Answers the question, which offers the baton again.').argument('<baton>', BATON).argument('[answer]', 'The answer.')
  example(answer, 'longhand baton answer 3f9a1c "fix/cache, it is pushed."').action(async (given: string, text?: string) =>
    say(cli, await cli.call(answerBaton, { id: await batonId(cli, given), answer: await words(cli, text, 'Your answer') })))
  addEndings(baton, cli)
}

/** What the holder of a baton says at its end. */
function addEndings(baton: Command, cli: Cli): void {
  const done = baton.command('done').description('Says that a baton which you hold is done.').argument('<baton>', BATON).argument('[outcome]', 'What came of it, in a line.')
  example(done, 'longhand baton done 3f9a1c "It is at 100 %."').action(async (given: string, outcome?: string) =>
    say(cli, await cli.call(batonDone, { id: await settledId(cli, given, 'done'), outcome: outcome ?? await pipedText(cli) ?? '' })))
  const reopen = baton.command('reopen').description('Says that a baton is not done after all: you hold it again.').argument('<baton>', BATON)
  example(reopen, 'longhand baton reopen 3f9a1c').action(async (given: string) => say(cli, await cli.call(reopenBaton, { id: await settledId(cli, given, 'reopen') })))
}

const say = (cli: Cli, baton: BatonView) => cli.print(baton, () => batonLines(baton, cli.terminal))

const words = (cli: Cli, given: string | undefined, question: string): Promise<string> => said(cli, given, question, { missing: question, behind: 'the baton' })

/** What is needed to tell it apart, who holds it, and what happens when. */
function batonLines(baton: BatonView, { colors, width }: Pick<Terminal, 'colors' | 'width'>): string {
  const parts = [
    `${colors.bold(handle(baton.id))}  ${baton.state}  ${colors.dim(`#${baton.number} in ${oneLine(baton.spaceName)}, ${oneLine(baton.giverName)} → ${oneLine(baton.toName)}`)}`,
    fold(clean(baton.text), width, '  '),
    baton.nextStep && fold(`Next: ${clean(baton.nextStep)}`, width, '  '),
    baton.question && fold(`Question: ${clean(baton.question)}`, width, '  '),
    baton.answer && fold(`Answer: ${clean(baton.answer)}`, width, '  '),
    colors.dim(fold(clean(baton.why), width, '  ')),
  ]
  return `${parts.filter(Boolean).join('\n')}\n`
}

function historyLines({ steps }: BatonView, { now, zone }: Reader, { width }: Terminal): string {
  return steps.map((step) => `${fold(`${whenWords(Temporal.Instant.from(step.at), now, zone)}  ${clean(step.sentence)}`, width, '  ')}\n`).join('')
}

const handle = (id: string): string => id.slice(-HANDLE)

/** Each once. */
async function batonsOf(cli: Cli, lists: readonly { of: Of; spaceId?: string; settled?: 'true'; limit?: number }[]): Promise<BatonView[]> {
  const pages = await Promise.all(lists.map((list) => cli.call(listBatons, list)))
  return [...new Map(pages.flatMap((page) => page.items).map((one) => [one.id, one])).values()]
}

/** Looks at the batons that concern you first, then at all in your spaces. @throws {UsageError} when none or several fit */
async function batonId(cli: Cli, given: string): Promise<string> {
  return namedIn(given, async (fits) => {
    const mine = fits(await batonsOf(cli, [{ of: 'to-me' }, { of: 'from-me' }, { of: 'unowned' }]))
    return mine.length > 0 ? mine : fits(await batonsOf(cli, (await cli.me()).spaces.map(({ id }) => ({ of: 'space', spaceId: id }))))
  }, [`No open baton that you see ends in "${given}".`, '`longhand baton list` and `longhand baton list --of from-me` show yours, `--of space` all in a space.'])
}

/** Looks at those that were yours to accept and of which you may say this. @throws {UsageError} when none or several fit */
async function settledId(cli: Cli, given: string, can: 'done' | 'reopen'): Promise<string> {
  const what = can === 'done' ? 'you hold' : 'you said is done'
  return namedIn(given, async (fits) => fits((await batonsOf(cli, [{ of: 'to-me', settled: 'true', limit: SETTLED_MAX }])).filter((one) => one.can.includes(can))),
    [`No baton that ${what} ends in "${given}".`, '`longhand baton list --settled` shows what you accepted.'])
}

type Fits = (all: readonly BatonView[]) => readonly BatonView[]

/** The one baton that these signs, or the number of its wrap, name among those that `find` lets through. */
async function namedIn(given: string, find: (fits: Fits) => Promise<readonly BatonView[]>, [missing, where]: readonly [string, string]): Promise<string> {
  const text = given.trim().toLowerCase()
  if (/^[0-9a-f]{8}-/.test(text)) return text
  const number = /^#?(\d{1,15})$/.exec(text)?.[1]
  if (number === undefined && text.length < HANDLE_LEAST) throw new UsageError(`"${given}" is too short to tell batons apart.`, `Give at least ${HANDLE_LEAST} signs; \`longhand baton list\` shows them.`)
  const found = await find((all) => {
    const byHandle = all.filter((one) => one.id.endsWith(text))
    return byHandle.length > 0 ? byHandle : all.filter((one) => String(one.number) === number)
  })
  const [only] = found
  if (only && found.length === 1) return only.id
  if (found.length > 1) throw new UsageError(`Several batons fit: ${found.map((one) => `${handle(one.id)} “${oneLine(one.text)}”`).join(', ')}.`, 'Give the signs in front of the one you mean.')
  throw new UsageError(missing, where)
}
