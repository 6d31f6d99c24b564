import { ARCHIVE, entryProblem, LOOK_BY_HAND, shownPath } from '#domain/imports/archive.ts'
import type { ArchiveEntry } from '#domain/imports/archive.ts'
import type { Problem } from '#domain/imports/types.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Said } from '#domain/words/said.ts'
import type { ImportFiles } from './import-files.ts'

/** A zip archive as some library opens it. What is listed carries what the library needs to find it again. */
export type OpenedArchive<Entry> = {
  /** How it is called in sentences. */
  name: string
  list(take: (found: ArchiveEntry & { entry: Entry }) => void): Promise<void>
  /** Unpacks one file. Must stop as soon as more than `most` bytes come out of it, whatever the data says of itself. */
  unpack(entry: Entry, most: number): Promise<Uint8Array>
  close(): Promise<void>
}
type Limits = { entries: number; totalBytes: number }
type Listed<Entry> = { entry: Entry; size: number }

/** An archive made to fill reports fills no more than this. */
const PROBLEMS_MAX = 1000

/**
 * The files of a zip archive, read from its list: only what is asked for is unpacked, in memory, one file at a time, and never
 * more of it than its list says. Names lead nowhere, since nothing is written. Archives inside of it stay closed.
 * @throws {Refusal} `too_large` for a list that is too long; closes the archive then
 */
export async function archiveFiles<Entry>(archive: OpenedArchive<Entry>, { entries: entriesMax, totalBytes }: Limits = ARCHIVE): Promise<ImportFiles> {
  const entries = new Map<string, Listed<Entry>>()
  const problems: Problem[] = []
  let count = 0
  try {
    await archive.list((found) => {
      count += 1
      if (count > entriesMax) throw tooMany(archive.name, entriesMax)
      const problem = take(entries, found)
      if (problem !== null && problems.length < PROBLEMS_MAX) problems.push({ file: shownPath(found.path), line: null, what: problem, next: LOOK_BY_HAND })
    })
  } catch (error) {
    await archive.close()
    throw error
  }
  let total = 0
  return {
    paths: [...entries.keys()].toSorted((a, b) => a < b ? -1 : 1), problems,
    async read(path) {
      const listed = entries.get(path)
      if (!listed) throw new Error('It is not in the archive.')
      const bytes = await archive.unpack(listed.entry, Math.min(listed.size, ARCHIVE.fileBytes))
      total += bytes.length
      if (total > totalBytes) throw new Refusal('too_large', said`${archive.name} unpacks to more than ${String(Math.round(totalBytes / 1024 ** 2))} MB.`, said`Import it in parts.`)
      return bytes
    },
    close: () => archive.close(),
  }
}

export const tooMany = (name: string, most: number): Refusal => new Refusal('too_large', said`${name} holds more than the ${String(most)} files that are read here.`, said`Import it in parts, or with longhand import in a terminal, which takes ${String(ARCHIVE.entries)}.`)

/** Keeps a file of the list; why it is not kept, as a sentence. Folders and what a Mac adds are passed over. */
function take<Entry>(entries: Map<string, Listed<Entry>>, { entry, ...found }: ArchiveEntry & { entry: Entry }): Said | null {
  const { path, size } = found
  if (path.endsWith('/') || path.startsWith('__MACOSX/')) return null
  if (entries.has(path)) return said`Its name stands twice in the archive; the first was taken.`
  const problem = entryProblem(found)
  if (problem === null) entries.set(path, { entry, size })
  return problem
}
