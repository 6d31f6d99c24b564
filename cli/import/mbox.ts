import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { MailThreads } from '#domain/imports/mail.ts'
import type { DecodedMail } from '#domain/imports/mail.ts'
import { keyOf } from '#domain/imports/keys.ts'
import type { Piece } from '#domain/imports/types.ts'
import { mboxReader } from 'mbox-reader'
import PostalMime from 'postal-mime'
import { UsageError } from '../errors.ts'
import { htmlToMarkdown } from './html.ts'

/** As `server/platform/channels/inbound` takes mails apart: more parts or deeper ones than people send. */
const NESTING_MAX = 30
const HEADERS_MAX = 1_048_576
/** Larger than any mail server takes; a mail is read as a whole. Unit: bytes. */
const MAIL_MAX = 40 * 1024 * 1024
const PLACE_MAX = 80
const REFERENCES_MAX = 1000

/** Mails of an mbox file, one at a time, joined to threads by what they answer. */
export async function* readMbox(path: string): AsyncGenerator<Piece> {
  const file = basename(path)
  const begins = await scan(path)
  const name = file.replace(/\.(?:mbox|mbx|mail)$/i, '').slice(0, PLACE_MAX).trim() || 'mail'
  const threads = new MailThreads({ key: keyOf(name), name, purpose: '' })
  let index = 0
  for await (const { content, time } of mboxReader(createReadStream(path))) {
    const line = begins[index] ?? 1
    index += 1
    const mail = await decoded(content, { file, line, time: time === false ? null : time.toISOString() })
    if (mail === null) yield { problem: { file, line, what: 'This mail cannot be taken apart.', next: 'Look at it in the file; the rest was read.' } }
    else yield* threads.read(mail)
  }
}

/** On which line each mail begins. */
async function scan(path: string): Promise<number[]> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw new UsageError(`${path} cannot be read as a file.`, 'Name an mbox file, as Thunderbird, Google Takeout or a list archive gives it.')
  const begins: number[] = []
  let [line, start, at, rest] = [1, 0, 0, '']
  for await (const piece of createReadStream(path, { encoding: 'latin1' })) {
    const lines = `${rest}${String(piece)}`.split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > MAIL_MAX) throw tooLarge(path, line)
    for (const one of lines) {
      if (one.startsWith('From ')) { begins.push(line); start = at }
      if (at - start > MAIL_MAX) throw tooLarge(path, begins.at(-1) ?? 1)
      at += one.length + 1
      line += 1
    }
  }
  if (begins.length === 0 && rest.startsWith('From ')) begins.push(line)
  if (begins.length === 0) throw new UsageError(`${path} holds no mail: no line of it begins with “From ”.`, 'Name an mbox file, as Thunderbird, Google Takeout or a list archive gives it.')
  return begins
}

const tooLarge = (path: string, line: number): UsageError => new UsageError(`The mail on line ${line} of ${path} is larger than ${MAIL_MAX / 1024 / 1024} MB.`, 'Take it out of the file, and import the rest.')

/** Throws nothing: what cannot be taken apart is null. */
async function decoded(content: Buffer, { file, line, time }: { file: string; line: number; time: string | null }): Promise<DecodedMail | null> {
  try {
    const mail = await PostalMime.parse(content, { forceRfc822Attachments: true, maxNestingDepth: NESTING_MAX, maxHeadersSize: HEADERS_MAX })
    return {
      file, line, messageId: mail.messageId?.trim() || null, inReplyTo: mail.inReplyTo?.trim().split(/\s+/)[0] || null, references: (mail.references ?? '').split(/\s+/).filter((id) => id !== '').slice(-REFERENCES_MAX),
      from: mail.from ? { name: mail.from.name ?? '', address: mail.from.address ?? '' } : null, date: isoOf(mail.date) ?? time, subject: mail.subject ?? '',
      text: mail.text ?? '', markdown: mail.text?.trim() ? '' : htmlToMarkdown(mail.html ?? ''),
      attachments: mail.attachments.map(({ filename, content: bytes }) => ({ name: filename ?? '', size: typeof bytes === 'string' ? bytes.length : bytes.byteLength })),
    }
  } catch { return null }
}

const isoOf = (date: string | undefined): string | null => {
  if (date === undefined) return null
  const ms = Date.parse(date)
  return Number.isNaN(ms) ? null : new Date(ms).toISOString()
}
