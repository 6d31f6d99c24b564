/** One mail of an mbox file. `line`: where it begins in the file, from 1. `time`: when it came in, by its first line, in UTC. `content` is null where it is larger than any mail server takes. */
export type MboxMail = { line: number; time: string | null; content: Uint8Array | null }

/** Larger than any mail server takes; a mail is read as a whole. Unit: bytes. */
export const MAIL_BYTES = 40 * 1024 * 1024

const [LF, CR, QUOTE] = [10, 13, 62]
const FROM = [70, 114, 111, 109, 32]
const ZONE = /[+-]\d\d:?\d\d|Z|UTC|GMT/i

/**
 * Parts an mbox file into its mails as it comes in, so that never more than one mail is held. A line that begins with
 * “From ” begins the next one, and `>From ` is a line of the text that was quoted (mboxrd, RFC 4155 says which there are).
 */
export async function* mboxMails(chunks: AsyncIterable<Uint8Array>, mailBytes = MAIL_BYTES): AsyncGenerator<MboxMail> {
  let [line, mail]: [number, Begun | null] = [0, null]
  for await (const bytes of linesOf(chunks, mailBytes)) {
    line += 1
    if (beginsWith(bytes, 0)) {
      if (mail) yield whole(mail)
      mail = { line, time: timeOf(bytes), lines: [], size: 0, large: false }
    } else if (mail) add(mail, bytes, mailBytes)
  }
  if (mail) yield whole(mail)
}

type Begun = { line: number; time: string | null; lines: Uint8Array[]; size: number; large: boolean }

function add(mail: Begun, bytes: Uint8Array, most: number): void {
  mail.size += bytes.length + 1
  mail.large ||= mail.size > most
  if (mail.large) mail.lines.length = 0
  else mail.lines.push(isQuoted(bytes) ? bytes.subarray(1) : bytes)
}

/** Without line ends. What is longer than a mail may be comes as so many bytes and one, which tells that it is. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let [held, size]: [Uint8Array[], number] = [[], 0]
  const hold = (piece: Uint8Array): void => {
    const taken = piece.subarray(0, Math.max(0, most + 1 - size))
    size += taken.length
    if (taken.length > 0) held.push(taken)
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, from)) {
      hold(chunk.subarray(from, end))
      yield withoutReturn(joined(held, size))
      ;[held, size, from] = [[], 0, end + 1]
    }
    if (from < chunk.length) hold(chunk.slice(from))
  }
  if (size > 0) yield withoutReturn(joined(held, size))
}

const withoutReturn = (bytes: Uint8Array): Uint8Array => bytes.at(-1) === CR ? bytes.subarray(0, -1) : bytes
const beginsWith = (bytes: Uint8Array, at: number): boolean => FROM.every((sign, index) => bytes[at + index] === sign)

function isQuoted(bytes: Uint8Array): boolean {
  let at = 0
  while (bytes[at] === QUOTE) at += 1
  return at > 0 && beginsWith(bytes, at)
}

/** The empty line before the next mail belongs to neither. */
function whole({ line, time, lines, large }: Begun): MboxMail {
  if (large) return { line, time, content: null }
  const kept = lines.at(-1)?.length === 0 ? lines.slice(0, -1) : lines
  const size = kept.reduce((sum, bytes) => sum + bytes.length + 1, 0)
  const content = new Uint8Array(Math.max(0, size - 1)).fill(LF)
  let at = 0
  for (const bytes of kept) {
    content.set(bytes, at)
    at += bytes.length + 1
  }
  return { line, time, content }
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = pieces
  if (pieces.length === 1 && first) return first
  const all = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

const FIRST_LINE_MAX = 500
/** `From ben@example.com Mon May  6 10:00:00 2019`: a time without a zone counts as UTC. */
function timeOf(bytes: Uint8Array): string | null {
  const words = String.fromCharCode(...bytes.subarray(0, FIRST_LINE_MAX)).trim().split(/\s+/).slice(2).join(' ')
  const ms = Date.parse(ZONE.test(words) ? words : `${words} +00:00`)
  return Number.isNaN(ms) ? null : new Date(ms).toISOString()
}
