import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const NAME = 'last-backup.json'

/** Notes in the data folder that a backup was made, for the status page and `longhand doctor`. Does nothing where there is no such folder. */
export async function noteBackup(dataDir: string, at: Temporal.Instant): Promise<void> {
  if (existsSync(dataDir)) await writeFile(join(dataDir, NAME), `${JSON.stringify({ at: at.toString() })}\n`, { mode: 0o600 })
}

/** When the last backup was made, as far as this data folder knows. */
export async function lastBackup(dataDir: string): Promise<Temporal.Instant | null> {
  try {
    const { at } = JSON.parse(await readFile(join(dataDir, NAME), 'utf8')) as { at?: unknown }
    return typeof at === 'string' ? Temporal.Instant.from(at) : null
  } catch {
    return null
  }
}
