import { lstat } from 'node:fs/promises'
import type { Problem } from '#domain/imports/types.ts'
import { UsageError } from '../errors.ts'
import { openFolder } from './folder.ts'
import { openZip } from './zip.ts'

/** The files of an archive or a folder, by paths with `/`, in their order by name. Nothing is unpacked to disk. */
export type Files = {
  paths: readonly string[]
  /** Files that are not read, each with the reason. */
  problems: Problem[]
  /** @throws {Error} with a sentence where what it holds is not what it says */
  read(path: string): Promise<Uint8Array>
  close(): Promise<void>
}

/**
 * @param dotFiles whether files of a folder count whose names begin with a dot, as topics of Zulip do that begin with a sign
 * @throws {UsageError} where there is nothing, or something that is neither a folder nor a zip archive
 */
export async function openFiles(path: string, { dotFiles = false } = {}): Promise<Files> {
  const found = await lstat(path).catch(() => null)
  if (!found) throw new UsageError(`${path} is not there.`, 'Check the path.')
  if (found.isDirectory()) return openFolder(path, dotFiles)
  if (found.isFile()) return openZip(path)
  throw new UsageError(`${path} is neither a file nor a folder.`, 'Name the archive, or the folder that it was unpacked to.')
}

/** The text of a file; a mark of its encoding at the beginning is left out, and what is no UTF-8 is said to be. */
export function decodeText(bytes: Uint8Array): { text: string; badLine: number | null } {
  const text = new TextDecoder('utf-8').decode(bytes)
  const bad = text.indexOf('\ufffd')
  if (bad < 0) return { text, badLine: null }
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text, badLine: null }
  } catch {
    return { text, badLine: text.slice(0, bad).split('\n').length }
  }
}
