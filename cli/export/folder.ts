import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { lstat, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { isExportPath } from '#domain/exports/names.ts'
import { Refusal } from '#domain/refusal.ts'
import { UsageError } from '../errors.ts'
import { makeFolder } from '../make-folder.ts'

/** What the last export wrote, so that the next one takes away only what is its own. */
const LIST = '.longhand-export.json'

export type Outcome = 'written' | 'same' | 'left'
export type ExportFolder = {
  /** Whether a file of this length and hash is there already. */
  has(path: string, size: number, sha256: string): Promise<boolean>
  put(path: string, bytes: string | ReadableStream<Uint8Array>): Promise<Outcome>
  keep(path: string): void
  /** Takes away what an earlier export wrote and this one did not. @returns those paths */
  finish(): Promise<string[]>
}

/**
 * A folder into which an export is written, each file beside its place and then moved there. A file that no export wrote
 * stays as it is unless `force` is given, and nothing is written outside, also not through a link that stands in the folder.
 * @throws {UsageError} where a file stands in its place, or it cannot be made
 */
export async function openExportFolder(folder: string, { force = false } = {}): Promise<ExportFolder> {
  if ((await stat(folder).catch(() => null))?.isDirectory() === false) throw new UsageError(`${folder} is a file, and an export needs a folder.`, 'Name a folder; it is made where there is none.')
  await makeFolder(folder)
  const before = await listed(folder)
  const now = new Set<string>()
  return {
    async has(path, size, sha256) {
      const found = await lstat(await placeOf(folder, path)).catch(() => null)
      return found?.isFile() === true && found.size === size && await hashOf(join(folder, path)) === sha256
    },
    keep: (path) => { now.add(path) },
    async put(path, bytes) {
      // Held from the first moment: Node lets go of an answer whose bytes nobody has begun to read, and they end in silence.
      const reader = typeof bytes === 'string' ? null : bytes.getReader()
      const place = await placeOf(folder, path)
      now.add(path)
      const current = await readFile(place).catch(() => null)
      if (current && typeof bytes === 'string' && current.equals(Buffer.from(bytes))) return 'same'
      if (current && !before.has(path) && !force) { await reader?.cancel(); return 'left' }
      await makeFolder(dirname(place))
      const part = `${place}.part`
      if (reader) await pipeline(piecesOf(reader), createWriteStream(part))
      else if (typeof bytes === 'string') await writeFile(part, bytes)
      await rename(part, place)
      return 'written'
    },
    async finish() {
      const gone = [...before].filter((path) => !now.has(path)).toSorted()
      for (const path of gone) {
        await rm(await placeOf(folder, path), { force: true })
        await removeEmpty(folder, dirname(path))
      }
      await writeFile(join(folder, LIST), `${JSON.stringify({ longhand: 1, files: [...now].toSorted() }, null, 1)}\n`)
      return gone
    },
  }
}

/** @throws {Refusal} `bad_input` for a path that would lead out of the folder */
async function placeOf(folder: string, path: string): Promise<string> {
  const parts = path.split('/')
  let outside = !isExportPath(path)
  for (let depth = 1; depth <= parts.length && !outside; depth += 1) outside = (await lstat(join(folder, ...parts.slice(0, depth))).catch(() => null))?.isSymbolicLink() === true
  if (outside) throw new Refusal('bad_input', `${path} would be written outside of the folder.`, 'Take away the link that stands there, or export into another folder.')
  return join(folder, ...parts)
}

async function listed(folder: string): Promise<Set<string>> {
  try {
    const value: unknown = JSON.parse(await readFile(join(folder, LIST), 'utf8'))
    const files = typeof value === 'object' && value !== null && 'files' in value && Array.isArray(value.files) ? value.files : []
    return new Set(files.filter((path) => typeof path === 'string' && isExportPath(path)))
  } catch { return new Set() }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

async function removeEmpty(folder: string, path: string): Promise<void> {
  for (let at = path; at !== '.' && at !== ''; at = dirname(at)) {
    if ((await readdir(join(folder, at)).catch(() => ['?'])).length > 0) return
    await rmdir(join(folder, at))
  }
}

/** What a stream of the network brings, piece by piece, at the pace of whoever takes it. */
async function* piecesOf(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
}
