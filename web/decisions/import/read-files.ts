import type { AdrText } from '#domain/decisions/adr-batches.ts'

const MARKDOWN = /\.(?:md|markdown)$/i

export type ReadFiles = { files: AdrText[], /** Files that are no UTF-8 text, by their path. */ unreadable: string[], /** How many were not Markdown. */ others: number }

/** The Markdown files among those that were chosen, with every byte of their text; paths are those inside the chosen folder. */
export async function readFiles(chosen: readonly File[]): Promise<ReadFiles> {
  const markdown = chosen.filter(({ name }) => MARKDOWN.test(name))
  const read = await Promise.all(markdown.map(async (file) => ({ path: pathOf(file), text: await decoded(file) })))
  return {
    files: read.flatMap(({ path, text }) => text === null ? [] : [{ path, text }]).toSorted((a, b) => a.path < b.path ? -1 : 1),
    unreadable: read.filter(({ text }) => text === null).map(({ path }) => path), others: chosen.length - markdown.length,
  }
}

/** Below the folder that was chosen, as the command line names it too. */
function pathOf({ name, webkitRelativePath }: File): string {
  const [, ...below] = webkitRelativePath.split('/')
  return below.length > 0 ? below.join('/') : name
}

async function decoded(file: File): Promise<string | null> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer())
    return text.includes('\u0000') ? null : text
  } catch {
    return null
  }
}
