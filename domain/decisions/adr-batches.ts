export type AdrText = { readonly path: string; readonly text: string }

/** Smaller requests show progress and do not keep others waiting. Unit: bytes of JSON, and files. */
const BATCH_BYTES = 400_000
const BATCH_FILES = 25
/** More than a record or page holds; a text of so many alone fits into a request, whatever its letters. Unit: UTF-16 units. */
const TEXT_MAX = 1_000_000

/**
 * Files in requests that the server takes, and those that are too large for any.
 * @param bytesOf how many bytes a text has in UTF-8, which each runtime counts in its own way
 */
export function inBatches<File extends AdrText>(files: readonly File[], bytesOf: (text: string) => number): { batches: File[][]; tooLarge: File[] } {
  const batches: File[][] = []
  const tooLarge: File[] = []
  let [batch, bytes]: [File[], number] = [[], 0]
  for (const file of files) {
    const own = bytesOf(JSON.stringify(file)) + 1
    if (file.text.length > TEXT_MAX) { tooLarge.push(file); continue }
    if (batch.length > 0 && (bytes + own > BATCH_BYTES || batch.length >= BATCH_FILES)) {
      batches.push(batch);
      [batch, bytes] = [[], 0]
    }
    batch.push(file)
    bytes += own
  }
  return { batches: batch.length > 0 ? [...batches, batch] : batches, tooLarge }
}
