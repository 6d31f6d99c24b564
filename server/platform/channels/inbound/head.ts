import { createHash } from 'node:crypto'
import PostalMime, { addressParser, decodeWords } from 'postal-mime'

/** Larger headers than this are no mail of a person. Unit: bytes. */
const HEAD_MAX = 262_144
/** Longest Message-ID that is taken as such (RFC 5322: a line has at most 998 characters). */
const ID_MAX = 998
/** Longest title kept. Unit: characters. */
const TITLE_MAX = 300

/** What the headers of a mail say, before its body is looked at. */
export type MailHead = {
  /** By lower-case name, in the order in which they stand. */
  headers: ReadonlyMap<string, readonly string[]>
  /** As it stands, in angle brackets; null where there is none that could be one. */
  messageId: string | null
  /** Every address in every From. */
  from: readonly string[]
  title: string
}

/**
 * Reads the headers alone, which is quick for whatever follows.
 * @returns null when they are larger than 256 kB or cannot be read
 */
export async function readHead(raw: Buffer): Promise<MailHead | null> {
  const end = headEnd(raw)
  if (end > HEAD_MAX) return null
  try {
    const { headers: list } = await PostalMime.parse(Buffer.concat([raw.subarray(0, end), Buffer.from('\r\n\r\n')]), { maxHeadersSize: HEAD_MAX })
    const headers = new Map(Map.groupBy(list, (header) => header.key).entries().map(([key, found]) => [key, found.map(({ value }) => value.trim())]))
    return {
      headers, messageId: idIn(headers.get('message-id')?.[0] ?? ''),
      from: (headers.get('from') ?? []).flatMap((value) => addressParser(value, { flatten: true })).map(({ address }) => address ?? ''),
      title: cleaned(decodeWords(headers.get('subject')?.[0] ?? '')).slice(0, TITLE_MAX),
    }
  } catch {
    return null
  }
}

/** A line end that was hidden in an encoded word stays a space; what no database keeps is left out. */
const cleaned = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').toWellFormed().trim()

const idIn = (value: string): string | null => value.length <= ID_MAX && /^<[^<>\s\p{Cc}]+>$/u.test(value) ? value : null

/** Where the headers end; the length of the mail when nothing follows them. */
function headEnd(raw: Buffer): number {
  const ends = [raw.indexOf('\r\n\r\n'), raw.indexOf('\n\n')].filter((at) => at >= 0)
  return ends.length === 0 ? raw.length : Math.min(...ends)
}

/**
 * What tells a copy of a mail from another mail: its Message-ID, or where it has none, what its author wrote. What servers
 * add on the way is left out of it.
 */
export function messageKey(raw: Buffer, head: MailHead | null): string {
  if (head?.messageId) return `id:${hash(head.messageId)}`
  const said = ['date', 'from', 'subject'].map((name) => head?.headers.get(name) ?? [])
  return `text:${hash(JSON.stringify(said), raw.subarray(head === null ? 0 : headEnd(raw)))}`
}

function hash(...parts: readonly (string | Buffer)[]): string {
  const made = createHash('sha256')
  for (const part of parts) made.update(part)
  return made.digest('base64url')
}
