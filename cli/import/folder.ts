import { opendir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImportFiles } from '#contract/import-files.ts'
import { ARCHIVE, entryProblem, LOOK_BY_HAND, shownPath } from '#domain/imports/archive.ts'
import type { Problem } from '#domain/imports/types.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'

/** Folders of tools, which hold nothing that people wrote. */
const SKIPPED = new Set(['node_modules', '__MACOSX'])

/** All files of a folder and the folders in it, by name. Links are not followed, and what begins with a dot stays out, unless files of such a name are wanted. */
export async function openFolder(folder: string, dotFiles = false): Promise<ImportFiles> {
  const paths: string[] = []
  const problems: Problem[] = []
  await collect(folder, '', { paths, problems, dotFiles })
  return { paths: paths.toSorted((a, b) => a < b ? -1 : 1), problems, read: (path) => readFile(join(folder, ...path.split('/'))), close: async () => undefined }
}

async function collect(folder: string, below: string, into: { paths: string[]; problems: Problem[]; dotFiles: boolean }): Promise<void> {
  for await (const entry of await opendir(join(folder, ...below.split('/')))) {
    const path = `${below}${entry.name}`
    if (SKIPPED.has(entry.name) || (entry.name.startsWith('.') && !(into.dotFiles && entry.isFile()))) continue
    if (entry.isDirectory()) await collect(folder, `${path}/`, into)
    else if (entry.isFile()) await take(folder, path, into)
    else into.problems.push({ file: shownPath(path), line: null, what: said`It is a link, or no ordinary file.`, next: said`Put the file itself there.` })
    if (into.paths.length > ARCHIVE.entries) throw new Refusal('too_large', `${folder} holds more than ${ARCHIVE.entries} files.`, 'Import it in parts.')
  }
}

async function take(folder: string, path: string, { paths, problems }: { paths: string[]; problems: Problem[] }): Promise<void> {
  const { size } = await stat(join(folder, ...path.split('/')))
  const problem = entryProblem({ path, packed: size, size, mode: 0, encrypted: false })
  if (problem === null) paths.push(path)
  else problems.push({ file: shownPath(path), line: null, what: problem, next: LOOK_BY_HAND })
}
