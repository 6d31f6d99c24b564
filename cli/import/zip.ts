import type { Readable } from 'node:stream'
import { archiveFiles, tooMany } from '#contract/import-archive.ts'
import type { OpenedArchive } from '#contract/import-archive.ts'
import type { ImportFiles } from '#contract/import-files.ts'
import { ARCHIVE } from '#domain/imports/archive.ts'
import { getFileNameLowLevel, open } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { UsageError } from '../errors.ts'

const ATTRIBUTE_SHIFT = 16

/**
 * A zip archive on the disk, as `archiveFiles` reads it.
 * @throws {UsageError} for what is no zip archive, {Refusal} `too_large` for a list that is too long
 */
export async function openZip(path: string, limits: { entries: number; totalBytes: number } = ARCHIVE): Promise<ImportFiles> {
  const zip = await opened(path)
  if (zip.entryCount > limits.entries) {
    zip.close()
    throw tooMany(path, limits.entries)
  }
  const archive: OpenedArchive<Entry> = { name: path, list: (take) => list(zip, path, take), unpack: (entry, most) => unpack(zip, entry, most), close: async () => { zip.close() } }
  return archiveFiles(archive, limits)
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

function list(zip: ZipFile, path: string, take: Parameters<OpenedArchive<Entry>['list']>[0]): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      try { take(found(entry)) } catch (error) { reject(error instanceof Error ? error : new Error(String(error))); return }
      zip.readEntry()
    })
    zip.once('end', resolve)
    zip.once('error', (error: Error) => reject(new UsageError(`The list of ${path} is broken: ${error.message}.`, 'Export it again, or name the folder that it was unpacked to.')))
    zip.readEntry()
  })
}

const found = (entry: Entry) => ({
  entry, path: getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileName as unknown as Buffer, entry.extraFields, false),
  packed: entry.compressedSize, size: entry.uncompressedSize, mode: entry.externalFileAttributes >>> ATTRIBUTE_SHIFT, encrypted: entry.isEncrypted(),
})

function unpack(zip: ZipFile, entry: Entry, most: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream?: Readable) => {
      if (!stream) { reject(new Error(`It cannot be unpacked: ${error?.message ?? 'nothing is known of why'}.`)); return }
      const pieces: Buffer[] = []
      let size = 0
      stream.on('data', (piece: Buffer) => {
        size += piece.length
        if (size > most) stream.destroy(new Error('more comes out of it than its list says'))
        else pieces.push(piece)
      })
      stream.once('error', (problem: Error) => reject(new Error(`It cannot be unpacked: ${problem.message}.`)))
      stream.once('end', () => resolve(Buffer.concat(pieces)))
    })
  })
}
