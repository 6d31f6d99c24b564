/** Before the sign that many mail servers take for "the same mailbox". */
const MAILBOX = 'reply'
/** Lengths of the parts: a UUID, a number below 2^53, and 100 bits of signature; with the mailbox 63 of the 64 characters that a local part may have. */
const WORKSPACE_SIGNS = 26
const NUMBER_SIGNS = 11
const SIGNATURE_SIGNS = 20

export type AddressParts = { workspaceId: string; id: number; signature: string }

/** `reply+<workspace><number><signature>@domain`; lower case only, since some mail servers change capitals. */
export function writeAddress({ workspaceId, id, signature }: AddressParts, domain: string): string {
  return `${MAILBOX}+${base32(BigInt(`0x${workspaceId.replaceAll('-', '')}`), WORKSPACE_SIGNS)}${base32(BigInt(id), NUMBER_SIGNS)}${signature}@${domain}`
}

/** @returns null for whatever was never an address of ours */
export function readAddress(address: string, domain: string): AddressParts | null {
  const at = address.lastIndexOf('@')
  if (asciiLower(address.slice(at + 1)) !== domain) return null
  const match = /^reply\+([0-7][0-9a-v]{25})([0-9a-v]{11})([0-9a-v]{20})$/.exec(asciiLower(address.slice(0, Math.max(at, 0))))
  if (!match) return null
  const id = Number(fromBase32(match[2] ?? ''))
  const hex = fromBase32(match[1] ?? '').toString(16).padStart(32, '0')
  if (!Number.isSafeInteger(id)) return null
  return { workspaceId: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`, id, signature: match[3] ?? '' }
}

/** As many bits of a signature as an address has room for. */
export const shortSignature = (signature: Buffer): string =>
  base32(BigInt(`0x${signature.toString('hex')}`), SIGNATURE_SIGNS).slice(-SIGNATURE_SIGNS)

/** Lower case for the letters that mail addresses have; others stay, so that no look-alike becomes one of them. */
export const asciiLower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

const base32 = (value: bigint, signs: number): string => value.toString(32).padStart(signs, '0')

function fromBase32(text: string): bigint {
  let value = 0n
  for (const sign of text) value = value * 32n + BigInt(Number.parseInt(sign, 32))
  return value
}
