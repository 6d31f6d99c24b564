import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { alone } from './alone.mjs'
import { nodeOf, toolEnv } from './install.mjs'

/** What the web is built from. */
const SOURCES = ['web', 'contract', 'domain', 'package-lock.json', 'tools/build-worker.ts']
/** What dist/web was built from; the web is built again only when this changes. */
const STAMP = 'dist/web.stamp'

function filesOf(root, source) {
  const path = join(root, source)
  if (source.includes('.')) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort()
}

function stampOf(root) {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((source) => filesOf(root, source))) hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/**
 * Builds the web into dist/web when its sources changed since the last time.
 * @throws {Error} with a sentence for the reader when the build fails
 */
export function buildWeb(root, say) {
  if (!existsSync(join(root, 'web', 'index.html'))) return
  const wanted = stampOf(root)
  if (!isBuilt(root, wanted)) alone(root, say, () => { if (!isBuilt(root, wanted)) runVite(root, say, wanted) })
}

function isBuilt(root, wanted) {
  const stamp = join(root, STAMP)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(join(root, 'dist/web/index.html'))
}

function runVite(root, say, wanted) {
  say('Building the web pages. This happens once after each change.')
  const args = ['build', 'web', '--outDir', join(root, 'dist/web'), '--emptyOutDir', '--manifest', '--logLevel', 'warn']
  const run = (script, ...rest) => spawnSync(nodeOf(root), [join(root, script), ...rest],
    { cwd: root, env: { ...toolEnv(root), NODE_ENV: 'production' }, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
  if (!run('node_modules/vite/bin/vite.js', ...args) || !run('tools/build-worker.ts')) throw new Error('The web pages could not be built. Read the lines above.')
  mkdirSync(join(root, dirname(STAMP)), { recursive: true })
  writeFileSync(join(root, STAMP), wanted)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    buildWeb(dirname(dirname(process.argv[1])), (line) => console.log(line))
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
