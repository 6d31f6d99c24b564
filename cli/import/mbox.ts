import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { MAIL_LIMITS, readMboxFile } from '#contract/import-mbox.ts'
import type { Piece } from '#domain/imports/types.ts'
import PostalMime from 'postal-mime'
import { UsageError } from '../errors.ts'
import { htmlToMarkdown } from './html.ts'

/** Mails of an mbox file, one at a time, joined to threads by what they answer. */
export async function* readMbox(path: string): AsyncGenerator<Piece> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw new UsageError(`${path} cannot be read as a file.`, 'Name an mbox file, as Thunderbird, Google Takeout or a list archive gives it.')
  yield* readMboxFile(createReadStream(path), { file: basename(path), parse: (content) => PostalMime.parse(content, MAIL_LIMITS), toMarkdown: htmlToMarkdown })
}
