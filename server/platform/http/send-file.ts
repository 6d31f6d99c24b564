import type { SentFile } from '#contract/files.ts'
import { FILE_BODY } from '#contract/operation.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FileStore, Part } from '../files/store.ts'

/**
 * Sends the bytes of a file so that no browser ever runs them as a page of ours: pictures of a few kinds with their
 * type, everything else to be saved, and all of it in a sandbox that may load nothing.
 * @throws {Refusal} `bad_range` for a part that the file has not
 */
export async function sendFile(files: FileStore, sent: SentFile, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const etag = `"${sent.sha256}"`
  const part = partOf(request.headers.range, request.headers['if-range'], { size: sent.size, etag })
  if (part === 'outside') {
    reply.header('content-range', `bytes */${String(sent.size)}`)
    throw new Refusal('bad_range', said`This file has ${String(sent.size)} bytes, and not the ones you asked for.`, said`Ask for a part inside of it, or leave Range out.`)
  }
  const bytes = request.method === 'HEAD' ? undefined : await files.open(sent.id, part ?? undefined)
  reply.status(part ? 206 : 200).headers({
    'content-type': sent.image ? sent.type : FILE_BODY,
    'content-disposition': disposition(sent),
    'content-length': part ? part.end - part.start + 1 : sent.size,
    ...(part && { 'content-range': `bytes ${part.start}-${part.end}/${String(sent.size)}` }),
    'accept-ranges': 'bytes', etag,
    'content-security-policy': "sandbox; default-src 'none'", 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store',
  })
  return reply.send(bytes)
}

const RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/

/**
 * The part that a `Range` asks for (RFC 9110, section 14): null for the whole, also where the range is of a kind that may
 * be ignored, or the file is another than the one that `If-Range` names.
 */
export function partOf(range: string | undefined, ifRange: string | string[] | undefined, { size, etag }: { size: number; etag: string }): Part | null | 'outside' {
  const [, first = '', last = ''] = RANGE.exec(range ?? '') ?? []
  if ((first === '' && last === '') || (ifRange !== undefined && ifRange !== etag)) return null
  if (first !== '' && last !== '' && Number(first) > Number(last)) return null
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return start > end ? 'outside' : { start, end }
}

/** How the bytes are to be taken, with the name in both ways that browsers read (RFC 6266). */
export function disposition({ image, name }: Pick<SentFile, 'image' | 'name'>): string {
  const plain = name.replace(/[^\x20-\x7E]|["\\%]/gu, '_')
  const full = encodeURIComponent(name).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${image ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${full}`
}
