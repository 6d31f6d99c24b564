import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isExportPath } from '#domain/exports/names.ts'
import { UsageError } from '../errors.ts'

/** Paths of an export, in the order in which they are taken. */
export type Exported = { workspace: string[]; spaces: string[]; agreement: string[]; entries: string[]; attachments: string[] }

const SPACE = /^spaces\/[^/]+\/space\.md$/
const AGREEMENT = /^agreement\/(?:history\.yaml|\d{4}\.md)$/
const ENTRY = /^spaces\/[^/]+\/\d{4,}-[^/]+\.md$/
const ATTACHMENT = /^spaces\/[^/]+\/files\/[0-9a-f]{12}\/[^/]+$/

/**
 * What stands in a folder that an export wrote. Links to elsewhere are not followed; what is of no export is left alone.
 * @throws {UsageError} where the folder is none of an export
 */
export async function exportedIn(folder: string): Promise<Exported> {
  const marker = await lstat(join(folder, 'longhand.yaml')).catch(() => null)
  if (!marker?.isFile()) throw new UsageError(`${folder} is not a folder that \`longhand export\` wrote: it has no longhand.yaml.`, 'Name the folder of the export.')
  const paths = await pathsIn(folder, '')
  return {
    workspace: ['longhand.yaml', 'people.md'], spaces: paths.filter((path) => SPACE.test(path)), attachments: paths.filter((path) => ATTACHMENT.test(path)),
    agreement: paths.filter((path) => AGREEMENT.test(path)).toSorted((a, b) => Number(b.endsWith('.yaml')) - Number(a.endsWith('.yaml'))),
    entries: paths.filter((path) => ENTRY.test(path)).toSorted((a, b) => numberOf(a) - numberOf(b)),
  }
}

/** The number of an entry, by the name of its file. */
export const numberOf = (path: string): number => Number(/\/(\d+)-[^/]*$/.exec(path)?.[1])

async function pathsIn(folder: string, below: string): Promise<string[]> {
  const found = (await readdir(join(folder, ...below.split('/')), { withFileTypes: true })).toSorted((a, b) => a.name < b.name ? -1 : 1)
  const paths: string[] = []
  for (const one of found) {
    const path = `${below}${one.name}`
    if (!isExportPath(path)) continue
    if (one.isDirectory()) paths.push(...await pathsIn(folder, `${path}/`))
    else if (one.isFile()) paths.push(path)
  }
  return paths
}

/** @throws {UsageError} for bytes that are no text */
export async function readText(folder: string, path: string): Promise<{ path: string; text: string }> {
  const bytes = await readFile(join(folder, ...path.split('/'))).catch(() => { throw new UsageError(`${path} is not there.`, 'Use the whole folder as it was exported.') })
  try {
    return { path, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch { throw new UsageError(`${path} is not UTF-8.`, 'Use the folder as it was exported.') }
}
