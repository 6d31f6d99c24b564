/** Letters of a UUID without its dashes. */
const HEX = 32
const BYTES = 32
const DASHES = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/

/** The name under which a passkey knows somebody: workspace and person, 16 bytes each, and nothing that reads as either of them. */
export const handleOf = (workspaceId: string, personId: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(`${workspaceId}${personId}`.replaceAll('-', ''), 'hex'))

/** @returns null for what is no handle of ours */
export function readHandle(handle: string): { workspaceId: string; personId: string } | null {
  const bytes = Buffer.from(handle, 'base64url')
  if (bytes.length !== BYTES) return null
  const hex = bytes.toString('hex')
  return { workspaceId: hex.slice(0, HEX).replace(DASHES, '$1-$2-$3-$4-$5'), personId: hex.slice(HEX).replace(DASHES, '$1-$2-$3-$4-$5') }
}
