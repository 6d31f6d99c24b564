import { said } from '../words/said.ts'
import type { Said } from '../words/said.ts'

/** Limits of what is read from an archive or a folder. Far above what any tool exports, far below what harms. */
export const ARCHIVE = {
  /** Files in one archive; what a list of them takes stays below 100 MB. */
  entries: 250_000,
  /** One file, unpacked. Unit: bytes. */
  fileBytes: 25 * 1024 * 1024,
  /** One list of everybody, as `users.json`: few things, each with much in it. */
  listBytes: 20 * 1024 * 1024,
  /** One file of messages or text: taken apart, it needs up to twenty times as much memory. */
  textBytes: 8 * 1024 * 1024,
  /** Everything that is read of one archive. Unit: bytes. */
  totalBytes: 8 * 1024 * 1024 * 1024,
  /** How many times larger than packed a file may be; text packs 5 to 30 times. */
  ratio: 200,
  /** Smaller files may be packed ever so well. Unit: bytes. */
  ratioFrom: 1024 * 1024,
  /** A path. Unit: characters. */
  path: 1000,
} as const

/** An entry as the list of an archive has it. `mode`: the upper 16 bits of its external attributes. */
export type ArchiveEntry = { path: string; packed: number; size: number; mode: number; encrypted: boolean }

/** What is said of files that are not read. */
export const TOO_MANY = said`There are too many files.`
export const CHOOSE_AGAIN = said`Choose it again, unpacked; the rest was read.`
export const LOOK_BY_HAND = said`Look at it by hand; the rest was read.`

const FILE_TYPE = 0o170000
const SYMBOLIC_LINK = 0o120000
/** What no path in an archive needs: a drive, a root, a step up, an empty step, or a character that cannot be seen. */
const DRIVE = /^[a-zA-Z]:/
const UNSEEN = /\p{Cc}/u

/**
 * Why a file of an archive is not read, as a sentence; null where it is. Nothing is ever written by its name, so that this
 * guards only against what a name or a size could do to a reader, or to whoever looks at the report.
 */
export function entryProblem({ path, packed, size, mode, encrypted }: ArchiveEntry): Said | null {
  if (path.length > ARCHIVE.path) return said`Its name has ${path.length} characters, more than the ${ARCHIVE.path} that are read.`
  if (UNSEEN.test(path) || path.includes('\ufffd')) return said`Its name holds characters that cannot be shown.`
  const steps = path.replaceAll('\\', '/').split('/')
  if (path.startsWith('/') || path.startsWith('\\') || DRIVE.test(path) || steps.includes('..')) return said`Its name leads out of the archive.`
  if ((mode & FILE_TYPE) === SYMBOLIC_LINK) return said`It is a link to another file.`
  if (encrypted) return said`It is encrypted.`
  const most = bytesMax(path)
  if (size > most) return said`It has ${mb(size)} MB, more than the ${mb(most)} MB that a file of its kind may have.`
  if (size > ARCHIVE.ratioFrom && size > packed * ARCHIVE.ratio) return said`It would grow ${Math.round(size / Math.max(packed, 1))} times when unpacked, as only a bomb does.`
  return null
}

/** How large a file may be, by what its name says that it holds. Unit: bytes. */
const bytesMax = (path: string): number => LIST.test(path) ? ARCHIVE.listBytes : TEXT.test(path) ? ARCHIVE.textBytes : ARCHIVE.fileBytes
const LIST = /(?:^|\/)(?:users|channels)\.json$/
const TEXT = /\.(?:json|md|markdown|txt|log)$/i

const mb = (bytes: number): number => Math.round(bytes / 1024 / 1024)

/** A name as it may stand in a report: what cannot be seen is left out, and what is long is cut. */
export const shownPath = (path: string): string => {
  const clean = path.replace(/\p{Cc}+/gu, ' ').toWellFormed()
  return clean.length > SHOWN_MAX ? `${clean.slice(0, SHOWN_MAX).toWellFormed()}…` : clean
}
const SHOWN_MAX = 200
