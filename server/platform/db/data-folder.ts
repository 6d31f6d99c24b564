import { chmodSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Refusal } from '#domain/refusal.ts'

/** Only the owner may look inside. */
const PRIVATE = 0o700
/** For root: others may pass through to a folder that is theirs, but not list what is here. */
const PASSABLE = 0o711

export const runsAsRoot = (): boolean => process.getuid?.() === 0

/**
 * Creates the data folder. One that exists keeps the permissions that its owner gave it.
 * As root it can be passed through, because PostgreSQL runs as another user inside it.
 * @throws {Refusal} `not_allowed` where it cannot be made
 */
export function ensureDataFolder(dataDir: string): void {
  const folder = resolve(dataDir)
  if (makeFolder(folder, folder)) chmodSync(folder, runsAsRoot() ? PASSABLE : PRIVATE)
}

/** One level after the other: all at once, Node never ends where nothing can be made, as below /proc. @returns whether it was not there before */
function makeFolder(folder: string, wanted: string): boolean {
  if (isFolder(folder)) return false
  if (dirname(folder) !== folder) makeFolder(dirname(folder), wanted)
  try {
    mkdirSync(folder)
    return true
  } catch (error) {
    // Another start may have made it in the same moment.
    if (isFolder(folder)) return false
    throw new Refusal('not_allowed', `The data folder ${wanted} cannot be made: ${error instanceof Error ? error.message : String(error)}.`, 'Set LONGHAND_DATA to a folder in a place where this user may write.')
  }
}

const isFolder = (path: string): boolean => {
  try { return statSync(path).isDirectory() } catch { return false }
}
