import { readPage, savePage } from '#contract/pages.ts'
import type { PageView, Saved } from '#contract/pages.ts'
import type { GivenTo } from '#contract/operation.ts'
import { PAGE_KINDS } from '#domain/pages/kinds.ts'
import type { PageKind } from '#domain/pages/kinds.ts'
import { Refusal } from '#domain/refusal.ts'
import { writeFileSync } from 'node:fs'
import { Option } from 'commander'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { several } from '../decide/common.ts'
import { editText } from '../edit-text.ts'
import { UsageError } from '../errors.ts'
import { readText } from '../generic/commands.ts'
import { example } from '../help.ts'
import { keepText, sendOrKeepText } from '../keep-text.ts'
import { isPiped } from '../said.ts'
import { hasMarks, withMarks } from './both-sides.ts'
import { NUMBER, pageNumber, printSaved, versionNumber } from './common.ts'

type Flags = { file?: string; base?: string; note?: string; title?: string; kind?: PageKind; tag?: string[] }
type Conflict = Extract<Saved, { outcome: 'conflict' }>
type Written = { base: number; text: string | undefined; file: string | undefined }

/** `longhand page edit`: in $EDITOR, from a file or a pipe; joined with what others saved meanwhile. */
export function addPageEdit(group: Command, cli: Cli): void {
  const edit = group.command('edit').description('Edits a page in $EDITOR, or takes its Markdown from a file or a pipe. What others saved meanwhile is joined with it.').argument('<number>', NUMBER)
    .option('--file <path>', 'Its whole Markdown, or - for what is piped in.').option('--base <version>', 'The version that a file or pipe was made from.').option('--note <text>', 'What changed and why, for its history.')
    .option('--title <words>', 'A new title; alone, the text stays.').addOption(new Option('--kind <kind>', 'What it is for.').choices([...PAGE_KINDS])).option('--tag <word>', 'Its tags, instead of those that it has.', several)
  example(edit, 'longhand page edit 141 --note "The port of the new relay."', 'longhand page show 141 --text > relay.md', 'longhand page edit 141 --file relay.md --base 7', 'longhand page edit 141 --title "Restart the relay"')
    .action((given: string, flags: Flags) => editOne(cli, pageNumber(given), flags))
}

/** What is piped in is read first, and kept whatever happens after. */
async function editOne(cli: Cli, number: number, flags: Flags): Promise<void> {
  const piped = isPiped(cli, flags.file) ? await cli.terminal.readInput() : ''
  const { saved, written } = await sendOrKeepText(cli, { name: 'page', text: piped }, () => save(cli, number, piped, flags))
  if (saved.outcome === 'conflict') throw bothSides(cli, number, saved, written)
  await printSaved(cli, saved.page, saved.outcome === 'merged' ? `Joined with what ${saved.withByNames.join(' and ') || 'you'} saved meanwhile.` : '')
}

async function save(cli: Cli, number: number, piped: string, { note, title, kind, tag, ...how }: Flags): Promise<{ saved: Saved; written: Written }> {
  const page = await cli.call(readPage, { number })
  const others = { ...(note !== undefined && { note }), ...(title !== undefined && { title }), ...(kind !== undefined && { kind }), ...(tag !== undefined && { tags: tag }) }
  const written = await textOf(cli, page, { ...how, piped }, title !== undefined || kind !== undefined || tag !== undefined)
  if (written.text !== undefined && hasMarks(written.text)) throw new UsageError('The text still has both sides of a conflict in it.', 'Keep what should stand, take the lines with <<<<<<< and >>>>>>> out, and send it again.')
  const input: GivenTo<typeof savePage> = { number, base: written.base, ...others, ...(written.text !== undefined && { text: written.text }) }
  const kept = written.file !== undefined || written.text === undefined || piped !== ''
  return { written, saved: await sendOrKeepText(cli, { name: 'page', text: written.text ?? '', given: kept }, () => cli.call(savePage, input)) }
}

async function textOf(cli: Cli, page: PageView, { file, base, piped }: Pick<Flags, 'file' | 'base'> & { piped: string }, saysOther: boolean): Promise<Written> {
  if (file !== undefined || piped !== '') {
    if (base === undefined) throw new UsageError('It must be said which version this was made from, so that nothing of others is written over.', `The page is at version ${page.version}; add --base with the one that you had.`)
    return { base: versionNumber(base), text: file === undefined || file === '-' ? piped : readText(file), file: file === '-' ? undefined : file }
  }
  if (saysOther) return { base: page.version, text: undefined, file: undefined }
  return { base: page.version, text: editText({ name: 'page', before: page.text, read: (text) => text }, cli.terminal), file: undefined }
}

/** Nothing was saved: both sides are put into a file, next to the one that was sent. */
function bothSides(cli: Cli, number: number, saved: Conflict, { text, file }: Written): Refusal {
  const others = saved.theirByNames.join(' and ') || 'Somebody'
  if (text === undefined) return new Refusal('conflict', `${others} gave the page another title meanwhile: “${saved.theirTitle}”. Nothing was saved.`, 'Look at it, and say your title again if it should stand.')
  const both = withMarks(saved.stretches, others)
  const kept = file === undefined ? keepText(cli, { name: 'page', text: both }) : besides(file, both)
  return new Refusal('conflict', `${others} changed the same words meanwhile. Nothing was saved, and both sides are in ${kept}.`, `Keep what should stand there, and send it: longhand page edit ${number} --file ${kept} --base ${saved.version}`)
}

function besides(file: string, text: string): string {
  const name = `${file.replace(/\.md$/i, '')}.both.md`
  writeFileSync(name, text)
  return name
}

