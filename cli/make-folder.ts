import { mkdir, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { UsageError } from './errors.ts'

/**
 * Makes a folder and those that it stands in, one after the other: all at once, Node never ends where nothing can be made,
 * as below /proc.
 * @throws {UsageError} naming the folder that cannot be made
 */
export async function makeFolder(path: string): Promise<void> {
  const folder = resolve(path)
  if (await isFolder(folder)) return
  if (dirname(folder) !== folder) await makeFolder(dirname(folder))
  try { await mkdir(folder) } catch {
    // Another may have made it in the same moment.
    if (!await isFolder(folder)) throw new UsageError(`The folder ${folder} cannot be made.`, 'Name one in a place where you may write.')
  }
}

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(() => null))?.isDirectory() === true
