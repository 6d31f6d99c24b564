import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** How much of each hash the list holds: enough that none of a billion other passwords is taken for one of them. Unit: bytes. */
const KEPT_BYTES = 8

let list: Promise<Buffer> | null = null

/**
 * Whether a password, in small letters, stands among the million most common of those that were stolen and published.
 * The list is read once, when somebody first chooses a password; breached-passwords.md says where it comes from.
 */
export async function breachedCheck(): Promise<(password: string) => boolean> {
  const kept = await (list ??= readFile(join(import.meta.dirname, 'breached-passwords.bin')))
  return (password) => isAmong(kept, createHash('sha256').update(password).digest().readBigUInt64BE())
}

/** Halves the sorted list until one is left. */
function isAmong(kept: Buffer, wanted: bigint): boolean {
  let [from, until] = [0, kept.length / KEPT_BYTES]
  while (from < until) {
    const middle = Math.floor((from + until) / 2)
    const found = kept.readBigUInt64BE(middle * KEPT_BYTES)
    if (found === wanted) return true
    if (found < wanted) from = middle + 1
    else until = middle
  }
  return false
}
