import { hash } from 'node:crypto'

const LINE_END = 10
/** Of each row's SHA-256 so much is added up. Unit: bits. */
const BITS = 64
const WORDS = [0, 8, 16, 24] as const

/** What a table, or all files together, hold: how many rows, and a sum of their hashes in whatever order they come. */
export type Content = { rows: number; hash: string }

export type RowSum = {
  /** Lines of `COPY … TO STDOUT`; a line may come in several pieces. */
  add(piece: Buffer): void
  /** @throws {Error} when the last line has no end */
  content(): Content
}

/**
 * Adds up what is in a table, so that two of them can be compared without the order in which a database gives rows: the
 * SHA-256 of each line, as four numbers modulo 2^64. It finds accidents; who means harm could write a manifest as well.
 */
export function newRowSum(): RowSum {
  const sums = [0n, 0n, 0n, 0n]
  let rows = 0
  let rest: Buffer[] = []
  const addRow = (line: Buffer) => {
    const digest = hash('sha256', line, 'buffer')
    for (const [at, offset] of WORDS.entries()) sums[at] = BigInt.asUintN(BITS, (sums[at] ?? 0n) + digest.readBigUInt64BE(offset))
    rows += 1
  }
  return {
    add(piece) {
      let from = 0
      for (let end = piece.indexOf(LINE_END, from); end >= 0; end = piece.indexOf(LINE_END, from)) {
        const line = piece.subarray(from, end)
        addRow(rest.length === 0 ? line : Buffer.concat([...rest, line]))
        rest = []
        from = end + 1
      }
      if (from < piece.length) rest.push(piece.subarray(from))
    },
    content() {
      if (rest.length > 0) throw new Error('The last row has no end.')
      return { rows, hash: sums.map((sum) => sum.toString(16).padStart(BITS / 4, '0')).join('') }
    },
  }
}

/** The line by which a file counts in the sum of all files. */
export const fileLine = (file: { id: string; size: number; sha256: string }): Buffer => Buffer.from(`${file.id} ${file.size} ${file.sha256}\n`)
