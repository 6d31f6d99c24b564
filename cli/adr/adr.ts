import { exportAdr, importAdr } from '#contract/decisions.ts'
import type { OutputOf } from '#contract/operation.ts'
import { inBatches } from '#domain/decisions/adr-batches.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { decideGroup } from '../decide/common.ts'
import { directory } from '../directory.ts'
import { example } from '../help.ts'
import { importGroup } from '../import/group.ts'
import { oneLine } from '../text/clean.ts'
import type { FolderFile } from './folder.ts'
import { leaves, readExisting, readFolder, writeInto } from './folder.ts'
import { sameButFor } from './same.ts'

type ImportFlags = { space?: string; dryRun?: boolean }
type ExportFlags = { space?: string; force?: boolean }
type Imported = OutputOf<typeof importAdr>
type Exported = OutputOf<typeof exportAdr>['items'][number]

/** How many files are asked for at once. */
const PAGE = 50

/** `longhand import adr`, `longhand export adr`, and the same as `longhand decide import|export`. */
export function addAdr(program: Command, cli: Cli): void {
  const imports = importGroup(program)
  const exports = program.command('export').description('Gives what is here as files.')
  for (const [group, name] of [[imports, 'adr'], [decideGroup(program), 'import']] as const) {
    const full = `longhand ${group.name()} ${name}`
    const made = group.command(name).description('Imports a folder of decision records: MADR, adr-tools, log4brains, proposals. Can be repeated.').argument('<folder>', 'The folder, or one file.')
      .option('--space <name>', 'Where they go; needed where you have several spaces.').option('--dry-run', 'Only say what would come of it.')
    example(made, `${full} docs/decisions --dry-run`, `${full} docs/decisions --space Platform`).action((folder: string, flags: ImportFlags) => importFolder(cli, folder, flags))
  }
  // `longhand export` knows --force too, and takes it wherever it stands.
  for (const [group, name] of [[exports, 'adr'], [decideGroup(program), 'export']] as const) {
    const full = `longhand ${group.name()} ${name}`
    const made = group.command(name).description('Writes the records of a space into a folder. Can be repeated; commits nothing.').argument('<folder>', 'The folder, in a checkout or anywhere.')
      .option('--space <name>', 'Whose records; needed where you have several spaces.').option('--force', 'Also write over files that were changed by hand.')
    example(made, `${full} docs/decisions`, `${full} docs/decisions --space Platform && git diff`).action((folder: string, _flags: ExportFlags, command: Command) => exportFolder(cli, folder, command.optsWithGlobals<ExportFlags>()))
  }
}

async function importFolder(cli: Cli, folder: string, { space, dryRun = false }: ImportFlags): Promise<void> {
  const { files, unreadable } = await readFolder(folder)
  const { batches, tooLarge } = inBatches(files, Buffer.byteLength)
  const { id: spaceId, name } = await directory(cli).space(space)
  const told: Imported['files'] = []
  let sent = 0
  for (const batch of batches) {
    const answer = await cli.call(importAdr, { spaceId, files: batch, dryRun })
    told.push(...answer.files)
    sent += batch.length
    if (batches.length > 1 && !cli.json()) cli.terminal.say(`${sent} of ${files.length} files\n`)
  }
  if (batches.length > 1) await askAgain(cli, { spaceId, dryRun }, files, told)
  const left = [...unreadable, ...tooLarge.map(({ path }) => ({ path, line: null, message: 'It holds more than a million characters, the most that one file may have; it was left out.' }))]
  told.push(...left.map(({ path, line, message }) => ({ path, format: 'text', title: '', state: null, number: null, unchanged: false, notes: [{ line, message }], waiting: [] })))
  await cli.print({ files: told, sentence: sentenceOf(told, dryRun, name) }, () => told.map((file) => linesOf(file)).join('') + `${sentenceOf(told, dryRun, name)}\n`)
}

/** What one request named may have come with a later one; those files are asked about once more. */
async function askAgain(cli: Cli, given: { spaceId: string; dryRun: boolean }, files: readonly FolderFile[], told: Imported['files']): Promise<void> {
  const open = new Set(told.filter(({ waiting }) => waiting.length > 0).map(({ path }) => path))
  for (const batch of inBatches(files.filter(({ path }) => open.has(path)), Buffer.byteLength).batches) {
    const { files: now } = await cli.call(importAdr, { ...given, files: batch })
    for (const { path, waiting } of now) {
      const first = told.find((one) => one.path === path)
      if (first) first.waiting = waiting
    }
  }
}

function linesOf({ path, number, title, state, unchanged, notes, waiting }: Imported['files'][number]): string {
  const what = unchanged ? '' : state === null ? `${oneLine(path)}\n` : `${oneLine(path)}  ${number === null ? '' : `#${number} `}${oneLine(title)} (${state})\n`
  const said = [...notes, ...waiting.map(({ line, target }) => ({ line, message: `It names “${target}”, which is not here.` }))]
  return what + said.map(({ line, message }) => `  ${line === null ? '' : `line ${line}: `}${oneLine(message)}\n`).join('')
}

function sentenceOf(files: Imported['files'], dryRun: boolean, space: string): string {
  const count = (number: number) => `${number} ${number === 1 ? 'file' : 'files'}`
  const same = files.filter(({ unchanged }) => unchanged).length
  const none = files.filter(({ state }) => state === null).length
  const rest = files.length - same - none
  const parts = [dryRun ? `${count(rest)} would go to ${oneLine(space)}` : `${count(rest)} imported to ${oneLine(space)}`, ...(same > 0 ? [`${same} unchanged`] : []), ...(none > 0 ? [`${none} left out`] : [])]
  return `${parts.join(', ')}.`
}

async function exportFolder(cli: Cli, folder: string, { space, force = false }: ExportFlags): Promise<void> {
  const { id: spaceId } = await directory(cli).space(space)
  const files = await allFiles(cli, spaceId)
  const [written, same, left]: [string[], string[], string[]] = [[], [], []]
  for (const file of files) {
    if (await leaves(folder, file.path)) { left.push(file.path); continue }
    const current = await readExisting(folder, file.path)
    if (current === file.text) same.push(file.path)
    else if (current !== null && !force && !sameButFor(current, file.text, file.kept)) left.push(file.path)
    else {
      await writeInto(folder, file)
      written.push(file.path)
    }
  }
  await cli.print({ written, unchanged: same.length, left }, () => written.map((path) => `${oneLine(path)}\n`).join('') + `${written.length} written, ${same.length} as they were. Nothing was committed.\n`)
  if (left.length > 0) throw new Refusal('conflict', `${left.length} ${left.length === 1 ? 'file was' : 'files were'} left as ${left.length === 1 ? 'it is' : 'they are'}, since ${left.length === 1 ? 'it was' : 'they were'} changed by hand: ${left.map(oneLine).join(', ')}.`, 'Import them to see what differs, or write over them with --force.')
}

async function allFiles(cli: Cli, spaceId: string): Promise<Exported[]> {
  const files: Exported[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: OutputOf<typeof exportAdr> = await cli.call(exportAdr, { spaceId, limit: PAGE, ...(cursor !== undefined && { cursor }) })
    files.push(...page.items)
    cursor = page.next
  }
  return files
}
