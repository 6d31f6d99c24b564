/** Bytes of a key: 128 bits are enough never to meet twice. */
const KEY_BYTES = 16

/** A fresh idempotency key. `crypto.randomUUID` is missing on plain http away from localhost, so bytes it is. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
