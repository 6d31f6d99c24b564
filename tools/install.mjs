import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { alone } from './alone.mjs'

/** What the installed modules were made from; `npm ci` runs again only when this changes. */
const STAMP = 'node_modules/.longhand-lock-hash'

/** npm's own words go where messages go, so that `longhand … --json` stays readable for programs. */
const STDERR = 2

/** The Node that everything runs on once installed, whatever Node the machine has. */
export function nodeOf(root) {
  return join(root, 'node_modules', '.bin', 'node')
}

/** The environment for child processes: our Node and tools first on the path. */
export function toolEnv(root) {
  return { ...process.env, PATH: join(root, 'node_modules', '.bin') + delimiter + (process.env.PATH ?? '') }
}

/** Hash of the lockfile and of the kind of machine it was installed for. */
function wantedStamp(root) {
  return createHash('sha256').update(`${process.platform} ${process.arch}\n`)
    .update(readFileSync(join(root, 'package-lock.json'))).digest('hex')
}

/** Notes that node_modules now matches the lockfile. */
function stampInstalled(root) {
  writeFileSync(join(root, STAMP), wantedStamp(root))
}

/** True when node_modules was installed from the lockfile as it is now. */
function isInstalled(root) {
  const stamp = join(root, STAMP)
  return existsSync(stamp) && existsSync(nodeOf(root)) && readFileSync(stamp, 'utf8') === wantedStamp(root)
}

/**
 * Installs exactly what the lockfile says, unless that was done already; a second one waits for the first.
 * @throws {Error} with a sentence for the reader when npm fails or has no Node for this kind of machine
 */
export function install(root, say) {
  if (!isInstalled(root)) alone(root, say, () => { if (!isInstalled(root)) runNpm(root, say) })
}

function runNpm(root, say) {
  say('Installing what Longhand needs. This happens once and takes about half a minute.')
  const args = ['ci', '--loglevel=error', '--no-audit', '--no-fund']
  const npm = process.env.npm_execpath
  const run = npm ? [process.execPath, [npm, ...args]] : ['npm', args]
  const result = spawnSync(run[0], run[1], { cwd: root, stdio: ['ignore', STDERR, STDERR] })
  if (result.status !== 0) throw new Error('npm could not install what Longhand needs. Read the lines above, then try again.')
  if (!existsSync(nodeOf(root)))
    throw new Error(`Longhand brings no Node 26 for ${process.platform} ${process.arch}. Use Linux or macOS on x64 or arm64.`)
  stampInstalled(root)
}
