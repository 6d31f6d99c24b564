/** The unit of a tar file, and how much of a name its plain header takes. Unit: bytes. */
const BLOCK = 512
const NAME_BYTES = 100
const CHECKSUM_AT = 148
const FILE = '0'
/** A header before a header, with what does not fit into it (POSIX.1-2001). */
const EXTENDED = 'x'

const utf8 = new TextEncoder()

type Field = readonly [at: number, text: string]
const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0')

function header(name: Uint8Array, size: number, type: string, at: number): Uint8Array {
  const block = new Uint8Array(BLOCK)
  block.set(name.subarray(0, NAME_BYTES))
  const fields: readonly Field[] = [[100, '0000644\0'], [108, '0000000\0'], [116, '0000000\0'], [124, `${octal(size, 11)}\0`], [136, `${octal(at, 11)}\0`], [CHECKSUM_AT, '        '], [156, type], [257, 'ustar\u000000']]
  for (const [place, text] of fields) block.set(utf8.encode(text), place)
  block.set(utf8.encode(`${octal(block.reduce((sum, byte) => sum + byte, 0), 6)}\0 `), CHECKSUM_AT)
  return block
}

const padding = (size: number): Uint8Array => new Uint8Array((BLOCK - size % BLOCK) % BLOCK)

/** `24 path=…` with its own length in front, the digits of that length included. */
function record(path: string): Uint8Array {
  const rest = utf8.encode(` path=${path}\n`).length
  let length = rest + String(rest).length
  if (String(length).length > String(rest).length) length = rest + String(length).length
  return utf8.encode(`${length} path=${path}\n`)
}

/** What stands before the bytes of a file in a tar. @param at seconds since 1970 */
export function fileHead(path: string, size: number, at: number): Uint8Array[] {
  const name = utf8.encode(path)
  if (name.length <= NAME_BYTES) return [header(name, size, FILE, at)]
  const extended = record(path)
  return [header(utf8.encode('name'), extended.length, EXTENDED, at), extended, padding(extended.length), header(name, size, FILE, at)]
}

export const fileTail = padding
/** Two empty blocks end a tar. */
export const tarEnd = (): Uint8Array => new Uint8Array(2 * BLOCK)
