import type { Instant } from '../time/types.ts'
import { readerTime } from './reader-time.ts'
import type { Reader } from './types.ts'

/**
 * The first moment, from `after` on, at which the reader wants to read what is for them. A chosen moment inside a focus
 * moves to its end, one outside working time to the next working moment. A shift in which none of the chosen moments
 * falls has its start as one.
 *
 * @returns null when the reader has no working time outside focus within 366 days
 */
export function nextWindow(reader: Reader, after: Instant): Instant | null {
  return readerTime(reader).nextWindow(after)
}
