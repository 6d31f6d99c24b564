import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The version of this Longhand, as its package says. */
export function longhandVersion(): string {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')) as { version: string }
  return version
}
