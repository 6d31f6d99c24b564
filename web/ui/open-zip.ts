import { BlobReader, ZipReader } from '@zip.js/zip.js/lib/zip-core-external.js'
import type { Entry, FileEntry } from '@zip.js/zip.js/lib/zip-core-external.js'
import { archiveFiles } from '#contract/import-archive.ts'
import type { ImportFiles } from '#contract/import-files.ts'
import { ARCHIVE } from '#domain/imports/archive.ts'
import { Refusal } from '#domain/refusal.ts'
import { t } from './words.ts'

const ATTRIBUTE_SHIFT = 16
/** Each file of the list takes about 8.5 kB here (measured with 249,000 of them), so that 25,000 stay below 256 MB. The command line takes ten times as many. */
const LIMITS = { entries: 25_000, totalBytes: ARCHIVE.totalBytes }
/** Names are judged by `archiveFiles`, which says which one it was and reads the rest; the page may start no worker. */
const HOW = { strictness: 'balanced', filenameValidation: 'tolerant', useWebWorkers: false, checkSignature: true, checkOverlappingEntry: true } as const

/**
 * A zip archive that somebody chose in the browser, as `archiveFiles` reads it: from its list, a file at a time. The archive
 * itself stays on the disk.
 * @throws {Refusal} `cannot_be_read` for what is no zip archive, `too_large` for a list that is too long
 */
export async function openZip(chosen: Blob & { name: string }, limits: { entries: number; totalBytes: number } = LIMITS): Promise<ImportFiles> {
  const zip = new ZipReader(new BlobReader(chosen), HOW)
  return archiveFiles<FileEntry>({
    name: chosen.name, unpack, close: () => zip.close(),
    async list(take) {
      try {
        for await (const entry of zip.getEntriesGenerator()) if (!entry.directory) take(found(entry))
      } catch (error) {
        if (error instanceof Refusal) throw error
        throw new Refusal('cannot_be_read', t`${chosen.name} is no zip archive that can be read: ${reason(error)}.`, t`Export it again, or choose the folder that it was unpacked to.`)
      }
    },
  }, limits)
}

const found = (entry: Exclude<Entry, { directory: true }>) => ({
  entry, path: entry.filename, packed: entry.compressedSize, size: entry.uncompressedSize, mode: entry.externalFileAttributes >>> ATTRIBUTE_SHIFT, encrypted: entry.encrypted,
})

async function unpack(entry: FileEntry, most: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(most)
  let size = 0
  const into = new WritableStream<Uint8Array>({
    write(piece) {
      if (size + piece.length > most) throw new Error(t`more comes out of it than its list says`)
      bytes.set(piece, size)
      size += piece.length
    },
  })
  await entry.getData(into).catch((error: unknown) => { throw new Error(t`It cannot be unpacked: ${reason(error)}.`) })
  return bytes.subarray(0, size)
}

const reason = (error: unknown): string => error instanceof Error ? error.message : t`nothing is known of why`
