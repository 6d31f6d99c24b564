import { listPages, PAGE_TRUTHS, pageTree, readPage } from '#contract/pages.ts'
import { PAGE_KINDS } from '#domain/pages/kinds.ts'
import type { PageKind } from '#domain/pages/kinds.ts'
import { Option } from 'commander'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { directory } from '../directory.ts'
import { UsageError } from '../errors.ts'
import { example } from '../help.ts'
import { NUMBER, pageGroup, pageNumber } from './common.ts'
import { addPageEdit } from './edit.ts'
import { addPageHistory } from './history.ts'
import { addPageMove } from './move.ts'
import { addPageNew } from './new.ts'
import { pagesText, pageText, treeText } from './render.ts'
import { addPageTruth } from './truth.ts'

type ListFlags = { space?: string; kind?: PageKind; tag?: string; owner?: string; truth?: (typeof PAGE_TRUTHS)[number]; tree?: true; cursor?: string }

/** `longhand page …`: knowledge, read and written from a terminal. */
export function addPage(program: Command, cli: Cli): void {
  const group = pageGroup(program)
  example(group, 'longhand page list --space Platform --tree', 'longhand page show 141', 'longhand page edit 141', 'longhand page new "Restart the relay" --kind runbook')
  const list = group.command('list').description('Pages, last edited first, or a space as a tree.').option('--space <name>', 'Of one space.').addOption(new Option('--kind <kind>', 'Of one kind.').choices([...PAGE_KINDS]))
    .option('--tag <word>', 'With a tag.').option('--owner <name>', 'Minded by somebody.').addOption(new Option('--truth <state>', 'Still true, out of date, or never verified.').choices([...PAGE_TRUTHS]))
    .addOption(new Option('--tree', 'As a tree; with --space.').conflicts(['kind', 'tag', 'owner', 'truth', 'cursor'])).option('--cursor <cursor>', 'Where an earlier list ended.')
  example(list, 'longhand page list --kind runbook', 'longhand page list --space Platform --tree', 'longhand page list --truth stale --owner Mei').action((flags: ListFlags) => listThem(cli, flags))
  const show = group.command('show').description('A page: where it stands, whether it is true, and its text.').argument('<number>', NUMBER).option('--text', 'Its Markdown alone, byte for byte; the version is said beside it.')
  example(show, 'longhand page show 141', 'longhand page show 141 --text > relay.md').action(async (given: string, { text }: { text?: true }) => {
    const page = await cli.call(readPage, { number: pageNumber(given) })
    if (text) cli.terminal.say(`Version ${page.version}; send it back with: longhand page edit ${page.number} --file <path> --base ${page.version}\n`)
    await cli.print(page, () => text ? page.text : pageText(page, cli.terminal))
  })
  addPageNew(group, cli)
  addPageEdit(group, cli)
  addPageHistory(group, cli)
  addPageMove(group, cli)
  addPageTruth(group, cli)
}

async function listThem(cli: Cli, { space, kind, tag, owner, truth, tree, cursor }: ListFlags): Promise<void> {
  const book = directory(cli)
  if (tree) {
    if (space === undefined) throw new UsageError('A tree is one of a space.', 'Add --space with its name.')
    const found = await cli.call(pageTree, { spaceId: (await book.space(space)).id })
    await cli.print(found, () => treeText(found, cli.terminal))
    return
  }
  const list = await cli.call(listPages, {
    ...(space !== undefined && { spaceId: (await book.space(space)).id }), ...(owner !== undefined && { ownerId: await book.person(owner) }), ...(kind !== undefined && { kind }), ...(tag !== undefined && { tag }),
    ...(truth !== undefined && { truth }), ...(cursor !== undefined && { cursor }),
  })
  await cli.print(list, async () => pagesText(list.items, await cli.reader(), cli.terminal) + (list.next === null ? '' : `There is more: add --cursor ${list.next}\n`))
}
