import type { FolderFile } from './folder.ts'

/** The server takes requests of 1 MB; what a request says besides its files is small. Unit: bytes of JSON. */
const REQUEST_MAX = 1_048_576 - 2_000
/** Smaller requests show progress and do not keep others waiting. Unit: bytes of JSON, and files. */
const BATCH_BYTES = 400_000
const BATCH_FILES = 25
const TEXT_MAX = 1_000_000

const weight = (file: FolderFile): number => Buffer.byteLength(JSON.stringify(file)) + 1

/** Files in requests that the server takes, and those that are too large for any. */
export function inBatches(files: readonly FolderFile[]): { batches: FolderFile[][]; tooLarge: FolderFile[] } {
  const batches: FolderFile[][] = []
  const tooLarge: FolderFile[] = []
  let [batch, bytes]: [FolderFile[], number] = [[], 0]
  for (const file of files) {
    const own = weight(file)
    if (own > REQUEST_MAX || file.text.length > TEXT_MAX) { tooLarge.push(file); continue }
    if (batch.length > 0 && (bytes + own > BATCH_BYTES || batch.length >= BATCH_FILES)) {
      batches.push(batch);
      [batch, bytes] = [[], 0]
    }
    batch.push(file)
    bytes += own
  }
  return { batches: batch.length > 0 ? [...batches, batch] : batches, tooLarge }
}

/** Whether a file differs from another one at most where Longhand itself writes. @param kept those places in `text` */
export function sameButFor(current: string, text: string, kept: readonly { start: number; end: number }[]): boolean {
  const fixed: string[] = []
  let from = 0
  for (const { start, end } of kept) { fixed.push(text.slice(from, start)); from = end }
  fixed.push(text.slice(from))
  const [first = ''] = fixed
  const last = fixed.length > 1 ? fixed.at(-1) ?? '' : ''
  if (fixed.length === 1) return current === first
  if (!current.startsWith(first)) return false
  let at = first.length
  for (const part of fixed.slice(1, -1)) {
    const found = current.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return current.length - last.length >= at && current.endsWith(last)
}
