import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildWeb } from './build-web.mjs'
import { install, nodeOf, toolEnv } from './install.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const say = (line) => console.error(line)
/** What lives shortly gets 8 MB for each half: with Node’s own measure the server held 300 to 540 MB after a load, now about 250. */
const YOUNG = '--max-semi-space-size=8'
/** The C library keeps memory for each thread apart, eight times the processors; with two such parts the demo held 207 MB after 8,000 reads instead of 282. */
const ARENAS = { MALLOC_ARENA_MAX: '2' }
/** What Node made of our files stays for the next start, which then takes two thirds of the processor time. */
const MADE = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/longhand') }

/** A second start is refused before it touches what the first one runs on. */
function leaveWhenRunning() {
  if (!existsSync(nodeOf(root))) return
  const { status } = spawnSync(nodeOf(root), [join(root, 'tools/check-data.ts'), ...process.argv.slice(2)], { env: toolEnv(root), stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) process.exit(1)
}

/**
 * Runs the server on our Node and ends as it ends. Signals sent to this process are passed on; Ctrl-C
 * in a terminal reaches the server by itself, and a second one would cut its orderly end short.
 */
function serve() {
  const server = spawn(nodeOf(root), [YOUNG, join(root, 'server/main.ts'), ...process.argv.slice(2)], { env: { ...ARENAS, ...MADE, ...toolEnv(root) }, stdio: 'inherit' })
  process.on('SIGTERM', () => server.kill('SIGTERM'))
  process.on('SIGHUP', () => server.kill('SIGTERM'))
  process.on('SIGINT', () => process.stdin.isTTY || server.kill('SIGINT'))
  server.once('exit', (code, signal) => {
    if (signal === null) process.exit(code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

try {
  leaveWhenRunning()
  install(root, say)
  buildWeb(root, say)
  serve()
} catch (error) {
  say(error.message)
  process.exitCode = 1
}
