import { keyOf } from '#domain/imports/keys.ts'
import { MailThreads } from '#domain/imports/mail.ts'
import type { DecodedMail } from '#domain/imports/mail.ts'
import { MAIL_BYTES, mboxMails } from '#domain/imports/mbox.ts'
import type { MboxMail } from '#domain/imports/mbox.ts'
import type { Piece } from '#domain/imports/types.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Said } from '#domain/words/said.ts'

/** As mails that come in are taken apart: more parts or deeper ones than people send. Unit of headers: bytes. */
export const MAIL_LIMITS = { forceRfc822Attachments: true, maxNestingDepth: 30, maxHeadersSize: 1_048_576 } as const
const PLACE_MAX = 80
const REFERENCES_MAX = 1000

/** A mail as a reader of MIME gives it. */
type ReadMail = {
  messageId?: Maybe; inReplyTo?: Maybe; references?: Maybe; from?: { name?: Maybe; address?: Maybe } | undefined; date?: Maybe; subject?: Maybe; text?: Maybe; html?: Maybe
  attachments: readonly { filename: string | null; content: string | ArrayBuffer | Uint8Array }[]
}
type Maybe = string | undefined
type Given = { file: string; parse(content: Uint8Array): Promise<ReadMail>; toMarkdown(html: string): string }

/**
 * Mails of an mbox file as it comes in, one at a time, joined to threads by what they answer.
 * @throws {Refusal} `cannot_be_read` where no mail is in it
 */
export async function* readMboxFile(chunks: AsyncIterable<Uint8Array>, given: Given): AsyncGenerator<Piece> {
  const { file } = given
  const name = file.replace(/\.(?:mbox|mbx|mail)$/i, '').slice(0, PLACE_MAX).trim() || 'mail'
  const threads = new MailThreads({ key: keyOf(name), name, purpose: '' })
  let count = 0
  for await (const found of mboxMails(chunks)) {
    count += 1
    const problem = (what: Said): Piece => ({ problem: { file, line: found.line, what, next: said`Look at it in the file; the rest was read.` } })
    if (found.content === null) { yield problem(said`This mail is larger than the ${MAIL_BYTES / 1024 / 1024} MB that are read of one.`); continue }
    const mail = await decoded(found.content, found, given)
    if (mail === null) yield problem(said`This mail cannot be taken apart.`)
    else yield* threads.read(mail)
  }
  if (count === 0) throw new Refusal('cannot_be_read', said`${file} holds no mail: no line of it begins with “From ”.`, said`Give an mbox file, as Thunderbird, Google Takeout or a list archive gives it.`)
}

/** Throws nothing: what cannot be taken apart is null. */
async function decoded(content: Uint8Array, { line, time }: MboxMail, { file, parse, toMarkdown }: Given): Promise<DecodedMail | null> {
  try {
    const mail = await parse(content)
    return {
      file, line, messageId: mail.messageId?.trim() || null, inReplyTo: mail.inReplyTo?.trim().split(/\s+/)[0] || null, references: (mail.references ?? '').split(/\s+/).filter((id) => id !== '').slice(-REFERENCES_MAX),
      from: mail.from ? { name: mail.from.name ?? '', address: mail.from.address ?? '' } : null, date: isoOf(mail.date) ?? time, subject: mail.subject ?? '',
      text: mail.text ?? '', markdown: mail.text?.trim() ? '' : toMarkdown(mail.html ?? ''),
      attachments: mail.attachments.map(({ filename, content: bytes }) => ({ name: filename ?? '', size: typeof bytes === 'string' ? bytes.length : bytes.byteLength })),
    }
  } catch { return null }
}

const isoOf = (date: string | undefined): string | null => {
  if (date === undefined) return null
  const ms = Date.parse(date)
  return Number.isNaN(ms) ? null : new Date(ms).toISOString()
}
