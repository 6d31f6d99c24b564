import { MAIL_LIMITS, readMboxFile } from '#contract/import-mbox.ts'
import type { Piece } from '#domain/imports/types.ts'
import PostalMime from 'postal-mime'
import { htmlToMarkdown } from './html.ts'

/** Mails of an mbox file that somebody chose in the browser. */
export const readMails = (file: File): AsyncGenerator<Piece> =>
  readMboxFile(chunksOf(file), { file: file.name, parse: (content) => PostalMime.parse(content, MAIL_LIMITS), toMarkdown: htmlToMarkdown })

async function* chunksOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader()
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value
  } finally {
    await reader.cancel()
  }
}
