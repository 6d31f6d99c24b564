import { createPage, pageTemplates } from '#contract/pages.ts'
import { PAGE_KINDS } from '#domain/pages/kinds.ts'
import type { PageKind } from '#domain/pages/kinds.ts'
import { Option } from 'commander'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { several } from '../decide/common.ts'
import { directory } from '../directory.ts'
import { editText } from '../edit-text.ts'
import { readText } from '../generic/commands.ts'
import { example } from '../help.ts'
import { sendOrKeepText } from '../keep-text.ts'
import { isPiped } from '../said.ts'
import { pageNumber, printSaved } from './common.ts'

type Flags = { space?: string; kind: PageKind; under?: string; tag?: string[]; owner?: string; thread?: string; file?: string; edit?: true }

/** `longhand page new`: from a template, a file, a pipe or $EDITOR. */
export function addPageNew(group: Command, cli: Cli): void {
  const make = group.command('new').description('Writes a page; what is piped in is its Markdown, else it begins with the template of its kind.').argument('<title>', 'What it is about, in a few words.')
    .option('--space <name>', 'Where it stands; needed where you have several spaces.').addOption(new Option('--kind <kind>', 'What it is for.').choices([...PAGE_KINDS]).default('reference'))
    .option('--under <number>', 'The page that it stands under.').option('--tag <word>', 'A tag.', several).option('--owner <name>', 'Who minds it; you, unless you say so.').option('--thread <number>', 'The thread that it comes from.')
    .option('--file <path>', 'Its Markdown, or - for what is piped in.').option('--edit', 'Write it in $EDITOR, beginning with the template.')
  example(make, 'longhand page new "Restart the relay" --kind runbook --space Platform --edit', 'longhand page new "Northwind" --kind context --under 120 < northwind.md')
    .action((title: string, flags: Flags) => makeNew(cli, title, flags))
}

async function makeNew(cli: Cli, title: string, { space, kind, under, tag = [], owner, thread, file, edit }: Flags): Promise<void> {
  const text = await textOf(cli, { kind, file, edit })
  const page = await sendOrKeepText(cli, { name: 'page', text, given: edit === undefined && !isPiped(cli, file) }, async () => {
    const book = directory(cli)
    const { id: spaceId } = await book.space(space)
    const ownerId = owner === undefined ? undefined : await book.person(owner)
    return cli.call(createPage, {
      spaceId, kind, title, text, tags: tag, parent: under === undefined ? null : pageNumber(under), ...(ownerId !== undefined && { ownerId }), ...(thread !== undefined && { fromThread: pageNumber(thread) }),
    })
  })
  await printSaved(cli, page)
}

async function textOf(cli: Cli, { kind, file, edit }: { kind: PageKind; file: string | undefined; edit: true | undefined }): Promise<string> {
  if (file !== undefined) return file === '-' ? cli.terminal.readInput() : readText(file)
  const piped = !edit && cli.terminal.piped ? await cli.terminal.readInput() : ''
  if (piped !== '') return piped
  const { templates } = await cli.call(pageTemplates, {})
  const template = templates.find((one) => one.kind === kind)?.text ?? ''
  return edit ? editText({ name: 'page', before: template, read: (text) => text }, cli.terminal) : template
}
