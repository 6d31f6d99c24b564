import { takeEntries, takeWorkspace } from '#contract/exports.ts'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { example } from '../help.ts'
import { importGroup } from '../import/group.ts'
import { sendAttachments } from './attachments.ts'
import type { Entry } from './attachments.ts'
import { exportedIn, numberOf, readText } from './read.ts'
import type { Exported } from './read.ts'

/** What one request carries at most, well below what the server takes, since JSON makes texts longer. Unit: bytes. */
const BATCH_BYTES = 400_000
const BATCH_FILES = 50

/** `longhand import longhand <folder>`: an export, into an empty workspace. */
export function addImportLonghand(program: Command, cli: Cli): void {
  const made = importGroup(program).command('longhand').description('Takes a folder that `longhand export` wrote into an empty workspace of yours: the same record, under the same numbers. Can be repeated after a cut.').argument('<folder>', 'The folder of the export.')
  example(made, 'longhand import longhand notes').action((folder: string) => run(cli, folder))
}

async function run(cli: Cli, folder: string): Promise<void> {
  const found = await exportedIn(folder)
  await takeAll(cli, folder, found)
  const waiting = await takeNames(cli, folder, found)
  const told = { entries: found.entries.length, attachments: found.attachments.length, known: found.entries.length - waiting.size }
  const send = sendAttachments(cli, folder, found.attachments)
  let taken = 0
  for await (const files of batches(folder, found.entries.filter((path) => waiting.has(numberOf(path))))) {
    await cli.call(takeEntries, { pass: 'texts', files, attachments: await send(files) })
    taken += files.length
    if (!cli.json()) cli.terminal.say(`Taken ${taken} of ${waiting.size}\n`)
  }
  await cli.print(told, () => `${told.entries} entries and ${told.attachments} attached files are here${told.known > 0 ? `, ${told.known} entries of them since before` : ''}. Nobody was told. People come in when you invite them by their address.\n`)
}

/** Every entry by its number first, since they point at each other. @returns numbers whose texts are still to come */
async function takeNames(cli: Cli, folder: string, { entries }: Exported): Promise<Set<number>> {
  const waiting = new Set<number>()
  let sent = 0
  for await (const files of batches(folder, entries)) {
    for (const number of (await cli.call(takeEntries, { pass: 'names', files })).waiting) waiting.add(number)
    sent += files.length
    if (!cli.json()) cli.terminal.say(`Numbered ${sent} of ${entries.length}\n`)
  }
  return waiting
}

/** People first, since everything else names them. */
async function takeAll(cli: Cli, folder: string, { workspace, spaces, agreement }: Exported): Promise<void> {
  const first = await Promise.all(workspace.map((path) => readText(folder, path)))
  await cli.call(takeWorkspace, { files: first })
  for (const paths of [spaces, agreement]) for await (const files of batches(folder, paths)) await cli.call(takeWorkspace, { files })
}

async function* batches(folder: string, paths: readonly string[]): AsyncGenerator<Entry[]> {
  let waiting: Entry[] = []
  let size = 0
  for (const path of paths) {
    const file = await readText(folder, path)
    const bytes = Buffer.byteLength(JSON.stringify(file.text))
    if (waiting.length > 0 && (size + bytes > BATCH_BYTES || waiting.length === BATCH_FILES)) { yield waiting; waiting = []; size = 0 }
    waiting.push(file)
    size += bytes
  }
  if (waiting.length > 0) yield waiting
}
