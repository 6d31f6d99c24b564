import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { takeEntries, takeWorkspace } from '#contract/exports.ts'
import { uploadFile } from '#contract/files.ts'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { example } from '../help.ts'
import { importGroup } from '../import/group.ts'
import { exportedIn, readText } from './read.ts'
import type { Exported } from './read.ts'

/** What one request carries at most, well below what the server takes, since JSON makes texts longer. Unit: bytes. */
const BATCH_BYTES = 400_000
const BATCH_FILES = 50
const FILES_MAX = 900

type File = { path: string; text: string }
type Attached = { path: string; id: string }

/** `longhand import longhand <folder>`: an export, into an empty workspace. */
export function addImportLonghand(program: Command, cli: Cli): void {
  const made = importGroup(program).command('longhand').description('Takes a folder that `longhand export` wrote into an empty workspace of yours: the same record, under the same numbers. Can be repeated after a cut.').argument('<folder>', 'The folder of the export.')
  example(made, 'longhand import longhand notes').action((folder: string) => run(cli, folder))
}

async function run(cli: Cli, folder: string): Promise<void> {
  const found = await exportedIn(folder)
  await takeAll(cli, folder, found)
  const attached = await uploadAll(cli, folder, found)
  const told = { entries: found.entries.length, attachments: attached.size, known: 0 }
  for (const pass of ['names', 'texts'] as const) {
    let sent = 0
    for await (const files of batches(folder, found.entries)) {
      const here = pass === 'names' ? [] : attachedTo(files, attached)
      const answer = await cli.call(takeEntries, { pass, files, attachments: here })
      sent += files.length
      if (pass === 'texts') told.known += answer.known
      if (!cli.json()) cli.terminal.say(`${pass === 'names' ? 'Numbered' : 'Taken'} ${sent} of ${found.entries.length}\n`)
    }
  }
  await cli.print(told, () => `${told.entries} entries and ${told.attachments} attached files are here${told.known > 0 ? `, ${told.known} of them since before` : ''}. Nobody was told. People come in when you invite them by their address.\n`)
}

/** People first, since everything else names them. */
async function takeAll(cli: Cli, folder: string, { workspace, spaces, agreement }: Exported): Promise<void> {
  const first = await Promise.all(workspace.map((path) => readText(folder, path)))
  await cli.call(takeWorkspace, { files: first })
  for (const paths of [spaces, agreement]) for await (const files of batches(folder, paths)) await cli.call(takeWorkspace, { files })
}

async function* batches(folder: string, paths: readonly string[]): AsyncGenerator<File[]> {
  let waiting: File[] = []
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

/** Each attached file once. What is there is sent before the texts that show it. */
async function uploadAll(cli: Cli, folder: string, { attachments }: Exported): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const path of attachments) {
    const bytes = await readFile(join(folder, ...path.split('/')))
    const { id } = await cli.call(uploadFile, { name: basename(path) }, { file: new Blob([new Uint8Array(bytes)]) })
    ids.set(path, id)
  }
  return ids
}

/** The files that stand beside these entries, as far as they name them. */
function attachedTo(files: readonly File[], ids: ReadonlyMap<string, string>): Attached[] {
  const found: Attached[] = []
  for (const [path, id] of ids) {
    const [space, below] = [path.slice(0, path.indexOf('/files/')), path.slice(path.indexOf('/files/') + 1)]
    if (files.some((file) => dirname(file.path) === space && file.text.includes(below))) found.push({ path, id })
  }
  return found.slice(0, FILES_MAX)
}
