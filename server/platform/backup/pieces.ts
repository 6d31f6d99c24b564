import { createHash } from 'node:crypto'
import type { Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { extract, pack } from 'tar-stream'
import { damaged, HEAD, MANIFEST } from './manifest.ts'
import { failpoint } from '../failpoint.ts'

/** Tables and files are cut into pieces of about this size, so that neither side ever holds more. Unit: bytes. */
export const PIECE_BYTES = 1024 * 1024
/** No piece that we write is larger: a manifest names each table and each lost file. Unit: bytes. */
const LARGEST_PIECE = 16 * PIECE_BYTES
/** A backup holds everything that is secret. */
const PRIVATE_FILE = 0o600
/** The fastest level of gzip that still halves what people write. */
const LEVEL = 3

/** How a gzip file begins (RFC 1952). */
const MAGIC = Buffer.from([0x1F, 0x8B])
/** An empty gzip member, which unpackers pass over, with a comment: the SHA-256 of all before it, since gzip by itself leaves some bits unguarded. */
const seal = (sha256: string): Buffer => Buffer.concat([MAGIC, Buffer.from([8, 16, 0, 0, 0, 0, 0, 255]), Buffer.from(`sha256:${sha256}\0`), Buffer.from([3, 0]), Buffer.alloc(8)])
const SEAL_BYTES = seal('0'.repeat(64)).length

export type Piece = { name: string; bytes: Buffer }
export type PutPiece = (name: string, bytes: Buffer) => Promise<void>

/**
 * Writes a `tar.gz` of pieces to `path`.part, flushes it, and moves it to its place when all is done; a failure leaves nothing.
 * @param now goes into the archive as the time of each piece
 */
export async function writePieces(path: string, now: Temporal.Instant, produce: (put: PutPiece) => Promise<void>): Promise<number> {
  const part = `${path}.part`
  const handle = await open(part, 'w', PRIVATE_FILE)
  const mtime = new Date(now.epochMilliseconds)
  const archive = pack()
  const put: PutPiece = (name, bytes) => new Promise((done, fail) => { archive.entry({ name, mtime, mode: PRIVATE_FILE }, bytes, (error) => error ? fail(error) : done()) })
  const produced = async () => {
    try {
      await produce(put)
      archive.finalize()
    } catch (error) {
      archive.destroy(error instanceof Error ? error : new Error(String(error)))
      throw error
    }
  }
  try {
    await Promise.all([produced(), pipeline(archive, createGzip({ level: LEVEL }), sealing(), handle.createWriteStream({ flush: true }))])
    const { size } = await stat(part)
    await failpoint('backup.before_move')
    await rename(part, path)
    await flushFolder(dirname(path))
    return size
  } catch (error) {
    await handle.close().catch(() => undefined)
    await rm(part, { force: true })
    throw error
  }
}

async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try { await handle.sync() } finally { await handle.close() }
}

/** Passes bytes on, and the seal of all of them behind the last. */
function sealing(): Transform {
  const hash = createHash('sha256')
  return new Transform({
    transform(chunk: Buffer, _encoding, done) { hash.update(chunk); done(null, chunk) },
    flush(done) { done(null, seal(hash.digest('hex'))) },
  })
}

const NAMES = /^(?:backup\.json|manifest\.json|tables\/[a-z_]{1,63}\/\d{6}|files\/[0-9a-f-]{36}\/\d{6})$/

/**
 * The pieces of a backup in their order, each whole, none of a name that we do not write.
 * @throws {Refusal} `cannot_be_read` for anything else than a whole backup, with what is wrong
 */
export async function* readPieces(path: string): AsyncGenerator<Piece> {
  const sealed = await readSeal(path)
  const hash = createHash('sha256')
  const archive = extract()
  const flowing = pipeline(createReadStream(path, { end: sealed.at - 1 }), hashing(hash), createGunzip(), archive)
  flowing.catch(() => undefined)
  let last = ''
  try {
    for await (const entry of archive) {
      const { name, type } = entry.header
      if (type !== 'file' || !NAMES.test(name) || (entry.header.size ?? 0) > LARGEST_PIECE) throw damaged('it holds something that Longhand does not write.')
      if ((last === '') !== (name === HEAD) || last === MANIFEST) throw damaged('its pieces are out of order.')
      const chunks: Buffer[] = []
      for await (const chunk of entry) chunks.push(chunk as Buffer)
      last = name
      yield { name, bytes: Buffer.concat(chunks) }
    }
    await flowing
  } catch (error) {
    throw asDamage(error)
  }
  if (last !== MANIFEST) throw damaged('it ends before its manifest; it was cut.')
  if (!seal(hash.digest('hex')).equals(sealed.bytes)) throw damaged('its bytes are not as they were written.')
}

const hashing = (hash: Hash): Transform => new Transform({ transform(chunk: Buffer, _encoding, done) { hash.update(chunk); done(null, chunk) } })

/** The seal, and where it stands. */
async function readSeal(path: string): Promise<{ at: number; bytes: Buffer }> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const at = size - SEAL_BYTES
    const [head, end] = [Buffer.alloc(MAGIC.length), Buffer.alloc(SEAL_BYTES)]
    await handle.read(head, 0, head.length, 0)
    if (!head.equals(MAGIC)) throw damaged('it does not begin as a backup does.')
    if (at <= 0) throw damaged('it ends too early; it was cut.')
    await handle.read(end, 0, end.length, at)
    if (!end.subarray(0, MAGIC.length).equals(MAGIC)) throw damaged('it does not end as a backup does; it was cut, or something stands behind its end.')
    return { at, bytes: end }
  } finally {
    await handle.close()
  }
}

/** What zlib and the reader of archives say of bytes that are not as they were written. */
const OF_THE_FORMAT = /^(?:Z_|ERR_STREAM|ERR_BUFFER)/

function asDamage(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (code === 'Z_BUF_ERROR' || /unexpected end/i.test(error.message)) return damaged('it ends too early; it was cut.')
  if (OF_THE_FORMAT.test(code) || /tar|header|checksum/i.test(error.message)) return damaged('its bytes are not as they were written.')
  return error
}
