import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { S3Settings } from './s3-store.ts'

export type FakeS3 = {
  settings: S3Settings
  /** Objects by key, as `bucket/key`. */
  objects: Map<string, Buffer>
  /** `PUT bucket/key` and so on, in order. */
  asked: string[]
  /** The next answers are this status, until it is null again. */
  failWith: { status: number | null }
  stop(): Promise<void>
}

const SIGNED = /^AWS4-HMAC-SHA256 Credential=test-key\/\d{8}\/eu-test-1\/s3\/aws4_request, SignedHeaders=[\w;-]*x-amz-content-sha256[\w;-]*, Signature=[0-9a-f]{64}$/

/** A store that speaks as much S3 as Longhand uses, on a port of this machine. Unsigned requests and wrong hashes are refused. */
export async function startFakeS3(): Promise<FakeS3> {
  const objects = new Map<string, Buffer>()
  const asked: string[] = []
  const failWith: FakeS3['failWith'] = { status: null }
  const server = createServer((request, response) => {
    void answer(request, response, { objects, asked, failWith }).catch(() => response.destroy())
  })
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  const { port } = server.address() as AddressInfo
  return {
    objects, asked, failWith,
    settings: { endpoint: `http://127.0.0.1:${port}`, region: 'eu-test-1', bucket: 'files', accessKeyId: 'test-key', secretAccessKey: 'test-secret', prefix: 'team/' },
    stop: () => new Promise((done) => { server.close(() => done()); server.closeAllConnections() }),
  }
}

type Kept = Pick<FakeS3, 'objects' | 'asked' | 'failWith'>

async function answer(request: IncomingMessage, response: ServerResponse, { objects, asked, failWith }: Kept): Promise<void> {
  const body = await buffer(request)
  const key = decodeURIComponent(new URL(request.url ?? '/', 'http://s3').pathname.slice(1))
  asked.push(`${request.method} ${key}`)
  if (failWith.status !== null) { fail(response, failWith.status, 'AccessDenied'); return }
  if (!SIGNED.test(request.headers.authorization ?? '')) { fail(response, 403, 'AccessDenied'); return }
  if (request.method === 'PUT') {
    if (createHash('sha256').update(body).digest('hex') !== request.headers['x-amz-content-sha256']) { fail(response, 400, 'XAmzContentSHA256Mismatch'); return }
    objects.set(key, body)
    response.writeHead(200, { etag: '"x"' }).end()
  } else if (request.method === 'DELETE') {
    objects.delete(key)
    response.writeHead(204).end()
  } else give(request, response, objects.get(key))
}

function give(request: IncomingMessage, response: ServerResponse, object: Buffer | undefined): void {
  if (!object) { fail(response, 404, 'NoSuchKey'); return }
  const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
  const part = start === undefined ? object : object.subarray(Number(start), Number(end) + 1)
  response.writeHead(start === undefined ? 200 : 206, { 'content-length': part.length }).end(part)
}

const fail = (response: ServerResponse, status: number, code: string): void => {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`)
}
