import type { Readable } from 'node:stream'
import type { ImportFiles } from '#contract/import-files.ts'
import { ARCHIVE, entryProblem, shownPath } from '#domain/imports/archive.ts'
import type { Problem } from '#domain/imports/types.ts'
import { Refusal } from '#domain/refusal.ts'
import { getFileNameLowLevel, open } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { UsageError } from '../errors.ts'

const ATTRIBUTE_SHIFT = 16
/** An archive made to fill reports fills no more than this. */
const PROBLEMS_MAX = 1000

/**
 * A zip archive read from its list: only what is asked for is unpacked, in memory, one file at a time, and never more of it
 * than its list says. Names lead nowhere, since nothing is written. Archives inside of it stay closed.
 * @throws {UsageError} for what is no zip archive, {Refusal} `too_large` for a list that is too long
 */
export async function openZip(path: string, { entries: entriesMax, totalBytes }: { entries: number; totalBytes: number } = ARCHIVE): Promise<ImportFiles> {
  const zip = await opened(path)
  if (zip.entryCount > entriesMax) {
    zip.close()
    throw new Refusal('too_large', `${path} holds ${zip.entryCount} files, more than the ${entriesMax} that are read.`, 'Import it in parts.')
  }
  const entries = new Map<string, Entry>()
  const problems: Problem[] = []
  await list(zip, path, (entry) => {
    const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileName as unknown as Buffer, entry.extraFields, false)
    if (name.endsWith('/') || name.startsWith('__MACOSX/')) return
    const problem = entries.has(name) ? 'Its name stands twice in the archive; the first was taken.'
      : entryProblem({ path: name, packed: entry.compressedSize, size: entry.uncompressedSize, mode: entry.externalFileAttributes >>> ATTRIBUTE_SHIFT, encrypted: entry.isEncrypted() })
    if (problem === null) entries.set(name, entry)
    else if (problems.length < PROBLEMS_MAX) problems.push({ file: shownPath(name), line: null, what: problem, next: 'Look at it by hand; the rest was read.' })
  })
  let total = 0
  return {
    paths: [...entries.keys()].toSorted((a, b) => a < b ? -1 : 1), problems,
    async read(name) {
      const entry = entries.get(name)
      if (!entry) throw new Error('It is not in the archive.')
      const bytes = await unpack(zip, entry)
      total += bytes.length
      if (total > totalBytes) throw new Refusal('too_large', `${path} unpacks to more than ${Math.round(totalBytes / 1024 ** 2)} MB.`, 'Import it in parts.')
      return bytes
    },
    close: async () => { zip.close() },
  }
}

function opened(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    // Names stay as bytes: the library would stop at the first one that leads out of the archive.
    open(path, { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true }, (error, zip) => {
      if (zip) resolve(zip)
      else reject(new UsageError(`${path} is no zip archive that can be read: ${error?.message ?? 'nothing is known of why'}.`, 'Export it again, or name the folder that it was unpacked to.'))
    })
  })
}

function list(zip: ZipFile, path: string, take: (entry: Entry) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      try { take(entry) } catch (error) { reject(error instanceof Error ? error : new Error(String(error))); return }
      zip.readEntry()
    })
    zip.once('end', resolve)
    zip.once('error', (error: Error) => reject(new UsageError(`The list of ${path} is broken: ${error.message}.`, 'Export it again, or name the folder that it was unpacked to.')))
    zip.readEntry()
  })
}

/** Stops as soon as more comes than the list says, whatever the data says of itself. */
function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream?: Readable) => {
      if (!stream) { reject(new Error(`It cannot be unpacked: ${error?.message ?? 'nothing is known of why'}.`)); return }
      const pieces: Buffer[] = []
      let size = 0
      stream.on('data', (piece: Buffer) => {
        size += piece.length
        if (size > entry.uncompressedSize || size > ARCHIVE.fileBytes) stream.destroy(new Error('more comes out of it than its list says'))
        else pieces.push(piece)
      })
      stream.once('error', (cause: Error) => reject(new Error(`It cannot be unpacked: ${cause.message}.`)))
      stream.once('end', () => resolve(Buffer.concat(pieces)))
    })
  })
}
