import { open, mkdir, unlink } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type * as S3 from '@aws-sdk/client-s3'
import { receive } from './receive.ts'
import { asOutage, FileLost, placeOfId, StoreOutage } from './store.ts'
import type { FileStore, Part, Received } from './store.ts'

/** A bucket in a store that speaks S3, and who we are there. */
export type S3Settings = {
  endpoint: string; region: string; bucket: string; accessKeyId: string; secretAccessKey: string
  /** Before every key, so that several installations may share a bucket; empty for none. */
  prefix: string
}

/** How long a store may take to be reached, and how long it may be silent. Unit: ms. */
const PATIENCE = { connectionTimeout: 5000, requestTimeout: 30_000, throwOnRequestTimeout: true }

/**
 * Files as objects of a bucket. Bytes are first written to a nameless file of this machine, so that only whole files
 * leave it, with the length and hash that the store checks; a process that dies leaves nothing behind.
 * @param spoolFolder where the nameless files are made
 */
export function s3Store(settings: S3Settings, spoolFolder: string): FileStore {
  const place = (id: string): Place => {
    const { folder, name } = placeOfId(id)
    return { Bucket: settings.bucket, Key: `${settings.prefix}${folder}/${name}` }
  }
  let connected: Promise<Connection> | null = null
  const connect = () => connected ??= connectTo(settings)
  return {
    async put(id, bytes, limit) {
      const where = place(id)
      const handle = await namelessFile(spoolFolder, id)
      try {
        const received = await receive(bytes, limit, (piece) => handle.appendFile(piece))
        await upload(await connect(), where, handle, received)
        return received
      } catch (error) {
        throw asOutage(error, ON_THE_WAY)
      } finally {
        await handle.close()
      }
    },
    open: async (id, part) => download(await connect(), place(id), part),
    async remove(id) {
      const where = place(id)
      const { client, sdk } = await connect()
      await client.send(new sdk.DeleteObjectCommand(where)).catch(notAsAsked)
    },
  }
}

const ON_THE_WAY = 'Nothing can be written on the way to the file store.'

type Place = { Bucket: string; Key: string }
type Connection = { client: S3.S3Client; sdk: typeof S3 }

async function upload({ client, sdk }: Connection, place: Place, handle: FileHandle, { size, sha256 }: Received): Promise<void> {
  const command = new sdk.PutObjectCommand({ ...place, Body: handle.createReadStream({ start: 0, autoClose: false }), ContentLength: size, ContentType: 'application/octet-stream' })
  // The store then refuses bytes that do not hash to this, also where the way to it is plain http.
  command.middlewareStack.add((next) => (given) => {
    const request = given.request as { headers: Record<string, string> }
    request.headers['x-amz-content-sha256'] = sha256
    return next(given)
  }, { step: 'build', name: 'hash of the file' })
  await client.send(command).catch(notAsAsked)
}

async function download({ client, sdk }: Connection, place: Place, part: Part | undefined): Promise<Readable> {
  const answer: S3.GetObjectCommandOutput = await client.send(new sdk.GetObjectCommand({ ...place, ...(part && { Range: `bytes=${part.start}-${part.end}` }) })).catch(notAsAsked)
  if (answer.Body instanceof Readable) return answer.Body
  throw new StoreOutage('The file store answered without bytes.')
}

/** A file that nobody can open: it has lost its name already and ends with this process. */
async function namelessFile(folder: string, id: string): Promise<FileHandle> {
  const path = join(folder, `${placeOfId(id).name}.part`)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const handle = await open(path, 'wx+', 0o600)
    await unlink(path)
    return handle
  } catch (error) {
    throw asOutage(error, ON_THE_WAY)
  }
}

/** How often a request that can be repeated is tried; a waiting person tries again by themselves. */
const TRIES = 2
const nothing = () => undefined
/** What goes wrong is thrown, and logged where it ends. */
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing }

/** The SDK is large: it is loaded when the first file needs it, and not at all where files lie on disk. */
async function connectTo({ endpoint, region, accessKeyId, secretAccessKey }: S3Settings): Promise<Connection> {
  const sdk = await import('@aws-sdk/client-s3')
  const client = new sdk.S3Client({
    endpoint, region, credentials: { accessKeyId, secretAccessKey }, forcePathStyle: true, requestHandler: PATIENCE, maxAttempts: TRIES, logger: SILENT,
    // Checksums of newer S3 in trailers: several stores that speak S3 refuse them, and the hash above does the same.
    requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED',
  })
  return { client, sdk }
}

const MISSING = new Set(['NoSuchKey', 'NotFound'])

function notAsAsked(cause: unknown): never {
  if (cause instanceof Error && MISSING.has(cause.name)) throw new FileLost('The file store has not these bytes.', { cause })
  throw new StoreOutage('The file store does not answer as it should.', { cause })
}
