import { exportFiles } from '#contract/exports.ts'
import { downloadFile } from '#contract/files.ts'
import type { OutputOf } from '#contract/operation.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { UsageError } from '../errors.ts'
import { example } from '../help.ts'
import { oneLine } from '../text/clean.ts'
import { openExportFolder } from './folder.ts'
import type { ExportFolder, Outcome } from './folder.ts'

/** How often a file is asked for whose bytes came wrong. */
const TRIES = 2

type Page = OutputOf<typeof exportFiles>
type Told = { written: string[]; same: number; left: string[]; gone: string[] }

/** `longhand export <folder>`: everything that you may see, as Markdown. */
export function addExport(program: Command, cli: Cli): void {
  const group = program.commands.find((command) => command.name() === 'export') ?? program.command('export')
  group.description('Writes everything that you may see into a folder, as files of Markdown. Can be repeated: only what changed is written.')
    .argument('[folder]', 'The folder, in a checkout or anywhere.').option('--force', 'Also write over files that no export wrote.')
  example(group, 'longhand export notes', 'longhand export notes && git -C notes diff', 'longhand export adr docs/decisions')
    .action((folder: string | undefined, { force = false }: { force?: boolean }) => run(cli, folder, force))
}

async function run(cli: Cli, folder: string | undefined, force: boolean): Promise<void> {
  if (folder === undefined) throw new UsageError('There is no folder to write into.', 'Name one: longhand export notes')
  const target = await openExportFolder(folder, { force })
  const told: Told = { written: [], same: 0, left: [], gone: [] }
  let entries = 0
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: Page = await cli.call(exportFiles, { ...(cursor !== undefined && { cursor }) })
    for (const { path, text } of page.files) note(told, path, await target.put(path, text))
    for (const file of page.attachments) note(told, file.path, await attach(cli, target, file))
    cursor = page.next
    entries += page.files.length
    if (cursor !== null && !cli.json()) cli.terminal.say(`${entries} files\n`)
  }
  told.gone = await target.finish()
  await cli.print(told, () => `${told.written.length} written, ${told.same} as they were${told.gone.length > 0 ? `, ${told.gone.length} taken away` : ''}. Nothing was committed.\n`)
  if (told.left.length > 0) throw new Refusal('conflict', `${told.left.length} ${told.left.length === 1 ? 'file' : 'files'} that no export wrote ${told.left.length === 1 ? 'stands' : 'stand'} in the way: ${told.left.slice(0, 10).map(oneLine).join(', ')}.`, 'Export into another folder, or write over them with --force.')
}

function note(told: Told, path: string, outcome: Outcome): void {
  if (outcome === 'same') told.same += 1
  else told[outcome].push(path)
}

async function attach(cli: Cli, target: ExportFolder, { path, id, size, sha256 }: Page['attachments'][number]): Promise<Outcome> {
  if (await target.has(path, size, sha256)) { target.keep(path); return 'same' }
  for (let tries = 1; ; tries += 1) {
    const { body } = await cli.download(downloadFile, { id, name: 'file' })
    if (!body) throw new Error('A file came without bytes.')
    const outcome = await target.put(path, body)
    if (outcome === 'left' || await target.has(path, size, sha256)) return outcome
    if (tries === TRIES) throw new Refusal('cannot_be_read', `${path} came with other bytes than were put here.`, 'Export again; if it happens again, the store of the files is damaged: see longhand doctor.')
  }
}
