import PostalMime from 'postal-mime'
import { htmlToText } from './html-text.ts'
import { replyText } from './reply-text.ts'

/** A file that came with a mail. Its type is what the sender says: whoever keeps it looks for itself. */
export type MailFile = { name: string; type: string; size: number; content: Uint8Array }
export type ReadMail = {
  /** What the person wrote, without what they quote; empty where they wrote nothing. */
  text: string
  /** Everything that stands in the mail, quotes included, for giving it back. */
  whole: string
  files: MailFile[]
}

/** More parts or deeper ones than people send. */
const NESTING_MAX = 30
const HEADERS_MAX = 1_048_576
const FILES_MAX = 50
const NAME_MAX = 200
/** As much of a mail as is given back. Unit: characters. */
const WHOLE_MAX = 200_000

/** Takes a mail apart. Throws, is slow or needs much memory for what was made to do that, so that it runs in a thread of its own. */
export async function readMail(raw: Uint8Array): Promise<ReadMail> {
  const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true, maxNestingDepth: NESTING_MAX, maxHeadersSize: HEADERS_MAX })
  const plain = mail.text?.trim() ? mail.text : htmlToText(mail.html ?? '')
  return {
    text: replyText(plain), whole: plain.slice(0, WHOLE_MAX).replaceAll('\u0000', '').toWellFormed().trim(),
    files: mail.attachments.slice(0, FILES_MAX).map(({ filename, mimeType, content }, index) => {
      const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
      return { name: nameOf(filename, index), type: mimeType, size: bytes.length, content: bytes }
    }),
  }
}

const nameOf = (given: string | null, index: number): string =>
  (given ?? '').replace(/[\p{Cc}/\\]+/gu, ' ').toWellFormed().trim().slice(0, NAME_MAX) || `file-${index + 1}`
