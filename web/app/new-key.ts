/** Bytes of a key: 128 bits are enough never to meet twice. */
const KEY_BYTES = 16

/** A fresh idempotency key. `crypto.randomUUID` is missing on plain http away from localhost, so bytes it is. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A fresh id for something the browser names first: a random UUID (RFC 9562, version 4). */
export function newId(): string {
  const hex = newKey()
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}
