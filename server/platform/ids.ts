import { createHash, randomBytes } from 'node:crypto'

/** Largest count within one millisecond: 12 bits beside the version and 14 beside the variant. */
const COUNT_MAX = 2 ** 26 - 1
let lastMs = -1
let count = 0

/** Where chance comes from: the system. A simulated life, which must be the same each time it is lived, brings its own. */
let bytesOf: (count: number) => Buffer = randomBytes

/** For tests: takes chance from here, or from the system again when there is none. Ids begin anew. */
export function takeChanceFrom(source: ((count: number) => Buffer) | null): void {
  bytesOf = source ?? randomBytes
  lastMs = -1
}

/** Bytes that nobody can guess. */
export const chance = (bytes: number): Buffer => bytesOf(bytes)

/**
 * A UUIDv7 (RFC 9562, method 1): sorts by the moment `now`, within one moment by the order of making in this process,
 * which matters under a clock that stands still, and is unguessable in its last 48 bits.
 */
export function newId(now: Temporal.Instant): string {
  const ms = now.epochMilliseconds
  count = ms === lastMs ? Math.min(count + 1, COUNT_MAX) : 0
  lastMs = ms
  const bytes = bytesOf(16)
  bytes.writeUIntBE(ms, 0, 6)
  bytes.writeUInt16BE(0x7000 | (count >> 14), 6)
  bytes.writeUInt16BE(0x8000 | (count & 0x3fff), 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** SHA-256, as secrets are kept. They have 256 random bits, so no salt and no slow hash is needed. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** 256 random bits, URL-safe. */
export const newSecret = (): string => bytesOf(32).toString('base64url')

/** A UUID as 22 URL-safe characters, and back. */
export const shortId = (id: string): string => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')
export function longId(short: string): string | null {
  const hex = Buffer.from(short, 'base64url').toString('hex')
  if (hex.length !== 32) return null
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
