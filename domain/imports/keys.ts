/** Longest key that the server takes. Unit: UTF-16 units. */
const KEY_MAX = 400
/** What is kept of a longer one before its mark. */
const KEPT = 360

/** A key as the server takes it: cleaned of what cannot be stored, and with a mark of the whole where it is too long. */
export function keyOf(given: string): string {
  const key = given.replaceAll('\u0000', '').toWellFormed()
  if (key.trim() === '') return `empty:${mark(given)}`
  return key.length <= KEY_MAX ? key : `${key.slice(0, KEPT).toWellFormed()}~${mark(key)}${mark(`${key}.`)}`
}

/** FNV-1a with 32 bits (draft-eastlake-fnv): tells texts apart, keeps no secret. */
function mark(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}
