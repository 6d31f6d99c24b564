import { spawnSync } from 'node:child_process'
import { dirname } from 'node:path'

/** Builds the web for the browser tests, once for all of them, with the same program and settings as `npm start`. */
export function setup(): void {
  const built = spawnSync(process.execPath, ['tools/build-web.mjs'], { cwd: dirname(import.meta.dirname), encoding: 'utf8' })
  if (built.status !== 0) throw new Error(`The web could not be built.\n${built.stdout}${built.stderr}`)
}
