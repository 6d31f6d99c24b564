import { whyUnread } from '#contract/import-files.ts'
import type { ImportFiles } from '#contract/import-files.ts'
import type { AdrText } from '#domain/decisions/adr-batches.ts'
import { CHOOSE_AGAIN } from '#domain/imports/archive.ts'

const MARKDOWN = /\.(?:md|markdown)$/i
const ARCHIVE = /\.zip$/i

export type ReadFiles = {
  files: AdrText[]
  /** Files that are no UTF-8 text, by their path. */
  unreadable: string[]
  /** What could not be read or taken out of an archive, each with the reason. */
  problems: ImportFiles['problems']
  /** How many were not Markdown. */
  others: number
}

type Bytes = { path: string; bytes: () => Promise<Uint8Array | ArrayBuffer> }
type Found = { all: Bytes[]; problems: ImportFiles['problems']; close: () => Promise<void> }

/**
 * The Markdown files among those that were chosen, and in zip archives among them, with every byte of their text; paths are those
 * inside the chosen folder, or below the one folder that holds all of an archive.
 * @throws {Refusal} `cannot_be_read` or `too_large` for an archive that is none, or too long a list
 */
export async function readFiles(chosen: readonly File[]): Promise<ReadFiles> {
  const archives = await Promise.all(chosen.filter(({ name }) => ARCHIVE.test(name)).map(unpacked))
  const loose = chosen.filter(({ name }) => !ARCHIVE.test(name)).map((file): Bytes => ({ path: pathOf(file), bytes: () => file.arrayBuffer() }))
  const all = [...loose, ...archives.flatMap((archive) => archive.all)]
  const problems = archives.flatMap((archive) => archive.problems)
  const markdown = all.filter(({ path }) => MARKDOWN.test(path))
  const read: { path: string; text: string | null }[] = []
  for (const { path, bytes } of markdown) {
    try {
      read.push({ path, text: decoded(await bytes()) })
    } catch (error) {
      problems.push({ file: path, line: null, what: whyUnread(error), next: CHOOSE_AGAIN })
    }
  }
  await Promise.all(archives.map(({ close }) => close()))
  return {
    files: read.flatMap(({ path, text }) => text === null ? [] : [{ path, text }]).toSorted((a, b) => a.path < b.path ? -1 : 1),
    unreadable: read.filter(({ text }) => text === null).map(({ path }) => path), problems, others: all.length - markdown.length,
  }
}

async function unpacked(file: File): Promise<Found> {
  const { openZip } = await import('../../ui/open-zip.ts')
  const files = await openZip(file)
  const [first = ''] = files.paths
  const folder = first.slice(0, first.indexOf('/') + 1)
  const below = files.paths.every((path) => path.startsWith(folder)) ? folder.length : 0
  return { all: files.paths.map((path) => ({ path: path.slice(below), bytes: () => files.read(path) })), problems: files.problems, close: () => files.close() }
}

/** Below the folder that was chosen, as the command line names it too. */
function pathOf({ name, webkitRelativePath }: File): string {
  const [, ...below] = webkitRelativePath.split('/')
  return below.length > 0 ? below.join('/') : name
}

function decoded(bytes: Uint8Array | ArrayBuffer): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return text.includes('\u0000') ? null : text
  } catch {
    return null
  }
}
