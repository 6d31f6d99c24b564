import { doneInbox, endFocus, listInbox, readFocus, startFocus } from '#contract/attention.ts'
import type { FocusNow, InboxItem } from '#contract/attention.ts'
import { Option } from 'commander'
import type { Command } from 'commander'
import type { Cli, Reader } from '../context.ts'
import { UsageError } from '../errors.ts'
import { example } from '../help.ts'
import { clean, oneLine } from '../text/clean.ts'
import { fold } from '../text/columns.ts'
import { whenWords } from '../text/when.ts'
import type { Terminal } from '../terminal.ts'

/** The end of an id tells items apart. Unit: characters. */
const HANDLE = 6
const HANDLE_LEAST = 4

/** `longhand focus [90m] [what]`, `longhand inbox`. */
export function addFocus(program: Command, cli: Cli): void {
  const focus = program.command('focus').description('Starts focus for a while, ends it, or says whether you are in it.')
    .argument('[length]', 'Such as 90m or 2h; left out, it says how you stand.').argument('[what]', 'What for.').option('--end [done]', 'Ends the focus that runs, with what got done.')
  example(focus, 'longhand focus 90m "migration"', 'longhand focus', 'longhand focus --end "The whole migration"').action(async (length: string | undefined, what: string | undefined, options: { end?: string | true }) => {
    const answer = options.end !== undefined ? await cli.call(endFocus, { gotDone: options.end === true ? '' : options.end })
      : length !== undefined ? await cli.call(startFocus, { minutes: minutesFrom(length), what: what ?? '' }) : await cli.call(readFocus, {})
    const asked = length === undefined || options.end !== undefined ? null : minutesFrom(length)
    await cli.print(answer, async () => focusText(answer, await cli.reader(), { ended: options.end !== undefined, asked }))
  })
  focus.command('end').description(endFocus.does).option('--got-done <text>', 'What got done; for you alone.').action(async ({ gotDone = '' }: { gotDone?: string }) => {
    const answer = await cli.call(endFocus, { gotDone })
    await cli.print(answer, async () => focusText(answer, await cli.reader(), { ended: true, asked: null }))
  })
  const inbox = program.command('inbox').description('What came to you, and what is held until when.')
    .addOption(new Option('--of <which>', 'New, held, put aside or done.').choices(['new', 'held', 'snoozed', 'done']).default('new')).option('--done <item>', 'Puts one away, by the last signs of its id.')
  example(inbox, 'longhand inbox', 'longhand inbox --of held', 'longhand inbox --done 3f9a1c').action(async (options: { of: 'new' | 'held' | 'snoozed' | 'done'; done?: string }) => {
    if (options.done !== undefined) {
      const item = await cli.call(doneInbox, { id: await itemId(cli, options.done) })
      await cli.print(item, () => `Done: ${oneLine(item.title)}\n`)
      return
    }
    const list = await cli.call(listInbox, { of: options.of })
    await cli.print(list, async () => `${clean(list.sentence)}\n${list.items.map((item) => itemText(item, cli.terminal)).join('')}`)
  })
}

/**
 * A length of time as it is typed: `90m`, `2h`, `1h30m`, or a number of minutes.
 * @throws {UsageError} for anything else
 */
export function minutesFrom(given: string): number {
  const match = /^(?:(\d{1,2})h)?(?:(\d{1,3})m?)?$/.exec(given.trim().toLowerCase())
  const minutes = match ? Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0) : 0
  if (minutes > 0) return minutes
  throw new UsageError(`"${oneLine(given)}" is not a length of time.`, 'Write it as 90m, 2h or 1h30m. `longhand focus --end` ends the focus that runs.')
}

type Told = {
  ended: boolean
  /** For how long focus was started just now. Unit: minutes. */
  asked: number | null
}

/** What runs already goes on at least as long as it was going to: a shorter start ends none of it. */
export function focusText({ now: running, next, announcement }: FocusNow, { zone, now }: Reader, { ended, asked }: Told): string {
  const when = (at: string) => whenWords(Temporal.Instant.from(at), now, zone)
  const isLonger = running !== null && asked !== null && Temporal.Instant.compare(Temporal.Instant.from(running.endsAt), now.add({ minutes: asked })) > 0
  const head = running ? `In focus until ${when(running.endsAt)}${isLonger ? ', since another block of yours runs until then' : ''}${running.what === '' ? '' : `: ${oneLine(running.what)}`}. ${running.held} held.`
    : `${ended ? 'Your focus has ended; what waited comes in one batch.' : 'You are not in focus.'}${next ? ` The next block begins ${when(next.start)}.` : ''}`
  return `${head}\n${announcement && running ? `${clean(announcement)}\n` : ''}`
}

function itemText(item: InboxItem, { colors, width }: Pick<Terminal, 'colors' | 'width'>): string {
  return [
    `${fold(`${item.urgent ? '! ' : ''}${clean(item.title)}`, width, '  ')}\n`,
    `${colors.dim(fold(`${oneLine(item.byName)}, ${oneLine(item.spaceName)}, #${item.number} · ${item.id.slice(-HANDLE)} · ${clean(item.why)}`, width, '    '))}\n`,
  ].join('')
}

/** @throws {UsageError} when none or several of the new items fit */
async function itemId(cli: Cli, given: string): Promise<string> {
  const text = given.trim().toLowerCase()
  if (text.length < HANDLE_LEAST) throw new UsageError(`"${oneLine(given)}" is too short to tell items apart.`, `Give at least ${HANDLE_LEAST} signs; \`longhand inbox\` shows them.`)
  const found = (await cli.call(listInbox, {})).items.filter((item) => item.id.endsWith(text))
  const [only] = found
  if (only && found.length === 1) return only.id
  throw new UsageError(found.length === 0 ? `Nothing new in your inbox ends in "${oneLine(given)}".` : `Several items end in "${oneLine(given)}".`, '`longhand inbox` shows them with their last signs.')
}
