import { openAsBlob } from 'node:fs'
import { open, rm, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { downloadFile, FILE_MAX_BYTES, readFile, uploadFile } from '#contract/files.ts'
import type { FileView } from '#contract/files.ts'
import { cleanFileName } from '#domain/files/name.ts'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { UsageError } from '../errors.ts'
import { example } from '../help.ts'
import { oneLine } from '../text/clean.ts'

const BYTES_PER_MB = 1024 * 1024

/** `longhand files upload|download`: the two operations that carry bytes; the others come from the contract. */
export function addFiles(program: Command, cli: Cli): void {
  const files = program.command('files').description('Files that texts show.')
  const upload = files.command('upload').description('Sends files, and prints the Markdown that shows them in a text.').argument('<files...>', 'The files, each up to 25 MB.')
    .option('--name <name>', 'What people see instead of its own name; for one file.')
  example(upload, 'longhand files upload plan.pdf', 'longhand files upload *.png').action((paths: string[], { name }: { name?: string }) => uploadAll(cli, paths, name))
  const download = files.command('download').description('Saves a file under its name, or another one; never over a file that is there.').argument('<id>', 'Its id, or a link to it.').option('--out <file>', 'Where to.')
  example(download, 'longhand files download <id>', 'longhand files download <id> --out plan.pdf').action((id: string, { out }: { out?: string }) => save(cli, id, out))
}

async function uploadAll(cli: Cli, paths: readonly string[], name: string | undefined): Promise<void> {
  if (name !== undefined && paths.length > 1) throw new UsageError('--name is for one file.', 'Send the files one by one, or leave it out.')
  for (const path of paths) await checkFile(path)
  const sent: FileView[] = []
  for (const path of paths) sent.push(await cli.call(uploadFile, { name: cleanFileName(name ?? basename(path)) }, { file: await openAsBlob(path) }))
  await cli.print(sent.length === 1 ? sent[0] : sent, () => sent.map((file) => `${oneLine(file.markdown)}\n`).join(''))
}

/** Before anything is sent, so that many files go or none. */
async function checkFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw new UsageError(`${path} cannot be read as a file.`, 'Check the path.')
  if (found.size > FILE_MAX_BYTES) throw new UsageError(`${path} is larger than ${FILE_MAX_BYTES / BYTES_PER_MB} MB, the most that one file may be.`, 'Make it smaller, or keep it elsewhere and link to it.')
  if (found.size === 0) throw new UsageError(`${path} is empty.`, 'Choose a file that holds something.')
}

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

async function save(cli: Cli, given: string, out: string | undefined): Promise<void> {
  const [id] = ID.exec(given) ?? []
  if (id === undefined) throw new UsageError(`"${oneLine(given)}" is no file.`, 'Give the id of a file, or a link such as /files/<id>/plan.pdf.')
  const file = await cli.call(readFile, { id })
  const path = out ?? cleanFileName(file.name).replace(/^\.+/, '')
  const answer = await cli.download(downloadFile, { id, name: 'file' })
  const handle = await open(path, 'wx').catch((error: unknown) => {
    const there = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    throw new UsageError(there ? `${path} is there already.` : `${path} cannot be written.`, 'Name another place with --out.')
  })
  try {
    for await (const piece of answer.body ?? []) await handle.appendFile(piece)
  } catch (cause) {
    await rm(path, { force: true })
    throw new Error('The file did not come whole; what came was taken away again.', { cause })
  } finally {
    await handle.close()
  }
  await cli.print({ ...file, path }, () => `${path}\n`)
}
