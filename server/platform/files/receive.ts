import { createHash } from 'node:crypto'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { fileTypeFromBuffer } from 'file-type'
import type { Received } from './store.ts'

/** How much of the beginning is looked at for the type; the sample size that file-type recommends. Unit: bytes. */
const HEAD_BYTES = 4100
/** What every browser saves and none shows. */
const UNKNOWN_TYPE = 'application/octet-stream'

/**
 * Takes bytes as they come: counts and hashes them, keeps the beginning to read the type from, and hands each piece on.
 * @throws {Refusal} `too_large` at the first byte beyond `limit`, `bad_input` when the sender stopped or sent nothing;
 * whatever `write` throws as it is
 */
export async function receive(bytes: AsyncIterable<Uint8Array>, limit: number, write: (piece: Uint8Array) => Promise<void>): Promise<Received> {
  const hash = createHash('sha256')
  const head: Uint8Array[] = []
  let size = 0
  for await (const piece of untilCut(bytes)) {
    if (size < HEAD_BYTES) head.push(piece.subarray(0, HEAD_BYTES - size))
    size += piece.length
    if (size > limit) throw tooLarge(limit)
    hash.update(piece)
    await write(piece)
  }
  if (size === 0) throw new Refusal('bad_input', said`This file is empty.`, said`Choose one that holds something.`)
  return { size, sha256: hash.digest('hex'), type: await typeOf(Buffer.concat(head)) }
}

const BYTES_PER_MB = 1024 * 1024

export const tooLarge = (limit: number): Refusal =>
  new Refusal('too_large', said`This file is larger than ${Math.floor(limit / BYTES_PER_MB)} MB, the most that one file may be.`, said`Make it smaller, or keep it elsewhere and put a link into your text.`)

/** A sender that goes away is no fault of ours, whatever the network calls it. */
async function* untilCut(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const pieces = bytes[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await pieces.next().catch((cause: unknown) => {
        throw Object.assign(new Refusal('bad_input', said`The upload stopped before the whole file had come.`, said`Send it again; nothing of it was kept.`), { cause })
      })
      if (next.done === true) return
      yield next.value
    }
  } finally {
    await pieces.return?.()
  }
}

/** The media type that the beginning of a file shows. A beginning that confuses the reader says nothing. */
async function typeOf(head: Buffer): Promise<string> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined)
  return found?.mime ?? UNKNOWN_TYPE
}
