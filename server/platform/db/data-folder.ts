import { chmodSync, mkdirSync } from 'node:fs'

/** Only the owner may look inside. */
const PRIVATE = 0o700
/** For root: others may pass through to a folder that is theirs, but not list what is here. */
const PASSABLE = 0o711

export const runsAsRoot = (): boolean => process.getuid?.() === 0

/**
 * Creates the data folder. One that exists keeps the permissions that its owner gave it.
 * As root it can be passed through, because PostgreSQL runs as another user inside it.
 */
export function ensureDataFolder(dataDir: string): void {
  const created = mkdirSync(dataDir, { recursive: true })
  if (created !== undefined) chmodSync(dataDir, runsAsRoot() ? PASSABLE : PRIVATE)
}
