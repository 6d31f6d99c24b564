import { lstat } from 'node:fs/promises'
import type { ImportFiles } from '#contract/import-files.ts'
import { UsageError } from '../errors.ts'
import { openFolder } from './folder.ts'
import { openZip } from './zip.ts'

/**
 * @param dotFiles whether files of a folder count whose names begin with a dot, as topics of Zulip do that begin with a sign
 * @throws {UsageError} where there is nothing, or something that is neither a folder nor a zip archive
 */
export async function openFiles(path: string, { dotFiles = false } = {}): Promise<ImportFiles> {
  const found = await lstat(path).catch(() => null)
  if (!found) throw new UsageError(`${path} is not there.`, 'Check the path.')
  if (found.isDirectory()) return openFolder(path, dotFiles)
  if (found.isFile()) return openZip(path)
  throw new UsageError(`${path} is neither a file nor a folder.`, 'Name the archive, or the folder that it was unpacked to.')
}
