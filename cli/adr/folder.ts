import { lstat, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'
import { UsageError } from '../errors.ts'
import { makeFolder } from '../make-folder.ts'

export type FolderFile = { path: string; text: string }
export type Unreadable = { path: string; line: number | null; message: string }

/** Folders of tools that hold no records. */
const SKIPPED = new Set(['node_modules'])
const MARKDOWN = /\.(?:md|markdown)$/i

/**
 * All Markdown files of a folder and the folders in it, by name; or the one file that is given. Links to elsewhere are not followed.
 * @throws {UsageError} where there is nothing to read
 */
export async function readFolder(folder: string): Promise<{ files: FolderFile[]; unreadable: Unreadable[] }> {
  const found = await lstat(folder).catch(() => null)
  if (!found) throw new UsageError(`${folder} is not there.`, 'Name the folder that holds the records, such as docs/decisions.')
  const paths = found.isFile() ? [basename(folder)] : await pathsIn(folder, '')
  if (paths.length === 0) throw new UsageError(`${folder} holds no Markdown files.`, 'Name the folder that holds the records, such as docs/decisions.')
  const files: FolderFile[] = []
  const unreadable: Unreadable[] = []
  for (const path of paths) {
    const read = decode(await readFile(found.isFile() ? folder : join(folder, ...path.split('/'))))
    if (typeof read === 'string') files.push({ path, text: read })
    else unreadable.push({ path, ...read })
  }
  return { files, unreadable }
}

async function pathsIn(folder: string, below: string): Promise<string[]> {
  const entries = (await readdir(join(folder, ...below.split('/')), { withFileTypes: true })).toSorted((a, b) => a.name < b.name ? -1 : 1)
  const paths: string[] = []
  for (const entry of entries) {
    if (entry.name.startsWith('.') || SKIPPED.has(entry.name)) continue
    if (entry.isDirectory()) paths.push(...await pathsIn(folder, `${below}${entry.name}/`))
    else if (entry.isFile() && MARKDOWN.test(entry.name)) paths.push(`${below}${entry.name}`)
  }
  return paths
}

/** The text of a file with every sign in it, or the line on which it is none. */
export function decode(bytes: Uint8Array): string | { line: number | null; message: string } {
  const text = asText(bytes)
  if (text === null) return { line: badLine(bytes), message: 'This line is not UTF-8; save the file as UTF-8 and import it again.' }
  const zero = text.indexOf('\u0000')
  return zero < 0 ? text : { line: text.slice(0, zero).split('\n').length, message: 'This line holds a null character; take it out and import the file again.' }
}

/** With a mark at the beginning, if it has one, so that the same bytes come out again. */
function asText(bytes: Uint8Array): string | null {
  try { return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) } catch { return null }
}

const LINE_END = 10
function badLine(bytes: Uint8Array): number | null {
  let [line, start] = [1, 0]
  for (let at = 0; at <= bytes.length; at += 1) {
    if (at < bytes.length && bytes[at] !== LINE_END) continue
    if (asText(bytes.subarray(start, at)) === null) return line
    line += 1
    start = at + 1
  }
  return null
}

/** The bytes of a file as text; null where it is not there, and `''` is not the same. */
export async function readExisting(folder: string, path: string): Promise<string | null> {
  const bytes = await readFile(join(folder, ...path.split('/'))).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  if (bytes === null) return null
  const text = decode(bytes)
  return typeof text === 'string' ? text : `${bytes.length} bytes that are no text`
}

/** Writes a file, and the folders that it stands in. */
export async function writeInto(folder: string, { path, text }: FolderFile): Promise<void> {
  const parts = path.split('/')
  await makeFolder(join(folder, ...parts.slice(0, -1)))
  await writeFile(join(folder, ...parts), text)
}

/** Why a path is not written to: it would leave the folder, by its name or by a link that stands there. */
export async function leaves(folder: string, path: string): Promise<boolean> {
  const parts = path.split('/')
  if (!MARKDOWN.test(path) || path.includes('\\') || path.includes(':') && sep === '\\' || parts.some((part) => part === '' || part === '.' || part === '..' || part.toLowerCase() === '.git')) return true
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const found = await lstat(join(folder, ...parts.slice(0, depth))).catch(() => null)
    if (found?.isSymbolicLink()) return true
  }
  return false
}
