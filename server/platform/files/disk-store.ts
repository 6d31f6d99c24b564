import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { failpoint } from '../failpoint.ts'
import { receive } from './receive.ts'
import { asOutage, FileLost, placeOfId } from './store.ts'
import type { FileStore } from './store.ts'

/** Only the user that Longhand runs as looks inside. */
const PRIVATE_FOLDER = 0o700
const PRIVATE_FILE = 0o600

/**
 * Files in a folder of this machine, as `<folder>/ab/<id>`. They are written beside their place, flushed, and moved there
 * in one step, so that whatever stands in its place is whole.
 */
export function diskStore(folder: string): FileStore {
  const pathOf = (id: string) => {
    const place = placeOfId(id)
    return join(folder, place.folder, place.name)
  }
  return {
    async put(id, bytes, limit) {
      const path = pathOf(id)
      try {
        await makeFolder(dirname(path))
        const received = await writeBeside(path, bytes, limit)
        await failpoint('file.before_move')
        await rename(partOf(path), path)
        await flushFolder(dirname(path))
        return received
      } catch (error) {
        await rm(partOf(path), { force: true }).catch(() => undefined)
        throw notOurs(error)
      }
    },
    async open(id, part) {
      const handle = await open(pathOf(id), 'r').catch((error: unknown) => { throw isMissing(error) ? new FileLost(`The bytes of file ${id} are not there.`) : notOurs(error) })
      return handle.createReadStream(part)
    },
    async remove(id) {
      const path = pathOf(id)
      try {
        await rm(partOf(path), { force: true })
        await rm(path, { force: true })
      } catch (error) { throw notOurs(error) }
    },
  }
}

const partOf = (path: string): string => `${path}.part`

async function writeBeside(path: string, bytes: AsyncIterable<Uint8Array>, limit: number) {
  const handle = await open(partOf(path), 'wx', PRIVATE_FILE)
  try {
    const received = await receive(bytes, limit, (piece) => handle.appendFile(piece))
    await handle.sync()
    return received
  } finally {
    await handle.close()
  }
}

/** A new folder is flushed into the one above it, or a power cut could take it with all that is inside. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) await flushFolder(dirname(made))
}

async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try { await handle.sync() } finally { await handle.close() }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'
const notOurs = (error: unknown): unknown => asOutage(error, 'The folder of the files cannot be used.')
