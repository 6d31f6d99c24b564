import { listThreads, markRead, postReply, postThread, readThread } from '#contract/threads.ts'
import { Option } from 'commander'
import type { Command } from 'commander'
import { terminalAsk } from '../ask.ts'
import type { Cli } from '../context.ts'
import { directory } from '../directory.ts'
import { editText } from '../edit-text.ts'
import { UsageError } from '../errors.ts'
import { readText } from '../generic/commands.ts'
import { example } from '../help.ts'
import { sendOrKeepText } from '../keep-text.ts'
import { pipedText, said } from '../said.ts'
import { oneLine } from '../text/clean.ts'
import { fold } from '../text/columns.ts'
import { threadsText, threadText } from './threads-text.ts'

const OF = ['all', 'unread', 'following', 'mine', 'saved', 'open', 'resolved'] as const
const NUMBER = 'Of the thread, such as 128.'

type ListFlags = { space?: string; of: (typeof OF)[number]; cursor?: string }
type ShowFlags = { cursor?: string; read?: true }
type TextFlags = { file?: string; edit?: true }
type NewFlags = TextFlags & { space?: string; body?: string }

/** `longhand thread list|show|new|reply`. */
export function addThreads(program: Command, cli: Cli): void {
  const thread = program.command('thread').description('Threads: what is talked about, with its replies.')
  example(thread, 'longhand thread list --of unread', 'longhand thread show 128', 'longhand thread new "The relay is slow" --space Platform --edit', 'longhand thread reply 128 "It is the disk."')
  const list = thread.command('list').description('Threads, the latest activity first.').option('--space <name>', 'Of one space.')
    .addOption(new Option('--of <which>', 'Which of them.').choices([...OF]).default('all')).option('--cursor <cursor>', 'Where an earlier list ended.')
  example(list, 'longhand thread list --space Platform', 'longhand thread list --of unread').action((flags: ListFlags) => listThem(cli, flags))
  const show = thread.command('show').description('A thread with its replies, oldest first.').argument('<number>', NUMBER)
    .option('--read', 'Note that you have read what is shown.').option('--cursor <cursor>', 'Where an earlier part ended.')
  example(show, 'longhand thread show 128', 'longhand thread show 128 --read').action((given: string, flags: ShowFlags) => showOne(cli, numberFrom(given), flags))
  const make = thread.command('new').description('Begins a thread in a space.').argument('<title>', 'What it is about, in a line.')
    .option('--space <name>', 'Where it stands; needed where you have several spaces.').option('--body <text>', 'Its opening, as Markdown, or - for what is piped in.')
  example(withText(make, 'its opening'), 'longhand thread new "The relay is slow" --space Platform', 'longhand thread new "The relay is slow" --body - < relay.md', 'longhand thread new "The relay is slow" --edit')
    .action((title: string, flags: NewFlags) => begin(cli, title, flags))
  const reply = thread.command('reply').description('Replies in a thread.').argument('<number>', NUMBER).argument('[text]', 'Your reply, as Markdown; it may be piped in.')
  example(withText(reply, 'your reply'), 'longhand thread reply 128 "It is the disk."', 'longhand thread reply 128 --edit', 'longhand thread reply 128 < reply.md')
    .action((given: string, text: string | undefined, flags: TextFlags) => replyTo(cli, numberFrom(given), text, flags))
}

const withText = (command: Command, what: string): Command => command.addOption(new Option('--file <path>', `Take ${what} from a file.`).conflicts(['body', 'edit'])).addOption(new Option('--edit', `Write ${what} in $EDITOR.`).conflicts('body'))

async function listThem(cli: Cli, { space, of, cursor }: ListFlags): Promise<void> {
  const spaceId = space === undefined ? undefined : (await directory(cli).space(space)).id
  const found = await cli.call(listThreads, { of, ...(spaceId !== undefined && { spaceId }), ...(cursor !== undefined && { cursor }) })
  await cli.print(found, async () => threadsText(found, await cli.reader(), cli.terminal))
}

async function showOne(cli: Cli, number: number, { cursor, read }: ShowFlags): Promise<void> {
  const thread = await cli.call(readThread, { number, ...(cursor !== undefined && { cursor }) })
  await cli.print(thread, async () => threadText(thread, await cli.reader(), { ...cli.terminal, begins: cursor === undefined }))
  if (read) await cli.call(markRead, { number, seq: thread.items.at(-1)?.seq ?? 0 })
}

/** The text is read first, and kept whatever happens after. */
async function begin(cli: Cli, title: string, { space, ...flags }: NewFlags): Promise<void> {
  const body = await openingOf(cli, flags)
  const thread = await sendOrKeepText(cli, { name: 'thread', text: body, given: flags.file !== undefined }, async () =>
    cli.call(postThread, { spaceId: (await directory(cli).space(space)).id, title, body }))
  await cli.print(thread, () => `${fold(`#${thread.number}  ${oneLine(thread.title)}, in ${oneLine(thread.spaceName)}.`, cli.terminal.width)}\n`)
}

/** What is piped in is taken only where it is asked for: a loop that reads a list would send its rest. */
async function openingOf(cli: Cli, { body, ...flags }: Omit<NewFlags, 'space'>): Promise<string> {
  const written = textFrom(cli, 'thread', flags)
  if (written !== undefined) return written
  if (body === '-') return await pipedText(cli) ?? ''
  return body ?? (cli.mayAsk() ? terminalAsk.line('The opening (empty for the title alone; --edit opens an editor)', { optional: true }) : '')
}

async function replyTo(cli: Cli, number: number, text: string | undefined, flags: TextFlags): Promise<void> {
  const body = textFrom(cli, 'reply', flags) ?? await said(cli, text, 'Your reply')
  const reply = await sendOrKeepText(cli, { name: 'reply', text: body, given: flags.file !== undefined }, () => cli.call(postReply, { number, body }))
  await cli.print(reply, () => `Replied in #${number}.\n`)
}

/** From a file or the editor; undefined where neither is wanted. */
function textFrom(cli: Cli, name: string, { file, edit }: TextFlags): string | undefined {
  if (file !== undefined) return readText(file).trimEnd()
  return edit ? editText({ name, before: '', read: (text) => text.trimEnd() }, cli.terminal) : undefined
}

/** @throws {UsageError} for what is no number */
function numberFrom(given: string): number {
  const number = /^#?(\d{1,15})$/.exec(given.trim())?.[1]
  if (number === undefined) throw new UsageError(`"${oneLine(given)}" is not the number of a thread.`, '`longhand thread list` shows the numbers.')
  return Number(number)
}
